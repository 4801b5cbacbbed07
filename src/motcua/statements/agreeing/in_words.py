"""An amount in digits, and written out: "1.284.500.000 đồng (bằng chữ: một tỷ hai trăm tám mươi tư triệu …)"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from motcua.statements.agreeing.scales import tens_of
from motcua.statements.signs.amounts import WRITTEN_OUT, is_amount
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation

__all__ = ["in_words"]

_FAR = 60  # characters between both


def in_words(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A claim for every amount that is written out right behind its digits."""
    for digits, words in pairwise(one for one in figures if one.trio is None):
        told = WRITTEN_OUT.search(text, digits.numeral.end, words.numeral.start)
        near = words.numeral.start - digits.numeral.end <= _FAR and digits.numeral.form is Form.COUNT
        which, same = found.of_figure[digits.index], found.of_figure[words.index]
        if told and near and is_amount(words.numeral.text) and which != same:
            scale = 10 ** (tens_of(text, digits) or 0)
            yield Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(((scale, which), (-1, same)),), listed=True)
