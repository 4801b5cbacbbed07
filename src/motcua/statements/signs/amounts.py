"""Amounts of money as people say them: "chín triệu tư", "3 triệu rưỡi", "1 tỷ 250 triệu", "hai triệu đồng"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from motcua.statements.signs.spoken import VI_WORD, number

__all__ = ["amounts", "is_amount"]

_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{1,3}})?|(?:{VI_WORD})(?: (?:{VI_WORD})){{0,6}})"
_DIGIT = r"(?:[1-9]|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín)"
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?P<n>{_NUMBER}) (?P<unit>tỷ|tỉ|triệu)(?!\w)"
    rf"(?: (?P<half>rưỡi)(?!\w)| (?P<more>{_NUMBER}) (?P<less>triệu|nghìn|ngàn)(?!\w)|"
    rf" (?P<tenth>{_DIGIT})(?=\s*(?:[,.;:)]|đồng(?!\w)|$)))?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]")
_TENS = {"tỷ": 9, "tỉ": 9, "triệu": 6, "nghìn": 3, "ngàn": 3}
_INSIDE = re.compile(r"(?<!\w)(?:tỷ|tỉ|triệu)(?!\w)", re.IGNORECASE)


def amounts(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Where such an amount stands and how many đồng it is; figures before one unit alone are read as they are."""
    for found in _AMOUNT.finditer(text):
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


def _value(words: str) -> Decimal:
    return Decimal(words.replace(",", ".")) if words[0].isdigit() else Decimal(number(words))
