"""Which months of a year a row, a column or a sentence speaks of, so that a quarter is the sum of its months."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Period", "made_of", "period", "so_far"]

_WORDS = {
    "ba": 3, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "three": 3, "six": 6, "nine": 9,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_YEAR = re.compile(r"(?:năm |\bof |/|-|\bin )?\b(?P<year>20\d\d)\b(?:-\d{2}\b)?", re.IGNORECASE)
_SPANS = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), kind)
    for pattern, kind in (
        (r"(?P<n>\d{1,2}|sáu) tháng cuối(?: năm)?|h2|second half(?: of the year)?|second[- ]half year", "last"),
        (
            r"cả năm|12 tháng|toàn năm|(?:full|whole|entire) year|^\s*(?:the )?year\s*$|year to date|twelve months",
            "year",
        ),
        (r"h1|first half(?: of the year)?|half[- ]year", "half"),
        (rf"(?P<n>\d{{1,2}}|{'|'.join(sorted(_WORDS, reverse=True))}) (?:tháng|months)(?: đầu)?(?: năm)?", "first"),
        (r"quý (?P<n>iv|i{1,3}|[1-4])|q(?P<q>[1-4])|quarter (?P<r>iv|i{1,3}|[1-4])", "quarter"),
        (r"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th) quarter", "quarter"),
        (r"(?:tháng|month|t\.?) ?(?P<n>\d{1,2})", "month"),
        (rf"(?P<n>{'|'.join(_MONTHS)})[a-z]*\.?", "month"),
    )
)
_SO_FAR = re.compile(  # all of a year up to the end of a month: "lũy kế đến hết tháng 9", "đến ngày 25/11"
    r"(?<!\w)(?:(?:đến|tới)(?: hết| cuối)?|hết|(?:(?:up )?to|by|at) the end of|through) "
    r"(?:(?:ngày \d{1,2}(?:[/.-]| tháng )|tháng )(?P<n>\d{1,2})(?!\d)|"
    rf"(?P<m>(?-i:[A-Z])(?:{'|'.join(one[1:] for one in _MONTHS)})[a-z]*))",
    re.IGNORECASE,
)
_TO_DATE = re.compile(  # the same when the last month is said elsewhere
    r"(?<!\w)(?:từ đầu năm (?:đến|tới) (?:nay|giờ|thời điểm này)|year[- ]to[- ]date|so far this year|"
    r"since (?:the (?:beginning|start) of the year|january))(?!\w)",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?<!\w)(?:tổng số|tổng cộng|tổng|cộng|cả|total|sum)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Months of a year; `year` "" when it is not said. `of` is the rest of the name: what is told of these months."""

    months: frozenset[int]
    year: str
    of: str


def period(name: str) -> Period | None:
    """The period that a name speaks of: "Quý II/2026", "6 tháng đầu năm", "Jan"; None when it speaks of none or two."""
    year = _YEAR.search(name)
    bare = _YEAR.sub(" ", name)
    for pattern, kind in _SPANS:
        if found := pattern.search(bare):
            rest = bare[: found.start()] + " " + bare[found.end() :]
            months = _months(kind, next((one for one in found.groups() if one), "").lower())
            if not months or any(other.search(rest) for other, _ in _SPANS):
                return None
            of = " ".join(re.findall(r"\w+", _SUM.sub(" ", rest).lower()))
            return Period(months=months, year=year["year"] if year else "", of=of)
    return None


def so_far(words: str) -> Period | None:
    """The months of the year up to one that words name the end of: "đến hết tháng 9", "by the end of May".

    No months at all when it is the present: "từ đầu năm đến nay".
    """
    if (found := _SO_FAR.search(words)) is None:
        return Period(months=frozenset(), year="", of="") if _TO_DATE.search(words) else None
    (last,) = _months("month", found["n"] or found["m"][:3].lower()) or (0,)
    year = _YEAR.search(words, found.end())
    return Period(months=frozenset(range(1, last + 1)), year=year["year"] if year else "", of="") if last else None


def _months(kind: str, number: str) -> frozenset[int]:
    n = _WORDS.get(number) or _ROMAN.get(number) or _ORDER.get(number) or (int(number) if number.isdigit() else 0)
    if kind == "month":
        n = n or (_MONTHS.index(number) + 1 if number in _MONTHS else 0)
        return frozenset({n} if 1 <= n <= 12 else ())
    if kind == "quarter":
        return frozenset(range(3 * n - 2, 3 * n + 1))
    first, last = {"year": (1, 12), "half": (1, 6), "first": (1, n), "last": (13 - (n or 6), 12)}[kind]
    return frozenset(range(first, last + 1)) if last <= 12 else frozenset()


def made_of(periods: Mapping[int, Period]) -> dict[int, Sequence[int]]:
    """For each period the fewest others that it is made of, when all of them are told: months of a quarter."""
    found: dict[int, Sequence[int]] = {}
    for top, whole in periods.items():
        inside = [
            (one, other.months)
            for one, other in periods.items()
            if other.of == whole.of and other.months < whole.months and len({other.year, whole.year} - {""}) < 2
        ]
        inside.sort(key=lambda one: -len(one[1]))
        parts: list[int] = []
        left = whole.months
        for one, months in inside:
            if months <= left:
                parts.append(one)
                left -= months
        if not left and len(parts) > 1:
            found[top] = sorted(parts)
    return found
