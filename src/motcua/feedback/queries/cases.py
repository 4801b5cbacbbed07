"""Reading one feedback: for looking, for acting, for its sender."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from motcua import clock
from motcua.acts import Actor, ActorKind, Refused
from motcua.feedback import rules
from motcua.feedback.models import Answer, Case, Sender, Stage
from motcua.feedback.rules import AnswerStatus, Clock, Kind, Privacy, Status
from motcua.ledger.actions import held, hold, standing, unwritten
from motcua.offices import queries as offices
from motcua.offices.models import Ward
from motcua.promises import queries as promises

__all__ = [
    "Contact",
    "answer_now",
    "calendar_of",
    "contact",
    "counted_as",
    "facts",
    "followers",
    "get",
    "given_answer",
    "locked",
    "missing",
    "of_receipt",
    "once",
    "sender_actor",
    "sender_of",
    "stages",
    "visible_to",
    "waited_out",
    "ward_named",
]

NOBODY = UUID(int=0)


def missing() -> Refused:
    """The answer for a feedback that is not there, not this ward's, or not for these eyes."""
    return Refused("missing", "Không có phản ánh này.", "There is no such feedback.")


def visible_to(by: Actor) -> QuerySet[Case]:
    """The feedback of the actor's ward that the actor may read.

    What was routed to complaints and denunciations is for the leaders alone; what is about conduct for those it
    cannot be about, and for the unit that handles it. Raises Refused `forbidden`.
    """
    rules.may_read(by)
    found = Case.objects.filter(ward_id=by.ward_id)
    if not rules.sees_routed(by):
        found = found.exclude(status=Status.ROUTED.value)
    if not rules.sees_conduct(by):
        found = found.filter(~Q(kind=Kind.CONDUCT.value) | Q(unit_id__in=by.units()) | Q(officer_id=by.id))
    return found


def get(*, by: Actor, code: str) -> Case:
    """One feedback the actor may read. Raises Refused `missing`, `forbidden`."""
    found = (
        visible_to(by)
        .select_related("ward", "promise", "unit", "officer", "merged_into", "shown")
        .filter(code=code[:20])
        .first()
    )
    if found is None:
        raise missing()
    return found


def of_receipt(*, ward_id: UUID, receipt: str) -> Case:
    """The feedback a receipt opens; in its own ward only. Raises Refused `missing`."""
    found = (
        Case.objects.filter(ward_id=ward_id, receipt=rules.tidy(receipt))
        .select_related("ward", "promise", "merged_into", "shown")
        .first()
    )
    if found is None:
        raise missing()
    return found


def locked(*, by: Actor, case_id: UUID) -> Case:
    """One feedback of the actor's ward, locked for the rest of the act, with its running promise. Raises `missing`."""
    kept = held(Case, case_id)
    if kept is not None:
        return kept
    found = Case.objects.select_for_update().filter(ward_id=by.ward_id, pk=case_id).first()
    if found is None:
        raise missing()
    if found.promise_id is not None:
        found.promise = promises.locked(ward_id=by.ward_id, promise_id=found.promise_id)
    return hold(found)


def followers(case: Case) -> list[Case]:
    """What was merged into a feedback, locked, in one order."""
    ids = Case.objects.filter(ward_id=case.ward_id, merged_into_id=case.pk).order_by("pk").values_list("pk", flat=True)
    by = sender_actor(case.ward_id)
    return [locked(by=by, case_id=pk) for pk in ids]


def once(*, ward_id: UUID, key: UUID) -> Case | None:
    """What this form has already sent; two who press at once wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [f"{ward_id} {key}"])
    mine = next((row for row in unwritten(Case) if row.once == key), None)
    return mine or Case.objects.filter(ward_id=ward_id, once=key).first()


def stages(case: Case) -> list[Stage]:
    """The promises of a feedback in the order they were made, as this book knows them."""
    return standing(case.stages.select_related("promise"), lambda row: row.case_id == case.pk)


def answer_now(case: Case) -> Answer | None:
    """The answer of the current round, drafted or approved."""
    found = standing(case.answers.all(), lambda row: row.case_id == case.pk and row.round == case.reopened)
    return found[-1] if found else None


def given_answer(case: Case) -> Answer | None:
    """The newest answer its sender may read: its own, or that of the feedback it follows."""
    return (
        Answer.objects.filter(case_id=case.merged_into_id or case.pk, status=AnswerStatus.APPROVED.value)
        .order_by("-round")
        .first()
    )


def calendar_of(ward_id: UUID) -> clock.Calendar:
    """The working calendar of a ward."""
    return offices.calendar(offices.now_of(ward_id))


def counted_as(case: Case) -> clock.Channel:
    """What came over the network out of hours counts from the next opening."""
    return clock.Channel.ONLINE if case.channel == rules.Channel.ONLINE.value else clock.Channel.DIRECT


def waited_out(case: Case, *, at: datetime) -> bool:
    """Whether the sender had the time to add what was asked for."""
    asked = standing(case.said.filter(asks=True), lambda row: row.case_id == case.pk and row.asks)
    until = asked[-1].answer_by if asked else None
    return until is not None and at > until


def facts(case: Case, *, at: datetime) -> rules.Facts:
    """What the rules ask about a feedback. At most four statements."""
    answer = answer_now(case) if case.status == Status.HANDLING.value else None
    waiting = case.status == Status.WAITING.value
    return rules.Facts(
        status=Status(case.status),
        kind=Kind(case.kind),
        unit_id=case.unit_id,
        merged=case.merged_into_id is not None,
        followers=case.followers.count(),
        drafted=answer is not None and answer.status == AnswerStatus.DRAFT.value,
        has_sender=case.privacy != Privacy.ANONYMOUS.value,
        waited_out=waiting and waited_out(case, at=at),
    )


def sender_of(case: Case) -> Sender | None:
    """Who sent it. Only for who passed `feedback.see_sender`, for handlers of a named one, and for `contact`."""
    return None if case.privacy == Privacy.ANONYMOUS.value else Sender.objects.filter(case_id=case.pk).first()


def sender_actor(ward_id: UUID) -> Actor:
    """The sender as the ledger names them: nobody."""
    return Actor(kind=ActorKind.SYSTEM, id=NOBODY, name="Người gửi", ward_id=ward_id, title="trang phản ánh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Where a sender can be told, in which language, and the receipt that opens the answer."""

    name: str
    phone: str
    email: str
    language: str
    receipt: str


def contact(case: Case) -> Contact | None:
    """How to reach the sender of a feedback; None for an anonymous one or one who left no address.

    The face for `notices`. Whoever calls it sends a message and shows nothing of it to anybody.
    """
    found = sender_of(case)
    if found is None or not (found.phone or found.email):
        return None
    return Contact(name=found.name, phone=found.phone, email=found.email, language=case.language, receipt=case.receipt)


def ward_named(slug: str) -> Ward:
    """A ward by the name in its address. Raises Refused `missing`."""
    found = Ward.objects.filter(slug=slug[:60]).first()
    if found is None:
        raise Refused("missing", "Không có phường này.", "There is no such ward.")
    return found


def clock_of(case: Case, which: Clock) -> Stage | None:
    """The promise of a part of the way, the last round of it."""
    return next((stage for stage in reversed(stages(case)) if stage.clock == which.value), None)
