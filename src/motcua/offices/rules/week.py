"""The opening hours of a week as people write them: "07:30-11:30, 13:00-17:00" for each day."""

import re
from collections.abc import Mapping
from typing import Final

from motcua import vietnam
from motcua.acts import Refused
from motcua.offices.rules.changes import Stored

__all__ = ["WEEKDAYS", "sessions_from", "sessions_text", "week_from"]

WEEKDAYS: Final = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")  # Monday is 0 in the stored week

_MOST: Final = 6  # sessions of one day
_TIME: Final = r"([01]?[0-9]|2[0-3])\s*(?:[:h.]\s*([0-5][0-9])?)?"
_SESSION: Final = re.compile(rf"{_TIME}\s*(?:-|–|—|đến)\s*{_TIME}", re.IGNORECASE)


def sessions_from(text: str, *, field: str = "") -> list[list[str]]:
    """The sessions of one day as stored: [["07:30", "11:30"], …]; nothing means closed.

    Takes "07:30-11:30, 13:00-17:00", "7h30–11h30; 13h–17h". Raises Refused `calendar.session_text`.
    """
    said = [part for part in re.split(r"[,;\n]", vietnam.clean(text)) if part.strip()]
    found = [_SESSION.fullmatch(part.strip()) for part in said]
    if len(said) > _MOST or not all(found):
        raise Refused(
            "calendar.session_text",
            "Viết giờ như 07:30-11:30, 13:00-17:00; nghỉ cả ngày thì bỏ trống.",
            "Write hours like 07:30-11:30, 13:00-17:00; leave a closed day empty.",
            field=field,
        )
    return [[_time(*one.group(1, 2)), _time(*one.group(3, 4))] for one in found if one]


def _time(hour: str, minute: str | None) -> str:
    return f"{int(hour):02}:{minute or '00'}"


def sessions_text(stored: list[list[str]]) -> str:
    """The sessions of one day as people write them: "07:30-11:30, 13:00-17:00"."""
    return ", ".join(f"{start}-{end}" for start, end in stored)


def week_from(days: Mapping[str, str]) -> Stored:
    """A week as stored from one text for each weekday ("T2" … "CN"). Raises Refused `calendar.*`."""
    unknown = next((name for name in days if name not in WEEKDAYS), None)
    if unknown is not None:
        raise Refused(
            "calendar.weekday",
            f"Không có thứ nào tên “{unknown[:20]}”; viết T2 đến T7, CN.",
            "Weekdays are T2 to T7 and CN.",
        )
    week = {str(WEEKDAYS.index(name)): sessions_from(text, field=name) for name, text in days.items()}
    return {day: held for day, held in sorted(week.items()) if held}
