"""Wholes of which a rate is right though no words say so; and counts of a time that is over, of which none is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.quantities import Known
from motcua.sums import Fraction, Relation, judge

__all__ = ["exact", "former", "spare"]

_FAR = 150  # figures between a rate and a whole that it may be of by chance
_FORMER = re.compile(
    r"(?<!\w)(?:trước (?:khi )?(?:rà soát|sáp nhập|hợp nhất|sắp xếp|điều chỉnh|cập nhật|bổ sung)|(?:số )?ban đầu|"
    r"before (?:the )?(?:review|merger|update|revision)|formerly|previously|initially)(?!\w)",
    re.IGNORECASE,
)


def spare(one: Relation, figures: Sequence[Figure], found: Known) -> tuple[Fraction, ...]:
    """Wholes anywhere in the text of which a printed rate is right, though nothing says that it is of them.

    Of one that is told roughly too: "trả gần 5.400 hồ sơ, trong đó trước hạn 4.471, đạt 83 %".
    """
    values = {known.index: known.value for known in found.quantities}
    mine = figures[found.quantities[one.printed].figures[0]]
    tops = dict.fromkeys((fraction.over, fraction.minus) for fraction in one.fractions)
    used = {(fraction.over, fraction.under) for fraction in one.fractions}
    wholes = [
        found.of_figure[figure.index]
        for figure in figures[max(0, mine.index - _FAR) : mine.index + _FAR]
        if figure.numeral.form is Form.COUNT
        and figure.numeral.hedge is not Hedge.CHANGE
        and (mine.trio is None) == (figure.trio is None)
        and not former(figure, mine)
    ]
    fit = []
    for over, minus in tops:
        for which in dict.fromkeys(wholes):
            fraction = Fraction(over=over, minus=minus, under=(which,), name="other")
            if (over, (which,)) in used or which in over or values[which] < sum(values[top] for top in over):
                continue
            if judge(replace(one, fractions=(fraction,)), values).holds:
                fit.append(fraction)
    return tuple(fit)


def former(whole: Figure, rate: Figure) -> bool:
    """Whether a count was so before a change of which a rate says nothing: "246 (trước rà soát là 238)"."""
    return _FORMER.search(whole.words) is not None and _FORMER.search(rate.words) is None


def exact(figure: Figure) -> bool:
    """Whether it is an amount, of this period or another."""
    return figure.numeral.form is Form.COUNT and figure.numeral.hedge is Hedge.EXACT
