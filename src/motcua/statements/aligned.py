"""Rates told one after another in the order of their counts: "40 (30; 9; 1) … lần lượt 75,0 %, 22,5 %, 2,5 %".

When all of them but one are the shares of as many counts in a row, of one whole, the last is meant to be one too.
"""

from collections.abc import Iterator, Sequence

from motcua.statements.figures import Figure
from motcua.statements.numerals import Form, Hedge
from motcua.statements.quantities import Known
from motcua.sums import Force, Fraction, Kind, Relation, is_share

__all__ = ["aligned"]

_LEAST = 3  # rates in a row
_NEAR = 14  # counts on either side of them
_APART = 1  # sentences between two rates of a row


def aligned(figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A claim for each rate of such a row."""
    prose = [one for one in figures if one.trio is None and one.numeral.hedge is Hedge.EXACT and not one.compared]
    counts = [one for one in prose if one.numeral.form is Form.COUNT]
    for rates in _rows(prose):
        first = sum(one.index < rates[0].index for one in counts)
        near = counts[max(0, first - _NEAR) : first + _NEAR]
        for parts, whole in _shares(rates, near):
            for rate, part in zip(rates, parts, strict=True):
                over, under = found.of_figure[part.index], found.of_figure[whole.index]
                if over != under:
                    yield Relation(
                        kind=Kind.RATE,
                        force=Force.CLAIMED,
                        fractions=(Fraction(over=(over,), under=(under,), name="named"),),
                        printed=found.of_figure[rate.index],
                    )


def _rows(prose: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Rates with no count between them."""
    row = list[Figure]()
    for one in prose:
        rate = one.numeral.form is Form.PERCENT
        if row and (not rate or one.block - row[-1].block > _APART):
            if len(row) >= _LEAST:
                yield row
            row = []
        if rate:
            row.append(one)
    if len(row) >= _LEAST:
        yield row


def _shares(rates: Sequence[Figure], counts: Sequence[Figure]) -> Iterator[tuple[Sequence[Figure], Figure]]:
    """As many counts in a row, and a whole of which all or all but one of the rates are their shares."""
    for start in range(len(counts) - len(rates) + 1):
        parts = counts[start : start + len(rates)]
        for whole in counts:
            fits = sum(_is(rate, part, whole) for rate, part in zip(rates, parts, strict=True))
            if whole not in parts and fits >= len(rates) - 1:
                yield parts, whole
                return


def _is(rate: Figure, part: Figure, whole: Figure) -> bool:
    """Whether it is that share; one without decimals may be so by chance."""
    return rate.numeral.decimals > 0 and is_share(rate.numeral.value, part.numeral.value, whole.numeral.value)
