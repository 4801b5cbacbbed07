"""Who may ask for a procedure that the system lacks, and what an answer must say. Source: issue 3, MISSION S4."""

from datetime import datetime
from enum import StrEnum

from motcua import law
from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.clock import ZONE, Limit

__all__ = ["Answer", "ask_limit", "may_answer", "may_ask"]


class Answer(StrEnum):
    """What became of a request."""

    ADDED = "added"  # published since
    EXISTS = "exists"  # it was there all along, under another name
    NOT_OURS = "not_ours"  # another authority receives it


def may_ask(by: Actor) -> None:
    """Whoever works here asks; supervisors only read. Raises Refused `forbidden`."""
    if by.kind is not ActorKind.SYSTEM and by.roles <= {Role.SUPERVISOR}:
        raise Refused(
            "forbidden",
            "Chỉ công chức của phường báo thiếu thủ tục được.",
            "Only officers of the ward may ask for a procedure.",
        )


def ask_limit(*, at: datetime) -> Limit:
    """How long the administrator has to answer (`CATALOGUE_REQUEST_DAYS`, unsure)."""
    rule = law.rule("CATALOGUE_REQUEST_DAYS", on=at.astimezone(ZONE).date())
    return Limit.parse(f"{rule.whole} {rule.unit.replace('_', ' ')}s")


def may_answer(*, answer: Answer, code: str, where: str) -> None:
    """An answer names the procedure, or says where to go. Raises Refused `request.code`, `request.where`."""
    if answer is Answer.NOT_OURS and not where.strip():
        raise Refused(
            "request.where", "Ghi nơi người dân cần đến.", "Say where people have to go instead.", field="where"
        )
    if answer is not Answer.NOT_OURS and not code.strip():
        raise Refused("request.code", "Ghi mã thủ tục.", "Give the code of the procedure.", field="code")
