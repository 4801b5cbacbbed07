"""What a legal rule is: a value with a basis, a first and a last day, and how sure we are of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motcua.acts import Refused

__all__ = ["Certainty", "Rule", "Value"]


Value = int | str | tuple[str, ...] | tuple[tuple[str, int], ...]


class Certainty(StrEnum):
    """How sure we are of a record. Anything but SURE is shown to the administrator as a thing to check."""

    SURE = "sure"  # read in the text itself
    MEMORY = "memory"  # from prior knowledge, not read again
    UNSURE = "unsure"  # a sensible default where the text was not found


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One dated record of a rule.

    `start` and `end` are both inclusive; None means open on that side. `unit` is one of clock.Unit's names
    where the value is a stretch of time. `basis` and `note` are Vietnamese, for the administrator; `source`
    says where the house learnt it. Raises Refused `law.period` when it ends before it starts.
    """

    id: str
    value: Value
    unit: str = ""
    basis: str
    start: date | None
    end: date | None = None
    certainty: Certainty
    note: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise Refused(
                "law.period",
                f"Quy định {self.id} có ngày hết hiệu lực trước ngày bắt đầu. Sửa một trong hai ngày.",
                f"Rule {self.id} ends before it starts. Correct one of the two days.",
                field="end",
            )

    def covers(self, day: date) -> bool:
        """Whether the record is in force on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    @property
    def since(self) -> date:
        """The first day, for ordering: an open start is the beginning of time."""
        return self.start or date.min

    @property
    def whole(self) -> int:
        """The value as a whole number. A rule that is none is a bug."""
        if not isinstance(self.value, int):
            raise TypeError(f"{self.id} is not a number: {self.value!r}")
        return self.value

    def part(self, name: str) -> int:
        """One part of a rule made of several numbers, by its name. A missing part is a bug."""
        if isinstance(self.value, tuple):
            for entry in self.value:
                if isinstance(entry, tuple) and entry[0] == name:
                    return entry[1]
        raise KeyError(f"{self.id} has no part {name!r}")
