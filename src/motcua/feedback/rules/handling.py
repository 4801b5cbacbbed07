"""Who may do what with a feedback, and when. Source: law.md §10.1; the division of work is ours."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.feedback.rules.states import ANSWERED, OPEN, Kind, Status
from motcua.promises.rules import ZONE

__all__ = [
    "HOLDERS",
    "LEADERS",
    "READERS",
    "Facts",
    "Verb",
    "discreet",
    "may",
    "may_lodge",
    "may_rate",
    "may_read",
    "may_reopen",
    "not_moved",
    "offers",
    "sees_conduct",
    "sees_routed",
]

LEADERS = (Role.LEADER, Role.CHAIRMAN)
RECEIVERS = (Role.COUNTER, Role.CLERK, Role.DIRECTOR, *LEADERS)
WORKERS = (Role.COUNTER, Role.CLERK, Role.DIRECTOR, Role.SPECIALIST, Role.UNIT_HEAD)
HEADS = (Role.UNIT_HEAD, Role.DIRECTOR)
HOLDERS = (*WORKERS, *LEADERS)  # who can be given a feedback
READERS = (*HOLDERS, Role.SUPERVISOR)
CONDUCT = (Role.CLERK, Role.UNIT_HEAD, Role.DIRECTOR, *LEADERS, Role.SUPERVISOR)


class Verb(StrEnum):
    """What an officer does with a feedback; the last word of its address, its template and its act."""

    ACCEPT = "accept"
    REJECT = "reject"
    ASK_SUPPLEMENT = "ask_supplement"
    SUPPLY = "supply"
    ASSIGN = "assign"
    ANSWER = "answer"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    PUBLISH = "publish"
    WITHHOLD = "withhold"
    MERGE = "merge"
    UNMERGE = "unmerge"
    FORWARD = "forward"
    ROUTE = "route"
    SEE_SENDER = "see_sender"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules need to know of a feedback."""

    status: Status
    kind: Kind
    unit_id: UUID | None
    merged: bool = False
    followers: int = 0
    drafted: bool = False  # an answer waits for approval
    has_sender: bool = False
    waited_out: bool = False  # the sender had the time to add and did not


def may_read(by: Actor) -> None:
    """Whose position has to do with feedback. Administration of the system has not."""
    if by.kind is not ActorKind.SYSTEM and not by.has(*READERS):
        raise Refused(
            "forbidden", "Vị trí của bạn không xem phản ánh, kiến nghị.", "Your position does not read feedback."
        )


def sees_conduct(by: Actor) -> bool:
    """Feedback about how officers treat people does not pass through the hands of those it may be about."""
    return by.kind is ActorKind.SYSTEM or by.has(*CONDUCT)


def sees_routed(by: Actor) -> bool:
    """What is in truth a complaint or denunciation is hidden from everybody but the leaders."""
    return by.kind is ActorKind.SYSTEM or by.has(*LEADERS)


def discreet(status: Status) -> bool:
    """Whether even its subject stays out of lists."""
    return status is Status.ROUTED


def may_lodge(by: Actor) -> None:
    """Who writes down what somebody says at the counter, by telephone or in a letter."""
    if by.kind is not ActorKind.SYSTEM and not by.has(*RECEIVERS):
        raise Refused(
            "forbidden",
            "Chỉ bộ phận một cửa, văn thư và lãnh đạo ghi nhận phản ánh.",
            "Only the counter, the clerk and the leaders write down feedback.",
        )


def not_moved(*, seen: int | None, version: int, by_name: str, at: datetime) -> None:
    """Two people at once: whoever saw an older state is told who moved it and when."""
    if seen is not None and seen != version:
        when = at.astimezone(ZONE).strftime("%H:%M, %d/%m/%Y")
        raise Refused(
            "feedback.moved",
            f"{by_name} vừa làm việc trên phản ánh này lúc {when}. Xem bản mới rồi gửi lại; phần bạn ghi chưa mất.",
            f"{by_name} has just acted on this feedback at {when}. Look again; what you typed is not lost.",
        )


def offers(*, by: Actor, facts: Facts) -> tuple[Verb, ...]:
    """The verbs this actor may do now, in the order of the list above."""

    def allowed(verb: Verb) -> bool:
        try:
            may(verb=verb, by=by, facts=facts)
        except Refused:
            return False
        return True

    return tuple(verb for verb in Verb if allowed(verb))


def may(*, verb: Verb, by: Actor, facts: Facts) -> None:
    """Whether an actor may do a verb now. Raises Refused `forbidden`, `feedback.state` and the like."""
    if by.kind is not ActorKind.SYSTEM:
        may_read(by)
        if facts.kind is Kind.CONDUCT and not sees_conduct(by) and facts.unit_id not in by.units(*WORKERS):
            raise _not_yours()
    _RULES[verb](by, facts)


def _not_yours() -> Refused:
    return Refused("forbidden", "Vị trí của bạn không làm được việc này.", "Your position may not do this.")


def _state() -> Refused:
    return Refused(
        "feedback.state",
        "Phản ánh này không ở trạng thái làm được việc ấy.",
        "This feedback is not in a state that allows it.",
    )


def _in(facts: Facts, *states: Status) -> None:
    if facts.status not in states:
        raise _state()


def _alone(facts: Facts) -> None:
    """A merged feedback follows its main one."""
    if facts.merged:
        raise Refused(
            "feedback.merged",
            "Phản ánh này đã gộp vào phản ánh khác; làm việc ở bản chính, hoặc tách ra trước.",
            "This feedback follows another one; act on that one, or part them first.",
        )


def _leads(by: Actor) -> None:
    if by.kind is not ActorKind.SYSTEM and not by.has(*LEADERS):
        raise Refused("forbidden", "Chỉ lãnh đạo làm được việc này.", "Only a leader may do this.")


def _works(by: Actor, facts: Facts) -> bool:
    return (
        by.kind is ActorKind.SYSTEM
        or by.has(*LEADERS)
        or (facts.unit_id is not None and facts.unit_id in by.units(*WORKERS))
    )


def _receives(by: Actor) -> bool:
    return by.kind is ActorKind.SYSTEM or by.has(*RECEIVERS)


def _either(by: Actor, facts: Facts) -> None:
    if not _receives(by) and not _works(by, facts):
        raise _not_yours()


def _accept(by: Actor, facts: Facts) -> None:
    _in(facts, Status.NEW, Status.PENDING)
    _either(by, facts)


def _reject(by: Actor, facts: Facts) -> None:
    _in(facts, *OPEN)
    _alone(facts)
    _either(by, facts)
    if facts.status is Status.WAITING and not facts.waited_out:
        raise Refused(
            "feedback.waiting",
            "Đang chờ người gửi bổ sung; chưa hết thời gian chờ nên chưa từ chối được.",
            "The sender may still add what was asked for; it cannot be refused yet.",
        )


def _ask(by: Actor, facts: Facts) -> None:
    _in(facts, Status.NEW, Status.PENDING, Status.HANDLING)
    _alone(facts)
    _either(by, facts)


def _supply(by: Actor, facts: Facts) -> None:
    _in(facts, Status.WAITING)
    _either(by, facts)


def _assign(by: Actor, facts: Facts) -> None:
    _in(facts, *OPEN)
    _alone(facts)
    heads = facts.unit_id is not None and facts.unit_id in by.units(*HEADS)
    if not _receives(by) and not heads:
        raise _not_yours()


def _answer(by: Actor, facts: Facts) -> None:
    _in(facts, Status.HANDLING)
    _alone(facts)
    if not _works(by, facts):
        raise _not_yours()


def _decide_draft(by: Actor, facts: Facts) -> None:
    _leads(by)
    _in(facts, Status.HANDLING)
    if not facts.drafted:
        raise Refused("feedback.no_draft", "Chưa có dự thảo trả lời để duyệt.", "There is no draft to approve.")


def _publish(by: Actor, facts: Facts) -> None:
    _leads(by)
    _in(facts, Status.ANSWERED)
    _alone(facts)


def _merge(by: Actor, facts: Facts) -> None:
    _in(facts, Status.NEW, Status.PENDING, Status.HANDLING)
    _alone(facts)
    _either(by, facts)
    if facts.followers:
        raise Refused(
            "feedback.has_followers",
            "Phản ánh này là bản chính của phản ánh khác. Gộp bản kia vào bản này.",
            "Other feedback follows this one. Merge the other way round.",
        )


def _unmerge(by: Actor, facts: Facts) -> None:
    _in(facts, Status.HANDLING)
    _either(by, facts)
    if not facts.merged:
        raise _state()


def _forward(by: Actor, facts: Facts) -> None:
    _in(facts, Status.NEW, Status.PENDING, Status.HANDLING)
    _alone(facts)
    _either(by, facts)


def _route(by: Actor, facts: Facts) -> None:
    _in(facts, *OPEN)
    _alone(facts)
    _either(by, facts)


def _see(by: Actor, facts: Facts) -> None:
    if not facts.has_sender:
        raise Refused("feedback.anonymous", "Người gửi không để lại tên.", "The sender left no name.")
    if facts.status is Status.ROUTED:
        _leads(by)
    _either(by, facts)


_RULES: dict[Verb, Callable[[Actor, Facts], None]] = {
    Verb.ACCEPT: _accept,
    Verb.REJECT: _reject,
    Verb.ASK_SUPPLEMENT: _ask,
    Verb.SUPPLY: _supply,
    Verb.ASSIGN: _assign,
    Verb.ANSWER: _answer,
    Verb.APPROVE: _decide_draft,
    Verb.SEND_BACK: _decide_draft,
    Verb.PUBLISH: _publish,
    Verb.WITHHOLD: _publish,
    Verb.MERGE: _merge,
    Verb.UNMERGE: _unmerge,
    Verb.FORWARD: _forward,
    Verb.ROUTE: _route,
    Verb.SEE_SENDER: _see,
}


def may_rate(status: Status) -> None:
    """A sender says whether the answer was good, once there is one."""
    if status not in ANSWERED:
        raise Refused("feedback.no_answer", "Chưa có câu trả lời để đánh giá.", "There is no answer to rate yet.")


def may_reopen(*, status: Status, reopened: int, most: int, at: datetime, until: datetime | None) -> None:
    """A sender who is not satisfied asks for another look, at most PAKN_REOPEN_MAX times, within PAKN_REOPEN_DAYS."""
    may_rate(status)
    if reopened >= most:
        raise Refused(
            "feedback.reopened",
            "Phản ánh này đã được xem lại một lần; không xem lại nữa được.",
            "This has already been looked at again.",
        )
    if until is not None and at > until:
        raise Refused(
            "feedback.reopen_late",
            "Đã quá thời gian đề nghị xem lại. Mời ông bà gửi phản ánh mới.",
            "The time to ask for another look is over. Please send a new feedback.",
        )
