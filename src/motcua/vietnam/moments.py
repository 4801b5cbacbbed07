"""Days and moments in words, as the desk says them: "hôm nay, 17:00", "thứ Năm 26/11, 17:00"."""

import re
from datetime import date, datetime, timedelta, timezone

from motcua.acts import Refused
from motcua.vietnam.text import clean

__all__ = ["day", "moment", "parse_date", "weekday"]

_ZONE = timezone(timedelta(hours=7))  # Vietnam has kept UTC+7 without summer time since 1975
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_DATE = re.compile(r"([0-9]{1,2})([/.\- ])([0-9]{1,2})\2([0-9]{4})|([0-9]{2})([0-9]{2})([0-9]{4})")


def weekday(on: date) -> str:
    """The name of the day of the week: "thứ Năm", "Chủ nhật"."""
    return _WEEKDAYS[on.weekday()]


def day(on: date, *, year: bool = False) -> str:
    """A day with its weekday: "thứ Năm 26/11", with `year` "thứ Năm 26/11/2026"."""
    return f"{weekday(on)} {on.day:02}/{on.month:02}" + (f"/{on.year:04}" if year else "")


def moment(at: datetime, today: date, *, year: bool = False) -> str:
    """A moment as seen on `today`: "hôm nay, 17:00", "ngày mai, 11:30", "thứ Năm 26/11, 17:00".

    `at` must be aware. Another year than today's is always said. With `year` the full date is written and
    nothing is relative: for paper, which is read on another day.
    """
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    local = at.astimezone(_ZONE)
    return f"{_on(local.date(), today, year=year)}, {local:%H:%M}"


def _on(on: date, today: date, *, year: bool) -> str:
    if not year and on == today:
        return "hôm nay"
    if not year and on - today == timedelta(days=1):
        return "ngày mai"
    return day(on, year=year or on.year != today.year)


def parse_date(text: str) -> date:
    """A day as typed or scanned: 07/03/1990, 7-3-1990, 07031990.

    Raises Refused `date.unreadable` and `date.impossible` ("Tháng 2 không có ngày 31.").
    """
    found = _DATE.fullmatch(clean(text))
    if not found:
        raise Refused(
            "date.unreadable",
            "Không đọc được ngày này. Viết như 07/03/1990.",
            "This day cannot be read. Write it like 07/03/1990.",
        )
    dd, mm, yyyy = (int(part) for part in (found.group(1, 3, 4) if found.group(1) else found.group(5, 6, 7)))
    try:
        return date(yyyy, mm, dd)
    except ValueError:
        raise _impossible(dd=dd, mm=mm, yyyy=yyyy) from None


def _impossible(*, dd: int, mm: int, yyyy: int) -> Refused:
    if not 1 <= mm <= 12 or yyyy == 0:
        vi, en = "Một năm có tháng 1 đến tháng 12.", "A year has months 1 to 12."
    elif mm == 2 and dd == 29:
        vi, en = f"Tháng 2 năm {yyyy} không có ngày 29.", f"February {yyyy} has no day 29."
    else:
        vi, en = f"Tháng {mm} không có ngày {dd}.", f"Month {mm} has no day {dd}."
    return Refused("date.impossible", f"{vi} Xem lại ngày.", f"{en} Check the day.")
