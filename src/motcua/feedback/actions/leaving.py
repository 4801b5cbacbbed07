"""How a feedback leaves without an answer of ours: refused, forwarded, or routed to complaints and denunciations."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor
from motcua.feedback.actions.owing import decided, measure, opened, stop_owing, touch, wanted
from motcua.feedback.models import Case
from motcua.feedback.queries import cases
from motcua.feedback.rules import Clock, Door, Ground, Status, Verb
from motcua.ledger.actions import action

__all__ = ["forward", "reject", "route"]


def _told(text: str) -> str:
    return wanted(
        text,
        field="told",
        vi="Chưa ghi lời báo cho người gửi. Viết một câu họ hiểu được.",
        en="Write a sentence the sender understands.",
    )


def _leave(*, by: Actor, at: datetime, case: Case, **fields: object) -> Case:
    """End a feedback and what was merged into it, with the same words."""
    for follower in cases.followers(case):
        if follower.status == Status.HANDLING.value:
            stop_owing(by=by, at=at, case=follower, ground="Bản chính đã kết thúc")
            touch(by=by, at=at, case=follower, **fields)
    return touch(by=by, at=at, case=case, **fields)


@action("feedback.reject")
def reject(*, by: Actor, at: datetime, case_id: UUID, ground: Ground, told: str, seen: int | None = None) -> Case:
    """Refuse with a ground and a sentence for the sender. Measured by PAKN_PORTAL reject, at the door or later.

    Whoever was asked for more and let the time pass is refused without a limit of ours running.
    """
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.REJECT, seen=seen)
    told = _told(told)
    late_door = case.status == Status.HANDLING.value
    if not decided(by=by, at=at, case=case, ground="Từ chối") and late_door:
        measure(by=by, at=at, case=case, which=Clock.REFUSE)
    return _leave(by=by, at=at, case=case, status=Status.REJECTED.value, ground=ground.value, told=told)


@action("feedback.forward")
def forward(*, by: Actor, at: datetime, case_id: UUID, body: str, told: str, seen: int | None = None) -> Case:
    """Give it to the body that is competent, measured by PAKN_FORWARD_DAYS; the sender reads to whom."""
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.FORWARD, seen=seen)
    to = wanted(body, field="body", vi="Chưa ghi cơ quan nhận.", en="Name the body that receives it.")
    told = _told(told)
    decided(by=by, at=at, case=case, ground="Chuyển cơ quan có thẩm quyền")
    measure(by=by, at=at, case=case, which=Clock.FORWARD)
    return _leave(by=by, at=at, case=case, status=Status.FORWARDED.value, forwarded_to=to[:200], told=told)


@action("feedback.route")
def route(*, by: Actor, at: datetime, case_id: UUID, door: Door, told: str, seen: int | None = None) -> Case:
    """It is in truth a complaint or a denunciation: handed to that door; from now on only leaders can read it here.

    Nothing of its content goes anywhere by this act: the room `petitions` receives it by its own, reading
    `queries.handed_over`. What followed it goes its own way again.
    """
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.ROUTE, seen=seen)
    told = _told(told)
    for follower in cases.followers(case):
        if follower.status == Status.HANDLING.value:
            touch(by=by, at=at, case=follower, merged_into=None, merged_at=None)
    decided(by=by, at=at, case=case, ground="Chuyển sang khiếu nại, tố cáo")
    return touch(by=by, at=at, case=case, status=Status.ROUTED.value, ground=door.value, told=told)
