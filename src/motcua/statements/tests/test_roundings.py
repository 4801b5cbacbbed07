"""Rates rounded otherwise than half up: said how, not called wrong; but never where another sum says which is wrong."""

import pytest

from motcua.statements.checking import Verdict, check
from motcua.statements.telling.report import Finding, as_json, report


def rate_of(text: str) -> Finding:
    return next(one for one in report(check(text)).findings if one.kind.value in {"rate", "ratio"})


@pytest.mark.parametrize(
    ("text", "rounding", "why", "why_en"),
    [
        (
            "Hoàn thành 13/27 nhiệm vụ, đạt 48,2 %.",
            "up",
            "13 / 27 = 48,1 %, trên số sau dấu gạch chéo; 48,2 %: làm tròn lên.",
            "13 / 27 = 48.1 %, over the number after the slash; 48.2 %: rounded up.",
        ),
        (
            "Đã giải quyết 1.338 hồ sơ, trong đó đúng hạn 1.284 hồ sơ, đạt 95,97%, quá hạn 54 hồ sơ.",
            "up",
            "1.284 / 1.338 = 95,96 %, trên số đã giải quyết; 95,97 %: làm tròn lên.",
            "1,284 / 1,338 = 95.96 %, over what was settled; 95.97 %: rounded up.",
        ),
        (
            "Đã giải quyết 1.338 hồ sơ, trong đó đúng hạn 1.283 hồ sơ, đạt 95,90%, quá hạn 55 hồ sơ.",
            "padded",
            "1.283 / 1.338 = 95,89 %, trên số đã giải quyết; 95,90 %: làm tròn thành 95,9 % rồi viết thêm số 0.",
            "1,283 / 1,338 = 95.89 %, over what was settled; 95.90 %: rounded to 95.9 %, with noughts added.",
        ),
        (
            "It completed 14/27 tasks (52.00%).",
            "padded",
            "14 / 27 = 51,85 %, trên số sau dấu gạch chéo; 52,00 %: làm tròn thành 52 % rồi viết thêm số 0.",
            "14 / 27 = 51.85 %, over the number after the slash; 52.00 %: rounded to 52 %, with noughts added.",
        ),
        (
            "Hoàn thành 14/27 nhiệm vụ, đạt 51,8 %.",
            "truncated",
            "14 / 27 = 51,9 %, trên số sau dấu gạch chéo; 51,8 %: cắt bỏ phần lẻ, không làm tròn.",
            "14 / 27 = 51.9 %, over the number after the slash; 51.8 %: cut, not rounded.",
        ),
    ],
)
def test_a_rate_rounded_otherwise_says_how(text: str, rounding: str, why: str, why_en: str) -> None:
    found = rate_of(text)
    assert (found.verdict, found.rounding) == (Verdict.TRUNCATED, rounding)
    assert (found.why, found.why_en) == (why, why_en)
    assert found.mends == ()


def test_the_json_calls_it_truncated_and_names_the_rounding() -> None:
    told = as_json(report(check("Hoàn thành 13/27 nhiệm vụ, đạt 48,2 %.")))
    assert [(one["verdict"], one["rounding"]) for one in told["checks"]] == [("truncated", "up")]
    assert told["summary"]["inconsistent"] == 0


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thành 13/25 nhiệm vụ, đạt 52,1 %.",  # 52 exactly: nothing to round up
        "Hoàn thành 13/27 nhiệm vụ, đạt 48,3 %.",  # two units of the last place
        "Hoàn thành 13/27 nhiệm vụ, đạt 48,20 %.",  # one decimal gives 48,1
        "Hoàn thành 24/25 nhiệm vụ, đạt 100 %.",  # "all" is no rounding
        "Hoàn thành 1.299/1.300 nhiệm vụ, đạt 100,0 %.",  # neither is this: 99,9
        "Hoàn thành 1/300 nhiệm vụ, đạt 0,00 %.",  # nor "none"
    ],
)
def test_what_no_rounding_explains_is_wrong(text: str) -> None:
    assert rate_of(text).verdict is Verdict.INCONSISTENT


@pytest.mark.parametrize(
    ("early", "on_time", "verdict"),
    [
        ("91,80%", "4,10%", Verdict.TRUNCATED),  # 91,84 and 4,08: a habit
        ("91,80%", "4,08%", Verdict.INCONSISTENT),  # a slip
    ],
)
def test_a_nought_beside_a_rate_printed_in_full_is_a_slip(early: str, on_time: str, verdict: Verdict) -> None:
    text = f"Đã giải quyết 98 hồ sơ, gồm trước hạn 90 hồ sơ ({early}), đúng hạn 4 hồ sơ ({on_time}), trễ hạn 4 hồ sơ."
    assert rate_of(text).verdict is verdict


def test_a_rate_that_bears_witness_to_a_wrong_count_is_not_excused() -> None:
    """Beside 71.191 the rate would pass as rounded up; but with 71.199 it and the sum are right."""
    text = "Đã giải quyết 90.000 hồ sơ, trong đó đúng hạn {} hồ sơ, đạt 79,11%, trễ hạn {} hồ sơ."
    assert rate_of(text.format("71.191", "18.809")).rounding == "up"
    wrong = report(check(text.format("71.191", "18.801"))).wrong
    assert {one.kind.value for one in wrong} == {"sum", "rate"}
    assert {change for one in wrong for _, _, change in one.mends[0].changes} == {71_199}
