"""The rows somebody chose, who may be given them, and what became of each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.accounts import queries as accounts
from motcua.acts import Actor, Refused, Role
from motcua.desk.queries.desk import on_desk
from motcua.dossiers.models import Dossier

__all__ = ["Chosen", "Went", "chosen", "receivers", "went"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A dossier and the state in which it was seen."""

    dossier: Dossier
    seen: int

    @property
    def pick(self) -> str:
        """As the page sends it."""
        return f"{self.dossier.pk}.{self.seen}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Went:
    """One dossier of a batch: at which step it is now and with whom, or why it stayed."""

    dossier: Dossier
    step: str = ""
    no: str = ""


def chosen(*, by: Actor, picks: list[tuple[UUID, int]]) -> list[Chosen]:
    """The chosen dossiers of the actor's ward that are still open, in the order chosen; one statement."""
    seen = dict(picks)
    rows = on_desk(by).select_related("step__officer", "version_pinned").in_bulk(list(seen))
    return [Chosen(dossier=rows[pk], seen=number) for pk, number in picks if pk in rows]


def receivers(*, by: Actor, at: datetime, chosen: list[Chosen]) -> list[tuple[UUID, str]]:
    """People who hold the position of one of the chosen steps today: id and name with title; one statement."""
    steps = {(it.dossier.step.unit_id, Role(it.dossier.step.role)) for it in chosen if it.dossier.step}
    places = steps | {(unit, Role.UNIT_HEAD) for unit, role in steps if role is Role.SPECIALIST}
    held = accounts.positions(by=by, at=at)
    return [(p.person_id, f"{p.person.name}, {p.title}") for p in held if (p.unit_id, Role(p.role)) in places]


def went(it: Chosen, do: Callable[[Chosen], Dossier]) -> Went:
    """Do one act; an anticipated no is told and harms no other."""
    try:
        moved = do(it)
    except Refused as no:
        return Went(dossier=it.dossier, no=no.vi)
    return Went(dossier=moved, step=moved.step.name if moved.step else "")
