"""The page "Có thể trễ": the open dossiers somebody sees, the likeliest to be late first, with what would help."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q

from motcua import clock, law
from motcua.accounts import queries as accounts
from motcua.accounts.models import PositionHeld
from motcua.acts import Actor
from motcua.clock import ZONE
from motcua.dossiers import queries as dossiers
from motcua.dossiers.rules import OPEN
from motcua.forecast import rules
from motcua.forecast.queries.scoring import Forecast, State, World, forecasts, held_by, world
from motcua.forecast.queries.standing import Away, Days, Standing, is_away, sight, soon, standing
from motcua.offices import queries as offices

__all__ = ["PAGE", "Board", "Detail", "Help", "HelpKind", "Row", "Wanted", "board", "detail", "eligible"]

PAGE = 25
STEP = 100  # rows added by "Xem … hồ sơ còn lại"
MOST = 1025
NOBODY = "none"
FEWER = 2  # steps fewer on a colleague's desk that are worth a change of hands


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which rows to show; empty values ask for everything that is seen."""

    unit: str = ""
    officer: str = ""  # a person's id, or NOBODY
    everything: bool = False  # also those that will probably be in time
    rows: int = PAGE


class HelpKind(StrEnum):
    """What would help."""

    GIVE = "give"  # to a colleague with less on the desk
    APOLOGISE = "apologise"  # say sorry before it breaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """One thing that would help: in words, and the address where it is done (empty: not for this actor)."""

    kind: HelpKind
    words: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the page."""

    forecast: Forecast
    left: str  # the words of the badge
    kind: str
    helps: list[Help]

    @property
    def standing(self) -> Standing:
        """Its dossier."""
        return self.forecast.standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The page. `at_risk` of `running` open dossiers reach the threshold; `unknown` have too little data."""

    wanted: Wanted
    rows: list[Row]
    total: int
    at_risk: int
    running: int
    unknown: int
    late: int
    paused: int
    threshold: int
    least: int
    learnt_at: datetime | None
    paths: int
    units: list[tuple[UUID, str]]
    officers: list[tuple[str, str]]

    @property
    def more(self) -> int:
        """Rows not shown."""
        return self.total - len(self.rows)

    @property
    def next_rows(self) -> int:
        """How many to ask for then."""
        return min(len(self.rows) + STEP, MOST)


def board(*, by: Actor, at: datetime, wanted: Wanted) -> Board:
    """The page of an actor. Six statements, seven after a night. Raises Refused `forbidden`."""
    rules.may_see(by)
    calendar = offices.calendar(offices.now_of(by.ward_id))
    now = world(by=by, at=at, calendar=calendar)
    seen = forecasts(standing(by=by, within=sight(by)), world=now)
    chosen = [f for f in seen if _wanted(f.standing, wanted)]
    running = [f for f in chosen if f.state is State.RUNNING]
    at_risk = [f for f in running if _at_risk(f, now)]
    listed = sorted(running if wanted.everything else at_risk, key=_likeliest)
    shown = listed[: min(max(wanted.rows, PAGE), MOST)]
    held = list(accounts.positions(by=by, at=at)) if shown else []
    return Board(
        wanted=wanted,
        rows=[_row(f, by=by, world=now, held=held) for f in shown],
        total=len(listed),
        at_risk=len(at_risk),
        running=len(running),
        unknown=sum(f.odds.chance is None for f in running),
        late=sum(f.state is State.LATE for f in chosen),
        paused=sum(f.state is State.PAUSED for f in chosen),
        threshold=round(now.threshold * 100),
        least=now.least,
        learnt_at=now.learnt_at,
        paths=now.known.paths,
        units=sorted({(f.standing.unit_id, f.standing.unit_name) for f in seen}, key=lambda pair: pair[1]),
        officers=_officers(seen),
    )


def _officers(seen: list[Forecast]) -> list[tuple[str, str]]:
    people = {(str(f.standing.officer_id), f.standing.officer_name or "") for f in seen if f.standing.officer_id}
    return sorted(people, key=lambda pair: pair[1])


def _wanted(row: Standing, wanted: Wanted) -> bool:
    if wanted.unit and str(row.unit_id) != wanted.unit:
        return False
    if wanted.officer == NOBODY:
        return row.officer_id is None
    return not wanted.officer or str(row.officer_id) == wanted.officer


def _at_risk(found: Forecast, world: World) -> bool:
    return found.odds.chance is not None and found.odds.chance >= world.threshold


def _likeliest(found: Forecast) -> tuple[float, datetime, str]:
    chance = found.odds.chance
    return (-chance if chance is not None else 1, found.standing.due_at, found.standing.code)


def _row(found: Forecast, *, by: Actor, world: World, held: list[PositionHeld]) -> Row:
    row = found.standing
    left = clock.remaining(at=world.at, due=row.due_at, calendar=world.calendar)
    today, due = world.at.astimezone(ZONE).date(), row.due_at.astimezone(ZONE).date()
    kind = "today" if due <= today else "soon" if found.left <= 2 * world.per_day else "later"
    helps = _helps(found, by=by, world=world, held=held) if _at_risk(found, world) else []
    return Row(forecast=found, left=left.words(), kind=kind, helps=helps)


# -- what would help -------------------------------------------------------------------------------------------------


def eligible(row: Standing, *, held: list[PositionHeld], away: Away, days: Days) -> list[PositionHeld]:
    """Who holds the step's role in its unit, works, and is not away on these days."""
    return [
        p
        for p in held
        if (p.unit_id, p.role) == (row.unit_id, row.role)
        and p.person.is_active
        and p.person_id != row.officer_id
        and not is_away(away, p.person_id, days)
    ]


def _helps(found: Forecast, *, by: Actor, world: World, held: list[PositionHeld]) -> list[Help]:
    row = found.standing
    helps = []
    to = _colleague(found, world=world, held=held)
    if to is not None:
        after = held_by(found, officer_id=to.person_id, name=to.person.name, world=world, more=1)
        better = after.percent is not None and found.percent is not None and after.percent < found.percent
        words = rules.give_words(
            name=to.person.name,
            now=world.queues.desks.get(to.person_id, 0),
            percent=after.percent if better else None,
        )
        href = f"/dossiers/{row.code}/assign/" if rules.levels(by, row.unit_id) else ""
        helps.append(Help(kind=HelpKind.GIVE, words=words, href=href))
    warn = law.rule("APOLOGY_WARN_DAYS", on=world.at.astimezone(ZONE).date()).whole
    if not row.apologised and found.left <= warn * world.per_day:
        able = row.officer_id == by.id or row.unit_id in by.units() or rules.levels(by, row.unit_id)
        able = able and rules.works(by)
        href = f"/dossiers/{row.code}/request_extension/" if able else ""
        helps.append(Help(kind=HelpKind.APOLOGISE, words=rules.APOLOGISE, href=href))
    return helps


def _colleague(found: Forecast, *, world: World, held: list[PositionHeld]) -> PositionHeld | None:
    """The eligible colleague with least on the desk, where that is worth a change of hands."""
    row = found.standing
    days = soon(at=world.at, calendar=world.calendar)
    desks = world.queues.desks
    others = sorted(
        eligible(row, held=held, away=world.away, days=days),
        key=lambda p: (desks.get(p.person_id, 0), p.person.name_folded, str(p.person_id)),
    )
    if not others:
        return None
    if row.officer_id is None or is_away(world.away, row.officer_id, days):
        return others[0]
    return others[0] if desks.get(others[0].person_id, 0) + FEWER <= desks.get(row.officer_id, 0) else None


# -- one dossier -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One dossier with all that was counted for it."""

    row: Row
    learnt_at: datetime | None
    paths: int
    least: int
    threshold: int


def detail(*, by: Actor, at: datetime, code: str) -> Detail | None:
    """The forecast of one dossier; None when it is no longer, or not yet, being processed.

    Raises Refused `forbidden`, or `missing` for what the actor does not see.
    """
    rules.may_see(by)
    calendar = offices.calendar(offices.now_of(by.ward_id))
    now = world(by=by, at=at, calendar=calendar)
    found = forecasts(standing(by=by, within=sight(by) & Q(code=code)), world=now)
    if not found:
        if dossiers.visible_to(by).filter(code=code).exclude(status__in=[s.value for s in OPEN]).exists():
            return None
        raise dossiers.missing()
    held = list(accounts.positions(by=by, at=at))
    return Detail(
        row=_row(found[0], by=by, world=now, held=held),
        learnt_at=now.learnt_at,
        paths=now.known.paths,
        least=now.least,
        threshold=round(now.threshold * 100),
    )
