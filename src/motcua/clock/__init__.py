"""Working time: calendars, limits, pauses, due dates and the reasons for them."""

from motcua.clock.calendars import UNSETTLED, Calendar, Certainty, Day, DayKind, Hours, Session
from motcua.clock.counting import (
    Channel,
    Due,
    add_working,
    counted_from,
    due,
    handover_by,
    project,
    working_days_after,
    working_minutes,
)
from motcua.clock.explaining import Explanation, explain
from motcua.clock.holidays import NATIONAL_DAYS, OFFICE_SESSIONS, standard_calendar
from motcua.clock.limits import Limit, Unit
from motcua.clock.pauses import Pause, PauseMode
from motcua.clock.reasons import Reason, ReasonKind
from motcua.clock.spans import Span, SpanKind, early_by, elapsed, late_by, length_in_words, remaining
from motcua.clock.strip import Segment, SegmentKind, StripDay
from motcua.clock.timeline import ZONE

__all__ = [
    "NATIONAL_DAYS",
    "OFFICE_SESSIONS",
    "UNSETTLED",
    "ZONE",
    "Calendar",
    "Certainty",
    "Channel",
    "Day",
    "DayKind",
    "Due",
    "Explanation",
    "Hours",
    "Limit",
    "Pause",
    "PauseMode",
    "Reason",
    "ReasonKind",
    "Segment",
    "SegmentKind",
    "Session",
    "Span",
    "SpanKind",
    "StripDay",
    "Unit",
    "add_working",
    "counted_from",
    "due",
    "early_by",
    "elapsed",
    "explain",
    "handover_by",
    "late_by",
    "length_in_words",
    "project",
    "remaining",
    "standard_calendar",
    "working_days_after",
    "working_minutes",
]
