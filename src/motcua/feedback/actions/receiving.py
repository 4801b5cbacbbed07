"""Accepting, giving to a unit, asking the sender for more and getting it."""

from datetime import datetime
from uuid import UUID

from motcua import clock
from motcua.accounts import queries as accounts
from motcua.acts import Actor, Refused
from motcua.feedback import rules
from motcua.feedback.actions.lodging import take_photos
from motcua.feedback.actions.owing import centre, keep, measure, opened, owe_answer, touch, wanted
from motcua.feedback.models import Case, Word
from motcua.feedback.queries import cases
from motcua.feedback.rules import Clock, Side, Status, Verb
from motcua.ledger.actions import action, add, note
from motcua.offices.models import Unit
from motcua.promises import actions as promises

__all__ = ["accept", "ask_supplement", "assign", "said_by_sender", "supply"]


@action("feedback.accept")
def accept(
    *,
    by: Actor,
    at: datetime,
    case_id: UUID,
    unit_id: UUID | None = None,
    officer_id: UUID | None = None,
    seen: int | None = None,
) -> Case:
    """Accept a feedback: the first promise is kept, the answer is promised from the receipt on.

    `unit_id` None is the unit it was given to, else the centre. Raises Refused `feedback.*`, `missing`.
    """
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.ACCEPT, seen=seen)
    unit = unit_id or case.unit_id or centre(case.ward_id)
    _may_hold(by=by, at=at, unit_id=unit, officer_id=officer_id)
    keep(by=by, at=at, case=case)
    promise = owe_answer(by=by, at=at, case=case, unit_id=unit)
    promises.reassign(by=by, at=at, promise=promise, officer_id=officer_id)
    return touch(
        by=by,
        at=at,
        case=case,
        status=Status.HANDLING.value,
        unit_id=unit,
        officer_id=officer_id,
        promise=promise,
    )


def _may_hold(*, by: Actor, at: datetime, unit_id: UUID, officer_id: UUID | None) -> None:
    """The unit is the ward's, the officer works in it that day."""
    if not Unit.objects.filter(ward_id=by.ward_id, pk=unit_id, valid_to__isnull=True).exists():
        raise Refused("missing", "Không có đơn vị này.", "There is no such unit.")
    if (
        officer_id is not None
        and not accounts.positions(by=by, at=at)
        .filter(unit_id=unit_id, person_id=officer_id, role__in=[role.value for role in rules.HOLDERS])
        .exists()
    ):
        raise Refused(
            "assign.position",
            "Người này không làm việc ở đơn vị ấy hôm nay.",
            "This person does not work in that unit today.",
            field="officer",
        )


@action("feedback.assign")
def assign(
    *,
    by: Actor,
    at: datetime,
    case_id: UUID,
    unit_id: UUID,
    officer_id: UUID | None = None,
    reason: str = "",
    seen: int | None = None,
) -> Case:
    """Give a feedback to a unit, or to somebody in it. A new one then waits for that unit to accept; dues stay."""
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.ASSIGN, seen=seen)
    _may_hold(by=by, at=at, unit_id=unit_id, officer_id=officer_id)
    note(reason)
    if case.promise is not None and not case.promise.closed:
        promises.reassign(by=by, at=at, promise=case.promise, officer_id=officer_id, unit_id=unit_id)
    status = Status.PENDING.value if case.status == Status.NEW.value else case.status
    return touch(by=by, at=at, case=case, status=status, unit_id=unit_id, officer_id=officer_id)


@action("feedback.ask_supplement")
def ask_supplement(*, by: Actor, at: datetime, case_id: UUID, question: str, seen: int | None = None) -> Case:
    """Ask the sender for what is missing: the clock stands still from now (PAKN_SUPPLEMENT_CLOCK).

    The first question is measured by its own limit (PAKN_PORTAL supplement). An anonymous sender reads it with the
    receipt.
    """
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.ASK_SUPPLEMENT, seen=seen)
    text = wanted(question, field="question", vi="Chưa ghi điều cần hỏi.", en="Say what is missing.")
    unit = case.unit_id or centre(case.ward_id)
    promise = case.promise
    if not any(stage.clock == Clock.ASK.value for stage in cases.stages(case)):
        measure(by=by, at=at, case=case, which=Clock.ASK)
    if case.status in {Status.NEW.value, Status.PENDING.value}:
        keep(by=by, at=at, case=case)
        promise = owe_answer(by=by, at=at, case=case, unit_id=unit)
    mode, basis = rules.pause_mode(at=at)
    if promise is not None:
        promises.pause(by=by, at=at, promise=promise, mode=mode, ground="supplement", basis=basis)
    until = clock.due(start=at, limit=rules.wait(at=at), calendar=cases.calendar_of(case.ward_id)).at
    add(
        Word(
            ward_id=case.ward_id,
            case_id=case.pk,
            side=Side.OFFICE.value,
            asks=True,
            text=text,
            answer_by=until,
            at=at,
            by_name=by.name,
        )
    )
    return touch(by=by, at=at, case=case, status=Status.WAITING.value, unit_id=unit, promise=promise)


@action("feedback.supply")
def supply(
    *,
    by: Actor,
    at: datetime,
    case_id: UUID,
    text: str,
    photos: tuple[bytes, ...] = (),
    seen: int | None = None,
) -> Case:
    """The sender answers what was asked, on the page or through an officer: the clock runs on."""
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.SUPPLY, seen=seen)
    said_by_sender(by=by, at=at, case=case, text=text, photos=photos)
    if case.promise is not None:
        promises.resume(
            by=by,
            at=at,
            promise=case.promise,
            calendar=cases.calendar_of(case.ward_id),
            ground="Người gửi đã bổ sung",
        )
    return touch(by=by, at=at, case=case, status=Status.HANDLING.value, complete_at=at)


def said_by_sender(*, by: Actor, at: datetime, case: Case, text: str, photos: tuple[bytes, ...]) -> None:
    """Keep what a sender says after lodging."""
    said = wanted(text, field="text", vi="Chưa ghi nội dung bổ sung.", en="Write what you want to add.")
    add(Word(ward_id=case.ward_id, case_id=case.pk, side=Side.SENDER.value, text=said, at=at))
    take_photos(by=by, at=at, case=case, contents=photos, side=Side.SENDER, first=case.photos.count() + 1)
