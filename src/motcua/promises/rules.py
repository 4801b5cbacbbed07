"""When a promise is kept, late or overdue. The one place that decides it. Source: law.md §4.3, §4.4."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from motcua import clock, law
from motcua.acts import Refused
from motcua.clock import Calendar, Due, Limit, Pause

__all__ = [
    "Change",
    "Kind",
    "Outcome",
    "Standing",
    "Term",
    "appointment",
    "cap_of",
    "capped",
    "late_after",
    "may_break",
    "may_extend",
    "may_keep",
    "not_before_broken",
    "outcome",
    "standing",
    "term",
]

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class Kind(StrEnum):
    """What a promise is about; the room that owns it links to it one to one."""

    DOSSIER = "dossier"
    STEP = "step"
    CONSULTATION = "consultation"
    CATALOGUE = "catalogue"  # a procedure that the system lacks, asked of the administrator
    FEEDBACK = "feedback"  # phản ánh, kiến nghị
    PETITION = "petition"  # khiếu nại, tố cáo, kiến nghị và phản ánh tại buổi tiếp công dân


class Outcome(StrEnum):
    """How a promise ended. Never changes once written."""

    EARLY = "early"  # trước hạn: an earlier day than the due day
    ON_TIME = "on_time"  # đúng hạn
    LATE = "late"  # quá hạn


class Standing(StrEnum):
    """Where an open promise stands at a moment."""

    IN_TIME = "in_time"
    OVERDUE = "overdue"
    PAUSED = "paused"


class Change(StrEnum):
    """Why the due of a promise moved."""

    RESUMED = "resumed"
    EXTENDED = "extended"
    RECOMPUTED = "recomputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """When a promise is due and from when on it is late."""

    due_at: datetime
    late_after: datetime
    provisional: bool


def term(
    *,
    start: datetime,
    limit: Limit,
    calendar: Calendar,
    pauses: Iterable[Pause] = (),
    cap: datetime | None = None,
) -> Term:
    """The term of a promise, computed from its facts; a part is due with its whole (`cap`) at the latest."""
    return capped(clock.due(start=start, limit=limit, calendar=calendar, pauses=pauses), cap=cap)


def capped(due: Due, *, cap: datetime | None) -> Term:
    """A due as a term, at the latest at `cap`."""
    if cap is not None and due.at > cap:
        return Term(due_at=cap, late_after=cap, provisional=due.provisional)
    return Term(due_at=due.at, late_after=late_after(due_at=due.at, limit=due.limit), provisional=due.provisional)


def appointment(*, due_at: datetime, extended_due_at: datetime | None) -> datetime:
    """The moment the people may count on: the new appointment, unless the due itself has moved beyond it."""
    return max(due_at, extended_due_at) if extended_due_at else due_at


def cap_of(*, made_at: datetime, appointment: datetime | None) -> datetime | None:
    """What caps a part: the appointment of its whole, unless that had passed when the part was promised."""
    return appointment if appointment is not None and appointment > made_at else None


def late_after(*, due_at: datetime, limit: Limit) -> datetime:
    """The last instant that still counts as in time.

    Day limits compare dates, so the whole due day is in time; hour limits compare instants (law.md §4.3).
    """
    if not limit.by_date:
        return due_at
    local = due_at.astimezone(ZONE)
    return datetime.combine(local.date() + timedelta(days=1), time(0), ZONE) - timedelta(microseconds=1)


def outcome(*, kept_at: datetime, due_at: datetime, late: datetime) -> Outcome:
    """Early on an earlier day than the due day, on time up to `late`, late after it."""
    if kept_at > late:
        return Outcome.LATE
    if kept_at.astimezone(ZONE).date() < due_at.astimezone(ZONE).date():
        return Outcome.EARLY
    return Outcome.ON_TIME


def standing(*, at: datetime, late: datetime, paused: bool) -> Standing:
    """Where an open promise stands at `at`. A paused one that was overdue before its pause stays overdue."""
    if at > late:
        return Standing.PAUSED if paused else Standing.OVERDUE
    return Standing.PAUSED if paused else Standing.IN_TIME


def may_break(*, at: datetime, late: datetime, paused_at: datetime | None, closed: bool) -> None:
    """A promise is written down as broken when it is open and overdue, never before."""
    if closed or min(at, paused_at or at) <= late:
        raise Refused("promise.not_broken", "Lời hẹn này chưa trễ.", "This promise is not broken.")


def not_before_broken(*, at: datetime, broken_at: datetime | None) -> None:
    """What is written down as broken is not mended by an act of an earlier hour."""
    if broken_at is not None and at < broken_at:
        raise Refused(
            "promise.broken",
            "Lời hẹn này đã ghi là trễ; không ghi lùi giờ được.",
            "This promise is written down as broken; an act cannot be dated before that.",
        )


def may_keep(*, at: datetime, made_at: datetime, kept_at: datetime | None, released_at: datetime | None) -> None:
    """A promise is kept once, not before it was made. No function moves a finish time afterwards."""
    if kept_at is not None or released_at is not None:
        raise Refused(
            "promise.closed",
            "Lời hẹn này đã kết thúc.",
            "This promise has already ended.",
        )
    if at < made_at:
        raise Refused(
            "promise.before_made",
            "Giờ hoàn thành không thể trước giờ hẹn.",
            "A promise cannot be kept before it was made.",
        )


def may_extend(*, extended_times: int, at: datetime, new_due: datetime, due_at: datetime) -> None:
    """At most REAPPOINTMENT_MAX new appointments, each later than the old one and in the future."""
    rule = law.rule("REAPPOINTMENT_MAX", on=at.astimezone(ZONE).date())
    if extended_times >= rule.whole:
        raise Refused(
            "extension.second",
            "Không hẹn lại lần thứ hai được. Việc này đã chuyển Chủ tịch quyết định.",
            "A second new appointment is not allowed. The matter has gone to the chairman.",
            source=rule.basis,
        )
    if new_due <= due_at:
        raise Refused(
            "extension.not_later",
            "Ngày hẹn lại phải sau ngày hẹn cũ.",
            "The new appointment must be later than the old one.",
            field="new_due",
        )
    if new_due <= at:
        raise Refused(
            "extension.past",
            "Ngày hẹn lại phải ở tương lai.",
            "The new appointment must lie ahead.",
            field="new_due",
        )
