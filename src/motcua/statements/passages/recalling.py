"""Counts that a text told before and speaks of again: by their labels, by their value, by the same words."""

import re
from collections.abc import Sequence

from motcua.statements.signs.figures import Figure, before
from motcua.statements.signs.lexicon import Sort
from motcua.statements.signs.naming import same_words
from motcua.statements.signs.numerals import Form

__all__ = ["NEAR_BLOCKS", "called", "repeated", "so_called"]

NEAR_BLOCKS = 4  # sentences and lines within which something is still remembered
_NEAREST = 3  # the same for a part that is repeated
_REACHED = re.compile(r"(?<!\w)(?:đạt|hoàn thành|completion)(?!\w)", re.IGNORECASE)  # said of what is done
_SMALL = 10  # a count below it may stand twice in a text by chance


def called(tags: dict[Sort, str], figures: Sequence[Figure], block: int) -> int | None:
    """The latest count before this block that these labels name, the one with the fewest others first."""
    near = (one for one in reversed(before(figures, len(figures))) if one.counts and block - one.block <= NEAR_BLOCKS)
    named = [one for one in near if tags and tags.items() <= one.tags.items()]
    return min(named, key=lambda one: len(one.tags)).index if named else None


def repeated(figure: Figure, own: dict[Sort, str], figures: Sequence[Figure]) -> Figure | None:
    """The part that a figure labelled so repeats, to say more of it.

    "48 hồ sơ trễ, … Phân tích 48 hồ sơ trễ theo nguyên nhân".
    """
    if not own or figure.numeral.value < _SMALL or figure.numeral.form is not Form.COUNT:
        return None
    return next(
        (
            one
            for one in reversed(before(figures, figure.index))
            if 0 < figure.block - one.block <= _NEAREST
            and one.counts
            and one.bunch is not None
            and one.numeral.value == figure.numeral.value
            and own.items() <= one.tags.items()
        ),
        None,
    )


def so_called(words: str, latest: Figure, figures: Sequence[Figure]) -> Figure:
    """The count of the sentence of `latest` that words before its last rate call by name, else the latest."""
    here = [one for one in before(figures, len(figures) - 1) if one.block == latest.block]
    done = [one for one in here if one.tags.get(Sort.STAGE) == "settled" and one.counts]
    if latest.tags.get(Sort.STAGE) == "pending" and done and _REACHED.search(words):
        return done[-1]
    named = same_words(words, here)
    return named[-1] if named else latest
