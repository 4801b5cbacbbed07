"""What may happen between acceptance and return. Source: ND 61/2018 art. 18–20; law.md §1."""

from datetime import datetime
from uuid import UUID

from motcua import law
from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.dossiers.rules.states import OPEN, ReturnWay, Status
from motcua.promises.rules import ZONE

__all__ = [
    "may_advance",
    "may_ask_supplement",
    "may_assign",
    "may_consult",
    "may_extend",
    "may_finish_otherwise",
    "may_resume",
    "may_return",
    "may_send_back",
    "may_withdraw",
    "not_moved",
]

LEADERS = (Role.LEADER, Role.CHAIRMAN)


def not_moved(*, seen: int | None, version: int, by_name: str, at: datetime) -> None:
    """Two people at once: whoever saw an older state is told who moved it and when."""
    if seen is not None and seen != version:
        when = at.astimezone(ZONE).strftime("%H:%M, %d/%m/%Y")
        raise Refused(
            "dossier.moved",
            f"{by_name} vừa làm việc trên hồ sơ này lúc {when}. Mở lại để xem bản mới; phần bạn ghi chưa mất.",
            f"{by_name} has just acted on this dossier at {when}. Reload it; what you typed is not lost.",
        )


def _in_order(*, at: datetime, last_at: datetime) -> None:
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
    _in_order(at=at, last_at=last_at)
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
    _in_order(at=at, last_at=last_at)
    _holds_step(by=by, unit_id=unit_id, role=role, officer_id=officer_id)
    if first or not can_send_back:
        raise Refused("step.no_back", "Bước này không trả lại bước trước được.", "This step cannot be sent back.")
    _reason(reason)


def _reason(text: str, *, field: str = "reason") -> None:
    if len(text.strip()) < 3:
        raise Refused("reason.missing", "Cần nêu lý do.", "A reason is needed.", field=field)


def may_assign(*, by: Actor, status: Status, unit_id: UUID, role: Role, assignee_id: UUID | None) -> None:
    """The head of the unit gives the step to somebody; an officer may take it, or give back what is theirs."""
    _open(status)
    if by.kind is ActorKind.SYSTEM or by.has(*LEADERS, Role.DIRECTOR):
        return
    if unit_id in by.units(Role.UNIT_HEAD):
        return
    if unit_id in by.units(*_may_stand_for(role)) and assignee_id in {by.id, None}:
        return
    raise Refused("forbidden", "Chỉ lãnh đạo đơn vị giao việc được.", "Only the head of the unit may assign.")


def may_ask_supplement(
    *,
    by: Actor,
    at: datetime,
    last_at: datetime,
    status: Status,
    asked_times: int,
    items: tuple[str, ...],
    reason: str,
    override_basis: str,
) -> None:
    """Ask once and completely; a second request needs a leader and a legal basis.

    Source: ND 61/2018 art. 15(3), ND 309/2026 art. 17(2)(a); SUPPLEMENT_MAX_PROCESSING.
    """
    _running(status)
    _in_order(at=at, last_at=last_at)
    if not items:
        raise Refused(
            "supplement.items",
            "Ghi rõ từng giấy tờ cần bổ sung.",
            "List each paper to be supplied.",
            field="items",
        )
    _reason(reason)
    most = law.rule("SUPPLEMENT_MAX_PROCESSING", on=at.astimezone(ZONE).date()).whole
    if asked_times >= most and not (by.has(*LEADERS) and override_basis.strip()):
        raise Refused(
            "supplement.second",
            "Chỉ được yêu cầu bổ sung một lần. Lần nữa phải do lãnh đạo quyết định, nêu căn cứ.",
            "A supplement is asked for once. Another needs a leader's decision with its legal basis.",
            source="ND 61/2018 art. 15(3); ND 309/2026 art. 17(2)(a)",
            field="override_basis",
        )


def may_resume(*, at: datetime, last_at: datetime, status: Status, wanted: Status) -> None:
    """End a pause of the kind that is open."""
    _in_order(at=at, last_at=last_at)
    if status is not wanted:
        raise Refused(
            "dossier.not_waiting", "Hồ sơ không ở trạng thái chờ này.", "The dossier is not waiting for that."
        )


def may_finish_otherwise(
    *, by: Actor, at: datetime, last_at: datetime, status: Status, reason: str, unit_id: UUID
) -> None:
    """Refuse or stop after acceptance: the unit that processes, its head or a leader, with a written reason."""
    _open(status)
    _in_order(at=at, last_at=last_at)
    _reason(reason)
    allowed = (Role.SPECIALIST, Role.UNIT_HEAD)
    if by.kind is ActorKind.SYSTEM or by.has(*LEADERS, Role.DIRECTOR) or unit_id in by.units(*allowed):
        return
    raise Refused("forbidden", "Chỉ đơn vị giải quyết làm được việc này.", "Only the processing unit may do this.")


def may_consult(*, by: Actor, at: datetime, last_at: datetime, status: Status, body: str, question: str) -> None:
    """Ask another body: an open dossier, a body, a question (ND 61/2018 art. 19(5))."""
    _running(status)
    _in_order(at=at, last_at=last_at)
    if by.kind is not ActorKind.SYSTEM and not by.has(Role.SPECIALIST, Role.UNIT_HEAD, *LEADERS):
        raise Refused("forbidden", "Chỉ đơn vị giải quyết làm được việc này.", "Only the processing unit may do this.")
    if not (body.strip() and question.strip()):
        raise Refused(
            "consultation.body",
            "Ghi cơ quan được hỏi và nội dung cần hỏi.",
            "Name the body and the question.",
            field="body",
        )


def may_withdraw(*, by: Actor, at: datetime, last_at: datetime, status: Status, reason: str) -> None:
    """The applicant may take back a dossier that is at the door or in process; the counter writes it down."""
    if status not in OPEN | {Status.LODGED, Status.AWAITING}:
        raise Refused("dossier.closed", "Hồ sơ này đã kết thúc.", "This dossier has ended.")
    _in_order(at=at, last_at=last_at)
    _reason(reason)
    if by.kind is not ActorKind.SYSTEM and not by.has(Role.COUNTER, Role.DIRECTOR, Role.SPECIALIST, Role.UNIT_HEAD):
        raise Refused("forbidden", "Vị trí của bạn không làm được việc này.", "Your position may not do this.")


def may_return(
    *, by: Actor, at: datetime, last_at: datetime, status: Status, way: ReturnWay, receiver: str, proof: str
) -> None:
    """Hand the result over with proof: a name in person, a mandate for a proxy, a tracking number for the post."""
    if status is not Status.FINISHED:
        raise Refused("return.not_ready", "Hồ sơ chưa có kết quả để trả.", "There is no result to hand over yet.")
    _in_order(at=at, last_at=last_at)
    if by.kind is not ActorKind.SYSTEM and not by.has(Role.COUNTER, Role.DIRECTOR):
        raise Refused("forbidden", "Chỉ bộ phận trả kết quả làm được việc này.", "Only the counter may hand over.")
    if not receiver.strip():
        raise Refused("return.receiver", "Ghi tên người nhận.", "Give the receiver's name.", field="receiver")
    if way in {ReturnWay.PROXY, ReturnWay.POST} and not proof.strip():
        raise Refused(
            "return.proof",
            "Ghi giấy ủy quyền hoặc mã bưu gửi làm bằng chứng.",
            "Give the mandate or the tracking number as proof.",
            field="proof",
        )


def may_extend(*, by: Actor, status: Status, reason: str, approving: bool) -> None:
    """Propose a new appointment with an apology; a leader approves it (ND 61/2018 art. 19(9))."""
    _open(status)
    _reason(reason)
    if approving and by.kind is not ActorKind.SYSTEM and not by.has(*LEADERS):
        raise Refused(
            "forbidden",
            "Chỉ lãnh đạo duyệt phiếu xin lỗi.",
            "Only a leader approves an apology.",
            source="R61-19(9)",
        )
