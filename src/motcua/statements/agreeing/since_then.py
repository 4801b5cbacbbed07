"""A change told beside what was before in a bracket: "8.214 tấn (2023: 7.640 tấn), tăng 7,51 %", "(94/112, -16,07 %)".

Or before the difference: "871 ca, cao hơn cùng kỳ (625 ca) 246 ca, tương đương 39,4 %".
"""

import re
from collections.abc import Iterator, Sequence

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Fraction, Kind, Relation, weighted

__all__ = ["since_then"]

_NOUN = r"(?: [^\W\d]+){0,5}"
_MORE = r"(?:tăng|giảm|thêm|bớt|hơn|kém|nhiều hơn|ít hơn|cao hơn|thấp hơn|up|down|more|fewer|less|an? \w+ of)"
_PERIOD = r"(?:cùng kỳ|(?:năm|kỳ|quý|tháng|tuần|vụ)|20\d\d|last|previous|same|same period)"
_IN_BRACKET = re.compile(rf"{_NOUN},? \((?:[^()\d;%]{{0,20}}){_PERIOD}(?:[^()\d;%]|20\d\d){{0,25}}", re.IGNORECASE)
_MORE_THAN = re.compile(
    rf"{_NOUN},? {_MORE}(?: so với)? (?:[^().,;\d]{{0,20}})?{_PERIOD}[^().,;\d]{{0,20}}\(", re.IGNORECASE
)
_THEN_MORE = re.compile(rf"{_NOUN}\)[,;]? (?:[^\W\d]+ ){{0,2}}?{_MORE}(?: (?:được|lên|đi|là))? ", re.IGNORECASE)
_THEN_BY = re.compile(rf"{_NOUN}\) (?:là )?", re.IGNORECASE)
_THAT_IS = re.compile(
    rf"{_NOUN}(?:, | \(|, ?(?:tương đương|tức là|tức|bằng|or) )(?:{_MORE} |tương đương |or )?", re.IGNORECASE
)
_OF_RATIO = re.compile(rf"(?: [^\W\d]+)?, ?(?:[-–−+] ?|{_MORE} )", re.IGNORECASE)


def since_then(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A check of every such difference, and of every such rate."""
    prose = [one for one in figures if one.trio is None]
    for at, now in enumerate(prose):
        after = prose[at + 1 : at + 4]
        bracket = now.numeral.form is Form.RATIO and text[: now.numeral.start].endswith("(")  # else it is some of all
        if bracket and after and _between(text, now, after[0], _OF_RATIO):
            yield from _rate(found.of_figure[now.index], found.whole_of[now.index], after[0], found)
        if not _exact(now) or len(after) < 2 or not _exact(after[0]):
            continue
        then, by = after[0], after[1]
        aside = _between(text, now, then, _IN_BRACKET) and _between(text, then, by, _THEN_MORE)
        than = _between(text, now, then, _MORE_THAN) and _between(text, then, by, _THEN_BY)
        if aside or than:
            yield from _claims(text, now, then, after[1:], found)


def _between(text: str, one: Figure, other: Figure, words: re.Pattern[str]) -> bool:
    return words.fullmatch(text, one.numeral.end, other.numeral.start) is not None


def _exact(one: Figure) -> bool:
    return one.numeral.form is Form.COUNT and one.numeral.hedge is not Hedge.ABOUT and one.numeral.value > 0


def _claims(text: str, now: Figure, then: Figure, changes: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The difference, and the rate of it right behind; or the rate alone."""
    by, *more = changes
    ends = found.of_figure[now.index], found.of_figure[then.index]
    if by.numeral.form is Form.PERCENT:
        yield from _rate(*ends, by, found)
    elif by.numeral.form is Form.COUNT and len({*ends, found.of_figure[by.index]}) == len(ends) + 1:
        high, low = ends if now.numeral.value >= then.numeral.value else ends[::-1]
        sums = (weighted([high], [low, found.of_figure[by.index]]),)
        yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=sums, listed=True)
        if more and _between(text, by, more[0], _THAT_IS):
            yield from _rate(*ends, more[0], found)


def _rate(now: int, then: int, rate: Figure, found: Known) -> Iterator[Relation]:
    values = {one.index: one.value for one in found.quantities}
    if rate.numeral.form is not Form.PERCENT or not values[then] or now == then:
        return
    more, less = (now, then) if values[now] >= values[then] else (then, now)
    of = Fraction(over=(more,), minus=(less,), under=(then,), name="compared")
    yield Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(of,), printed=found.of_figure[rate.index])
