"""The text of an identity card's QR code. Facts: law.md §3.5.

It is plain text without a signature: good for filling a form, never for proving who somebody is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motcua.acts import Refused
from motcua.vietnam.moments import parse_date
from motcua.vietnam.names import title_case
from motcua.vietnam.text import clean, fold

__all__ = ["Card", "CardWarning", "Sex", "parse_card"]

_LONGEST = 2_000  # a card holds some 200 characters; more is not a card
_AIM_PREFIX = re.compile(r"^\][A-Za-z][0-9]")  # some scanners announce the kind of code first
_NUMBER = re.compile(r"[0-9]{12}")
_OLD_NUMBER = re.compile(r"[0-9]{9}|[0-9]{12}|")
_NAME = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+)*\.?")
_BARS = str.maketrans({"｜": "|", "¦": "|", "│": "|"})


class Sex(StrEnum):
    """As printed on the card."""

    MALE = "male"
    FEMALE = "female"


_SEXES = {"nam": Sex.MALE, "nu": Sex.FEMALE}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWarning:
    """Something to look at on the card itself; the form is filled all the same."""

    code: str
    vi: str
    en: str

    def __str__(self) -> str:
        return self.vi


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the QR code says. `old_number` and `address` may be empty."""

    id_number: str
    old_number: str
    name: str
    born: date
    sex: Sex
    address: str
    issued: date | None
    warnings: tuple[CardWarning, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fields:
    """The seven fields as text, cleaned and in the full order."""

    number: str
    old: str
    name: str
    born: str
    sex: str
    address: str
    issued: str


def parse_card(text: str) -> Card:
    """Read the text a scanner typed: number | old number | name | born | sex | address | issued.

    Six fields are enough (no issue date, or a reader that drops the old number); fields after the seventh are
    ignored. Letters broken on the way (UTF-8 read as Latin) are mended, odd bars and dates with separators
    accepted; an unreadable sex is taken from the number, with a warning. The province in the number is never
    judged: people born abroad have codes of their own.

    Raises Refused `card.empty`, `card.long`, `card.fields`, `card.number`, `card.name`, `card.born`.
    """
    fields = _fields(text)
    if not _NUMBER.fullmatch(fields.number):
        raise _unreadable("card.number", "Số căn cước trên mã không đủ 12 chữ số.", "The number has not 12 digits.")
    if not _has_letters(fields.name):
        raise _unreadable("card.name", "Mã không có họ tên.", "The code has no name.")
    born = _born(fields.born)
    issued = _issued(fields.issued)
    return Card(
        id_number=fields.number,
        old_number=fields.old if _OLD_NUMBER.fullmatch(fields.old) else "",
        name=title_case(fields.name),
        born=born,
        sex=_SEXES.get(fold(fields.sex)) or _sex_of(fields.number),
        address=fields.address,
        issued=issued,
        warnings=tuple(_warnings(fields, born, issued)),
    )


def _fields(text: str) -> _Fields:
    if len(text) > _LONGEST:
        raise _unreadable("card.long", "Chuỗi này dài hơn mã trên thẻ căn cước.", "This is longer than a card's code.")
    line = _AIM_PREFIX.sub("", _mended(text).strip().removeprefix("\ufeff").translate(_BARS))
    parts = [clean(part) for part in line.split("|")]
    if parts == [""]:
        raise _unreadable("card.empty", "Chưa đọc được mã nào.", "No code has been read yet.")
    if len(parts) < 6:
        raise _unreadable(
            "card.fields",
            f"Mã chỉ có {len(parts)} phần; thẻ căn cước có 6 hoặc 7.",
            f"The code has {len(parts)} parts.",
        )
    if _has_letters(parts[1]):  # a reader that drops the old number: the name has moved up
        parts.insert(1, "")
    number, old, name, born, sex, address, issued = [*parts, ""][:7]
    return _Fields(number=number, old=old, name=name, born=born, sex=sex, address=address, issued=issued)


def _has_letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


def _mended(text: str) -> str:
    """UTF-8 that somebody read as Windows Latin, read again. Anything else comes back as it was."""
    raw = bytearray()
    for char in text:
        try:
            raw += char.encode("cp1252")
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return text
            raw.append(ord(char))  # the five bytes that cp1252 leaves undefined
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return text


def _born(text: str) -> date:
    try:
        return parse_date(text)
    except Refused as why:
        raise Refused(
            "card.born",
            f"Ngày sinh trên mã: {why.vi} Hoặc gõ tay theo thẻ.",
            f"Date of birth in the code: {why.en} Or type it from the card.",
            source=why.code,
        ) from None


def _issued(text: str) -> date | None:
    try:
        return parse_date(text)
    except Refused:
        return None


def _sex_of(number: str) -> Sex:
    """The fourth digit: even male, odd female, two to a century."""
    return Sex.FEMALE if int(number[3]) % 2 else Sex.MALE


def _warnings(fields: _Fields, born: date, issued: date | None) -> Iterator[CardWarning]:
    if _SEXES.get(fold(fields.sex)) is None:
        yield _warn(
            "card.sex_unread",
            "Không đọc được giới tính trên mã; lấy theo số căn cước.",
            "The sex could not be read; taken from the number.",
        )
    elif _SEXES[fold(fields.sex)] is not _sex_of(fields.number):
        yield _warn("card.sex", "Giới tính không khớp với số căn cước.", "The sex does not match the number.")
    if born.year != 1900 + 100 * (int(fields.number[3]) // 2) + int(fields.number[4:6]):
        yield _warn(
            "card.year",
            "Năm sinh không khớp với số căn cước.",
            "The year of birth does not match the number.",
        )
    if not _OLD_NUMBER.fullmatch(fields.old):
        yield _warn("card.old_number", "Bỏ qua số cũ không đọc được.", "The old number is unreadable and left out.")
    if not _NAME.fullmatch(fields.name):
        yield _warn("card.name_broken", "Họ tên có ký tự lạ.", "The name has odd characters.")
    if fields.issued and issued is None:
        yield _warn("card.issued_unread", "Không đọc được ngày cấp.", "The day of issue could not be read.")
    if issued and issued < born:
        yield _warn("card.issued_before", "Ngày cấp trước ngày sinh.", "Issued before the date of birth.")


def _warn(code: str, vi: str, en: str) -> CardWarning:
    return CardWarning(code=code, vi=f"{vi} Xem lại trên thẻ.", en=f"{en} Look at the card.")


def _unreadable(code: str, vi: str, en: str) -> Refused:
    return Refused(code, f"{vi} Quét lại hoặc gõ tay theo thẻ.", f"{en} Scan again or type from the card.")
