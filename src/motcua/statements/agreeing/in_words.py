"""An amount in digits, and written out: "1.284.500.000 đồng (bằng chữ: một tỷ hai trăm tám mươi tư triệu …)"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from motcua.statements.signs.amounts import is_amount
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation

__all__ = ["in_words"]

_WRITTEN_OUT = re.compile(
    r"\s*(?:(?P<thousand>nghìn|ngàn)|(?P<million>triệu)|(?P<billion>tỷ|tỉ))?\s*(?:đồng|đ|VNĐ|VND)?[\s,.;(]*"
    r"(?:(?:số tiền )?(?:viết|ghi|đọc) )?bằng chữ(?: là)?\s*:?\s*",
    re.IGNORECASE,
)
_TENS = {"thousand": 3, "million": 6, "billion": 9}


def in_words(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A claim for every amount that is written out right behind its digits."""
    for digits, words in pairwise(one for one in figures if one.trio is None):
        told = _WRITTEN_OUT.fullmatch(text, digits.numeral.end, words.numeral.start)
        which, same = found.of_figure[digits.index], found.of_figure[words.index]
        if told is None or digits.numeral.form is not Form.COUNT or which == same or not is_amount(words.numeral.text):
            continue
        scale = 10 ** next((tens for name, tens in _TENS.items() if told[name]), 0)
        yield Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(((scale, which), (-1, same)),), listed=True)
