"""Everything one petition's page shows, read in a constant number of statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from motcua import clock
from motcua.acts import Actor
from motcua.dossiers.queries.standing import Left, left
from motcua.ledger import queries as ledger
from motcua.petitions import rules
from motcua.petitions.models import Look, Petition, StageOwed, Visit
from motcua.petitions.queries import holding, secrets, telling
from motcua.petitions.queries.secrets import Inside
from motcua.petitions.queries.telling import Told
from motcua.petitions.rules import Sight, Stage, Verb
from motcua.promises import queries as promises

__all__ = ["Page", "StageShown", "Why", "page"]

MOST_ACTS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class StageShown:
    """A stage and how its promise stands."""

    row: StageOwed
    left: Left

    @property
    def open(self) -> bool:
        """Whether it is still owed."""
        return self.row.closed_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why the nearest due is what it is."""

    due_at: datetime
    explanation: clock.Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One petition. `inside` is None while it may not be seen without a look."""

    petition: Petition
    sight: Sight
    inside: Inside | None = field(repr=False)
    stages: Sequence[StageShown]
    why: Why | None
    told: Sequence[Told]
    looks: Sequence[Look]
    offers: tuple[Verb, ...]
    later: Sequence[Petition]
    parts: Sequence[Petition]
    previous: Petition | None = None
    whole: Petition | None = None
    joined_to: Petition | None = None
    visit: Visit | None = None

    @property
    def now(self) -> StageShown | None:
        """The stage that is owed first."""
        owed = [stage for stage in self.stages if stage.open]
        return min(owed, key=lambda stage: stage.row.promise.due_at, default=None)


def page(*, by: Actor, at: datetime, year: int, number: int, look: Look | None = None) -> Page:
    """The page of a petition; with a look that was just written down also the inside of a secret one."""
    petition = holding.find(by=by, at=at, year=year, number=number)
    sight = holding.sight_of(by, petition)
    calendar = holding.calendar(by.ward_id)
    stages = [
        StageShown(row=row, left=left(promise=row.promise, at=at, calendar=calendar))
        for row in petition.stages.select_related("promise")
    ]
    if sight is Sight.MASKED:
        return Page(
            petition=petition,
            sight=sight,
            inside=None,
            stages=stages,
            why=None,
            told=(),
            looks=(),
            offers=(),
            later=(),
            parts=(),
        )
    inside = (
        secrets.revealed(by=by, look=look, petition=petition)
        if look is not None and petition.secret
        else secrets.inside(by=by, petition=petition)
    )
    open_stages = frozenset(Stage(stage.row.stage) for stage in stages if stage.open)
    facts = holding.facts(by=by, petition=petition, open_stages=open_stages)
    acts = ledger.of_subject(by=by, subject_id=petition.pk)[:MOST_ACTS]
    before = _before(by, at, petition)
    return Page(
        petition=petition,
        sight=sight,
        inside=inside,
        stages=stages,
        why=_why(at, stages, calendar),
        told=telling.tell(acts, inside.remarks if inside else ()),
        looks=list(petition.looks.select_related("person").order_by("-at")[:20]) if petition.secret else (),
        offers=rules.offers(by=by, at=at, facts=facts),
        later=list(holding.visible_to(by, at).filter(previous_id=petition.pk).order_by("id")),
        previous=before.get(petition.previous_id),
        whole=before.get(petition.whole_id),
        joined_to=before.get(petition.joined_to_id),
        visit=holding.visits_visible_to(by, at).filter(petition_id=petition.pk).first(),
        parts=list(holding.visible_to(by, at).filter(whole_id=petition.pk).order_by("id")),
    )


def _before(by: Actor, at: datetime, petition: Petition) -> Mapping[UUID | None, Petition]:
    """The petitions that this one names, by id; not those that the actor may not know of."""
    named = [pk for pk in (petition.previous_id, petition.whole_id, petition.joined_to_id) if pk]
    return {row.pk: row for row in holding.visible_to(by, at).filter(pk__in=named)} if named else {}


def _why(at: datetime, stages: Sequence[StageShown], calendar: clock.Calendar) -> Why | None:
    owed = [stage.row for stage in stages if stage.open] or [stage.row for stage in stages][-1:]
    row = min(owed, key=lambda one: one.promise.due_at, default=None)
    if row is None:
        return None
    promise = row.promise
    until = promise.kept_at or promise.released_at or at
    return Why(
        due_at=promise.due_at,
        explanation=clock.explain(
            start=promise.counted_from,
            limit=promise.limit,
            calendar=calendar,
            pauses=promises.as_clock(promises.pauses(promise)),
            basis=row.basis,
            until=until,
        ),
    )
