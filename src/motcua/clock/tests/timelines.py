"""Random calendars, limits and pauses for the property tests."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from motcua.clock import (
    ZONE,
    Calendar,
    Channel,
    Day,
    DayKind,
    Hours,
    Limit,
    Pause,
    PauseMode,
    Session,
    Unit,
)

OPENS = datetime(2026, 1, 20, tzinfo=ZONE)  # a month end, a short month, a worked Saturday are all near


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """The arguments of one `due`."""

    start: datetime
    limit: Limit
    calendar: Calendar
    pauses: tuple[Pause, ...]
    channel: Channel


def _session(start: str, end: str) -> Session:
    return Session(start=time.fromisoformat(start), end=time.fromisoformat(end))


SHAPES = (
    (_session("07:30", "11:30"), _session("13:00", "17:00")),
    (_session("07:00", "11:30"), _session("13:30", "17:00")),
    (_session("08:00", "12:00"), _session("13:15", "16:45")),
    (_session("09:00", "15:00"),),
    (_session("07:45", "10:00"), _session("10:15", "11:30"), _session("14:00", "18:20")),
)
EVENING = (_session("17:30", "19:30"),)
MORNING = (_session("07:30", "11:30"),)
OFF_KINDS = [kind for kind in DayKind if kind is not DayKind.MAKEUP_WORKING]


@st.composite
def hours(draw: st.DrawFn, valid_from: date) -> Hours:
    """Office hours of five or six days, with or without evenings."""
    shape = draw(st.sampled_from(SHAPES))
    weekly = dict.fromkeys(range(5), shape)
    if draw(st.booleans()):
        weekly[draw(st.integers(0, 4))] = draw(st.sampled_from(SHAPES))
    extra = {}
    if draw(st.booleans()):
        extra = {draw(st.integers(0, 4)): EVENING, 5: MORNING}
    elif draw(st.booleans()):
        weekly[5] = MORNING  # a ward that works on Saturday mornings
    return Hours(valid_from=valid_from, weekly=weekly, extra=extra, makeup_as=draw(st.sampled_from((0, 0, 3))))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Hours that may change in the middle, days off, worked Saturdays."""
    held = [draw(hours(date(2025, 1, 1)))]
    if draw(st.booleans()):
        held.append(draw(hours(OPENS.date() + timedelta(days=draw(st.integers(0, 20))))))
    offsets = draw(st.lists(st.integers(-1, 40), max_size=6, unique=True))
    days = []
    for offset in offsets:
        day = OPENS.date() + timedelta(days=offset)
        makeup = day.weekday() >= 5 and draw(st.booleans())
        kind = DayKind.MAKEUP_WORKING if makeup else draw(st.sampled_from(OFF_KINDS))
        days.append(Day(date=day, kind=kind, name=f"Ngày {kind.value}"))
    return Calendar(
        name="Lịch thử",
        hours=tuple(held),
        days=tuple(days),
        cutoff=draw(st.sampled_from((time(15), time(11, 0), time(16, 30)))),
        hours_per_day=draw(st.sampled_from((8, 8, 7))),
    )


def _limit(unit: Unit, value: str) -> Limit:
    return Limit(value=Decimal(value), unit=unit)


limits = st.one_of(
    st.integers(1, 9).map(lambda n: _limit(Unit.WORKING_DAY, str(n))),
    st.sampled_from(("0.125", "0.25", "0.5", "1.5", "2.333")).map(lambda n: _limit(Unit.WORKING_DAY, n)),
    st.integers(1, 20).map(lambda n: _limit(Unit.DAY, str(n))),
    st.sampled_from(("0.1", "0.5", "1", "4", "8", "11.5", "30")).map(lambda n: _limit(Unit.WORKING_HOUR, n)),
    st.sampled_from(("0.5", "2", "12", "24", "50")).map(lambda n: _limit(Unit.HOUR, n)),
    st.just(_limit(Unit.SAME_DAY, "1")),
    st.integers(1, 2).map(lambda n: _limit(Unit.MONTH, str(n))),
)

# Edges of sessions, days and the cut-off, met exactly and often; any minute now and then.
EDGES = (0, 449, 450, 480, 599, 600, 660, 690, 779, 780, 810, 899, 900, 901, 990, 1019, 1020, 1021, 1080, 1439)
times = st.one_of(st.sampled_from(EDGES), st.integers(0, 1439))


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    """A moment in two weeks, sometimes inside its minute."""
    minutes = draw(st.integers(0, 13)) * 1440 + draw(times)
    return OPENS + timedelta(minutes=minutes, seconds=draw(st.sampled_from((0, 0, 0, 17, 59))))


@st.composite
def pauses(draw: st.DrawFn, modes: st.SearchStrategy[PauseMode]) -> Pause:
    """A pause somewhere near the limit, from nothing to two weeks."""
    one, two = draw(moments()), draw(moments())
    if draw(st.booleans()):
        two = one + timedelta(minutes=draw(st.integers(0, 3 * 1440)))
    return Pause(start=min(one, two), end=max(one, two), mode=draw(modes), ground="chờ bổ sung")


@st.composite
def timelines(draw: st.DrawFn, modes: tuple[PauseMode, ...] = tuple(PauseMode)) -> Timeline:
    """Everything `due` takes."""
    return Timeline(
        start=draw(moments()),
        limit=draw(limits),
        calendar=draw(calendars()),
        pauses=tuple(draw(st.lists(pauses(st.sampled_from(modes)), max_size=3))),
        channel=draw(st.sampled_from(Channel)),
    )
