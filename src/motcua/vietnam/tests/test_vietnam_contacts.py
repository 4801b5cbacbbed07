"""Telephone and identity numbers."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.acts import Refused
from motcua.vietnam import id_number, mask_id, mask_phone, parse_phone

anything = st.text(st.characters(exclude_categories=()), max_size=40) | st.text("0123456789+() .-", max_size=20)


@pytest.mark.parametrize(
    "typed",
    [
        "0900000012",
        "090 000 0012",
        "090.000.0012",
        "+84 90 000 0012",
        "+84(0)900000012",
        "0084900000012",
        "84900000012",
    ],
)
def test_phones(typed: str) -> None:
    assert parse_phone(typed) == "0900000012"


@pytest.mark.parametrize(
    ("typed", "code", "says"),
    [
        ("090000012", "phone.length", "Số này có 9 chữ số; cần 10. Đọc lại với người nộp."),
        ("09000000123", "phone.length", "Số này có 11 chữ số; cần 10. Đọc lại với người nộp."),
        ("1900000012", "phone.start", "Số điện thoại bắt đầu bằng 0"),
        ("0000000012", "phone.start", "Số điện thoại bắt đầu bằng 0"),
        ("", "phone.empty", "Chưa có số điện thoại."),
        ("+", "phone.characters", "Số điện thoại chỉ gồm chữ số."),
        ("không có", "phone.characters", "Số điện thoại chỉ gồm chữ số."),
        ("٠٩٠٠٠٠٠٠١٢", "phone.characters", "Số điện thoại chỉ gồm chữ số."),
        ("0" * 100_000, "phone.length", "Số này có 100000 chữ số"),
    ],
)
def test_phones_that_cannot_be(typed: str, code: str, says: str) -> None:
    with pytest.raises(Refused) as no:
        parse_phone(typed)
    assert no.value.code == code
    assert no.value.vi.startswith(says)


def test_identity_numbers() -> None:
    assert id_number("000190000123") == "000190000123"
    assert id_number(" 000 190 000 123") == "000190000123"
    assert id_number("000000001", old_allowed=True) == "000000001"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("000000001", "id.length"),
        ("00019000012", "id.length"),
        ("", "id.empty"),
        ("00019000012x", "id.characters"),
    ],
)
def test_identity_numbers_that_cannot_be(typed: str, code: str) -> None:
    with pytest.raises(Refused) as no:
        id_number(typed)
    assert no.value.code == code


def test_masks() -> None:
    assert mask_phone("0912345641") == "09•• ••• •41"
    assert mask_phone("") == ""
    assert mask_phone("12345") == "•••••"
    assert mask_id("000190000123") == "•••••••••123"
    assert mask_id("000000001") == "••••••001"
    assert mask_id("x" * 50) == "•" * 12


@given(anything)
def test_masks_show_little_of_anything(text: str) -> None:
    assert sum(char not in "• " for char in mask_phone(text)) <= 4
    assert sum(char != "•" for char in mask_id(text)) <= 3


@given(anything)
def test_hostile_text_is_read_or_refused(text: str) -> None:
    for parse, length in ((parse_phone, 10), (id_number, 12)):
        with suppress(Refused):
            found = parse(text)
            assert len(found) == length
            assert found.isascii()
            assert found.isdigit()
