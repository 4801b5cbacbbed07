"""Numbers in a row with nothing but commas between: "lần lượt là 88, 73, 105 và 64, dòng cộng ghi 330".

They say the same thing of one item after another, so a total that the text tells right behind them is theirs; and so
is the count of the same sentence before them that they come to but for a slip.
"""

import re
from collections.abc import Iterator, Sequence

from motcua.statements.signs.figures import Figure, noun_of
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.phrases import OPEN, OVERLAP
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.stops import STOP
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["of_bare_lists"]

_COMMA = re.compile(r"\s*[,;–-]\s+|\s*[,;]?\s+(?:và|and)\s+", re.IGNORECASE)
_TOTAL = re.compile(r"(?<!\w)(?:tổng|cộng|gộp|cả thảy|total|sum|altogether|in all)(?!\w)", re.IGNORECASE)
_LEAST = 3
_MOST = 40
_NEAR = 60  # characters between a list and its total


def of_bare_lists(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A sum for each such list and the total behind it, or the count before it."""
    counts = [one for one in figures if one.told and one.numeral.form is Form.COUNT]
    at = begun = 0
    while at < len(counts):
        end = at + 1
        while end < min(len(counts), at + _MOST) and _COMMA.fullmatch(_between(text, counts[end - 1], counts[end])):
            end += 1
        alone = at - begun == 1  # what stands before it is in no list of its own
        run, after, before = counts[at:end], counts[end : end + 1], counts[begun:at] if alone else []
        if len(run) >= _LEAST:
            told = [one for one in after if _total(text, run[-1], one)]
            for whole in [*told, *(one for one in before if _split(text, one, run))][:1]:
                top, under = found.of_figure[whole.index], [found.of_figure[one.index] for one in run]
                if len({top, *under}) > len(under):
                    sums = (weighted([top], under),)
                    yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=sums, listed=bool(told))
        begun, at = at, end


def _between(text: str, one: Figure, other: Figure) -> str:
    return text[one.numeral.end : other.numeral.start]


def _total(text: str, last: Figure, total: Figure) -> bool:
    """Whether words right behind a list say that a count is the total of it."""
    gap = _between(text, last, total)
    return len(gap) <= _NEAR and _TOTAL.search(gap) is not None


def _split(text: str, whole: Figure, run: Sequence[Figure]) -> bool:
    """Whether a count of the same sentence before a list is larger than all of it, and of nothing else."""
    gap = _between(text, whole, run[0])
    nouns = {noun_of(one) for one in (whole, run[-1])} - {""}
    apart = STOP.search(gap) or OPEN.search(gap) or OVERLAP.search(gap) or len(nouns) > 1
    return not apart and whole.numeral.value > max(one.numeral.value for one in run)
