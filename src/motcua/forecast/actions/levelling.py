"""A suggested move taken over, or not wanted."""

from datetime import datetime
from uuid import UUID

from motcua.accounts import queries as accounts
from motcua.accounts.models import Absence
from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.dossiers import actions as dossiers
from motcua.dossiers import queries
from motcua.dossiers.models import Dossier
from motcua.forecast import rules
from motcua.forecast.models import Declined
from motcua.ledger.actions import action, add

__all__ = ["decline", "level"]


@action("forecast.level")
def level(*, by: Actor, at: datetime, dossier_id: UUID, assignee_id: UUID, seen: int | None = None) -> Dossier:
    """Give the open step of a dossier to a colleague, as suggested; one act, in which the dossier is assigned.

    Raises Refused `forbidden` for another's unit, `level.away` when the colleague is away today, and what `assign`
    refuses: `dossier.moved`, `assign.position`, `missing`.
    """
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    _may_level(by, dossier)
    person = accounts.person(by=by, person_id=assignee_id)
    day = at.astimezone(ZONE).date()
    if Absence.objects.filter(ward_id=by.ward_id, person_id=assignee_id, starts__lte=day, ends__gte=day).exists():
        raise Refused(
            "level.away",
            f"{person.name} nghỉ hôm nay, không nhận thêm việc được.",
            f"{person.name} is away today and cannot take more.",
        )
    return dossiers.assign(
        by=by, at=at, dossier_id=dossier_id, assignee_id=assignee_id, reason="San việc theo gợi ý", seen=seen
    )


@action("forecast.decline")
def decline(*, by: Actor, at: datetime, dossier_id: UUID, assignee_id: UUID) -> Declined:
    """Not to want a suggested move: it is not suggested again that day.

    Raises Refused `forbidden`, `missing`, and `decline.again` for what was declined today already.
    """
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    _may_level(by, dossier)
    person = accounts.person(by=by, person_id=assignee_id)
    day = at.astimezone(ZONE).date()
    if Declined.objects.filter(dossier_id=dossier.pk, person_id=person.pk, day=day).exists():
        raise Refused("decline.again", "Gợi ý này đã bỏ hôm nay.", "This suggestion was declined today already.")
    return add(Declined(ward_id=by.ward_id, dossier_id=dossier.pk, person_id=person.pk, day=day, by_name=by.name))


def _may_level(by: Actor, dossier: Dossier) -> None:
    rules.may_level(by)
    if dossier.step is None or not rules.levels(by, dossier.step.unit_id):
        raise Refused(
            "forbidden", "Chỉ san việc trong đơn vị mình phụ trách.", "Only within the units one answers for."
        )
