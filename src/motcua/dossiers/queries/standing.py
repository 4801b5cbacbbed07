"""How a promise stands at a moment: the kind and the words of its time-left badge (LOOK.md "Parts")."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua import clock, law, vietnam
from motcua.clock import ZONE, Calendar
from motcua.promises.models import Promise
from motcua.promises.rules import Outcome

__all__ = ["Left", "LeftKind", "early_words", "late_words", "left"]


class LeftKind(StrEnum):
    """The kinds of badge; the words always say the same."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    PAUSED = "paused"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A badge: its kind and its words."""

    kind: LeftKind
    words: str


def late_words(*, promise: Promise, at: datetime, calendar: Calendar) -> str:
    """`trễ 1 ngày`, or nothing while it is in time. What a new appointment says changes nothing here."""
    if at <= promise.late_after:
        return ""
    return clock.late_by(at=at, due=promise.due_at, limit=promise.limit, calendar=calendar).words()


def early_words(*, promise: Promise, at: datetime, calendar: Calendar) -> str:
    """`sớm 2 giờ 8 phút`, or nothing from the due moment on."""
    span = clock.early_by(at=at, due=promise.due_at, calendar=calendar, limit=promise.limit)
    return span.words() if span.minutes else ""


def left(*, promise: Promise, at: datetime, calendar: Calendar) -> Left:
    """The badge of a promise at a moment: lateness first, then pauses, then how near the due is."""
    if promise.kept_at is not None:
        return _kept(promise, promise.kept_at, calendar)
    if promise.released_at is not None:
        return Left(kind=LeftKind.DONE, words="không còn lời hẹn")
    late = late_words(promise=promise, at=min(at, promise.paused_at or at), calendar=calendar)
    if late:
        return Left(kind=LeftKind.LATE, words=late)
    if promise.paused_at is not None:
        since = vietnam.moment(promise.paused_at, at.astimezone(ZONE).date())
        return Left(kind=LeftKind.PAUSED, words=f"tạm dừng từ {since}")
    return _running(promise, at, calendar)


def _kept(promise: Promise, kept_at: datetime, calendar: Calendar) -> Left:
    if promise.outcome == Outcome.LATE.value:
        words = late_words(promise=promise, at=kept_at, calendar=calendar)
        return Left(kind=LeftKind.LATE, words=f"xong {words}")
    early = early_words(promise=promise, at=kept_at, calendar=calendar)
    return Left(kind=LeftKind.DONE, words=f"xong {early}" if early else "xong đúng hẹn")


def _running(promise: Promise, at: datetime, calendar: Calendar) -> Left:
    span = clock.remaining(at=at, due=promise.due_at, calendar=calendar, limit=promise.limit)
    today = at.astimezone(ZONE).date()
    if promise.due_at.astimezone(ZONE).date() == today:
        return Left(kind=LeftKind.TODAY, words=span.words())
    near = span.minutes <= law.rule("WARN_DAYS", on=today).part("warn") * span.minutes_per_day
    return Left(kind=LeftKind.SOON if near else LeftKind.LATER, words=span.words())
