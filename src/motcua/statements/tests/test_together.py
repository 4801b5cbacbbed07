"""Totals that words call so: the numbers show of which counts."""

import pytest

from motcua.statements.checking import Verdict, check


def wrong(text: str) -> list[str]:
    """The wholes of the sums that fail."""
    read = check(text)
    return [
        str(read.known.quantities[one.relation.sums[0][0][1]].value)
        for one in read.checks
        if one.verdict is Verdict.INCONSISTENT and one.relation.sums
    ]


@pytest.mark.parametrize(
    ("text", "total", "instead"),
    [
        ("Đội Đông thu 412 bao, đội Tây 538 bao, đội Nam 277 bao. Cộng ba đội được 1.227 bao.", "1.227", "1.272"),
        ("Tháng 7 đón 318 lượt, tháng 8 đón 402 lượt, hơn 84 lượt. Tính cả hai tháng là 720 lượt.", "720", "702"),
        ("Nhà kho giữ 267 thùng sách và 133 thùng vở, thành ra 400 thùng.", "400", "490"),
        ("Quý I trồng 617/929 hố, quý II 698/1.003 hố. Cả hai quý 1.315/1.932 hố.", "1.932", "1.832"),
        ("Đội Đông có 118 việc, đội Tây có 203 việc, cộng là 321 việc.", "321", "521"),
        ("Kho có 640 bao cũ, cộng thêm 118 bao mới mua là 758 bao.", "758", "785"),
    ],
)
def test_a_slip_away(text: str, total: str, instead: str) -> None:
    assert not wrong(text)
    assert wrong(text.replace(total, instead)) == [instead.replace(".", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Ba lớp học bơi 46 em. Hai lớp học vẽ 31 em. Tất cả 190 em trong hè được phát vở.",  # of others too
        "Thu 640 hồ sơ, cộng 30 điểm thi đua, xếp thứ nhất là 4 đơn vị.",  # other things
        "Có 138 phiếu khen thái độ, 129 phiếu khen giờ giấc và 121 phiếu khen cả hai.",  # in both groups
        "Quầy 1 (hộ tịch) nhận 96 hồ sơ, quầy 2 (đất đai) nhận 41 hồ sơ. Cộng hai quầy 137 hồ sơ.",
    ],
)
def test_nothing_wrong(text: str) -> None:
    assert not any(one.verdict is Verdict.INCONSISTENT for one in check(text).checks)
