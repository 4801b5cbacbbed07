"""Which counts a text calls by the same words, when they have no standard name."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form

__all__ = ["every_word", "same_words"]

_MOST = 60  # words in which anything is called something
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset([
    "hồ", "sơ", "số", "tỷ", "lệ", "tỉ", "đạt", "chiếm", "trong", "trên", "của", "các", "là", "được", "đã", "có",
    "và", "tổng", "bằng", "riêng", "nhóm", "chỉ", "so", "với", "tính", "the", "of", "all", "rate", "share",
    "dossiers", "files",
])  # fmt: skip


def same_words(words: str, figures: Sequence[Figure], *, cells: bool = False) -> list[Figure]:
    """Counts called by the most of the same words in a row: two that tell something, in cells one and two others."""
    mine = _WORD.findall(words.lower())[:_MOST]
    telling = {*mine} - _COMMON
    best, found = (1, 2) if cells else (1, 99), list[Figure]()
    lengths = dict[str, tuple[int, int]]()  # many are told alike
    for figure in figures:
        if not figure.counts or figure.numeral.form is not Form.COUNT:
            continue
        if (length := lengths.get(figure.words)) is None:
            other = _WORD.findall(figure.words.lower())[:_MOST]
            length = lengths[figure.words] = _longest(mine, other) if telling & {*other} else (0, 0)
        if length > best:
            best, found = length, [figure]
        elif length == best:
            found.append(figure)
    return found if len({one.numeral.value for one in found}) == 1 else []


def every_word(words: str, figures: Sequence[Figure]) -> list[Figure]:
    """Counts called by all the telling words of these, two at least, in any order: "kết quả được số hóa"."""
    mine = {*_WORD.findall(words.lower())} - _COMMON
    found = [
        one
        for one in figures
        if one.counts and one.numeral.form is Form.COUNT and mine <= {*_WORD.findall(one.words.lower())}
    ]
    return found if len(mine) > 1 and len({one.numeral.value for one in found}) == 1 else []


def _longest(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """The most telling run of words that both hold: how many of its words tell something, how many it has."""
    where = defaultdict[str, list[int]](list)
    for place, word in enumerate(b):
        where[word].append(place)
    best = (0, 0)
    for start, word in enumerate(a):
        for other in where.get(word, ()):
            if start and other and a[start - 1] == b[other - 1]:
                continue  # it began before
            run = list(takewhile(lambda pair: pair[0] == pair[1], zip(a[start:], b[other:], strict=False)))
            best = max(best, (sum(one not in _COMMON for one, _ in run), len(run)))
    return best
