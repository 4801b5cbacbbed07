"""Tables as offices paste them: ratios in cells, rates in rows, fractions of a spreadsheet."""

from decimal import Decimal

import pytest

from motcua.statements.checking import Check, Reading, Verdict, check
from motcua.sums import Kind

S4 = (
    "Chỉ tiêu\tSố lượng\nTổng số tiếp nhận\t1.338\nTrực tuyến\t1.262\nTrực tiếp, bưu chính\t76\nĐã giải quyết\t1.281\n"
    "Trước hạn\t1.226\nĐúng hạn\t2\nQuá hạn\t56\nĐang giải quyết\t57\nTrong hạn\t55\nQuá hạn\t2\n"
    "Tỷ lệ đúng hạn (%)\t95,89\nTỷ lệ quá hạn (%)\t4,11\n"
)


def of_rate(read: Reading, printed: str) -> Check:
    """The check of the rate that is printed so."""
    values = read.known.quantities
    (found,) = (
        one for one in read.checks if one.relation.fractions and str(values[one.relation.printed].value) == printed
    )
    return found


def test_rows_of_rates_are_witnesses() -> None:
    read = check(S4)
    wrong = [one for one in read.checks if one.verdict is Verdict.INCONSISTENT]
    assert {one.relation.kind for one in wrong} == {Kind.SUM, Kind.RATE}
    for one in wrong:
        ((which, right),) = one.changes[0].values
        assert (read.known.quantities[which].value, right, one.told) == (56, 53, True)
    good = of_rate(read, "95.89")
    assert (good.verdict, good.relation.fractions[good.held.reading].name) == (Verdict.CONSISTENT, "received")


@pytest.mark.parametrize(
    ("cells", "rate", "verdict"),
    [
        ("14/27 | 51,8%", "51.8", Verdict.TRUNCATED),
        ("14/27 | 51,9%", "51.9", Verdict.CONSISTENT),
        ("63/179 | 35,2%", "35.2", Verdict.CONSISTENT),
        ("63/179 | 32,5%", "32.5", Verdict.INCONSISTENT),
    ],
)
def test_a_rate_beside_a_ratio_is_that_ratio(cells: str, rate: str, verdict: Verdict) -> None:
    text = (
        "| Chỉ tiêu | Số liệu | Tỷ lệ |\n|---|---|---|\n| Hồ sơ tiếp nhận | 4.000 | |\n"
        "| Hồ sơ đã giải quyết | 4.000 | |\n"
        f"| Nhiệm vụ hoàn thành | {cells} |\n"
    )
    found = of_rate(check(text), rate)
    assert (found.relation.kind, found.verdict) == (Kind.RATIO, verdict)


def test_a_rate_beside_a_count_is_of_that_count() -> None:
    text = (
        "| Chỉ tiêu | Số liệu | Tỷ lệ |\n|---|---|---|\n| Hồ sơ tiếp nhận | 4.545 | |\n| Đã giải quyết | 4.545 | |\n"
        "| Hồ sơ trực tuyến | 2.756 | 60,64% |\n"
    )
    found = of_rate(check(text), "60.64")
    assert (found.verdict, found.relation.fractions[found.held.reading].name) == (Verdict.CONSISTENT, "received")


def test_fractions_of_a_spreadsheet_are_percentages() -> None:
    read = check(
        "Lĩnh vực\tĐã giải quyết\tĐúng hạn\tTỷ lệ\nHộ tịch\t400\t380\t0,950\nĐất đai\t250\t200\t0,800\n"
        "Xây dựng\t160\t152\t0,950\nVăn hóa\t80\t60\t0,705\nTổng\t890\t792\t0,890\n"
    )
    (wrong,) = (one for one in read.checks if one.verdict is Verdict.INCONSISTENT)
    ((which, right),) = wrong.changes[0].values
    assert (read.known.quantities[which].value, right, wrong.told) == (Decimal("70.5"), Decimal("75.0"), True)


def test_headings_stay_under_their_own_parent() -> None:
    text = (
        "STT\tLĩnh vực\tHồ sơ tiếp nhận\t\t\tHồ sơ đã giải quyết\t\t\n"
        "\t\tTổng số\tTrực tuyến\tTrực tiếp\tTổng số\tĐúng hạn\tQuá hạn\n"
        "1\tHộ tịch\t50\t40\t10\t48\t45\t3\n2\tĐất đai\t30\t20\t10\t29\t25\t4\n\tCộng\t80\t60\t20\t77\t70\t7\n"
    )
    keys = [one.key for one in check(text).figures[:6]]
    assert keys == ["received", "received.online", "received.direct", "settled", "settled.on_time", "settled.late"]


def test_rows_that_mostly_do_not_keep_a_sum() -> None:
    """A column whose name says nothing is one more group: what most rows do not keep is no sum."""
    rows = ["Mảng | Nhận | Xong | Trước hạn | Xyz | Quá hạn", "A | 90 | 90 | 70 | 17 | 3", "B | 44 | 44 | 20 | 23 | 1"]
    rows += ["C | 15 | 15 | 15 | 0 | 0", "D | 61 | 61 | 40 | 19 | 2", "Cộng | 210 | 210 | 145 | 59 | 6"]
    assert not [one for one in check("\n".join(rows)).checks if one.verdict is Verdict.INCONSISTENT]
