"""Numbers that reach or name a person: telephone and identity card."""

import re

from motcua.acts import Refused
from motcua.vietnam.text import clean

__all__ = ["id_number", "mask_id", "mask_phone", "parse_phone"]

_SEPARATORS = re.compile(r"[\s.\-()]")
_DIGITS = re.compile(r"[0-9]+")
_DOT = "•"


def parse_phone(text: str) -> str:
    """A telephone number in ten digits starting with 0; "+84 90 000 0012" gives "0900000012".

    Raises Refused `phone.empty`, `phone.characters`, `phone.length`, `phone.start`.
    """
    typed = _SEPARATORS.sub("", clean(text))
    if not typed:
        raise Refused("phone.empty", "Chưa có số điện thoại. Hỏi người nộp.", "No telephone number yet. Ask for it.")
    plus = typed.startswith("+")
    digits = typed.removeprefix("+")
    if not _DIGITS.fullmatch(digits):
        raise Refused(
            "phone.characters",
            "Số điện thoại chỉ gồm chữ số. Xóa các ký tự khác rồi đọc lại với người nộp.",
            "A telephone number has digits only. Remove the rest and read it back to the applicant.",
        )
    national = _national(digits, plus=plus)
    if len(national) != 10:
        raise _wrong_length("phone.length", len(national), 10, "Đọc lại với người nộp.", "Read it back.")
    if not national.startswith("0") or national.startswith("00"):
        raise Refused(
            "phone.start",
            "Số điện thoại bắt đầu bằng 0 và một chữ số khác 0. Đọc lại với người nộp.",
            "A telephone number starts with 0 and then another digit. Read it back to the applicant.",
        )
    return national


def _national(digits: str, *, plus: bool) -> str:
    if plus and digits.startswith("84"):
        return "0" + digits[2:].removeprefix("0")
    if digits.startswith("0084"):
        return "0" + digits[4:].removeprefix("0")
    if len(digits) == 11 and digits.startswith("84"):
        return "0" + digits[2:]
    return digits


def id_number(text: str, *, old_allowed: bool = False) -> str:
    """An identity number: 12 digits, or the old 9 when `old_allowed`. Spaces and dots inside are dropped.

    Raises Refused `id.empty`, `id.characters`, `id.length`.
    """
    typed = _SEPARATORS.sub("", clean(text))
    if not typed:
        raise Refused(
            "id.empty", "Chưa có số căn cước. Xem trên thẻ căn cước.", "No identity number yet. See the card."
        )
    if not _DIGITS.fullmatch(typed):
        raise Refused(
            "id.characters",
            "Số căn cước chỉ gồm chữ số. Xem lại trên thẻ căn cước.",
            "An identity number has digits only. Check it on the card.",
        )
    if len(typed) != 12 and not (old_allowed and len(typed) == 9):
        raise _wrong_length("id.length", len(typed), 12, "Xem lại trên thẻ căn cước.", "Check it on the card.")
    return typed


def _wrong_length(code: str, have: int, need: int, then_vi: str, then_en: str) -> Refused:
    return Refused(
        code,
        f"Số này có {have} chữ số; cần {need}. {then_vi}",
        f"This has {have} digits; {need} are needed. {then_en}",
    )


def mask_phone(phone: str) -> str:
    """A number for a public page: "0912345641" gives "09•• ••• •41". Anything else shows nothing."""
    if len(phone) == 10 and phone.isascii() and phone.isdigit():
        return f"{phone[:2]}•• ••• •{phone[-2:]}"
    return _DOT * min(len(phone), 10)


def mask_id(number: str) -> str:
    """An identity number for a public page: only the last three digits show. Anything else shows nothing."""
    if len(number) in {9, 12} and number.isascii() and number.isdigit():
        return _DOT * (len(number) - 3) + number[-3:]
    return _DOT * min(len(number), 12)
