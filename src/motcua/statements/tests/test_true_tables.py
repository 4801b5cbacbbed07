"""Any true table of form II.06a is consistent, in prose and as a table; a changed digit is never all consistent."""

from collections.abc import Mapping

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from motcua.statements.checking import Verdict, check
from motcua.vietnam import number

counts = st.integers(min_value=0, max_value=9_999)


@st.composite
def true_tables(draw: st.DrawFn) -> dict[str, int]:
    """Every figure of II.06a, from dossiers that are each counted once."""
    settled = [draw(counts) for _ in range(3)]
    pending = [draw(counts) for _ in range(2)]
    received = sum(settled) + sum(pending)
    carried = draw(st.integers(min_value=0, max_value=received))
    online = draw(st.integers(min_value=0, max_value=received - carried))
    return {
        "received": received,
        "online": online,
        "direct_post": received - carried - online,
        "carried": carried,
        "settled": sum(settled),
        "early": settled[0],
        "on_time": settled[1],
        "late": settled[2],
        "pending": sum(pending),
        "in_time": pending[0],
        "overdue": pending[1],
    }


def prose(n: Mapping[str, int]) -> str:
    f = {key: number(value) for key, value in n.items()}
    return (
        f"Tiếp nhận {f['received']} hồ sơ, gồm: trực tuyến {f['online']}, trực tiếp và bưu chính {f['direct_post']}, "
        f"kỳ trước chuyển sang {f['carried']}. Đã giải quyết {f['settled']} hồ sơ, gồm: trước hạn {f['early']}, "
        f"đúng hạn {f['on_time']}, quá hạn {f['late']}. Đang giải quyết {f['pending']} hồ sơ, gồm: "
        f"trong hạn {f['in_time']}, quá hạn {f['overdue']}."
    )


def table(n: Mapping[str, int]) -> str:
    f = {key: number(value) for key, value in n.items()}
    return (
        "| Lĩnh vực | Tiếp nhận | Trực tuyến | Trực tiếp, bưu chính | Kỳ trước chuyển sang | Đã giải quyết | "
        "Trước hạn | Đúng hạn | Quá hạn | Đang giải quyết | Trong hạn | Quá hạn |\n" + "|---" * 12 + "|\n| Hộ tịch | "
        f"{f['received']} | {f['online']} | {f['direct_post']} | {f['carried']} | {f['settled']} | {f['early']} | "
        f"{f['on_time']} | {f['late']} | {f['pending']} | {f['in_time']} | {f['overdue']} |"
    )


def all_consistent(text: str) -> bool:
    checks = check(text).checks
    return bool(checks) and all(one.verdict in {Verdict.CONSISTENT, Verdict.TRUNCATED} for one in checks)


@settings(max_examples=40)
@given(true_tables())
def test_a_true_table_raises_no_alarm(n: dict[str, int]) -> None:
    for text in (prose(n), table(n)):
        assert not any(one.verdict is Verdict.INCONSISTENT for one in check(text).checks), text


@settings(max_examples=40)
@given(true_tables(), st.data())
def test_a_changed_digit_is_seen(n: dict[str, int], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(n)))
    digits = str(n[key])
    place = data.draw(st.integers(min_value=0, max_value=len(digits) - 1))
    digit = data.draw(st.sampled_from("0123456789"))
    changed = int(digits[:place] + digit + digits[place + 1 :])
    other = {**n, key: changed}
    # Some offices count what was carried over on top of what they received: then such a table is true as well.
    on_top = other["carried"] and other["online"] + other["direct_post"] == other["received"]
    assume(changed != n[key] and not on_top)
    for text in (prose(other), table(other)):
        assert not all_consistent(text), text


def test_a_changed_digit_that_all_sums_point_at_is_named() -> None:
    n = {
        "received": 4000, "online": 3000, "direct_post": 900, "carried": 100, "settled": 3706, "early": 3000,
        "on_time": 650, "late": 56, "pending": 294, "in_time": 290, "overdue": 4,
    }  # fmt: skip
    read = check(prose({**n, "settled": 3906}))
    wrong = [one for one in read.checks if one.verdict is Verdict.INCONSISTENT]
    assert len(wrong) == 2
    assert all(one.told and one.changes[0].values[0][1] == 3706 for one in wrong)


def test_parts_that_are_named_are_all_even_when_fewer_come_to_the_whole() -> None:
    assert all_consistent("Đã giải quyết 1 hồ sơ, gồm: trước hạn 0, đúng hạn 1, quá hạn 0.")
    assert not all_consistent("Đã giải quyết 1 hồ sơ, gồm: trước hạn 0, đúng hạn 1, quá hạn 1.")
