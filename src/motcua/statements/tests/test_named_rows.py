"""Figures of sentences that name rows of a table: exchanged, one small slip away, or right."""

import pytest

from motcua.statements.tests.test_changed_places import table, told

_FERRY = table("Bến | Khách | Vé", "Đò Cốc | 1.204 | 377", "Đò Sáo | 986 | 412", "Cộng | 2.190 | 789")
_JABS = table(
    "Thôn | Cháu | Đã tiêm | Tỷ lệ", "Thượng | 56 | 52 | 92,9%", "Trung | 43 | 39 | 90,7%", "Hạ | 70 | 67 | 95,7%"
)
_MONTHS = table(
    "Tháng | Nhận | Qua mạng | Tại quầy", "4 | 1.048 | 941 | 107", "5 | 1.138 | 1.030 | 108", "6 | 1.235 | 1.139 | 96"
)
_VOTES = table(
    "Mức | Phiếu | Tỷ lệ", "Rất ưng | {} | 64,2%", "Ưng | {} | 25,8%", "Tạm | 24 | 10,0%", "Cộng | 240 | 100%"
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (f"Bến Đò Cốc bán 377 vé, bến Đò Sáo bán 421 vé.\n{_FERRY}", {("421", "412")}),
        (f"{_FERRY}\nThu 986 khách ở Đò Sáo; Đò Cốc có 1.240 khách.", {("1240", "1204")}),
        (f"Thôn Thượng tiêm 52 cháu, thôn Trung 67 cháu, thôn Hạ 39 cháu.\n{_JABS}", {("67", "39"), ("39", "67")}),
        (f"Tháng 6 nhận 1.253 hồ sơ, nhiều hơn tháng 5 là 97 hồ sơ.\n\n{_MONTHS}", {("1253", "1235")}),
        (_VOTES.format(62, 154) + "\nNhư vậy có 154 phiếu rất ưng.", {("62", "154"), ("154", "62")}),
    ],
)
def test_fails(text: str, right: set[tuple[str, str]]) -> None:
    assert told(text) == {frozenset(right)}


def test_either_may_be_wrong() -> None:
    text = "Có 152 hộ xin: Lũng Cao 64 hộ, Mường Ải 88 hộ.\n" + table("Xã | Hộ xin", "Lũng Cao | 88", "Mường Ải | 64")
    assert told(text) == {frozenset()}


@pytest.mark.parametrize(
    "text",
    [
        f"Bến Đò Cốc bán 377 vé, bến Đò Sáo bán 412 vé; hai bến hơn nhau 35 vé.\n{_FERRY}",
        f"Năm ngoái bến Đò Cốc bán 412 vé, bến Đò Sáo 421 vé.\n{_FERRY}",
        f"Bến Đò Cốc có 12 ghe, 377 vé; bến Đò Sáo có 41 ghe.\n{_FERRY}",
        f"Thôn Hạ tiêm 67 trong 70 cháu, thôn Trung 39 trong 43 cháu, thôn Thượng còn 4 cháu.\n{_JABS}",
        f"Tháng 6 nhận 1.235 hồ sơ, nhiều hơn tháng 5 là 97 hồ sơ; tháng 5 hơn tháng 4 là 90 hồ sơ.\n\n{_MONTHS}",
        f"Tháng 6 nhận 1.235 hồ sơ, tháng 7 dự kiến 1.253 hồ sơ.\n\n{_MONTHS}",
        f"Kế hoạch: bến Đò Cốc 1.240 khách, bến Đò Sáo 986 khách.\n{_FERRY}",
        _VOTES.format(154, 62) + "\nNhư vậy có 154 phiếu rất ưng, 62 phiếu ưng.",
    ],
)
def test_no_alarm(text: str) -> None:
    assert not told(text)
