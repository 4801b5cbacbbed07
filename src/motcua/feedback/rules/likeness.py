"""How alike two feedbacks are: words, place, days apart. Pure; no extension of the database is needed.

Two texts are compared by their folded words without the words every sentence has: shared weight over all weight
(Jaccard), where a longer word weighs more. A suggestion for a person, never a decision.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from motcua import vietnam

__all__ = ["NEAR_DAYS", "SUGGEST", "Text", "alike", "likeness", "ranked"]

SUGGEST = 0.3  # from here on two feedbacks are shown to the officer as perhaps the same
NEAR_DAYS = 60  # further apart than this they are never suggested
_PLACE_WEIGHT = 0.3
# Words that say nothing of the matter, folded. Not “tôi”: folded it is “tối”, which says what a broken lamp does.
_COMMON = frozenset(
    vietnam.words(
        "ông bà cô chú anh chị em là và của cho ở tại thì mà có không được bị đã đang sẽ này đó kia rất quá các"
        " những một hai nhiều lần người dân phường xã khu phố tổ đường số nhà xin đề nghị mong kính gửi phản ánh kiến"
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What is compared."""

    words: str
    place: str
    category: str
    at: datetime


def _bag(text: str) -> frozenset[str]:
    return frozenset(vietnam.words(text)) - _COMMON


def alike(one: str, other: str) -> float:
    """0 for nothing in common, 1 for the same words; symmetric."""
    a, b = _bag(one), _bag(other)
    whole = sum(len(word) for word in a | b)
    return sum(len(word) for word in a & b) / whole if whole else 0.0


def likeness(one: Text, other: Text) -> float:
    """0 to 1; 0 for another category or too many days apart."""
    apart = abs((one.at - other.at).total_seconds()) / 86400
    if one.category != other.category or apart > NEAR_DAYS:
        return 0.0
    words = alike(one.words, other.words)
    if not _bag(one.place) or not _bag(other.place):
        return words
    return (1 - _PLACE_WEIGHT) * words + _PLACE_WEIGHT * alike(one.place, other.place)


def ranked(mine: Text, others: Iterable[tuple[str, Text]], *, most: int = 5) -> list[tuple[str, float]]:
    """The keys of those that are alike enough, most alike first."""
    found = [(key, likeness(mine, other)) for key, other in others]
    return sorted([(k, s) for k, s in found if s >= SUGGEST], key=lambda pair: (-pair[1], pair[0]))[:most]
