"""Looking at what is kept secret is itself an act: who looked, when, at which number; never what was seen."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor
from motcua.ledger.actions import action, add, subject
from motcua.petitions import rules
from motcua.petitions.models import Look
from motcua.petitions.queries import holding
from motcua.petitions.rules import Sight

__all__ = ["see_file", "see_identity"]


@action("petition.see_identity")
def see_identity(*, by: Actor, at: datetime, petition_id: UUID) -> Look:
    """Write down that somebody named to a case looked at who sent it and what it says."""
    return _look(by=by, at=at, petition_id=petition_id, what="identity")


@action("petition.see_file")
def see_file(*, by: Actor, at: datetime, petition_id: UUID) -> Look:
    """Write down that somebody named to a case opened one of its files."""
    return _look(by=by, at=at, petition_id=petition_id, what="file")


def _look(*, by: Actor, at: datetime, petition_id: UUID, what: str) -> Look:
    petition = holding.locked(by=by, at=at, petition_id=petition_id)
    sight = holding.sight_of(by, petition)
    if sight is Sight.NONE:
        raise holding.missing()
    if sight is not Sight.FULL:
        raise rules.forbidden()
    subject(petition)
    return add(Look(ward_id=by.ward_id, petition=petition, what=what, person_id=by.id, at=at))
