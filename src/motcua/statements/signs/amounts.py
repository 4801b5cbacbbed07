"""Amounts of money as people say them: "chín triệu tư", "3 triệu rưỡi", "1 tỷ 250 triệu", "hai triệu đồng".

And as they are written out: "một tỷ hai trăm tám mươi tư triệu năm trăm nghìn đồng".
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from motcua.statements.signs.spoken import VI_WORD, number

__all__ = ["WRITTEN_OUT", "amounts", "is_amount"]

WRITTEN_OUT = re.compile(r"bằng chữ(?: là)?\s*:?\s*$", re.IGNORECASE)  # ahead of an amount that stands in digits too

_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{1,3}})?|(?:{VI_WORD})(?: (?:{VI_WORD})){{0,6}})"
_DIGIT = r"(?:[1-9]|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín)"
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?P<n>{_NUMBER}) (?P<unit>tỷ|tỉ|triệu)(?!\w)"
    rf"(?: (?P<half>rưỡi)(?!\w)| (?P<more>{_NUMBER}) (?P<less>triệu|nghìn|ngàn)(?!\w)|"
    rf" (?P<tenth>{_DIGIT})(?=\s*(?:[,.;:)]|đồng(?!\w)|$)))?",
    re.IGNORECASE,
)
_IN_FULL = re.compile(
    rf"(?<!\w)(?:{VI_WORD})(?: (?:{VI_WORD}|tỷ|tỉ|triệu)(?!\w)){{2,24}}(?= đồng(?!\w))", re.IGNORECASE
)
_GROUPS = ((re.compile(r" t[ỷỉ](?!\w)"), 9), (re.compile(r" triệu(?!\w)"), 6))
_LEAST = 100  # đồng that are written out
_WORDS = re.compile(r"[^\W\d_]")
_TENS = {"tỷ": 9, "tỉ": 9, "triệu": 6, "nghìn": 3, "ngàn": 3}
_INSIDE = re.compile(r"(?<!\w)(?:tỷ|tỉ|triệu)(?!\w)", re.IGNORECASE)


def amounts(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Where such an amount stands and how many đồng it is; figures before one unit alone are read as they are."""
    told = {found.start(): found for found in _IN_FULL.finditer(text) if is_amount(found[0])}
    in_full = [(start, found.end(), _in_full(found[0].lower())) for start, found in told.items()]
    in_full = [one for one in in_full if one[2]]
    yield from in_full
    for found in _AMOUNT.finditer(text):
        if any(start <= found.start() < end for start, end, _ in in_full):
            continue
        unit = _TENS[found["unit"].lower()]
        value = _value(found["n"]).scaleb(unit)
        if found["half"]:
            value += Decimal(5).scaleb(unit - 1)
        elif found["more"]:
            value += _value(found["more"]).scaleb(_TENS[found["less"].lower()])
        elif found["tenth"]:
            value += _value(found["tenth"]).scaleb(unit - 1)
        elif not _WORDS.match(found["n"]):
            continue
        if value:
            yield found.start(), found.end(), value.quantize(Decimal(1))


def is_amount(words: str) -> bool:
    """Whether a number says itself in which unit it is: "chín triệu tư"."""
    return _INSIDE.search(words) is not None


def _in_full(words: str) -> Decimal:
    """What an amount comes to that is written out; 0 when it is no one number."""
    value, rest = Decimal(0), words
    for unit, tens in _GROUPS:
        ahead, *behind = unit.split(rest, 1)
        if behind:
            group = number(ahead.strip())
            if not group:
                return Decimal(0)
            value, rest = value + Decimal(group).scaleb(tens), behind[0]
    last = number(rest.strip()) if rest.strip() else 0
    if rest.strip() and last < _LEAST:
        return Decimal(0)  # "ba triệu sáu": a tenth
    return value + last


def _value(words: str) -> Decimal:
    return Decimal(words.replace(",", ".")) if words[0].isdigit() else Decimal(number(words))
