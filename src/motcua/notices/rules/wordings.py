"""Wordings: their blanks, what each kind of text may carry, filling them, and the lines that follow every letter."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from motcua import vietnam
from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.notices.rules.english import ENGLISH
from motcua.notices.rules.events import EVENTS, Event, Purpose, duty_basis
from motcua.notices.rules.places import IN_SHORT, Place
from motcua.notices.rules.vietnamese import VIETNAMESE

__all__ = [
    "LONG_DATE",
    "SHORT_MOST",
    "Language",
    "Place",
    "Slot",
    "Value",
    "Words",
    "allowed",
    "check",
    "default",
    "fill",
    "foot",
    "places_in",
    "said",
    "unaccented",
]

Value = str | int | Decimal | date | datetime | tuple[str, ...]
LONG_DATE = datetime(2026, 12, 27, 17, 0, tzinfo=ZONE)  # a Sunday in December: no date is longer in either language
SHORT_MOST = 160  # characters of one SMS in the GSM alphabet, which Vietnamese without its marks fits into
_BLANK = re.compile(r"\{([^{}\n]*)\}")
_QUOTES = str.maketrans({"“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "’": "'", "‘": "'", "•": "*"})


class Language(StrEnum):
    """The languages somebody may be written to in."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


class Slot(StrEnum):
    """The three kinds of text: a letter, a short message, a line on the resident's page."""

    EMAIL = "email"
    SHORT = "short"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A wording with its blanks, or filled: the subject (letters only) and the text."""

    subject: str = ""
    text: str


def default(event: Event, slot: Slot, language: Language) -> Words:
    """The wording that comes with the product."""
    subject, letter, short, page = (VIETNAMESE if language is Language.VIETNAMESE else ENGLISH)[event]
    text = {Slot.EMAIL: letter, Slot.SHORT: short, Slot.PAGE: page}[slot]
    return Words(subject=subject if slot is Slot.EMAIL else "", text=text)


def allowed(event: Event, slot: Slot) -> frozenset[Place]:
    """The blanks a wording of this event may have: short ones nothing personal, the page no name."""
    places = EVENTS[event].places
    if slot is Slot.SHORT:
        return places & IN_SHORT
    return places - {Place.NAME, Place.LINK} if slot is Slot.PAGE else places


def places_in(text: str) -> tuple[str, ...]:
    """The blanks of a text as they are typed."""
    return tuple(unicodedata.normalize("NFC", name.strip().lower()) for name in _BLANK.findall(text))


def check(*, event: Event, slot: Slot, words: Words) -> None:
    """Refuse a wording without words, with a blank that is not known here, or with braces that do not match."""
    if not words.text.strip() or (slot is Slot.EMAIL and not words.subject.strip()):
        field = "text" if not words.text.strip() else "subject"
        raise Refused("wording.empty", "Chưa có chữ nào ở ô này.", "There are no words here.", field=field)
    for field, text in (("subject", words.subject), ("text", words.text)):
        bare = _BLANK.sub("", text)
        if "{" in bare or "}" in bare:
            raise Refused(
                "wording.braces",
                "Có một dấu { hoặc } đứng lẻ. Viết chỗ trống như {mã hồ sơ}.",
                "A brace stands alone. Write a blank like {mã hồ sơ}.",
                field=field,
            )
        known = {place.value for place in allowed(event, slot)}
        for name in places_in(text):
            if name in known:
                continue
            personal = slot is Slot.SHORT and any(place.value == name for place in Place)
            raise Refused(
                "wording.personal" if personal else "wording.unknown",
                f"Tin ngắn không được mang {{{name}}}: ngoài mã hồ sơ không nói gì riêng của người nhận."
                if personal
                else f"Không có chỗ trống {{{name}}} cho loại tin này. Chọn trong danh sách bên cạnh.",
                f"A short message may not carry {{{name}}}."
                if personal
                else f"There is no blank {{{name}}} for this event.",
                field=field,
            )


def fill(words: Words, values: Mapping[Place, Value], language: Language) -> Words:
    """The wording with its blanks filled; a blank without a value becomes a dash."""

    def put(text: str) -> str:
        def value(found: re.Match[str]) -> str:
            name = places_in(found.group(0))[0]
            return said(values.get(Place(name), ""), language) or "–"

        return _BLANK.sub(value, text)

    return Words(subject=" ".join(put(words.subject).split()), text=put(words.text).strip())


def said(value: Value, language: Language) -> str:
    """A value as a letter of that language says it: moments in full, money with its unit, lists with semicolons."""
    if isinstance(value, datetime):
        local = value.astimezone(ZONE)
        if language is Language.ENGLISH:
            return f"{local:%H:%M on %A %d/%m/%Y}"
        return vietnam.moment(value, local.date(), year=True)
    if isinstance(value, date):
        return f"{value:%A %d/%m/%Y}" if language is Language.ENGLISH else vietnam.day(value, year=True)
    if isinstance(value, int | Decimal):
        return f"{int(value):,} VND" if language is Language.ENGLISH else vietnam.money(int(value))
    if isinstance(value, tuple):
        return "; ".join(value)
    return value


def unaccented(text: str) -> str:
    """A text in the alphabet of a plain SMS: no Vietnamese marks, no typographic signs; case stays."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    plain = bare.replace("đ", "d").replace("Đ", "D").translate(_QUOTES)
    return " ".join(plain.encode("ascii", "replace").decode().split())


def foot(*, event: Event, on: date, language: Language, office: str, ward: str, reach: str, choose: str) -> str:
    """The lines under every letter, which no edited wording can take away: who writes, why, how to refuse."""
    basis = duty_basis(event, on)
    vi = language is Language.VIETNAMESE
    lines = ["--", f"{office}, {ward}" if office else ward, reach]
    if EVENTS[event].purpose is Purpose.DUTY:
        why = "Pháp luật buộc phường báo tin này cho ông bà" if vi else "The law obliges the ward to tell you this"
        lines.append(f"{why}: {basis}." if basis else f"{why}.")
    if choose:
        how = (
            "Chọn ngôn ngữ, hoặc thôi nhận tin không bắt buộc"
            if vi
            else "Choose your language, or stop messages that are not required"
        )
        lines.append(f"{how}: {choose}")
    return "\n".join(line for line in lines if line)
