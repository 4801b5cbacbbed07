"""Finds in a text what offices call their figures, and what they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from motcua.statements.signs.wording import PHRASES, TOPICS, Sort, Topic

__all__ = ["EXTRAS", "Label", "Sort", "Topic", "labels", "topic_of"]

EXTRAS = ("withdrawn", "refused", "returned", "supplement", "other")  # stages neither settled nor in progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One phrase of the text and what it says; `sort` None swallows words that would mislead."""

    start: int
    end: int
    sort: Sort | None
    value: str


_COMPILED = tuple(
    (re.compile(r"(?<!\w)(?:" + "|".join(phrases) + r")(?!\w)", re.IGNORECASE), sort, value)
    for sort, value, phrases in PHRASES
)
_LETTER = re.compile(r"[^\W\d_]")
_TOPIC_AT = tuple(
    (re.compile(rf"\s*(?:(?:số|tổng|bộ|các|of|the|new|total)\s+)*(?:{'|'.join(words)})(?!\w)", re.IGNORECASE), topic)
    for topic, words in TOPICS
)


@lru_cache(maxsize=1_024)  # a phrase is asked for again for every rate of its statement
def labels(text: str) -> tuple[Label, ...]:
    """The phrases of a text that say what its figures count, in order, none inside another."""
    return tuple(_found(text)) if _LETTER.search(text) else ()


def _found(text: str) -> Iterator[Label]:
    spaced = re.sub(r"\s", " ", text)
    hits = sorted(
        (
            (found.start(), -found.end(), order, sort, value)
            for order, (pattern, sort, value) in enumerate(_COMPILED)
            for found in pattern.finditer(spaced)
        ),
        key=lambda hit: hit[:3],
    )
    at = 0
    for start, negative_end, _, sort, value in hits:
        if start >= at:
            at = -negative_end
            yield Label(start=start, end=at, sort=sort, value=value)


def topic_of(text: str, at: int) -> Topic | None:
    """What is counted by the numeral that ends at `at`: the noun right after it."""
    for pattern, topic in _TOPIC_AT:
        if pattern.match(text, at):
            return topic
    return None
