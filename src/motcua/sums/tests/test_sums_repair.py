"""Finding the wrong figure."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from motcua.sums import Identity, Rate, Repair, Slip, check, check_rates, repair

II_06A = (
    Identity(label="Tiếp nhận", left=("received",), right=("online", "direct_post", "carried_over")),
    Identity(label="Đã giải quyết", left=("settled",), right=("early", "on_time", "overdue_settled")),
    Identity(label="Đang giải quyết", left=("in_progress",), right=("in_time", "overdue_open")),
    Identity(label="Cân đối", left=("received",), right=("settled", "in_progress")),
)
RATES = (
    Rate(
        name="Đúng hạn",
        numerator=("early", "on_time", "in_time"),
        denominator=("received",),
        printed=Decimal("95.89"),
    ),
    Rate(
        name="Quá hạn",
        numerator=("overdue_settled", "overdue_open"),
        denominator=("received",),
        printed=Decimal("4.11"),
    ),
)
AN_THANG = {
    "received": 1338,
    "online": 1262,
    "direct_post": 76,
    "carried_over": 0,
    "settled": 1281,
    "early": 1226,
    "on_time": 2,
    "overdue_settled": 56,  # as printed
    "in_progress": 57,
    "in_time": 55,
    "overdue_open": 2,
}


def test_an_thang_2025() -> None:
    first, *rest = repair(AN_THANG, II_06A, RATES)
    assert first == Repair(key="overdue_settled", printed=56, proposed=53, slip=Slip.DIGIT, fixes_rates=True)
    assert ("early", 1223, False) in {(one.key, one.proposed, one.fixes_rates) for one in rest}
    assert not any(one.fixes_rates for one in rest)


def test_without_rates_two_figures_are_equally_good() -> None:
    small = [one for one in repair(AN_THANG, II_06A) if one.slip is Slip.DIGIT]
    assert {(one.key, one.proposed) for one in small} == {("overdue_settled", 53), ("early", 1223)}


def test_the_repaired_table_holds() -> None:
    mended = {**AN_THANG, "overdue_settled": 53}
    assert all(verdict.holds for verdict in check(mended, II_06A))
    assert all(verdict.holds for verdict in check_rates(mended, RATES))
    assert repair(mended, II_06A, RATES) == ()


def test_a_figure_only_rates_speak_of() -> None:
    rate = Rate(name="Hài lòng", numerator=("pleased",), denominator=("asked",), printed=Decimal("51.8"), decimals=1)
    found = repair({"pleased": 19, "asked": 27}, (), (rate,))
    assert ("pleased", 14, Slip.DIGIT) in {(one.key, one.proposed, one.slip) for one in found}


def test_more_than_one_digit_may_be_wrong() -> None:
    first = repair({**AN_THANG, "overdue_settled": 53, "received": 2447}, II_06A, RATES)[0]
    assert (first.key, first.proposed, first.slip) == ("received", 1338, Slip.OTHER)


def test_a_dropped_digit_is_one_slip() -> None:
    first = repair({**AN_THANG, "overdue_settled": 53, "early": 126}, II_06A, RATES)[0]
    assert (first.key, first.proposed, first.slip) == ("early", 1226, Slip.DROPPED)


def test_nothing_negative_is_proposed() -> None:
    identity = Identity(label="", left=("total",), right=("a", "b"))
    assert {one.key for one in repair({"total": 1, "a": 5, "b": 9}, (identity,))} == {"total"}


LEAVES = ("early", "on_time", "overdue_settled", "in_time", "overdue_open", "carried_over")
small = st.integers(min_value=0, max_value=9_999)


@given(
    leaves=st.fixed_dictionaries(dict.fromkeys(LEAVES, small)),
    online_share=st.integers(min_value=0, max_value=100),
    victim=st.sampled_from(sorted(AN_THANG)),
    wrong=st.integers(min_value=0, max_value=99_999),
)
def test_a_corrupted_figure_is_found(leaves: dict[str, int], online_share: int, victim: str, wrong: int) -> None:
    true = dict(leaves)
    true["settled"] = true["early"] + true["on_time"] + true["overdue_settled"]
    true["in_progress"] = true["in_time"] + true["overdue_open"]
    true["received"] = max(true["settled"] + true["in_progress"], true["carried_over"])
    true["in_time"] += true["received"] - true["settled"] - true["in_progress"]
    true["in_progress"] = true["in_time"] + true["overdue_open"]
    in_period = true["received"] - true["carried_over"]
    true["online"] = in_period * online_share // 100
    true["direct_post"] = in_period - true["online"]
    assert all(verdict.holds for verdict in check(true, II_06A))

    found = repair({**true, victim: wrong}, II_06A)
    if wrong == true[victim]:
        assert found == ()
        return
    assert any((one.key, one.proposed) == (victim, true[victim]) for one in found)
    assert len({(one.key, one.proposed) for one in found}) == len(found)
    for proposal in found:
        mended = {**true, victim: wrong, proposal.key: proposal.proposed}
        assert all(verdict.holds for verdict in check(mended, II_06A))
