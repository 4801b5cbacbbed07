"""What may happen between acceptance and return. Source: ND 61/2018 art. 18–20; law.md §1."""

from datetime import datetime
from uuid import UUID

from motcua import law
from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.dossiers.rules.states import OPEN, Money, ReturnWay, Status
from motcua.promises.rules import ZONE

__all__ = [
    "in_order",
    "may_advance",
    "may_answer",
    "may_ask_supplement",
    "may_assign",
    "may_consult",
    "may_finish_otherwise",
    "may_resume",
    "may_return",
    "may_send_back",
    "may_withdraw",
    "not_moved",
]

LEADERS = (Role.LEADER, Role.CHAIRMAN)
DOOR = (Role.COUNTER, Role.DIRECTOR)
UNIT = (Role.SPECIALIST, Role.UNIT_HEAD)


def not_moved(*, seen: int | None, version: int, by_name: str, at: datetime) -> None:
    """Two people at once: whoever saw an older state is told who moved it and when."""
    if seen is not None and seen != version:
        when = at.astimezone(ZONE).strftime("%H:%M, %d/%m/%Y")
        raise Refused(
            "dossier.moved",
            f"{by_name} vừa làm việc trên hồ sơ này lúc {when}. Mở lại để xem bản mới; phần bạn ghi chưa mất.",
            f"{by_name} has just acted on this dossier at {when}. Reload it; what you typed is not lost.",
        )


def in_order(*, at: datetime, last_at: datetime) -> None:
    """Acts on a dossier follow one another: nobody writes something down before what is already written."""
    if at < last_at:
        raise Refused(
            "dossier.before_last",
            "Giờ của việc này sớm hơn việc đã ghi trước đó.",
            "This act would come before the one already recorded.",
        )


def _open(status: Status) -> None:
    if status not in OPEN:
        raise Refused("dossier.closed", "Hồ sơ này không còn đang giải quyết.", "This dossier is no longer in process.")


def _running(status: Status) -> None:
    _open(status)
    if status is not Status.PROCESSING:
        raise Refused(
            "dossier.paused",
            "Hồ sơ đang tạm dừng; ghi nhận bổ sung hoặc nghĩa vụ tài chính trước.",
            "The dossier is paused; record the supplement or the payment first.",
        )


def _holds_step(*, by: Actor, unit_id: UUID, role: Role, officer_id: UUID | None) -> None:
    """The actor holds the step's role in its unit, and it is not on somebody else's desk."""
    if by.kind is ActorKind.SYSTEM:
        return
    if unit_id not in by.units(*_may_stand_for(role)):
        raise Refused(
            "forbidden",
            "Bước này thuộc đơn vị hoặc vị trí khác.",
            "This step belongs to another unit or position.",
        )
    if (
        by.kind is ActorKind.PERSON
        and officer_id not in {None, by.id}
        and not by.has(Role.UNIT_HEAD, Role.DIRECTOR, *LEADERS)
    ):
        raise Refused(
            "step.assigned",
            "Bước này đã giao cho người khác; nhờ lãnh đạo đơn vị giao lại nếu cần.",
            "This step is assigned to somebody else; the head of the unit can reassign it.",
        )


def works_on(*, by: Actor, unit_id: UUID, step_unit_id: UUID | None, step_role: Role | None) -> None:
    """The unit that processes, whoever holds the current step, or a leader."""
    if by.kind is ActorKind.SYSTEM or by.has(*LEADERS) or unit_id in by.units(*UNIT):
        return
    if step_unit_id is not None and step_role is not None and step_unit_id in by.units(*_may_stand_for(step_role)):
        return
    raise Refused("forbidden", "Chỉ đơn vị giải quyết làm được việc này.", "Only the processing unit may do this.")


def door_or_unit(*, by: Actor, unit_id: UUID) -> None:
    """The counter, where the applicant comes, or the unit that processes."""
    if by.kind is not ActorKind.SYSTEM and not by.has(*DOOR) and unit_id not in by.units(*UNIT):
        raise Refused("forbidden", "Vị trí của bạn không làm được việc này.", "Your position may not do this.")


def _may_stand_for(role: Role) -> tuple[Role, ...]:
    """Who may do a step of a role besides its holder, in the same unit."""
    return {
        Role.COUNTER: (Role.COUNTER, Role.DIRECTOR),
        Role.SPECIALIST: (Role.SPECIALIST, Role.UNIT_HEAD),
        Role.LEADER: LEADERS,
        Role.CHAIRMAN: (Role.CHAIRMAN,),
    }.get(role, (role,))


def may_advance(
    *,
    by: Actor,
    at: datetime,
    last_at: datetime,
    status: Status,
    unit_id: UUID,
    role: Role,
    officer_id: UUID | None,
    must_note: bool,
    note: str,
    must_result: bool,
    has_result: bool,
) -> None:
    """Complete the current step: it runs, it is the actor's, and what it must leave behind is there."""
    _running(status)
    in_order(at=at, last_at=last_at)
    _holds_step(by=by, unit_id=unit_id, role=role, officer_id=officer_id)
    if must_note and not note.strip():
        raise Refused("step.note", "Bước này phải ghi ý kiến.", "This step needs a note.", field="note")
    if must_result and not has_result:
        raise Refused(
            "step.result",
            "Bước này phải có kết quả: ghi tên và số của giấy tờ kết quả.",
            "This step must leave a result: give the name and number of the result paper.",
            field="result",
        )


def may_send_back(
    *,
    by: Actor,
    at: datetime,
    last_at: datetime,
    status: Status,
    unit_id: UUID,
    role: Role,
    officer_id: UUID | None,
    first: bool,
    can_send_back: bool,
    reason: str,
) -> None:
    """Return to the previous step with a reason. The clock goes on: a return never restarts it (law.md §1.7)."""
    _running(status)
    in_order(at=at, last_at=last_at)
    _holds_step(by=by, unit_id=unit_id, role=role, officer_id=officer_id)
    if first or not can_send_back:
        raise Refused("step.no_back", "Bước này không trả lại bước trước được.", "This step cannot be sent back.")
    reason_given(reason)


def reason_given(text: str, *, field: str = "reason") -> None:
    if len(text.strip()) < 3:
        raise Refused("reason.missing", "Cần nêu lý do.", "A reason is needed.", field=field)


def may_assign(
    *,
    by: Actor,
    at: datetime,
    last_at: datetime,
    status: Status,
    unit_id: UUID,
    role: Role,
    officer_id: UUID | None,
    assignee_id: UUID | None,
) -> None:
    """The head of the step's unit or a leader assigns it; an officer takes it from the queue, or gives it back.

    What lies on a colleague's desk is not taken by another officer.
    """
    _open(status)
    in_order(at=at, last_at=last_at)
    if by.kind is ActorKind.SYSTEM or by.has(*LEADERS) or unit_id in by.units(Role.UNIT_HEAD, Role.DIRECTOR):
        return
    if (
        unit_id in by.units(*_may_stand_for(role))
        and assignee_id in {by.id, None}
        and (by.kind is ActorKind.MACHINE or officer_id in {by.id, None})
    ):
        return
    raise Refused("forbidden", "Chỉ lãnh đạo đơn vị giao việc được.", "Only the head of the unit may assign.")


def may_ask_supplement(
    *,
    by: Actor,
    at: datetime,
    last_at: datetime,
    status: Status,
    unit_id: UUID,
    step_unit_id: UUID | None,
    step_role: Role | None,
    can_pause: bool,
    asked_times: int,
    items: tuple[str, ...],
    reason: str,
    override_basis: str,
) -> None:
    """Ask once and completely; a second request needs a leader and a legal basis.

    Source: ND 61/2018 art. 15(3), ND 309/2026 art. 17(2)(a); SUPPLEMENT_MAX_PROCESSING.
    """
    _running(status)
    in_order(at=at, last_at=last_at)
    works_on(by=by, unit_id=unit_id, step_unit_id=step_unit_id, step_role=step_role)
    if not can_pause:
        raise Refused(
            "step.no_pause", "Quy trình không cho tạm dừng ở bước này.", "The process allows no pause at this step."
        )
    if not any(item.strip() for item in items):
        raise Refused(
            "supplement.items",
            "Ghi rõ từng giấy tờ cần bổ sung.",
            "List each paper to be supplied.",
            field="items",
        )
    reason_given(reason)
    most = law.rule("SUPPLEMENT_MAX_PROCESSING", on=at.astimezone(ZONE).date()).whole
    if asked_times >= most and not (by.has(*LEADERS) and override_basis.strip()):
        raise Refused(
            "supplement.second",
            "Chỉ được yêu cầu bổ sung một lần. Lần nữa phải do lãnh đạo quyết định, nêu căn cứ.",
            "A supplement is asked for once. Another needs a leader's decision with its legal basis.",
            source="NĐ 61/2018 Điều 15 khoản 3; NĐ 309/2026 Điều 17 khoản 2 điểm a",
            field="override_basis",
        )


def may_resume(*, by: Actor, at: datetime, last_at: datetime, status: Status, wanted: Status, unit_id: UUID) -> None:
    """End a pause of the kind that is open: the counter, where the papers or the money came, or the unit."""
    if status is not wanted:
        raise Refused(
            "dossier.not_waiting", "Hồ sơ không ở trạng thái chờ này.", "The dossier is not waiting for that."
        )
    in_order(at=at, last_at=last_at)
    door_or_unit(by=by, unit_id=unit_id)


def may_finish_otherwise(
    *, by: Actor, at: datetime, last_at: datetime, status: Status, reason: str, unit_id: UUID
) -> None:
    """Refuse or stop after acceptance: the unit that processes, its head or a leader, with a written reason."""
    _open(status)
    in_order(at=at, last_at=last_at)
    works_on(by=by, unit_id=unit_id, step_unit_id=None, step_role=None)
    reason_given(reason)


def may_consult(
    *,
    by: Actor,
    at: datetime,
    last_at: datetime,
    status: Status,
    unit_id: UUID,
    step_unit_id: UUID | None,
    step_role: Role | None,
    body: str,
    question: str,
) -> None:
    """Ask another body: a running dossier of the asker's unit, a body, a question (ND 61/2018 art. 19(5))."""
    _running(status)
    in_order(at=at, last_at=last_at)
    works_on(by=by, unit_id=unit_id, step_unit_id=step_unit_id, step_role=step_role)
    if not (body.strip() and question.strip()):
        raise Refused(
            "consultation.body",
            "Ghi cơ quan được hỏi và nội dung cần hỏi.",
            "Name the body and the question.",
            field="body",
        )


def may_answer(
    *, by: Actor, at: datetime, last_at: datetime, unit_id: UUID, step_unit_id: UUID | None, step_role: Role | None
) -> None:
    """Write down another body's answer, also after the dossier has ended: the other body still owes it."""
    in_order(at=at, last_at=last_at)
    works_on(by=by, unit_id=unit_id, step_unit_id=step_unit_id, step_role=step_role)


def may_withdraw(*, by: Actor, at: datetime, last_at: datetime, status: Status, reason: str, unit_id: UUID) -> None:
    """The applicant may take back a dossier that is at the door or in process; the counter writes it down."""
    if status not in OPEN | {Status.LODGED, Status.AWAITING}:
        raise Refused("dossier.closed", "Hồ sơ này đã kết thúc.", "This dossier has ended.")
    in_order(at=at, last_at=last_at)
    door_or_unit(by=by, unit_id=unit_id)
    reason_given(reason)


def may_return(
    *,
    by: Actor,
    at: datetime,
    last_at: datetime,
    status: Status,
    money: Money,
    way: ReturnWay,
    receiver: str,
    proof: str,
) -> None:
    """Hand the result over with proof: a name in person, a mandate for a proxy, a tracking number for the post."""
    if status is not Status.FINISHED:
        raise Refused("return.not_ready", "Hồ sơ chưa có kết quả để trả.", "There is no result to hand over yet.")
    in_order(at=at, last_at=last_at)
    if by.kind is not ActorKind.SYSTEM and not by.has(*DOOR):
        raise Refused("forbidden", "Chỉ bộ phận trả kết quả làm được việc này.", "Only the counter may hand over.")
    if money is Money.DUE:
        raise Refused(
            "return.unpaid",
            "Hồ sơ còn khoản phí, lệ phí chưa nộp; thu trước khi trả kết quả.",
            "A fee is still due; take it before handing over.",
        )
    if not receiver.strip():
        raise Refused("return.receiver", "Ghi tên người nhận.", "Give the receiver's name.", field="receiver")
    if way in {ReturnWay.PROXY, ReturnWay.POST} and not proof.strip():
        raise Refused(
            "return.proof",
            "Ghi giấy ủy quyền hoặc mã bưu gửi làm bằng chứng.",
            "Give the mandate or the tracking number as proof.",
            field="proof",
        )
