from collections.abc import Callable
from datetime import date

import pytest

from motcua import law
from motcua.acts import Refused
from motcua.documents.rules import Apology, Control, FormSet, Receipt, Register, Stop, name_of

Read = Callable[..., list[str]]
OLD, NEW = FormSet.TT01_2018, FormSet.TT03_2025


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("receipt", "01", "01"),
        ("completion", "02", "02"),
        ("refusal", "03", "03"),
        ("apology", "04", "04"),
        ("control", "05", "06"),
        ("register", "06", "07"),
        ("fee_receipt", "", ""),
        ("hand_over", "", ""),
        ("report_ii06a", "II.06a", "II.06a"),
    ],
)
def test_the_set_gives_the_number(kind: str, old: str, new: str) -> None:
    assert name_of(kind=kind, form_set=OLD).number == old
    assert name_of(kind=kind, form_set=NEW).number == new


def test_an_apology_is_titled_by_its_set(apology: Apology, read: Read) -> None:
    (before,) = read(apology, form_set=OLD)
    (after,) = read(apology, form_set=NEW)

    assert "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ" in before
    assert "Hẹn lại: 17 giờ 00, thứ Tư 02/12/2026" in before
    assert "Mẫu số 04 – Thông tư 01/2018/TT-VPCP" in before
    assert "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT" in after
    assert "Đề nghị gia hạn, hẹn trả: 17 giờ 00, thứ Tư 02/12/2026" in after
    for page in (before, after):
        assert "Chúng tôi xin lỗi ông bà vì sự chậm trễ này." in page


def test_slips_of_the_old_set_carry_its_numbers(
    receipt: Receipt, control: Control, register: Register, read: Read
) -> None:
    pages = read(receipt, control, register, form_set=OLD)

    assert "Mẫu số 01 – Thông tư 01/2018/TT-VPCP" in pages[0]
    assert "Mẫu số 05 – Thông tư 01/2018/TT-VPCP" in pages[1]
    assert "Mẫu số 06 – Thông tư 01/2018/TT-VPCP" in pages[2]


def test_a_notice_of_stopping_is_new_with_the_second_set(stop: Stop, read: Read) -> None:
    (page,) = read(stop)

    assert "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ" in page
    assert "Theo đề nghị của người nộp hồ sơ." in page
    with pytest.raises(Refused) as no:
        read(stop, form_set=OLD)
    assert no.value.code == "documents.not_in_set"


def test_every_set_in_the_law_is_known_here() -> None:
    for day in (date(2019, 1, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 25)):
        FormSet(str(law.rule("FORM_SET", on=day).value))
