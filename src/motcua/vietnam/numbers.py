"""Vietnamese numbers out (12.558 · 98,23 % · 50.000 đồng) and in."""

import re
from decimal import ROUND_HALF_UP, Decimal

from motcua.acts import Refused
from motcua.vietnam.text import clean

__all__ = ["money", "money_words", "number", "parse_number", "parse_percent", "percent"]

_WHOLE = re.compile(r"[0-9]{1,15}|[1-9][0-9]{0,2}(?:[. ][0-9]{3}){1,4}")
_PERCENT = re.compile(r"([0-9]{1,3})(?:[,.]([0-9]{1,6}))? ?%?")
_THREE_AFTER_DOT = re.compile(r"[0-9]+\.[0-9]{3} ?%?")
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 1_000_000_000
_MOST = 10**18


def number(value: int | Decimal, decimals: int = 0) -> str:
    """A number as Vietnamese readers write it: 12558 gives "12.558", rounded half up to `decimals`."""
    if isinstance(value, int) and not decimals:
        return f"{value:,}".replace(",", ".")
    step = Decimal(1).scaleb(-decimals)
    rounded = Decimal(value).quantize(step, rounding=ROUND_HALF_UP) + 0  # + 0 makes a rounded -0 plain
    return f"{rounded:,f}".translate(str.maketrans(",.", ".,"))


def percent(value: Decimal | int, decimals: int = 2) -> str:
    """A rate already in percent: Decimal("98.23") gives "98,23 %". Rounded half up."""
    return f"{number(Decimal(value), decimals)} %"


def money(dong: int) -> str:
    """An amount: 50000 gives "50.000 đồng"."""
    return f"{number(dong)} đồng"


def money_words(dong: int) -> str:
    """An amount in words, as receipts want it: 50000 gives "năm mươi nghìn đồng".

    Raises Refused `money.range` from a billion billion upward.
    """
    if abs(dong) >= _MOST:
        raise Refused("money.range", "Số tiền quá lớn. Xem lại số tiền.", "The amount is too large. Check it.")
    sign = "âm " if dong < 0 else ""
    return f"{sign}{_read(abs(dong)) or _DIGITS[0]} đồng"


def _read(value: int, *, full: bool = False) -> str:
    """Words for `value`; `full` when something larger was read before, so that empty hundreds are heard."""
    if value >= _BILLION:
        head, tail = divmod(value, _BILLION)
        return f"{_read(head, full=full)} tỷ {_read(tail, full=True)}".strip()
    parts: list[str] = []
    for size, name in ((1_000_000, " triệu"), (1_000, " nghìn"), (1, "")):
        group, value = divmod(value, size)
        if group:
            parts.append(_group(group, full=full or bool(parts)) + name)
    return " ".join(parts)


def _group(value: int, *, full: bool) -> str:
    """Words for 1 to 999."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    parts = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if tens > 1:
        parts.append(f"{_DIGITS[tens]} mươi")
    elif tens == 1:
        parts.append("mười")
    elif ones and parts:
        parts.append("linh")
    if ones:
        parts.append(_ones(tens, ones))
    return " ".join(parts)


def _ones(tens: int, ones: int) -> str:
    if ones == 1 and tens > 1:
        return "mốt"
    if ones == 5 and tens:
        return "lăm"
    return _DIGITS[ones]


def parse_number(text: str) -> int:
    """A count as typed or printed: "12558", "12.558" or "12 558". At most 15 digits, never negative.

    Raises Refused `number.empty`, `number.decimal`, `number.unreadable`. "12,558" is refused, not guessed: a
    comma begins decimals in Vietnamese.
    """
    typed = clean(text)
    if not typed:
        raise Refused("number.empty", "Chưa có số. Gõ một số, ví dụ 12.558.", "No number yet. Type one, e.g. 12.558.")
    if _WHOLE.fullmatch(typed):
        return int(typed.replace(".", "").replace(" ", ""))
    if re.fullmatch(r"[0-9. ]+,[0-9]+", typed):
        raise Refused(
            "number.decimal",
            "Dấu phẩy là dấu thập phân; ở đây cần số nguyên, ví dụ 12.558.",
            "A comma begins decimals; a whole number is needed here, e.g. 12.558.",
        )
    raise Refused(
        "number.unreadable",
        "Không đọc được số này. Viết như 12.558 hoặc 12558.",
        "This number cannot be read. Write it like 12.558 or 12558.",
    )


def parse_percent(text: str) -> Decimal:
    """A rate as typed or printed, in percent, with as many decimals as were written: "98,23%" gives 98.23.

    A dot is taken for the comma ("98.23%") unless three digits follow it, which could be thousands. Raises
    Refused `percent.unreadable`.
    """
    typed = clean(text)
    found = _PERCENT.fullmatch(typed)
    if not found or _THREE_AFTER_DOT.fullmatch(typed):
        raise Refused(
            "percent.unreadable",
            "Không đọc được tỷ lệ này. Viết như 98,23 %.",
            "This rate cannot be read. Write it like 98,23 %.",
        )
    whole, decimals = found.groups()
    return Decimal(f"{whole}.{decimals}" if decimals else whole)
