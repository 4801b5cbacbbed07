"""Wards of the public reports, brought to life through the real actions.

The sums are those of the reports (MISSION.md: S0, S1, S4); every person is invented.
"""

import json
import random
import sys
import time as stopwatch
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from uuid_utils.compat import uuid7

from motcua import clock
from motcua.acts import Refused
from motcua.config import catalogue
from motcua.config.lives import Course, Life, Office, play, sweep
from motcua.config.moment import current
from motcua.config.people import found, resident
from motcua.dossiers.rules import Cause, Channel
from motcua.offices import queries as offices
from motcua.offices.models import Ward
from motcua.procedures.rules import CasePlan
from motcua.promises.rules import ZONE

__all__ = ["REPLAYS", "Replay", "run", "stop_at_the_end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """How many dossiers of one field go which way."""

    name: str
    early: int = 0
    on_time: int = 0
    late: int = 0
    in_time: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """One report: the ward, the period, and the numbers it must give."""

    code: str
    slug: str
    name: str
    superior: str
    first: date
    last: date
    online: tuple[tuple[str, int], ...]  # online level as printed then → how many
    fields: tuple[Field, ...]
    extra: dict[str, list[list[str]]] = field(default_factory=dict)
    causes: tuple[Cause, ...] = (Cause.COORDINATION,)
    opinions: tuple[int, int] = (0, 0)  # satisfied, of how many who answered

    @property
    def total(self) -> int:
        """All dossiers received."""
        return sum(f.early + f.on_time + f.late + f.in_time + f.overdue for f in self.fields)


REPLAYS: dict[str, Replay] = {
    # S0: 12.558 = 12.524 + 33 + 1; evening openings on Tuesday and Thursday (S3)
    "linh-trung-2023": Replay(
        code="H99.23",
        slug="linh-trung-2023",
        name="Phường Linh Trung (dựng lại 2023)",
        superior="UBND thành phố (dựng lại)",
        first=date(2022, 12, 1),
        last=date(2023, 5, 30),
        online=(("3", 33), ("4", 1)),
        fields=(
            Field(name="Chứng thực", early=1500, on_time=4300),
            Field(name="Hộ tịch", early=4560, on_time=300, in_time=40),
            Field(name="Bảo trợ xã hội", early=900, on_time=60, in_time=25),
            Field(name="Hộ kinh doanh", early=560, on_time=20, in_time=8),
            Field(name="Đất đai", early=240, on_time=15, in_time=30),
        ),
        extra={"1": [["18:00", "19:30"]], "3": [["18:00", "19:30"]]},
        # 98,23 % satisfied, printed without n. Ours is the smallest n that prints so; surveys/README.md lists others.
        opinions=(111, 113),
    ),
    # S1: 4.545 received, 4.545 settled, 4 late, 2.756 online at levels 3 and 4
    "cau-tre-2022": Replay(
        code="H99.22",
        slug="cau-tre-2022",
        name="Phường Cầu Tre (dựng lại 2022)",
        superior="UBND quận (dựng lại)",
        first=date(2022, 1, 4),
        last=date(2022, 9, 15),
        online=(("3", 1980), ("4", 776)),
        fields=(
            Field(name="Chứng thực", early=400, on_time=1060),
            Field(name="Hộ tịch", early=2000, on_time=81, late=2),
            Field(name="Bảo trợ xã hội", early=700, on_time=20, late=1),
            Field(name="Hộ kinh doanh", early=270, on_time=10, late=1),
        ),
    ),
    # S4: 1.338 = 1.262 + 76; 1.281 = 1.226 + 2 + 53 (printed 56); 57 = 55 + 2
    "an-thang-2025": Replay(
        code="H99.25",
        slug="an-thang-2025",
        name="Phường An Thắng (dựng lại 2025)",
        superior="UBND thành phố (dựng lại)",
        first=date(2025, 7, 1),
        last=date(2025, 8, 30),
        online=(("full", 910), ("partial", 352)),
        fields=(
            Field(name="Chứng thực", early=328, on_time=1, late=1),
            Field(name="Đất đai", early=150, late=24, in_time=21, overdue=1),
            Field(name="Hộ kinh doanh", early=125, late=2, in_time=3),
            Field(name="Hộ tịch", early=391, on_time=1, late=22, in_time=18, overdue=1),
            Field(name="Bảo trợ xã hội", early=145, late=3, in_time=9),
            Field(name="Văn hóa, thể thao, gia đình", early=87, late=1, in_time=4),
        ),
        causes=(Cause.SOFTWARE, Cause.NETWORK, Cause.DIGITISING, Cause.CATALOGUE, Cause.COORDINATION),
    ),
}


def run(*, name: str, as_json: bool) -> int:
    """Replay one report; a second call says it is there already."""
    replay = _named(name)
    if Ward.objects.filter(code=replay.code).exists():
        print(f"{replay.name} đã có trong dữ liệu. / It is there already.")
    else:
        perform(replay=replay)
        sweep(at=current())
    if as_json:
        print(
            json.dumps(
                {
                    "ward": replay.code,
                    "name": replay.name,
                    "from": replay.first.isoformat(),
                    "to": replay.last.isoformat(),
                    "dossiers": replay.total,
                },
                ensure_ascii=False,
            )
        )
    return 0


def _named(name: str) -> Replay:
    replay = REPLAYS.get(name)
    if replay is None:
        known = ", ".join(REPLAYS)
        raise Refused("replay.unknown", f"Có thể dựng lại: {known}.", f"There are: {known}.")
    return replay


def stop_at_the_end(*, name: str) -> str:
    """Replay a report and stop the time at its last minute; the code of the ward.

    Raises Refused `replay.there` for a ward that has lived on since.
    """
    replay = _named(name)
    if Ward.objects.filter(code=replay.code).exists():
        raise Refused(
            "replay.there",
            f"{replay.name} đã có trong dữ liệu; dùng --ward {replay.code}, hoặc một MOTCUA_HOME khác.",
            f"It is there already; use --ward {replay.code}, or another MOTCUA_HOME.",
        )
    perform(replay=replay)
    sweep(at=datetime.combine(replay.last, time(23, 59), ZONE))
    return replay.code


def perform(*, replay: Replay, progress: bool = True) -> Office:
    """Found the ward and play every life of the report."""
    begun = stopwatch.perf_counter()
    ward_id = uuid7()
    opened = datetime.combine(date(replay.first.year - 1, 12, 1), time(8), ZONE)
    ward, staff = found(
        ward_id=ward_id,
        at=opened,
        code=replay.code,
        slug=replay.slug,
        name=replay.name,
        superior=replay.superior,
        prefix=f"{replay.slug}-",
        password=UUID(int=random.getrandbits(128)).hex,
        extra=replay.extra,
    )
    plans = catalogue.load(ward=ward, at=opened)
    office = Office(ward_id=ward_id, calendar=offices.calendar(offices.now_of(ward_id)), staff=staff)

    def say(done: int) -> None:
        if progress and sys.stderr.isatty():
            spent = stopwatch.perf_counter() - begun
            print(f"\r{done:>6} / {replay.total} hồ sơ, {done / spent:.0f} hồ sơ/giây", end="", file=sys.stderr)

    played = stopwatch.perf_counter()
    count = play(office=office, lives=lives(replay=replay, office=office, plans=plans), progress=say)
    spent = stopwatch.perf_counter() - played
    if progress:
        print(
            f"\r{replay.name}: {count} hồ sơ trong {spent:.1f} giây, {count / spent:.0f} hồ sơ mỗi giây.",
            file=sys.stderr,
        )
    return office


# -- from numbers to lives -------------------------------------------------------------------------------------------


def lives(*, replay: Replay, office: Office, plans: dict[str, list[CasePlan]]) -> list[Life]:
    """One life per dossier of the report, spread over the working days of its period."""
    pick = random.Random(replay.code)
    maker = _Maker(replay=replay, office=office, pick=pick)
    channels = _channels(replay, pick)
    made = [maker.life(plans[f.name], course, next(channels)) for f in replay.fields for course in _courses(f)]
    return _answering(made, replay=replay)


def _answering(made: list[Life], *, replay: Replay) -> list[Life]:
    """Let as many applicants answer as the report may mean, evenly over those served in time to do so in the period."""
    satisfied, people = replay.opinions
    if not people:
        return made
    last = datetime.combine(replay.last, time(0), ZONE) - timedelta(days=9)  # handed over and thought about
    served = [n for n, life in enumerate(made) if life.finish_at and life.handed_after and life.finish_at < last]
    served.sort(key=lambda n: (made[n].finish_at, n))
    chosen = [served[len(served) * n // people] for n in range(people)]
    unhappy = {chosen[people * n // (people - satisfied)] for n in range(people - satisfied)}
    for n in chosen:
        made[n] = replace(made[n], opinion=2 if n in unhappy else 4 + n % 2)
    return made


def _courses(row: Field) -> Iterator[tuple[Course, bool]]:
    """Each dossier of a field with its course; the flag says that an open one must be overdue at the end."""
    for course, count in ((Course.EARLY, row.early), (Course.ON_TIME, row.on_time), (Course.LATE, row.late)):
        for _ in range(count):
            yield course, False
    for _ in range(row.in_time):
        yield Course.STALLED, False
    for _ in range(row.overdue):
        yield Course.STALLED, True


def _channels(replay: Replay, pick: random.Random) -> Iterator[tuple[Channel, str]]:
    """As many dossiers of each channel and level as the report counts, in a mixed order."""
    online = [(Channel.ONLINE, level) for level, count in replay.online for _ in range(count)]
    rest = replay.total - len(online)
    posted = rest // 40
    mixed = online + [(Channel.POST, "")] * posted + [(Channel.DIRECT, "")] * (rest - posted)
    pick.shuffle(mixed)
    return iter(mixed)


@dataclass(slots=True, kw_only=True)
class _Maker:
    """Finds a moment and a case for each wanted course."""

    replay: Replay
    office: Office
    pick: random.Random
    days: list[date] = field(init=False)
    end: datetime = field(init=False)

    def __post_init__(self) -> None:
        calendar = self.office.calendar
        span = (self.replay.last - self.replay.first).days + 1
        candidates = (self.replay.first + timedelta(days=n) for n in range(span))
        self.days = [d for d in candidates if calendar.is_working(d)]
        self.end = datetime.combine(self.replay.last, time(23, 59), ZONE)

    def life(self, plans: list[CasePlan], course: tuple[Course, bool], channel: tuple[Channel, str]) -> Life:
        """Try moments and cases until the course fits before the end of the period."""
        for _ in range(400):
            plan = self.pick.choice(plans)
            at = self._moment(self.pick.choice(self.days), channel[0])
            due = clock.due(start=self._accepted(at, channel[0]), limit=plan.limit, calendar=self.office.calendar).at
            found_life = self._fit(plan, at, due, course, channel)
            if found_life is not None:
                return found_life
        raise RuntimeError(f"no moment fits {course} in {plans[0].field}")

    def _moment(self, day: date, channel: Channel) -> datetime:
        """Some minute of an opening of that day; the evening one now and then."""
        start, end = (7, 30), (16, 50)
        if channel is Channel.ONLINE:
            start, end = (6, 0), (21, 30)
        elif str(day.weekday()) in self.replay.extra and self.pick.random() < 0.12:
            start, end = (18, 0), (19, 25)
        first, last = start[0] * 60 + start[1], end[0] * 60 + end[1]
        minute = self.pick.randrange(first, last)
        if channel is not Channel.ONLINE and 11 * 60 + 30 <= minute < 13 * 60:
            minute = 13 * 60 + self.pick.randrange(60)
        return datetime.combine(day, time(minute // 60, minute % 60), ZONE)

    def _accepted(self, at: datetime, channel: Channel) -> datetime:
        if channel is not Channel.ONLINE:
            return at
        opening = clock.counted_from(received=at, channel=channel, calendar=self.office.calendar)
        return max(opening, at + timedelta(minutes=2))

    def _fit(
        self,
        plan: CasePlan,
        at: datetime,
        due: datetime,
        course: tuple[Course, bool],
        channel: tuple[Channel, str],
    ) -> Life | None:
        wanted, overdue = course
        if self._accepted(at, channel[0]) > self.end:
            return None
        bare = Life(
            at=at,
            plan=plan,
            applicant=resident(self.pick),
            channel=channel[0],
            level=channel[1],
            course=wanted,
            until=self.end,
        )
        if wanted is Course.STALLED:
            if (due < self.end - timedelta(days=1)) is not overdue or (not overdue and due <= self.end):
                return None
            return replace(bare, walked=self.pick.randrange(0, 3))
        finish = self._finish(self._accepted(at, channel[0]), due, wanted)
        if finish is None or finish > self.end:
            return None
        late = wanted is Course.LATE
        return replace(
            bare,
            finish_at=finish,
            apology=self.pick.choice(self.replay.causes) if late else None,
            handed_after=self.pick.randrange(5, 700),
        )

    def _finish(self, accepted: datetime, due: datetime, course: Course) -> datetime | None:
        """A working moment on an earlier day than the due day, on it, or after it."""
        calendar, day = self.office.calendar, due.astimezone(ZONE).date()
        if course is Course.EARLY:
            left = clock.working_minutes(start=accepted, end=due, calendar=calendar)
            if left < 45:
                return None
            finish = clock.add_working(
                start=accepted,
                minutes=self.pick.randrange(40, max(41, min(left, 480 * 3))),
                calendar=calendar,
            )
            return finish if finish.astimezone(ZONE).date() < day else None
        if course is Course.ON_TIME:
            morning = max(accepted, datetime.combine(day, time(7, 30), ZONE))
            left = clock.working_minutes(start=morning, end=due, calendar=calendar)
            return (
                clock.add_working(start=morning, minutes=self.pick.randrange(left // 2, left), calendar=calendar)
                if left > 60
                else None
            )
        if clock.working_minutes(start=accepted, end=due, calendar=calendar) < 2 * 480:
            return None  # an apology goes out a day before
        after = clock.working_days_after(day=day, n=self.pick.randrange(1, 6), calendar=calendar)
        return datetime.combine(after, time(9, self.pick.randrange(60)), ZONE)
