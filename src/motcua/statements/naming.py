"""Which counts a text calls by the same words, when they have no standard name."""

import re
from collections.abc import Sequence

from motcua.statements.figures import Figure
from motcua.statements.lexicon import labels
from motcua.statements.numerals import Form

__all__ = ["beyond", "same_words"]

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset([
    "hồ", "sơ", "số", "tỷ", "lệ", "tỉ", "đạt", "chiếm", "trong", "trên", "của", "các", "là", "được", "đã", "có",
    "và", "tổng", "nhóm", "chỉ", "so", "với", "tính", "the", "of", "all", "rate", "share", "dossiers", "files",
])  # fmt: skip

_PLAIN = frozenset([  # words that say of no field, place, time or kind
    "như", "vậy", "theo", "đó", "do", "qua", "tính", "chung", "kết", "quả", "tỷ", "tỉ", "lệ", "hồ", "sơ", "nhiệm",
    "vụ", "phiếu", "lượt", "đánh", "giá", "ý", "kiến", "đơn", "thủ", "tục", "việc", "số", "của", "xã", "phường",
    "trung", "tâm", "vị", "ta", "mình", "được", "đã", "đang", "đạt", "là", "chiếm", "ở", "mức", "chỉ", "còn", "tổng",
    "trong", "trên", "với", "kỳ", "hợp", "giao", "này", "nộp", "nhận", "tiếp", "giải", "quyết", "xử",
    "lý", "trả", "hoàn", "thành", "hình", "thức",
    "người", "dân", "và", "khá", "cao", "thấp", "tới", "lên", "bằng", "thì", "nên", "vì", "so", "thus", "hence",
    "therefore", "that", "this", "which", "the", "a", "an", "puts", "makes", "means", "gives", "is", "was", "were",
    "are", "at", "of", "to", "be", "it", "its", "share", "rate", "proportion", "percentage", "stood", "stands",
    "those", "these", "them", "dossiers", "applications", "files", "cases", "tasks", "in", "all", "for",
    "ward", "commune", "centre",
])  # fmt: skip


def beyond(words: str) -> frozenset[str]:
    """What words say of a figure beyond its labels: of which field, place, time or kind it is."""
    named = {at for label in labels(words) for at in range(label.start, label.end)}
    told = (found for found in _WORD.finditer(words) if found.start() not in named)
    return frozenset(word for found in told if (word := found.group().lower()) not in _PLAIN)


def same_words(words: str, figures: Sequence[Figure], *, cells: bool = False) -> list[Figure]:
    """Counts called by the most of the same words in a row: two that tell something, in cells one and two others."""
    mine = _WORD.findall(words.lower())
    best, found = (1, 2) if cells else (1, 99), list[Figure]()
    for figure in figures:
        if not figure.counts or figure.numeral.form is not Form.COUNT:
            continue
        length = _longest(mine, _WORD.findall(figure.words.lower()))
        if length > best:
            best, found = length, [figure]
        elif length == best:
            found.append(figure)
    return found if len({one.numeral.value for one in found}) == 1 else []


def _longest(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """The most telling run of words that both hold: how many of its words tell something, how many it has."""
    best = (0, 0)
    for start in range(len(a)):
        for other in range(len(b)):
            length = 0
            while start + length < len(a) and other + length < len(b) and a[start + length] == b[other + length]:
                length += 1
            best = max(best, (sum(word not in _COMMON for word in a[start : start + length]), length))
    return best
