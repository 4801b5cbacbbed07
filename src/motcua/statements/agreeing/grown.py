"""Growth that was reckoned from the wrong period: "864 …, năm nay 1.037, nhiều hơn 173, tức tăng 16,7 %".

The two counts, what lies between them and a rate that is its share of the wrong one are told by numbers; by words only
whether it became more or less.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.stocks import falls, rises
from motcua.sums import Force, Fraction, Kind, Relation, is_share

__all__ = ["grown"]

_NEAR = 2  # sentences between the counts and the rate
_BECAME = re.compile(r"(?<!\w)(?:xuống|lên|còn|to)\s+$", re.IGNORECASE)  # no change: "giảm từ 14 xuống 7"
_LEAD = 30  # characters before the change that may say that it is one
_MOST = 8  # figures before the rate
_BY = re.compile(r"(?<!\w)(?:thêm|hơn|bớt|kém|more|fewer|less)(?: được| đi| là| ra)?\s*$", re.IGNORECASE)


def grown(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A claim for every such rate: it is of the earlier count."""
    prose = [one for one in figures if one.trio is None]
    for at, rate in enumerate(prose):
        if rate.numeral.form is Form.PERCENT and rate.numeral.decimals:
            last = prose[max(0, at - _MOST) : at]
            near = [one for one in last if rate.block - one.block <= _NEAR and one.numeral.form is Form.COUNT]
            then, change = next(_of_the_later(text, rate, near), (None, None))
            if then is not None and change is not None:
                over, under = found.of_figure[change.index], found.of_figure[then.index]
                yield Relation(
                    kind=Kind.RATE,
                    force=Force.CLAIMED,
                    fractions=(Fraction(over=(over,), under=(under,), name="compared"),),
                    printed=found.of_figure[rate.index],
                    said=True,
                )


def _of_the_later(text: str, rate: Figure, near: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The earlier count and the change, where the rate is the share of the change in the later one and not in this."""
    printed = rate.numeral.value
    values = [one.numeral.value for one in near]
    down = falls(text[near[0].numeral.end : rate.numeral.start]) if near else False
    for one, other in permutations(values, 2):
        if other > one and is_share(printed, other - one, other if down else one):
            return  # "giảm từ 16 xuống 9, tương ứng giảm 43,8 %"
    for change, many, few in permutations(reversed(near), 3):
        if many.numeral.value - few.numeral.value != change.numeral.value or not change.numeral.value:
            continue
        lead = text[max(0, change.numeral.start - _LEAD) : change.numeral.start]
        led = change.numeral.hedge is Hedge.CHANGE or _BY.search(lead)
        told = rate.numeral.hedge is Hedge.CHANGE or (led and rate.index == change.index + 1)
        less = _falls(text, change, rate) if told else None
        then, now = (many, few) if less else (few, many)
        if _BECAME.search(text, max(0, change.numeral.start - _LEAD), change.numeral.start):
            continue
        shares = [is_share(printed, change.numeral.value, one.numeral.value) for one in (then, now)]
        if less is not None and shares == [False, True]:
            yield then, change


def _falls(text: str, change: Figure, rate: Figure) -> bool | None:
    """Whether it became less; None when the words around the change and the rate do not say."""
    said = (
        text[max(0, change.numeral.start - _LEAD) : change.numeral.start]
        + text[change.numeral.end : rate.numeral.start]
    )
    return falls(said) if falls(said) != rises(said) else None
