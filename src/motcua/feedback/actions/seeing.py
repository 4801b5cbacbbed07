"""Looking at who sent a feedback is an act of its own."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor, ActorKind
from motcua.feedback import queries, rules
from motcua.feedback.actions.owing import wanted
from motcua.feedback.models import Case, Sight
from motcua.feedback.rules import Verb
from motcua.ledger.actions import action, add, note, subject

__all__ = ["see_sender"]


@action("feedback.see_sender")
def see_sender(*, by: Actor, at: datetime, case_id: UUID, why: str) -> Case:
    """Open the sender of a feedback, for a reason that is written down. Who may: who receives, handles or leads."""
    case = queries.locked(by=by, case_id=case_id)
    rules.may(verb=Verb.SEE_SENDER, by=by, facts=queries.facts(case, at=at))
    reason = wanted(why, field="why", vi="Cần ghi vì sao phải biết người gửi.", en="Say why you need to know.")
    note(reason)
    subject(case)
    add(
        Sight(
            ward_id=case.ward_id,
            case_id=case.pk,
            person_id=by.id if by.kind is ActorKind.PERSON else None,
            by_name=by.name,
            why=reason[:300],
            at=at,
        )
    )
    return case
