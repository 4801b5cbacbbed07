"""A procedure that the system lacks: asked for at the counter, owed an answer by the administrator."""

from datetime import datetime
from uuid import UUID

from motcua import vietnam
from motcua.accounts import queries as accounts
from motcua.accounts.models import PositionHeld
from motcua.accounts.rules import may_administer
from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.clock import ZONE
from motcua.ledger.actions import action, add, change, subject
from motcua.offices import actions as offices
from motcua.offices import queries as wards
from motcua.procedures import rules
from motcua.procedures.models import Asking, Procedure, Request
from motcua.procedures.queries import hit, search
from motcua.procedures.queries.asking import locked_request, open_request
from motcua.procedures.rules import Answer
from motcua.promises import actions as promises
from motcua.promises import queries as owed
from motcua.promises.rules import Kind

__all__ = ["answer_request", "ask_for"]


@action("procedure_request.ask_for")
def ask_for(
    *, by: Actor, at: datetime, name: str, field: str = "", basis: str = "", note: str = "", phone: str = ""
) -> Request:
    """Ask the administrator for a procedure. The same one asked again joins the open request and is counted.

    Raises Refused `request.name`, `request.there`, `forbidden`.
    """
    rules.may_ask(by)
    asked = vietnam.clean(name)[:400]
    if not any(letter.isalpha() for letter in asked):
        raise Refused("request.name", "Ghi tên thủ tục người dân hỏi.", "Name the procedure.", field="name")
    _not_there(by, at, asked)
    offices.lock(by.ward_id)  # two counters at once: the second joins the first
    row = open_request(by=by, name=asked)
    if row is None:
        row = _new(by=by, at=at, name=asked, field=field, basis=basis)
    else:
        change(row, times=row.times + 1, field=row.field or field, basis=row.basis or basis)
    add(
        Asking(
            ward_id=by.ward_id,
            request=row,
            person_id=by.id if by.kind is ActorKind.PERSON else None,
            name=by.name,
            at=at,
            note=note,
            phone=phone,
        )
    )
    subject(row)
    return row


@action("procedure_request.answer")
def answer_request(
    *, by: Actor, at: datetime, request_id: UUID, answer: Answer, code: str = "", where: str = "", note: str = ""
) -> Request:
    """Say what became of it; the promise to whoever asked is kept. Administrator only.

    Raises Refused `request.code`, `request.where`, `request.answered`, `forbidden`, `missing`.
    """
    may_administer(by)
    row = locked_request(by=by, request_id=request_id)
    if row.answered_at is not None:
        raise Refused(
            "request.answered",
            f"Yêu cầu này {row.answered_by_name} đã trả lời.",
            "This request has been answered already.",
        )
    rules.may_answer(answer=answer, code=code, where=where)
    procedure = None if answer is Answer.NOT_OURS else _named(by, at, code)
    promise = owed.locked(ward_id=by.ward_id, promise_id=row.promise_id)
    promises.keep(by=by, at=at, promise=promise)
    return change(
        row,
        answer=answer.value,
        procedure=procedure,
        where=where if answer is Answer.NOT_OURS else "",
        answer_note=note,
        answered_at=at,
        answered_by_name=by.name,
    )


def _not_there(by: Actor, at: datetime, name: str) -> None:
    for there in search(by=by, text=name, at=at, limit=5):
        if vietnam.fold(there.name) == vietnam.fold(name):
            raise Refused(
                "request.there",
                f"Thủ tục này đã có trên hệ thống, mã {there.code}. Tìm theo mã ấy ở trang tiếp nhận.",
                f"This procedure is there already: {there.code}.",
                field="name",
            )


def _new(*, by: Actor, at: datetime, name: str, field: str, basis: str) -> Request:
    unit_id, officer_id = _administrator(by, at)
    promise = promises.make(
        by=by,
        at=at,
        kind=Kind.CATALOGUE,
        unit_id=unit_id,
        officer_id=officer_id,
        start=at,
        limit=rules.ask_limit(at=at),
        calendar=wards.calendar(wards.now_of(by.ward_id)),
    )
    return add(
        Request(
            ward_id=by.ward_id,
            promise=promise,
            name=name,
            name_folded=vietnam.fold(name)[:400],
            field=field,
            basis=basis,
            asked_at=at,
        )
    )


def _administrator(by: Actor, at: datetime) -> tuple[UUID, UUID | None]:
    """Which unit owes the answer, and who when there is exactly one administrator."""
    held = accounts.positions(by=by, at=at.astimezone(ZONE)).filter(role=Role.ADMIN.value, person__is_active=True)
    found: list[PositionHeld] = list(held[:2])
    if found:
        return found[0].unit_id, found[0].person_id if len(found) == 1 else None
    unit = wards.units(by=by).order_by("-order").first()  # a ward without an administrator: its last unit owes it
    if unit is None:
        raise Refused("request.nobody", "Phường chưa có đơn vị nào.", "The ward has no unit yet.")
    return unit.pk, None


def _named(by: Actor, at: datetime, code: str) -> Procedure:
    """A procedure of the ward that may be received today."""
    try:
        found = hit(by=by, code=code, at=at)
    except Refused as no:
        raise Refused(
            "request.code",
            "Không có thủ tục nào đang áp dụng mang mã này. Công bố thủ tục trước, rồi trả lời.",
            "No procedure in force has this code. Publish it first.",
            field="code",
        ) from no
    return Procedure.objects.get(ward_id=by.ward_id, pk=found.procedure_id)
