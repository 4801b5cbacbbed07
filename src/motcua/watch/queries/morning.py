"""The digests of a morning: each promise read once, each person's page made from those they hold or oversee."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q

from motcua import clock
from motcua.accounts import queries as accounts
from motcua.accounts.models import Person
from motcua.acts import Actor
from motcua.clock import ZONE, Calendar
from motcua.dossiers import queries as dossiers
from motcua.promises.rules import Kind
from motcua.watch import rules
from motcua.watch.models import Digest
from motcua.watch.queries.holding import Watched, posts, watched
from motcua.watch.queries.naming import Named, named
from motcua.watch.rules import GROUPS, PARTS, Days, Group, Line, Page, Posts

__all__ = ["digest_of", "due_people", "pages"]

NOBODY = "chưa giao ai"


def due_people(*, by: Actor, at: datetime, calendar: Calendar) -> list[Person]:
    """Who works here, is to have the digest of the day by now and has none yet. One statement at most."""
    on = at.astimezone(ZONE).date()
    if not rules.is_morning(at=at, calendar=calendar):
        return []
    done = Digest.objects.filter(ward_id=by.ward_id, day=on).values("person_id")
    holding = accounts.positions(by=by, at=at).values("person_id")
    people = accounts.people(by=by).filter(is_active=True, pk__in=holding).exclude(pk__in=done).order_by("pk")
    return [one for one in people if rules.is_due(at=at, preferences=one.preferences)]


def digest_of(*, by: Actor, day: date) -> Digest | None:
    """The digest somebody was given on a day."""
    return Digest.objects.filter(ward_id=by.ward_id, person_id=by.id, day=day).first()


@dataclass(slots=True)
class _Heap:
    """What one person is told: their own, and what others owe them."""

    own: list[tuple[Group, Watched]] = field(default_factory=list)
    others: list[tuple[Group, Watched]] = field(default_factory=list)

    @property
    def ordered(self) -> list[tuple[Group, Watched, bool]]:
        """Most urgent first, one's own before others'."""
        told = [(g, one, False) for g, one in self.own] + [(g, one, True) for g, one in self.others]
        return sorted(told, key=lambda it: (it[2], GROUPS.index(it[0]), rules.until(it[1].owed), it[1].promise_id))


def pages(*, by: Actor, at: datetime, calendar: Calendar, people: Collection[UUID]) -> dict[UUID, Page]:
    """The digest of each of `people` at `at`. A dozen statements for the whole ward."""
    days = rules.days(at=at, calendar=calendar)
    last = datetime.combine(days.two_days + timedelta(days=1), time(0), ZONE)
    near = watched(by=by, at=at, until=last)
    heaps = _heaps(near, days=days, posts=posts(by=by, at=at), sent=_sent(by), people=frozenset(people))
    most = rules.lines_at_most(days.today)
    shown = {person: heap.ordered[:most] for person, heap in heaps.items()}
    once = {one.promise_id: one for rows in shown.values() for _, one, _ in rows}
    names = named((pk, one.owed.kind) for pk, one in once.items())
    holders = _names_of({one.holder.officer_id for one in once.values() if one.holder.officer_id}, by=by)
    found = {}
    for person in people:
        heap = heaps.get(person, _Heap())
        counts: dict[str, int] = {}
        for part, _ in heap.own:
            counts[part.value] = counts.get(part.value, 0) + 1
        lines = [
            _line(
                part,
                one,
                theirs=theirs,
                at=at,
                calendar=calendar,
                named=names[one.promise_id].to(person),
                holders=holders,
            )
            for part, one, theirs in shown.get(person, [])
        ]
        found[person] = rules.page(counts=counts, others=len(heap.others), lines=lines)
    return found


def _sent(by: Actor) -> frozenset[UUID]:
    """The open dossiers' promises whose apology was sent."""
    running = Q(promise__kept_at__isnull=True, promise__released_at__isnull=True)
    rows = dossiers.visible_to(by).filter(running, dossiers.apologised(ward_id=by.ward_id))
    return frozenset(rows.order_by().values_list("promise_id", flat=True))


def _heaps(
    near: list[Watched], *, days: Days, posts: Posts, sent: frozenset[UUID], people: frozenset[UUID]
) -> dict[UUID, _Heap]:
    """Each person's part: heads hear what others owe today, the chairman what is broken.

    A part is left out where its whole is told to the same person.
    """
    heaps: dict[UUID, _Heap] = {}
    own: dict[UUID, frozenset[UUID]] = {}
    for one in sorted(near, key=lambda it: it.owed.kind in PARTS):
        apologised = one.owed.kind != Kind.DOSSIER.value or one.promise_id in sent
        part = rules.group(one.owed, days=days, apologised=apologised)
        if part is None:
            continue
        holders = frozenset(rules.holders_of(one.holder, posts, kind=one.owed.kind, urgent=True))
        own[one.promise_id] = holders
        told = own.get(one.whole_id, frozenset()) if one.whole_id else frozenset()
        for person in (holders - told) & people:
            heaps.setdefault(person, _Heap()).own.append((part, one))
        if part not in {Group.BROKEN, Group.TODAY}:
            continue
        above = rules.above(one.holder, posts, kind=one.owed.kind, broken=part is Group.BROKEN)
        for person in (frozenset(above) - holders) & people:
            heaps.setdefault(person, _Heap()).others.append((part, one))
    return heaps


def _names_of(ids: set[UUID], *, by: Actor) -> dict[UUID, str]:
    return dict(accounts.people(by=by).filter(pk__in=ids).values_list("pk", "name")) if ids else {}


def _line(
    part: Group,
    one: Watched,
    *,
    theirs: bool,
    at: datetime,
    calendar: Calendar,
    named: Named,
    holders: dict[UUID, str],
) -> Line:
    who = (holders.get(one.holder.officer_id) if one.holder.officer_id else None) or NOBODY
    return Line(
        group=part.value,
        label=named.label,
        what=named.what if theirs or one.holder.officer_id else ", ".join(filter(None, (named.what, NOBODY))),
        words=_words(part, one, at=at, calendar=calendar),
        href=named.href,
        who=who if theirs else "",
    )


def _words(part: Group, one: Watched, *, at: datetime, calendar: Calendar) -> str:
    """How long it is late, or how long is left."""
    owed = one.owed
    if at > owed.late_after and part is Group.BROKEN:
        late = clock.late_by(at=at, due=owed.due_at, limit=owed.limit, calendar=calendar).words()
        if owed.extended_due_at is not None and at > rules.ends_at(owed):
            return f"{late}, quá cả ngày hẹn lại"
        return f"{late}, chưa xin lỗi" if owed.kind == Kind.DOSSIER.value else late
    if at > rules.ends_at(owed):
        return clock.late_by(at=at, due=rules.until(owed), limit=owed.limit, calendar=calendar).words()
    return clock.remaining(at=at, due=rules.until(owed), calendar=calendar, limit=owed.limit).words()
