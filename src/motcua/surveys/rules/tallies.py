"""What is made of opened answers: people, the satisfied, answers by question. Half-up, two decimals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

__all__ = ["Count", "Tally", "fractions", "percent"]

SATISFIED_FROM = 4  # of 5: hài lòng, rất hài lòng (law.md §7.3)


def percent(part: int, whole: int, *, least: int) -> Decimal | None:
    """A share in percent with two decimals, rounded half up; None when the whole is fewer than `least`."""
    if whole < max(least, 1):
        return None
    return (Decimal(100 * part) / Decimal(whole)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def fractions(rate: Decimal, *, most: int, least: int) -> list[tuple[int, int]]:
    """Every (satisfied, people) with at most `most` people that prints as `rate`: what a report without n may mean."""
    found = []
    for whole in range(least, most + 1):
        near = int(rate * whole / 100)
        found += [(part, whole) for part in (near, near + 1) if percent(part, whole, least=least) == rate]
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The answers to one question: how many, how many of them satisfied, the sum of their points."""

    answers: int = 0
    satisfied: int = 0
    points: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            answers=self.answers + other.answers,
            satisfied=self.satisfied + other.satisfied,
            points=self.points + other.points,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The opened answers of one box over a period. `people` answered the headline."""

    people: int = 0
    satisfied: int = 0
    questions: Mapping[str, Count] = field(default_factory=dict)

    def rate(self, *, least: int) -> Decimal | None:
        """Satisfied people in percent; None under `least`."""
        return percent(self.satisfied, self.people, least=least)

    def of(self, *keys: str) -> Count:
        """The answers to some questions together: a factor."""
        return sum((self.questions.get(key, Count()) for key in keys), Count())

    def mean(self, key: str, *, least: int) -> Decimal | None:
        """The average points of a question, one decimal (TT 01/2018 art. 13); None under `least` answers."""
        found = self.questions.get(key, Count())
        if found.answers < max(least, 1):
            return None
        return (Decimal(found.points) / found.answers).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
