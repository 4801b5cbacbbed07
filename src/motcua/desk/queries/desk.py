"""The officer's desk: counts, rows in bands, what the filters offer, what was warned of. Eleven statements at most."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from motcua.accounts import queries as accounts
from motcua.acts import Actor
from motcua.desk import rules
from motcua.desk.queries import ranking
from motcua.desk.queries.rows import Row, built, detailed
from motcua.desk.rules import BANDS, Band, Rank, Scope
from motcua.dossiers import queries as dossiers
from motcua.dossiers.models import Consultation, Dossier
from motcua.dossiers.rules import OPEN, Status
from motcua.offices import queries as offices
from motcua.watch import queries as watch
from motcua.watch.queries import Mine

__all__ = ["NOBODY", "BandShown", "Desk", "Offered", "Wanted", "desk", "on_desk"]

PAGE = 25
STEP = 100  # rows added by "Xem … hồ sơ còn lại"
MOST = 1025
NOBODY = "none"  # filter: given to nobody
ON_DESK = (*OPEN, Status.LODGED, Status.AWAITING, Status.FINISHED)
AT_DOOR = Q(status__in=[Status.LODGED.value, Status.AWAITING.value])
NOTHING = Q(pk__in=[])


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which rows to show. Empty values ask for everything of the scope."""

    scope: Scope = Scope.MINE
    procedure_id: UUID | None = None
    field: str = ""
    step: str = ""
    channel: str = ""
    paused: bool = True
    unit_id: UUID | None = None
    officer: str = ""  # a person's id, or NOBODY
    band: str = ""
    unapologised: bool = False
    rows: int = PAGE

    @property
    def narrowed(self) -> bool:
        """Whether any filter hides rows."""
        return replace(self, rows=PAGE) != Wanted(scope=self.scope)


@dataclass(frozen=True, slots=True, kw_only=True)
class BandShown:
    """One band: all it holds, the rows shown, how many are not."""

    band: Band
    count: int
    rows: list[Row]

    @property
    def more(self) -> int:
        """Rows of this band not shown."""
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What the filters choose from: procedures by field, steps, channels."""

    procedures: dict[str, list[tuple[UUID, str]]] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)
    channels: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A desk at a moment. `tabs` counts the scopes without filters; `total` is what the filters leave."""

    wanted: Wanted
    tabs: dict[Scope, int]
    total: int
    bands: list[BandShown]
    offered: Offered
    hours: str
    closes: str  # when today's work ends, "17:00"; empty on a day off
    next_rows: int
    unit_names: dict[UUID, str]
    soon_days: int
    warned: Mine  # what the reader was warned of
    officer_name: str = ""

    def count(self, band: Band) -> int:
        """How many rows a band holds."""
        return next(b.count for b in self.bands if b.band is band)


def desk(*, by: Actor, at: datetime, wanted: Wanted) -> Desk:
    """The desk of an actor. Raises Refused `forbidden` for a scope that is not theirs."""
    if wanted.scope is Scope.WARD:
        rules.may_oversee(by)
    calendar = offices.calendar(offices.now_of(by.ward_id))
    edges = rules.edges(at=at, calendar=calendar)
    within = {scope: _in_scope(scope, by) for scope in rules.scopes(by)}
    chosen = within.get(wanted.scope, NOTHING)
    base = ranking.ranked(on_desk(by), edges=edges)
    filters = _filters(wanted, by)
    counts = _counts(base, within=within, shown=chosen & filters)
    size = min(max(wanted.rows, PAGE), MOST)
    selected = detailed(base.filter(chosen).filter(filters))[:size]
    whose = wanted.scope is not Scope.MINE
    warned = watch.mine(by=by)
    rows = built(selected, by=by, edges=edges, calendar=calendar, with_holder=whose, bands=warned.bands)
    bands = [_band(band, counts, rows) for band in BANDS]
    total = sum(band.count for band in bands)
    return Desk(
        wanted=wanted,
        tabs={scope: counts[scope.value] for scope in within},
        total=total,
        bands=bands,
        offered=_offered(on_desk(by).filter(chosen)),
        hours=rules.hours_today(at=at, calendar=calendar),
        closes=rules.closes(at=at, calendar=calendar),
        next_rows=min(len(rows) + STEP, MOST),
        unit_names=_unit_names(by, wanted.unit_id),
        soon_days=edges.soon_days,
        warned=warned,
        officer_name=_officer_name(by, wanted.officer),
    )


def _unit_names(by: Actor, asked: UUID | None) -> dict[UUID, str]:
    """The units of the actor and the one asked for, by name."""
    ids = by.units(*rules.WORKERS) | ({asked} if asked else set())
    return dict(offices.units(by=by).filter(pk__in=ids).values_list("pk", "name"))


def _officer_name(by: Actor, asked: str) -> str:
    if not asked or asked == NOBODY:
        return ""
    return accounts.people(by=by).filter(pk=asked).values_list("name", flat=True).first() or ""


def on_desk(by: Actor) -> QuerySet[Dossier]:
    """Every dossier of the ward that somebody still has to do something about."""
    return dossiers.visible_to(by).filter(status__in=[s.value for s in ON_DESK])


def _in_scope(scope: Scope, by: Actor) -> Q:
    match scope:
        case Scope.MINE:
            held = Q(step__officer_id=by.id)
            for position in by.positions:
                queue = {"step__unit_id": position.unit_id, "step__role": position.role.value}
                held |= Q(step__officer_id__isnull=True, **queue)
            return held | AT_DOOR if by.has(rules.COUNTERS[0]) else held
        case Scope.UNIT:
            held = Q(step__unit_id__in=by.units(*rules.WORKERS)) | Q(step__officer_id=by.id)
            return held | AT_DOOR if by.has(*rules.COUNTERS) else held
        case Scope.CONSULTED:
            asked = Consultation.objects.filter(ward_id=by.ward_id, answered_at__isnull=True)
            ours = Q(unit_id__in=by.units(*rules.WORKERS)) | Q(officer_id=by.id)
            return ours & Q(status__in=[s.value for s in OPEN], pk__in=asked.values("dossier_id"))
        case Scope.WARD:
            return overseen(by)


def overseen(by: Actor) -> Q:
    """The open promises that somebody oversees."""
    units = rules.overseen_units(by)
    open_ones = Q(status__in=[s.value for s in OPEN])
    return open_ones if units is None else open_ones & Q(step__unit_id__in=units)


def _filters(wanted: Wanted, by: Actor) -> Q:
    exact = {
        "procedure_id": wanted.procedure_id,
        "version_pinned__field": wanted.field,
        "step__name": wanted.step,
        "channel": wanted.channel,
        "step__unit_id": wanted.unit_id,
    }
    kept = Q(**{name: value for name, value in exact.items() if value})
    if wanted.officer:
        kept &= Q(step__officer_id=None if wanted.officer == NOBODY else wanted.officer)
    if wanted.band:
        kept &= Q(rank__in=ranking.ranks_in(wanted.band))
    if not wanted.paused:
        kept &= ~Q(rank=Rank.PAUSED.value)
    if wanted.unapologised:
        kept &= ~dossiers.apologised(ward_id=by.ward_id)
    return kept


def _counts(base: QuerySet[Dossier], *, within: dict[Scope, Q], shown: Q) -> dict[str, int]:
    """Every tab without filters, and every band of what is shown: one statement."""
    anywhere = NOTHING
    for scope in within.values():
        anywhere |= scope
    tabs = {scope.value: Count("pk", filter=q) for scope, q in within.items()}
    bands = {f"band_{b}": Count("pk", filter=shown & Q(rank__in=ranking.ranks_in(b.value))) for b in BANDS}
    counted: dict[str, int] = base.filter(anywhere).aggregate(**tabs, **bands) if within else {}
    return {name: counted.get(name, 0) for name in (*tabs, *bands)}


def _band(band: Band, counts: dict[str, int], rows: list[Row]) -> BandShown:
    return BandShown(band=band, count=counts[f"band_{band}"], rows=[r for r in rows if r.rank.band is band])


def _offered(rows: QuerySet[Dossier]) -> Offered:
    """Procedures, steps and channels that occur on this desk: one statement."""
    found = (
        rows.order_by()
        .values_list("procedure_id", "version_pinned__field", "version_pinned__name", "step__name", "channel")
        .distinct()
    )
    names: dict[str, dict[UUID, str]] = {}
    steps: set[str] = set()
    channels: set[str] = set()
    for procedure_id, area, name, step, channel in found:
        names.setdefault(area, {})[procedure_id] = name
        steps.add(step or "")
        channels.add(channel)
    procedures = {area: sorted(of.items(), key=lambda pair: pair[1]) for area, of in sorted(names.items())}
    return Offered(procedures=procedures, steps=sorted(steps - {""}), channels=sorted(channels))
