"""How long something may take: a value and a unit, read from text and said in Vietnamese."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from motcua.acts import Refused

__all__ = ["Limit", "Unit"]


class Unit(StrEnum):
    """In what a limit is counted. Source: law.md §4.1."""

    WORKING_DAY = "working_day"  # ngày làm việc: the day of receipt is not counted
    DAY = "day"  # ngày theo lịch: a last day off moves to the next working day
    WORKING_HOUR = "working_hour"  # giờ làm việc: minutes inside the regular sessions
    HOUR = "hour"  # giờ liên tục: emergencies
    SAME_DAY = "same_day"  # trong ngày: after the cut-off, the next working day
    MONTH = "month"  # tháng: the same day number, clamped to the end of a short month


# About ten years each: longer than any procedure, short enough to catch a slip of the keyboard.
_MOST: Final = {
    Unit.WORKING_DAY: Decimal(2600),
    Unit.DAY: Decimal(3660),
    Unit.WORKING_HOUR: Decimal(20800),
    Unit.HOUR: Decimal(87840),
    Unit.SAME_DAY: Decimal(1),
    Unit.MONTH: Decimal(120),
}
_ENGLISH: Final = {
    Unit.WORKING_DAY: "working day",
    Unit.DAY: "day",
    Unit.WORKING_HOUR: "working hour",
    Unit.HOUR: "hour",
    Unit.MONTH: "month",
}
_VIETNAMESE: Final = {
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.DAY: "ngày",
    Unit.WORKING_HOUR: "giờ làm việc",
    Unit.HOUR: "giờ",
    Unit.MONTH: "tháng",
}
_FRACTIONAL: Final = {Unit.WORKING_DAY, Unit.WORKING_HOUR, Unit.HOUR}
_PLACES: Final = Decimal("0.001")
_TEXT: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) (working day|day|working hour|hour|month)s?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A length of time owed. Equal limits are equal values: `3.000 days` is `3 days`.

    A working-day limit with a fraction (0.25, an internal step) is counted in working time, value × the hours
    of a working day of the calendar, and ends at that minute; a whole one ends at the close of its last day.
    Raises Refused `limit.*` on a value that no procedure could have.
    """

    value: Decimal
    unit: Unit

    def __post_init__(self) -> None:
        value = Decimal(self.value)
        if not value.is_finite():
            raise Refused("limit.number", "Thời hạn phải là một con số.", "A limit must be a number.")
        if self.unit is Unit.SAME_DAY:
            value = Decimal(1)  # "in the day" has no number; one spelling keeps equal limits equal
        if value <= 0:
            raise Refused("limit.positive", "Thời hạn phải lớn hơn 0.", "A limit must be greater than zero.")
        if value > _MOST[self.unit]:
            raise Refused(
                "limit.huge",
                f"Thời hạn dài quá: tối đa {_MOST[self.unit]} {_VIETNAMESE[self.unit]}.",
                f"The limit is too long: at most {_MOST[self.unit]} {_ENGLISH[self.unit]}s.",
            )
        whole = value == value.to_integral_value()
        if not whole and (self.unit not in _FRACTIONAL or value != value.quantize(_PLACES)):
            raise Refused(
                "limit.fraction",
                "Thời hạn này không chia nhỏ như vậy được: ngày và tháng là số nguyên, "
                "giờ và ngày làm việc có nhiều nhất 3 chữ số lẻ.",
                "This limit cannot be divided so: days and months are whole, "
                "hours and working days have at most 3 decimals.",
            )
        object.__setattr__(self, "value", value.quantize(Decimal(1)) if whole else value.normalize())

    @classmethod
    def parse(cls, text: str) -> "Limit":
        """Read `3 working days`, `15 days`, `4 working hours`, `12 hours`, `same day` or `1 month`.

        Raises Refused `limit.text` on any other words, `limit.*` on an impossible value.
        """
        words = " ".join(text[:80].lower().split())
        if words == "same day":
            return cls(value=Decimal(1), unit=Unit.SAME_DAY)
        found = _TEXT.fullmatch(words)
        if found is None:
            raise Refused(
                "limit.text",
                "Không đọc được thời hạn. Ghi như “3 working days”, “15 days”, “4 working hours”, "
                "“12 hours”, “same day” hoặc “1 month”.",
                "The limit cannot be read. Write it like “3 working days”, “15 days”, “4 working hours”, "
                "“12 hours”, “same day” or “1 month”.",
            )
        return cls(value=Decimal(found[1]), unit=Unit(found[2].replace(" ", "_")))

    def __str__(self) -> str:
        if self.unit is Unit.SAME_DAY:
            return "same day"
        return f"{self.value} {_ENGLISH[self.unit]}{'' if self.value == 1 else 's'}"

    def words(self) -> str:
        """The limit as people say it: `3 ngày làm việc`, `0,25 ngày làm việc`, `trong ngày`."""
        if self.unit is Unit.SAME_DAY:
            return "trong ngày"
        return f"{self.value} {_VIETNAMESE[self.unit]}".replace(".", ",")

    @property
    def whole(self) -> bool:
        """Whether the value has no fraction."""
        return self.value == self.value.to_integral_value()

    @property
    def by_date(self) -> bool:
        """Whether lateness compares dates (day-type limits) rather than moments (hours). Source: law.md §4.3.

        A fraction of a working day ends inside a day, so it compares moments.
        """
        if self.unit is Unit.WORKING_DAY:
            return self.whole
        return self.unit in {Unit.DAY, Unit.SAME_DAY, Unit.MONTH}
