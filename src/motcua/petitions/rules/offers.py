"""Who may do what to a petition, and when. Each action asks `may`; the page asks `offers`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua import vietnam
from motcua.acts import Actor, Refused, Role
from motcua.clock import ZONE
from motcua.petitions.rules.matters import PROPOSALS, SETTLED_CLASSES, Matter, Stage, Status, Verdict
from motcua.petitions.rules.sight import RECEIVERS, Sight, forbidden

__all__ = ["Facts", "Verb", "may", "may_receive", "not_moved", "offers", "verdicts_of"]


class Verb(StrEnum):
    """What can be done to a petition that is in the book. Each is an address, a form, an action and a template."""

    CLASSIFY = "classify"
    ACCEPT = "accept"
    FORWARD = "forward"
    GUIDE = "guide"
    KEEP_ON_FILE = "keep_on_file"
    GIVE_BACK = "give_back"
    SPLIT = "split"
    JOIN = "join"
    ASSIGN = "assign"
    EXTEND = "extend"
    SUSPEND = "suspend"
    RESUME = "resume"
    STOP = "stop"
    CONCLUDE = "conclude"
    SEND = "send"
    PUBLISH = "publish"
    ATTACH = "attach"
    WITHDRAW = "withdraw"


R, C, W, S, D = Status.RECEIVED, Status.CLASSIFIED, Status.RESOLVING, Status.SUSPENDED, Status.CONCLUDED
WHEN: Mapping[Verb, frozenset[Status]] = {
    Verb.CLASSIFY: frozenset({R, C}),
    Verb.ACCEPT: frozenset({C}),
    Verb.FORWARD: frozenset({C}),
    Verb.GUIDE: frozenset({C}),
    Verb.KEEP_ON_FILE: frozenset({C}),
    Verb.GIVE_BACK: frozenset({C}),
    Verb.SPLIT: frozenset({C}),
    Verb.JOIN: frozenset({R, C}),
    Verb.ASSIGN: frozenset({W, S}),
    Verb.EXTEND: frozenset({W}),
    Verb.SUSPEND: frozenset({W}),
    Verb.RESUME: frozenset({S}),
    Verb.STOP: frozenset({W, S}),
    Verb.CONCLUDE: frozenset({W}),
    Verb.SEND: frozenset({D}),
    Verb.PUBLISH: frozenset({D}),
    Verb.ATTACH: frozenset({R, C, W, S, D}),
    Verb.WITHDRAW: frozenset({R, C, W, S}),
}
# Besides whoever decides: the handler, and whoever sees the whole of it.
HANDLED = frozenset({Verb.CONCLUDE, Verb.SEND, Verb.PUBLISH, Verb.ATTACH})
OFFICE = frozenset({Verb.SEND, Verb.PUBLISH, Verb.ATTACH})
# What is left to do when the chairman is accused: it goes upward.
UPWARD = frozenset({Verb.CLASSIFY, Verb.FORWARD, Verb.ATTACH})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules look at."""

    status: Status
    matter: Matter
    secret: bool
    sight: Sight
    handles: bool
    head_accused: bool
    open: frozenset[Stage]
    last_at: datetime


def may_receive(by: Actor) -> None:
    """Who writes petitions and receptions into the books."""
    if not by.has(*RECEIVERS):
        raise forbidden()


def verdicts_of(matter: Matter) -> tuple[Verdict, ...]:
    """What can be found of a petition of this class: proposals are answered, the others found right or wrong."""
    return (Verdict.ANSWERED,) if matter in PROPOSALS else (Verdict.RIGHT, Verdict.PARTLY, Verdict.WRONG)


def not_moved(*, seen: int | None, version: int, by_name: str, at: datetime) -> None:
    """Whether the petition is still as it was seen. Raises Refused `petition.moved` and names who moved it."""
    if seen is None or seen == version:
        return
    when = vietnam.moment(at, at.astimezone(ZONE).date())
    raise Refused(
        "petition.moved",
        f"{by_name} vừa ghi một việc vào đơn này ({when}). Xem lại rồi gửi lần nữa nếu vẫn đúng.",
        f"{by_name} has just acted on this petition. Look again, then send once more if it still holds.",
    )


def may(*, verb: Verb, by: Actor, at: datetime, facts: Facts) -> None:
    """Whether `by` may do `verb` now. Raises Refused `missing`, `forbidden`, `petition.*`."""
    if facts.sight is Sight.NONE:
        raise Refused("missing", "Không có đơn này.", "There is no such petition.")
    if facts.sight is not Sight.FULL or not _who(verb, by, facts):
        raise forbidden()
    if facts.status not in WHEN[verb]:
        raise Refused(
            "petition.state",
            "Đơn này đang ở bước khác nên chưa làm được việc ấy.",
            "The petition stands elsewhere; this cannot be done now.",
        )
    _fits(verb, facts)
    if at < facts.last_at:
        raise Refused(
            "petition.before_last",
            "Giờ ghi không thể trước việc đã ghi gần nhất.",
            "An act cannot come before the last one.",
        )


def _who(verb: Verb, by: Actor, facts: Facts) -> bool:
    if facts.head_accused and facts.matter is Matter.DENUNCIATION and verb not in UPWARD:
        return False
    if by.has(Role.CHAIRMAN):
        return True
    if by.has(Role.LEADER) and (not facts.secret or (facts.head_accused and verb in UPWARD)):
        return True
    if facts.handles and verb in HANDLED:
        return True
    return not facts.secret and verb in OFFICE and by.has(*RECEIVERS)


def _fits(verb: Verb, facts: Facts) -> None:
    no = Refused(
        "petition.class",
        "Loại đơn này không xử lý theo cách ấy.",
        "A petition of this class is not handled so.",
    )
    if verb is Verb.SPLIT and facts.matter is not Matter.MIXED:
        raise no
    if verb in {Verb.ACCEPT, Verb.FORWARD} and facts.matter not in SETTLED_CLASSES:
        raise no
    if verb is Verb.EXTEND and facts.matter not in {Matter.COMPLAINT, Matter.DENUNCIATION}:
        raise no
    if (verb is Verb.SEND and Stage.SEND not in facts.open) or (
        verb is Verb.PUBLISH and Stage.PUBLISH not in facts.open
    ):
        raise Refused("petition.done", "Việc này đã làm rồi.", "This has been done.")


def offers(*, by: Actor, at: datetime, facts: Facts) -> tuple[Verb, ...]:
    """What `by` may do now, in the order of the buttons."""
    found = []
    for verb in Verb:
        try:
            may(verb=verb, by=by, at=at, facts=facts)
        except Refused:
            continue
        found.append(verb)
    return tuple(found)
