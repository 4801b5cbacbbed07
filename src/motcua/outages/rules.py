"""What an outage is, who may say what about it, and how long it touched a promise. Pure. Source: law.md §17."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from motcua import clock, law
from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.clock import ZONE, Calendar, length_in_words
from motcua.promises.rules import Kind

__all__ = [
    "AMENDERS",
    "KINDS",
    "Course",
    "Notice",
    "Stated",
    "Stretch",
    "System",
    "lasted",
    "may_amend",
    "may_read",
    "may_report",
    "may_state",
    "notice",
    "touched_minutes",
    "worked",
]


class System(StrEnum):
    """What was down; a code, so that outages become figures. Told in words by `queries.words`."""

    NETWORK = "network"  # mạng, đường truyền
    POWER = "power"  # điện
    SOFTWARE = "software"  # phần mềm một cửa
    LOGIN = "login"  # đăng nhập, VNeID
    PORTAL = "portal"  # Cổng dịch vụ công quốc gia
    POPULATION = "population"  # CSDL quốc gia về dân cư
    SIGNATURE = "signature"  # chữ ký số
    DEVICES = "devices"  # máy in, máy quét
    OTHER = "other"  # said in words


KINDS = tuple(Kind)  # an outage touches every kind of promise unless somebody says which
AMENDERS = (Role.ADMIN, Role.DIRECTOR, Role.LEADER, Role.CHAIRMAN)  # end and correct what others reported
_READERS_ONLY = frozenset({Role.SUPERVISOR})

Stretch = tuple[datetime, datetime | None]  # from, up to; None: it still lasts


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What is said of an outage and can be corrected. `kinds` empty: every kind of promise.

    `announced_on` is the day on which a planned downtime was announced, None when nobody announced it.
    """

    system: System
    starts: datetime
    ends: datetime | None = None
    other: str = ""
    kinds: tuple[Kind, ...] = ()
    announced_on: date | None = None

    def ended(self, at: datetime) -> "Stated":
        """The same outage, over at a moment."""
        return replace(self, ends=at)


# -- who may ---------------------------------------------------------------------------------------------------------


def may_read(by: Actor) -> None:
    """Whoever holds a position in the ward reads the register, supervisors too. Raises Refused `forbidden`."""
    if by.kind is ActorKind.PERSON and not by.positions:
        raise _forbidden("Người chưa có vị trí không xem được sổ sự cố.", "Somebody without a position cannot read it.")


def may_report(by: Actor) -> None:
    """Any officer who works here reports; who only reads does not. Raises Refused `forbidden`."""
    if by.kind is not ActorKind.SYSTEM and by.roles <= _READERS_ONLY:
        raise _forbidden("Đoàn giám sát chỉ xem sổ sự cố.", "Supervisors only read the outage register.")


def may_amend(by: Actor, *, reported_by: UUID | None) -> None:
    """Who reported it ends, corrects and withdraws it; so do the administrator, the director and the leaders.

    Raises Refused `forbidden`.
    """
    may_report(by)
    if by.kind is not ActorKind.SYSTEM and by.id != reported_by and not by.has(*AMENDERS):
        raise _forbidden(
            "Chỉ người báo, quản trị, giám đốc trung tâm hoặc lãnh đạo sửa được sự cố này.",
            "Only who reported it, the administrator, the director or a leader may change this outage.",
        )


def _forbidden(vi: str, en: str) -> Refused:
    return Refused("forbidden", vi, en)


# -- what may be said ------------------------------------------------------------------------------------------------


def may_state(stated: Stated, *, at: datetime) -> None:
    """An outage began before now, ended after it began and not in the future. Raises Refused `outage.*`."""
    if stated.system is System.OTHER and not stated.other.strip():
        raise Refused("outage.other", "Ghi tên hệ thống bị lỗi.", "Name the system that was down.", field="other")
    if stated.starts > at:
        raise Refused(
            "outage.ahead",
            "Sự cố chưa bắt đầu thì chưa ghi được. Sửa giờ bắt đầu.",
            "An outage that has not begun cannot be reported. Correct its start.",
            field="starts",
        )
    if stated.ends is not None and stated.ends <= stated.starts:
        raise Refused(
            "outage.order",
            "Giờ hết sự cố phải sau giờ bắt đầu.",
            "The end of an outage must be after its start.",
            field="ends",
        )
    if stated.ends is not None and stated.ends > at:
        raise Refused(
            "outage.ends_ahead",
            "Giờ hết sự cố không thể ở tương lai. Khi nào hết thì ghi.",
            "An outage cannot end in the future. Say so when it is over.",
            field="ends",
        )
    if stated.announced_on is not None and stated.announced_on > stated.starts.astimezone(ZONE).date():
        raise Refused(
            "outage.announced",
            "Báo trước thì phải trước giờ bắt đầu. Sửa ngày báo trước.",
            "An announcement comes before the start. Correct its day.",
            field="announced_on",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Whether a planned downtime was announced as long ahead as the rule of its day asks."""

    enough: bool
    days: int
    latest: date  # the last day on which it could have been announced
    basis: str


def notice(*, announced_on: date, starts: datetime, calendar: Calendar) -> Notice | None:
    """How an announcement stands to the rule in force on the day of the outage; None before there was a rule.

    Source: ND 224/2026 art. 13 (`PLANNED_DOWNTIME_NOTICE_DAYS`).
    """
    day = starts.astimezone(ZONE).date()
    rule = next((rule for rule in law.history("PLANNED_DOWNTIME_NOTICE_DAYS") if rule.covers(day)), None)
    if rule is None:
        return None
    latest = clock.working_days_after(day=day, n=-rule.whole, calendar=calendar)
    return Notice(enough=announced_on <= latest, days=rule.whole, latest=latest, basis=rule.basis)


# -- what it touched -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The life of a promise as an outage meets it: counted from, ended (kept or released), paused meanwhile."""

    opened: datetime
    closed: datetime | None = None
    stops: tuple[Stretch, ...] = ()


def touched_minutes(course: Course, outages: Iterable[tuple[datetime, datetime]], *, calendar: Calendar) -> int:
    """The working minutes in which a promise was open and running while a system was down.

    Outages at the same time count once; pauses count not at all. Each outage is [start, end).
    """
    return sum(
        clock.working_minutes(start=start, end=end, calendar=calendar) for start, end in _running(course, outages)
    )


def _running(course: Course, outages: Iterable[tuple[datetime, datetime]]) -> Sequence[tuple[datetime, datetime]]:
    """The stretches of the outages in which the promise was open and not paused, apart from each other."""
    within = [(max(start, course.opened), min(end, course.closed) if course.closed else end) for start, end in outages]
    down = _joined((start, end) for start, end in within if start < end)
    if not down or not course.stops:
        return down
    last = down[-1][1]
    stopped = _joined((start, end or max(last, start)) for start, end in course.stops)
    return [piece for stretch in down for piece in _without(stretch, stopped)]


def _joined(stretches: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """The same time, in order, with no moment twice."""
    joined: list[tuple[datetime, datetime]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _without(
    stretch: tuple[datetime, datetime], stops: Iterable[tuple[datetime, datetime]]
) -> list[tuple[datetime, datetime]]:
    """What is left of a stretch when ordered stops are taken out."""
    left, (at, end) = [], stretch
    for start, until in stops:
        if until <= at or start >= end:
            continue
        if start > at:
            left.append((at, start))
        at = max(at, until)
    return [*left, (at, end)] if at < end else left


def worked(minutes: int) -> str:
    """A length of working time in words, to the minute: “1 ngày 1 giờ 30 phút làm việc”. A day has the law's hours."""
    return f"{_exactly(minutes, day=law.history('HOURS_PER_DAY')[-1].whole * 60)} làm việc"


def lasted(*, starts: datetime, until: datetime, calendar: Calendar) -> tuple[str, str]:
    """How long an outage lasted, in words and to the minute: by the clock, and in working time."""
    minutes = max(0, int((until - starts).total_seconds()) // 60)
    return _exactly(minutes, day=24 * 60), worked(clock.working_minutes(start=starts, end=until, calendar=calendar))


def _exactly(minutes: int, *, day: int) -> str:
    days, rest = divmod(minutes, day)
    return length_in_words(days=days, hours=rest // 60, minutes=rest % 60)
