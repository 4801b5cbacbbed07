"""Numbers in a row and their total, ratios and sentences in step; and those that are of several things."""

import pytest

from motcua.statements.tests.failing import fails


@pytest.mark.parametrize(
    ("text", "printed", "instead"),
    [
        ("Bốn đợt cấp phát lần lượt 318, 274, 190 và 226 áo mưa, dòng tổng ghi 1.008 áo mưa.", "274", "247"),
        ("Xóm Hạ tiêm 88/120 con, xóm Trung tiêm 73/90 con. Gộp hai xóm, tiêm 161/210 con.", "161", "116"),
        ("Kho Đông nhập 312, xuất 287. Kho Tây nhập 198, xuất 205. Hai kho nhập 510, xuất 492.", "492", "429"),
    ],
)
def test_a_slip_is_found(text: str, printed: str, instead: str) -> None:
    assert not fails(text)
    assert fails(text.replace(printed, instead))


@pytest.mark.parametrize(
    "text",
    [
        "Hàng nhập là 218, 197, 232; hàng xuất là 210, 204, 226; hàng còn lại là 24, 17, 23.",
        "Xóm Hạ tiêm 88/120 con, xóm Trung tiêm 73/90 con, xóm Thượng tiêm 40/75 con.",
        "Có 640 khách, như các ngày 12, 15 và 20 có 90, 84 và 77 khách.",
    ],
)
def test_what_is_of_several_things_raises_no_alarm(text: str) -> None:
    assert not fails(text)
