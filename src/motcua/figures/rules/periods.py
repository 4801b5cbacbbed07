"""The period of a report and the moment it is looked at from. Source: law.md §6.1, §6.4."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.figures.rules.groups import Group

__all__ = ["Period", "Scope", "month_of", "report_quarter", "year_of"]

_MONTHS = 12
_CUTOFF = 14  # a reporting quarter ends on the 14th of its last month
_FIRST_YEAR, _LAST_YEAR = 2000, 2200


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Some days, both ends included, and what people call them."""

    first: date
    last: date
    name: str


def month_of(day: date) -> Period:
    """The calendar month that holds a day."""
    first = day.replace(day=1)
    last = _next_month(first) - timedelta(days=1)
    return Period(first=first, last=last, name=f"tháng {day.month}/{day.year}")


def _next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)


def year_of(day: date) -> Period:
    """The calendar year that holds a day."""
    return Period(first=date(day.year, 1, 1), last=date(day.year, 12, 31), name=f"năm {day.year}")


def report_quarter(day: date) -> Period:
    """The reporting quarter that holds a day: from the 15th of the month before it to the 14th of its last month.

    Source: ND 09/2019 practice, law.md §6.1: quarter III/2026 is 15/06 to 14/09/2026.
    """
    month, year = day.month + (day.day > _CUTOFF), day.year
    if month > _MONTHS:
        month, year = 1, year + 1
    quarter = (month - 1) // 3 + 1
    last = date(year, 3 * quarter, _CUTOFF)
    first = date(year, 3 * quarter - 3, _CUTOFF + 1) if quarter > 1 else date(year - 1, _MONTHS, _CUTOFF + 1)
    return Period(first=first, last=last, name=f"quý {('I', 'II', 'III', 'IV')[quarter - 1]}/{year}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a report is about: dossiers of a period, seen as of a moment, one row for each value of a group.

    Days are days of the office (UTC+7), both included. Raises Refused `figures.period`, `figures.as_of`.
    """

    first: date
    last: date
    as_of: datetime
    group: Group

    def __post_init__(self) -> None:
        if not _FIRST_YEAR <= self.first.year <= self.last.year <= _LAST_YEAR:
            raise Refused(
                "figures.period",
                f"Kỳ báo cáo nằm trong các năm {_FIRST_YEAR} đến {_LAST_YEAR}, ngày đầu trước ngày cuối.",
                f"A period lies in the years {_FIRST_YEAR} to {_LAST_YEAR}, its first day before its last.",
                field="to",
            )
        if self.last < self.first:
            raise Refused(
                "figures.period",
                "Kỳ báo cáo kết thúc trước khi bắt đầu. Đổi lại hai ngày.",
                "The period ends before it starts. Swap the two days.",
                field="to",
            )
        if self.as_of < self.opens:
            raise Refused(
                "figures.as_of",
                "Thời điểm nhìn phải từ ngày đầu kỳ trở đi.",
                "The moment to look from must not lie before the period.",
                field="as_of",
            )

    @property
    def opens(self) -> datetime:
        """The first instant of the period."""
        return datetime.combine(self.first, time(0), ZONE)

    @property
    def closes(self) -> datetime:
        """The first instant after the period."""
        return closing(self.last)


def closing(last: date) -> datetime:
    """24:00 of a day, as 00:00 of the next."""
    return datetime.combine(last + timedelta(days=1), time(0), ZONE)


def default_as_of(*, last: date, at: datetime) -> datetime:
    """The end of the period, or now while it is still running."""
    return min(closing(last), at)
