"""Time limits as sources write them, as `clock.Limit`, and what they measure in working time. Source: law.md §4.1."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from motcua import law, vietnam
from motcua.acts import Refused
from motcua.clock import Limit, Unit

__all__ = ["UNKNOWN", "TimeLimit", "limit_from", "limit_text", "merged", "working_minutes"]

UNKNOWN: Final = "not_published"
_UNITS: Final = {
    "working_days": Unit.WORKING_DAY,
    "calendar_days": Unit.DAY,
    "working_hours": Unit.WORKING_HOUR,
    "hours": Unit.HOUR,
    "months": Unit.MONTH,
    "same_working_day": Unit.SAME_DAY,
    "immediate": Unit.SAME_DAY,  # "ngay": the counter has the rest of the day
}
_SAID: Final = {
    "ngay lam viec": Unit.WORKING_DAY,
    "ngay": Unit.DAY,
    "ngay lich": Unit.DAY,
    "gio lam viec": Unit.WORKING_HOUR,
    "gio": Unit.HOUR,
    "gio lien tuc": Unit.HOUR,
    "thang": Unit.MONTH,
}
_TEXT: Final = re.compile(r"([0-9]{1,6}(?:[.,][0-9]{1,3})?) ([a-z ]{3,20})")
_IN_THE_DAY: Final = {"trong ngay", "trong ngay lam viec", "ngay trong ngay", "same day"}
_AFTER_CUTOFF: Final = "sau 15 gio"
_CUTOFF: Final = "15 gio"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimit:
    """One limit of a source with the condition it prints; `limit` is None when the source publishes none."""

    limit: Limit | None
    condition: str = ""


def limit_from(value: object, unit: str) -> Limit | None:
    """A limit from a source's value and unit; None when it gives none.

    A fraction of a calendar day is a fraction of a working day: the clock counts part of a day only in working time.
    Raises Refused `limit.unit`, `limit.*`.
    """
    if unit == UNKNOWN:
        return None
    if unit not in _UNITS:
        raise Refused(
            "limit.unit",
            "Đơn vị là working_days, calendar_days, working_hours, hours, months, same_working_day, immediate.",
            "The unit is working_days, calendar_days, working_hours, hours, months, same_working_day or immediate.",
        )
    known = _UNITS[unit]
    if known is Unit.SAME_DAY:
        return Limit(value=Decimal(1), unit=Unit.SAME_DAY)
    if value is None or value == "":
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise Refused("limit.number", "Thời hạn phải là một con số.", "A limit must be a number.") from None
    if known is Unit.DAY and number.is_finite() and number != number.to_integral_value():
        known = Unit.WORKING_DAY
    return Limit(value=number, unit=known)


def limit_text(text: str) -> Limit:
    """A limit as people write it: "3 ngày làm việc", "15 ngày", "4 giờ làm việc", "trong ngày", or in English.

    Raises Refused `limit.text`, `limit.*`.
    """
    said = vietnam.fold(text[:80]).strip(" .")
    if said in _IN_THE_DAY:
        return Limit(value=Decimal(1), unit=Unit.SAME_DAY)
    found = _TEXT.fullmatch(said)
    if found and found[2] in _SAID:
        return Limit(value=Decimal(found[1].replace(",", ".")), unit=_SAID[found[2]])
    try:
        return Limit.parse(text)
    except Refused as no:
        if no.code != "limit.text":
            raise
        raise Refused(
            "limit.text",
            "Thời hạn viết như “3 ngày làm việc”, “15 ngày”, “4 giờ làm việc”, “2 tháng” hoặc “trong ngày”.",
            "Write the limit like “3 working days”, “15 days”, “4 working hours”, “2 months” or “same day”.",
        ) from None


def merged(limits: Sequence[TimeLimit]) -> tuple[TimeLimit, ...]:
    """The limits that are cases of their own.

    "In the day when received before 15:00" and "the next working day after 15:00" are one same-day limit: the clock
    knows the cut-off (law `SAME_DAY_CUTOFF`). A condition that only says the cut-off names no case.
    """
    same_day = any(it.limit is not None and it.limit.unit is Unit.SAME_DAY for it in limits)
    next_day = Limit(value=Decimal(1), unit=Unit.WORKING_DAY)
    kept = [
        it for it in limits if not (same_day and it.limit == next_day and _AFTER_CUTOFF in vietnam.fold(it.condition))
    ]
    return tuple(TimeLimit(limit=it.limit, condition=_named(it)) for it in kept)


def _named(it: TimeLimit) -> str:
    said = vietnam.fold(it.condition)
    same_day = it.limit is not None and it.limit.unit is Unit.SAME_DAY
    return "" if same_day and _CUTOFF in said and len(said) <= len("tiep nhan truoc 15 gio") else it.condition


def working_minutes(limit: Limit) -> Decimal | None:
    """Working minutes of a limit counted in working time; None for calendar units."""
    hours = law.history("HOURS_PER_DAY")[-1].whole
    per = {Unit.WORKING_DAY: hours * 60, Unit.SAME_DAY: hours * 60, Unit.WORKING_HOUR: 60}
    return limit.value * per[limit.unit] if limit.unit in per else None
