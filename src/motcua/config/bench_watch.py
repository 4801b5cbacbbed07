"""`motcua bench --digest`: the morning of many wards, and a calendar that changes under many open promises.

One ward is brought to life through the actions, the others are copies of it made in SQL, its open promises are
multiplied in SQL as well: nothing that is measured is skipped, only the bringing about of what it is measured on.
"""

import os
import random
import resource
import time as stopwatch
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from django.db import connection

from motcua import clock
from motcua.accounts import actions as accounts
from motcua.accounts import queries as people
from motcua.accounts.models import Person
from motcua.acts import Role
from motcua.clock import DayKind
from motcua.config import bench_seed
from motcua.config.replays import Field, Replay, perform
from motcua.dossiers import actions as dossiers
from motcua.dossiers.models import Dossier
from motcua.ledger.models import Act
from motcua.offices import queries as offices
from motcua.offices.models import Unit, Ward
from motcua.offices.rules import Change, DayChange
from motcua.promises import actions as promises
from motcua.promises.models import DueChange, Promise
from motcua.promises.rules import ZONE
from motcua.watch import jobs
from motcua.watch.models import Digest, Warned

__all__ = ["measure"]

WARDS, OPEN_DOSSIERS, PEOPLE = 170, 300, 30  # a dossier at work is two promises: its own and its step's
LAST = date(2025, 11, 26)  # a Wednesday; the morning that is measured is the next
MANY = 100_000
ONE = "H98.9001"  # the ward that alone has MANY


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """What was measured, in seconds (also of this process and of the database's) and megabytes, what came of it."""

    name: str
    seconds: float
    cpu: float
    database_cpu: float
    peak_mb: int
    result: str

    def __str__(self) -> str:
        cpu = f"CPU {self.cpu:>5.1f} + {self.database_cpu:>5.1f} s"
        return f"{self.name:<44} {self.seconds:>7.1f} s   {cpu}   peak {self.peak_mb:>4} MB   {self.result}"


def measure(*, wards: int = WARDS, many: int = MANY) -> list[Took]:
    """Seed once, then measure in this order, because each leaves its traces; see `docs/benchmark.md`."""
    _seed(wards)
    morning = datetime.combine(LAST + timedelta(days=1), time(7, 15), ZONE)
    took = [
        _timed("digest of the morning, sweeping first", lambda: _digests(morning)),
        _timed("the same asked for again", lambda: _digests(morning)),
        _timed("a sweep at 07:30, nothing new", lambda: _sweep(morning + timedelta(minutes=15))),
        _timed("a sweep at 16:30", lambda: _sweep(morning.replace(hour=16, minute=30))),
        _timed(f"calendar change in {wards} wards", lambda: _changes(morning.replace(hour=16, minute=40))),
        _timed("a sweep after it", lambda: _sweep(morning.replace(hour=16, minute=50))),
    ]
    evening = morning.replace(hour=16, minute=55)
    _one_ward(many)
    return [
        *took,
        _timed(f"calendar change, {many} open in one ward", lambda: _changes(evening, only=ONE)),
        _timed("a sweep of that ward too", lambda: _sweep(evening)),
    ]


def _timed(name: str, do: Callable[[], str]) -> Took:
    begun, cpu, database = stopwatch.perf_counter(), stopwatch.process_time(), _database_cpu()
    result = do()
    took = Took(
        name=name,
        seconds=stopwatch.perf_counter() - begun,
        cpu=stopwatch.process_time() - cpu,
        database_cpu=_database_cpu() - database,
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        result=result,
    )
    print(took, flush=True)
    return took


def _database_cpu() -> float:
    """Seconds of computing of the one backend that serves us; on a busy machine the clock on the wall says little."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    used = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")


def _digests(at: datetime) -> str:
    before = Digest.objects.count()
    sent = jobs.digest(timestamp=int(at.timestamp()))
    return f"{sent} messages, {Digest.objects.count() - before} digests, {Warned.objects.count()} warnings"


def _sweep(at: datetime) -> str:
    return f"{jobs.sweep(timestamp=int(at.timestamp()))} told"


def _changes(at: datetime, *, only: str = "") -> str:
    """A storm closes the office on the day after tomorrow."""
    day = clock.working_days_after(day=at.date(), n=1, calendar=clock.standard_calendar())
    storm = DayChange(date=day, kind=DayKind.LOCAL_OFF, name="Nghỉ bão", source="Công điện 1/CĐ")
    before = DueChange.objects.count()
    wards = Ward.objects.filter(code=only) if only else Ward.objects.all()
    for ward_id in wards.order_by("code").values_list("pk", flat=True):
        by = people.system_actor(ward_id=ward_id)
        promises.change_calendar(by=by, at=at, change=Change(days=(storm,)), reason="Nghỉ bão số 9")
    return f"{DueChange.objects.count() - before} dues moved"


# -- what it is measured on ------------------------------------------------------------------------------------------


def _replay(code: str, slug: str, dossiers: int) -> Replay:
    return Replay(
        code=code,
        slug=slug,
        name="Phường đo buổi sáng",
        superior="UBND thành phố",
        first=date(2025, 10, 1),
        last=LAST,
        online=(),
        fields=(
            Field(name="Hộ tịch", in_time=dossiers // 3, overdue=dossiers // 30, early=60),
            Field(name="Bảo trợ xã hội", in_time=dossiers // 4, early=20),
            Field(name="Đất đai", in_time=dossiers - dossiers // 3 - dossiers // 30 - dossiers // 4, early=20),
        ),
    )


def _seed(wards: int) -> None:
    if not Ward.objects.filter(code=bench_seed.FIRST).exists():
        perform(replay=_replay(bench_seed.FIRST, "bench-1", OPEN_DOSSIERS))
        _hire(Ward.objects.get(code=bench_seed.FIRST).pk)
    for number in range(2, wards + 1):
        if not Ward.objects.filter(code=f"H98.{number}").exists():
            bench_seed.copy(number)
    _settled()
    open_now = Promise.objects.filter(kept_at__isnull=True, released_at__isnull=True).count()
    print(f"{Ward.objects.count()} wards, {open_now} open promises, {Person.objects.count()} people", flush=True)


def _hire(ward_id: UUID) -> None:
    """As many people as a ward has, and the work of the specialists given to each of them."""
    by = people.system_actor(ward_id=ward_id)
    at = datetime.combine(date(2024, 12, 2), time(8), ZONE)
    units = list(Unit.objects.filter(ward_id=ward_id, kind="division").order_by("order"))
    pick = random.Random(1)  # noqa: S311 - who works where is no secret
    for n in range(PEOPLE - people.people(by=by).count()):
        person = accounts.add_person(by=by, at=at, username=f"bench-{n}", name=f"Người {n}", password="đo-tốc-độ-1")  # noqa: S106 - nobody signs in
        accounts.give_position(
            by=by,
            at=at,
            person_id=person.pk,
            unit_id=pick.choice(units).pk,
            role=Role.SPECIALIST,
            title="Công chức",
            starts=at.date(),
        )
    chairman = next(row.person for row in people.positions(by=by, at=at) if row.role == Role.CHAIRMAN.value)
    leader, evening = people.actor_for_person(person=chairman, on=LAST), datetime.combine(LAST, time(23, 59, 30), ZONE)
    given = Dossier.objects.filter(ward_id=ward_id, status="processing", step__role=Role.SPECIALIST.value)
    for dossier in given.select_related("step").order_by("code"):
        assert dossier.step is not None
        able = people.holders(ward_id=ward_id, unit_id=dossier.step.unit_id, role=Role.SPECIALIST, on=LAST)
        dossiers.assign(by=leader, at=evening, dossier_id=dossier.pk, assignee_id=pick.choice(list(able)).pk)


def _one_ward(many: int) -> None:
    """A ward of its own whose open dossiers' promises are multiplied until there are `many`."""
    if not Ward.objects.filter(code=ONE).exists():
        perform(replay=_replay(ONE, "bench-9001", OPEN_DOSSIERS))
    ward_id = Ward.objects.get(code=ONE).pk
    columns = [f.column for f in Promise._meta.local_concrete_fields]  # noqa: SLF001 - Django's documented _meta
    rows = Promise.objects.filter(ward_id=ward_id, kind="dossier", kept_at__isnull=True, released_at__isnull=True)
    times = many // max(1, rows.count()) + 1
    values = ["gen_random_uuid()" if c == "id" else f'"{c}"' for c in columns]
    names = ", ".join(f'"{c}"' for c in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO promises_promise ({names}) SELECT {', '.join(values)}"  # noqa: S608 - names from the model
            " FROM promises_promise, generate_series(1, %s) n WHERE ward_id = %s AND kind = 'dossier'"
            " AND kept_at IS NULL AND released_at IS NULL LIMIT %s",
            [times, ward_id, max(0, many - rows.count())],
        )
    _settled()
    print(f"{offices.ward_by_code(ONE).name}: {rows.count()} open promises, {Act.objects.count()} acts", flush=True)


def _settled() -> None:
    """What autovacuum does in time; else it would be measured with the first."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
        cursor.execute("CHECKPOINT")
