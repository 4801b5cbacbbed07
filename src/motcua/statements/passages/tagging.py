"""What the words around a figure say that it counts, as tags."""

import re

from motcua.statements.signs import phrases
from motcua.statements.signs.lexicon import Label, Sort, Topic, labels
from motcua.statements.signs.numerals import Numeral
from motcua.statements.signs.pieces import Piece

__all__ = ["labelled", "of_reason", "of_topic", "received", "tags_of"]

_PLAIN = frozenset({Topic.PEOPLE, Topic.CLASSES, Topic.MEETINGS, Topic.OTHER, Topic.TIME, Topic.MONEY, Topic.DOCUMENTS})
_PAID = frozenset({Topic.MONEY, Topic.DOCUMENTS})  # plain, but may be received, carried over, paid online
_NOT = re.compile(r"(?<!\w)(?:chưa|không|not|never)(?: (?:được|có|yet|been))?\s*$", re.IGNORECASE)  # done so
_SURVEY = re.compile(r"(?<!\w)(?:khảo sát|thăm dò|lấy ý kiến|survey|poll)(?!\w)", re.IGNORECASE)
_SLIPS = frozenset({"sent", "collected", "uncollected"})
_GOOD = frozenset({"early", "on_time", "early_on_time", "in_time"})
_REASON = re.compile(r"(?<!\w)(?:do|vì|bởi|because|owing to|for want of)(?!\w)", re.IGNORECASE)


def tags_of(piece: Piece, count: Numeral | None, text: str) -> dict[Sort, str]:
    """What the labels of a piece say of its figure; the nearest of a sort wins, after the number before it."""
    at = count.start if count else piece.percents[0].start
    last = max(one.end for one in piece.numerals)
    tags: dict[Sort, str] = {}
    for one in sorted(piece.labels, key=lambda one: (_weak(one, piece, text), abs(one.start - at))):
        if one.sort is None or (count is None and one.start > last):
            continue
        if one.value == "carried" and tags.get(Sort.STAGE) == "settled":
            continue  # "nên xử lý cả số tồn từ trước, đã giải quyết 341": of all that was settled
        tags.setdefault(one.sort, one.value)
    tags = received(tags)
    if Sort.LEVEL in tags:
        tags.pop(Sort.CHANNEL, None)
    if tags.get(Sort.STAGE) == "due" and Sort.TIMING in tags:
        del tags[Sort.STAGE]
    return tags


def _weak(label: Label, piece: Piece, text: str) -> bool:
    """Whether it says less than others: "vẫn còn 43 hồ sơ trả kết quả trễ", or only gives the reason."""
    return text[label.start : label.end].lower() == "còn" or of_reason(label, piece, text)


def of_reason(label: Label, piece: Piece, text: str) -> bool:
    """Whether it says why: "từ chối vì không đủ điều kiện"."""
    reason = _REASON.search(text, piece.start, piece.end)
    return reason is not None and reason.start() < label.start


def received(tags: dict[Sort, str]) -> dict[Sort, str]:
    """What is of the period was received in it, unless it is said to stand elsewhere."""
    if tags.get(Sort.ARRIVAL) != "in_period":
        return tags
    if tags.get(Sort.STAGE, "received") == "received":
        return {Sort.STAGE: "received", **tags}
    return {sort: value for sort, value in tags.items() if sort is not Sort.ARRIVAL}


def labelled(words: str) -> dict[Sort, str]:
    """What the labels before a rate say that it counts; two that go together when both stand there."""
    found = [one for one in labels(words) if not _NOT.search(words[: one.start])]
    tags = {one.sort: one.value for one in found if one.sort}
    timings = {one.value for one in found if one.sort is Sort.TIMING}
    if len(timings) > 1 and timings <= _GOOD:
        tags[Sort.TIMING] = "early_on_time"
    if {"very_satisfied", "satisfied"} <= {one.value for one in found}:
        tags[Sort.OPINION] = "satisfied"
    if _SURVEY.search(words):  # "khảo sát do Mặt trận thực hiện": who made it, not what became of dossiers
        return {sort: value for sort, value in tags.items() if sort is Sort.OPINION or value in _SLIPS}
    return tags


def of_topic(tags: dict[Sort, str], topic: Topic | None, words: str) -> dict[Sort, str]:
    """The labels that make sense for what is counted."""
    if topic in _PLAIN:
        kept = {Sort.OPINION} | ({Sort.STAGE, Sort.ARRIVAL, Sort.CHANNEL} if topic in _PAID else set())
        return {sort: value for sort, value in tags.items() if sort in kept}
    if topic is Topic.PROCEDURES:
        return {sort: value for sort, value in tags.items() if sort in {Sort.CHANNEL, Sort.LEVEL}}
    if topic is Topic.TASKS and Sort.STAGE not in tags and phrases.ASSIGNED.search(words):
        return {**tags, Sort.STAGE: "received"}
    return tags
