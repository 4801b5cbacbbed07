"""A statement cut into pieces, each saying at most one figure: what stands between commas, brackets and lines."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from motcua.statements.signs.lexicon import Label, labels
from motcua.statements.signs.numerals import Form, Numeral

__all__ = ["Break", "Piece", "cut"]


class Break(StrEnum):
    """What stands before a piece."""

    START = "start"
    PARAGRAPH = "paragraph"
    LINE = "line"
    STOP = "stop"
    SEMICOLON = "semicolon"
    COLON = "colon"
    COMMA = "comma"
    OPEN = "open"
    CLOSE = "close"
    PLUS = "plus"  # 12 + 3: said to be a sum
    AND = "and"  # a conjunction or a verb between two figures


@dataclass(slots=True, kw_only=True)
class Piece:
    """A span of the text with its labels and at most one count or ratio; `breaks` are what led to it, in order."""

    start: int
    end: int
    breaks: list[Break]
    bullet: str = ""  # of a line: "-", "+", "a)"; "" when it has none
    begins: bool = False  # whether that bullet is the first number of its kind: "1.", "I.", "a)"
    numerals: list[Numeral] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    @property
    def count(self) -> Numeral | None:
        """Its count or ratio."""
        return next((one for one in self.numerals if one.form is not Form.PERCENT), None)

    @property
    def percents(self) -> list[Numeral]:
        """Its rates."""
        return [one for one in self.numerals if one.form is Form.PERCENT]


_MARK = re.compile(
    r"(?P<paragraph>\n[ \t]*\n\s*)"
    r"|(?P<line>\n[ \t]*)"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])"
    r"|(?P<semicolon>;)"
    r"|(?P<colon>:(?!\d)|\?\s+(?:Đáp|Trả lời|TL|A|Answer)\s*:\s*(?=\d)|\?(?= \d)|"
    r"(?<=\w)\s[—–]\s(?=\d[\d.,]*\s[^.;:\n\d]{2,60},\s(?:[^\W\d_]+\s){0,4}\d[\d.,]*\s[^.;:\n\d]{2,60}"
    r"(?:,|\s(?:and|và))\s(?:[^\W\d_]+\s){0,4}\d))"  # "Bao nhiêu đã xong? 1.004."
    r"|(?P<stop>[.!?](?=[\s”\"')]|$))"
    r"|(?P<plus>\s\+\s)"
    r"|(?P<comma>,(?!\d)|\s[-–—|]\s|\s=>?\s(?!\d{1,3}(?:[.,]\d+)?\s?%)|\s?[→⇒]\s?)"
)
_BULLET = re.compile(
    r"[ \t]*(?P<bullet>[-–—+*•●○▪◦■□►✓]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]{1,4})[.)])[ \t]+", re.IGNORECASE
)
_FIRST = re.compile(r"(?:^|\n)[ \t]*\(?[1aI][.)][ \t]+$", re.IGNORECASE)
_FAR = 12  # characters that a bullet and its spaces take
_SHARE = re.compile(
    r"\((?:chiếm|đạt|tỷ lệ|tỉ lệ|tương ứng|bằng|or|i\.e\.,?|that is,?|equal to|=|\s)*\d{1,3}(?:[.,]\d{1,3})?"
    r"(?:\s?%|\s(?:per ?cent|phần trăm))\s?\)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?:TP|P|Q|ĐT|Th|ThS|TS|GS|v\.v|No|St|Mr|Ms|vs|approx|tr|đ|i\.e|e\.g)$")
_AMOUNT_ENDS = re.compile(r".{0,2}\d ?(?:đ|tr)\. (?-i:[A-ZĐÀ-Ỹ])")  # "640.000 đ. Số dư"
_JOIN = re.compile(
    r"(?:^|[\s,])(?P<word>và|còn|nhưng|trong khi|thì|có|đã|đang|chưa|với|trong đó|gồm|bao gồm|đạt|hồ sơ còn lại|"
    r"and|while|whereas|with|were|was|of which|had|have|has|but|plus)(?=\s)",
    re.IGNORECASE,
)
_MOST_BREAKS = 9  # brackets or blank lines in a row that still mean something
_T = TypeVar("_T", Numeral, Label)
_SPLIT = frozenset({"gồm", "bao gồm", "trong đó", "of which"})
_STRONG_JOIN = frozenset({"và", "còn", "nhưng", "trong khi", "and", "while", "whereas", "but", "plus"})


def _shortened(text: str, stop: int) -> bool:
    """Whether a full stop belongs to a word that is cut short, and ends no sentence."""
    return bool(_SHORT.search(text[max(0, stop - 6) : stop])) and not _AMOUNT_ENDS.match(text, max(0, stop - 4))


def cut(text: str, numerals: Sequence[Numeral]) -> list[Piece]:
    """The pieces of a text in order. Nothing is cut inside a numeral or a label."""
    named = labels(text)
    whole = bytearray(len(text) + 1)
    spans = [(one.start, one.end) for one in numerals] + [(one.start, one.end) for one in named]
    for start, end in spans:
        whole[start:end] = b"\x01" * (end - start)
    found: list[Piece] = []
    for piece in _between_marks(text, whole):
        piece.numerals = _within(numerals, piece.start, piece.end)
        piece.labels = _within(named, piece.start, piece.end)
        piece.begins = bool(piece.bullet and _FIRST.search(text[max(0, piece.start - _FAR) : piece.start]))
        found.extend(_one_count_each(text, piece))
    return found


def _within(ones: Sequence[_T], start: int, end: int) -> list[_T]:
    """Those that begin in a span; they are in order."""
    first = bisect_left(ones, start, key=lambda one: one.start)
    return list(ones[first : bisect_left(ones, end, lo=first, key=lambda one: one.start)])


def _between_marks(text: str, whole: bytearray) -> Iterator[Piece]:
    at, breaks, bullet = 0, [Break.START], ""
    if first := _BULLET.match(text):
        at, bullet = first.end(), _kind(first["bullet"])
    beside = {place for found in _SHARE.finditer(text) for place in (found.start(), found.end() - 1)}
    for mark in _MARK.finditer(text):
        if mark.start() < at or whole[mark.start()] or mark.start() in beside:
            continue
        kind = Break(str(mark.lastgroup))
        if kind is Break.STOP and _shortened(text, mark.start()):
            continue
        if text[at : mark.start()].strip():
            yield Piece(start=at, end=mark.start(), breaks=breaks, bullet=bullet)
            breaks, bullet = [], ""
        if breaks[-_MOST_BREAKS:] != [kind] * _MOST_BREAKS:
            breaks.append(kind)
        at = mark.end()
        if kind in {Break.LINE, Break.PARAGRAPH} and (head := _BULLET.match(text, at)):
            at, bullet = head.end(), _kind(head["bullet"])
    if text[at:].strip():
        yield Piece(start=at, end=len(text), breaks=breaks, bullet=bullet)


def _kind(bullet: str) -> str:
    """The kind of a bullet, whatever its number: "1)" for "3)", "1.1." for "2.4."."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "1", bullet))


def _one_count_each(text: str, piece: Piece) -> Iterator[Piece]:
    counts = [one for one in piece.numerals if one.form is not Form.PERCENT]
    early = [one for one in piece.percents if counts and one.start < counts[0].start]
    apart = _joined(text, early[-1], counts[0], piece) if early else None  # "chiếm 16,9 % và quá hạn 11 hồ sơ"
    if len(counts) < 2 and apart is None:
        yield piece
        return
    edges = [_edge(text, a, b, piece) for a, b in itertools.pairwise(counts)]
    edges = [piece.start, *([] if apart is None else [apart]), *edges, piece.end]
    for number, (start, end) in enumerate(itertools.pairwise(edges)):
        yield Piece(
            start=start,
            end=end,
            breaks=piece.breaks if not number else [Break.AND],
            bullet=piece.bullet if not number else "",
            numerals=_within(piece.numerals, start, end),
            labels=_within(piece.labels, start, end),
        )


def _joined(text: str, rate: Numeral, count: Numeral, piece: Piece) -> int | None:
    """Where an "and" between a rate and a count after it stands, if there is one."""
    between = _within(piece.labels, rate.end, count.start)
    for found in _JOIN.finditer(text, rate.end, count.start):
        inside = any(one.start <= found.start("word") < one.end for one in between)
        if found["word"].lower() in _STRONG_JOIN and not inside:
            return found.start("word")
    return None


def _edge(text: str, a: Numeral, b: Numeral, piece: Piece) -> int:
    """Where one figure's words end and the next one's begin."""
    gap = text[a.end : b.start]
    between = _within(piece.labels, a.end, b.start)
    joins = [
        found
        for found in _JOIN.finditer(gap)
        if not any(one.start < a.end + found.start("word") < one.end for one in between)
        and not (found["word"].lower() == "hồ sơ còn lại" and found.start("word") <= 1)  # its own noun
    ]
    begun = {one.start - a.end for one in between}  # "20 nhiệm vụ còn trong hạn và 3 …": "còn" joins nothing here
    joins = [found for found in joins if found.start("word") not in begun] or joins
    splits = [found for found in joins if found["word"].lower() in _SPLIT]
    if splits and between and between[0].start - a.end < splits[0].start("word"):
        return a.end + splits[0].start("word")  # "11 việc đã làm xong gồm 7 việc …": what is done are the 11
    strong = [found for found in joins if found["word"].lower() in _STRONG_JOIN]
    if strong or joins:
        return a.end + (strong or joins)[0].start("word")
    if not between:
        return b.start
    led = piece.labels[0].start < a.start  # "trước hạn 12 đúng hạn 3": labels lead
    return between[0].start if led else between[0].end
