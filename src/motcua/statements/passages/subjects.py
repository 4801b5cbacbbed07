"""Sentences that begin by naming a count that was told before, and go on to split it."""

from dataclasses import dataclass

from motcua.statements.signs import phrases
from motcua.statements.signs.figures import Tie
from motcua.statements.signs.lexicon import Label, Sort
from motcua.statements.signs.pieces import Break, Piece
from motcua.statements.signs.stops import STOP

__all__ = ["NEW_SENTENCE", "Subject", "first_told", "subject"]

NEW_SENTENCE = frozenset({Break.START, Break.STOP, Break.LINE, Break.PARAGRAPH})


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a sentence begins to speak of: the labels that name it, how it goes on, the labels of its first part."""

    named: dict[Sort, str]
    tie: str
    left: list[Label]


def first_told(text: str, last: int, piece: Piece) -> bool:
    """Whether a piece begins a sentence, or nothing is counted in its sentence before it: "Họp xong, biên bản gồm …".

    The figure before it ends at `last`.
    """
    ahead = Break.COMMA in piece.breaks and STOP.search(text, last, piece.start)
    return bool({Break.STOP, Break.PARAGRAPH} & {*piece.breaks} or ahead)


def subject(piece: Piece, words: str) -> Subject | None:
    """The count that the first piece of a sentence speaks of, when it goes on with a part of it; `words` of the piece.

    "Hồ sơ đang giải quyết gồm 64 hồ sơ trong hạn", "Trong số đã trả có 20 hồ sơ trước hạn",
    "Hồ sơ trước hạn nộp trực tuyến 402".
    """
    if piece.count is None or not (NEW_SENTENCE & {*piece.breaks} or phrases.AGAIN.match(words)):
        return None
    return _introduced(piece, words, piece.count.start) or _by_way(piece, piece.count.start)


def _introduced(piece: Piece, words: str, count: int) -> Subject | None:
    tie = phrases.tie_in(words)
    turn = tie or (phrases.HAS.search(words) if phrases.AGAIN.match(words) else None)
    if turn is None or piece.start + turn.start() >= count:
        return None
    at = piece.start + turn.start()
    named = {one.sort: one.value for one in piece.labels if one.sort and one.start < at}
    how = (phrases.introduced(words[: count - piece.start]) if tie else None) or Tie.NAMED
    return Subject(named=named, tie=how, left=[one for one in piece.labels if one.start >= at]) if named else None


def _by_way(piece: Piece, count: int) -> Subject | None:
    """When it was settled first, then by which way it came."""
    ahead = [one for one in piece.labels if one.sort and one.start < count]
    if not ahead or ahead[0].sort is not Sort.TIMING or not {one.sort for one in ahead} & {Sort.CHANNEL, Sort.LEVEL}:
        return None
    left = [one for one in piece.labels if one.sort not in {Sort.TIMING, Sort.STAGE}]
    return Subject(named={Sort.TIMING: ahead[0].value}, tie=Tie.BARE, left=left)
