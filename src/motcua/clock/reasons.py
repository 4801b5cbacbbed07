"""One line of an explanation, for people and for machines."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

__all__ = ["Reason", "ReasonKind"]


class ReasonKind(StrEnum):
    """What a reason is about. A named day off keeps the kind it has in the calendar."""

    RECEIVED = "received"
    OPENING = "opening"  # an online submission out of hours counts from here
    COUNTED = "counted"
    MAKEUP_WORKING = "makeup_working"  # a worked Saturday, counted
    WEEKEND = "weekend"
    PUBLIC_HOLIDAY = "public_holiday"
    COMPENSATORY = "compensatory"
    SWAPPED_OFF = "swapped_off"
    LOCAL_OFF = "local_off"
    PAUSED = "paused"
    RESUMED = "resumed"
    RESTARTED = "restarted"
    OFFSET = "offset"  # a pause inside the uncounted day of receipt still moves the due
    ROUNDED = "rounded"  # a suspended day limit runs to the end of its last day
    DUE = "due"  # the sum
    PROVISIONAL = "provisional"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """When, why, on what source, with what effect.

    `days` and `minutes` are what the line adds to the limit: days for limits in days that were not suspended
    and for calendar days, working minutes for everything else in working time, plain minutes for a continuous
    limit.
    """

    from_: date
    to: date
    at: datetime | None = None
    kind: ReasonKind
    text: str
    source: str = ""
    effect: str = ""
    days: int = 0
    minutes: int = 0

    @property
    def when(self) -> str:
        """`12/11, 09:10`, `24/11`, `28–29/11`, `30/11–01/12`."""
        if self.at is not None:
            return f"{self.at:%d/%m, %H:%M}"
        if self.from_ == self.to:
            return f"{self.to:%d/%m}"
        same_month = (self.from_.year, self.from_.month) == (self.to.year, self.to.month)
        return f"{self.from_:%d}–{self.to:%d/%m}" if same_month else f"{self.from_:%d/%m}–{self.to:%d/%m}"

    def plain(self) -> dict[str, str]:
        """For machines: `day`, or `from` and `to`; `kind`; `text`; `source` and `effect` if there are any."""
        days = {"day": self.to} if self.from_ == self.to else {"from": self.from_, "to": self.to}
        said = {"kind": self.kind.value, "text": self.text, "source": self.source, "effect": self.effect}
        return {key: day.isoformat() for key, day in days.items()} | {key: v for key, v in said.items() if v}
