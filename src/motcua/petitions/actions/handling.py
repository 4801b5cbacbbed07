"""From acceptance to the end: extend, suspend, resume, stop, withdraw, conclude, send, publish."""

from datetime import date, datetime
from uuid import UUID

from motcua import law
from motcua.acts import Actor, Refused
from motcua.clock import ZONE, PauseMode
from motcua.ledger.actions import action, add, change
from motcua.petitions import rules
from motcua.petitions.actions.stages import begin, close_stage, drop_all, find, lengthen, open_stage, remark, touch
from motcua.petitions.models import Decision, Petition, StageOwed
from motcua.petitions.queries import holding
from motcua.petitions.rules import Complexity, End, Matter, Stage, StageEnd, Status, Verb, Verdict, deadlines
from motcua.promises import actions as promises

__all__ = ["conclude", "extend", "publish", "resume", "send", "stop", "suspend", "withdraw"]


def _resolving(stages: list[StageOwed]) -> StageOwed:
    found = find(stages, Stage.RESOLVE)
    if found is None:
        raise RuntimeError("an accepted petition owes its settlement")
    return found


@action("petition.extend")
def extend(
    *,
    by: Actor,
    at: datetime,
    petition_id: UUID,
    complexity: Complexity,
    text: str,
    seen: int | None = None,
) -> Petition:
    """Lengthen the term of a complex case as the law allows, while it runs. No apology: nothing was broken."""
    petition, stages = begin(verb=Verb.EXTEND, by=by, at=at, petition_id=petition_id, seen=seen)
    rules.written(text=text, field="text", vi="Ghi vì sao vụ việc phức tạp.", en="Say why the case is complex.")
    row = _resolving(stages)
    term = deadlines.extension(
        matter=Matter(petition.matter),
        second=petition.second,
        complexity=complexity,
        remote=petition.remote,
        given=petition.extensions,
        at=at,
        late_after=row.promise.late_after,
    )
    lengthen(by=by, at=at, petition=petition, row=row, term=term, calendar=holding.calendar(by.ward_id))
    remark(by=by, at=at, petition=petition, verb=Verb.EXTEND.value, text=text)
    return touch(by=by, at=at, petition=petition, complexity=complexity.value, extensions=petition.extensions + 1)


@action("petition.suspend")
def suspend(*, by: Actor, at: datetime, petition_id: UUID, letter: str, text: str, seen: int | None = None) -> Petition:
    """Suspend the settlement on a ground of the law; its term stands still. Source: NĐ 155/2026, NĐ 156/2026."""
    petition, stages = begin(verb=Verb.SUSPEND, by=by, at=at, petition_id=petition_id, seen=seen)
    rules.written(
        text=letter, field="letter", vi="Ghi số quyết định tạm đình chỉ.", en="Give the number of the decision."
    )
    rules.written(text=text, field="text", vi="Ghi căn cứ tạm đình chỉ.", en="Give the ground.")
    promises.pause(
        by=by,
        at=at,
        promise=_resolving(stages).promise,
        mode=PauseMode.SUSPEND,
        ground="Tạm đình chỉ giải quyết",
        basis=_basis(petition),
    )
    remark(by=by, at=at, petition=petition, verb=Verb.SUSPEND.value, text=f"{letter}\n{text}")
    return touch(by=by, at=at, petition=petition, status=Status.SUSPENDED.value)


def _basis(petition: Petition) -> str:
    """The law of a suspension; the number of the decision, which somebody types, stays out of the ledger."""
    denounced = petition.matter == Matter.DENUNCIATION.value
    return law.rule("DENUNCIATION_RESOLVE" if denounced else "COMPLAINT_ACCEPT", on=petition.touched_at.date()).basis


@action("petition.resume")
def resume(*, by: Actor, at: datetime, petition_id: UUID, text: str = "", seen: int | None = None) -> Petition:
    """Go on: the ground of the suspension is gone."""
    petition, stages = begin(verb=Verb.RESUME, by=by, at=at, petition_id=petition_id, seen=seen)
    promises.resume(
        by=by,
        at=at,
        promise=_resolving(stages).promise,
        calendar=holding.calendar(by.ward_id),
        ground="Hết căn cứ tạm đình chỉ",
    )
    remark(by=by, at=at, petition=petition, verb=Verb.RESUME.value, text=text)
    return touch(by=by, at=at, petition=petition, status=Status.RESOLVING.value)


@action("petition.stop")
def stop(*, by: Actor, at: datetime, petition_id: UUID, letter: str, text: str, seen: int | None = None) -> Petition:
    """Stop the settlement for good by a decision; the promise counts as kept now, early or late."""
    petition, stages = begin(verb=Verb.STOP, by=by, at=at, petition_id=petition_id, seen=seen)
    rules.written(text=text, field="text", vi="Ghi căn cứ đình chỉ.", en="Give the ground.")
    for row in stages:
        close_stage(by=by, at=at, row=row, end=StageEnd.DONE)
    remark(by=by, at=at, petition=petition, verb=Verb.STOP.value, text=f"{letter}\n{text}")
    return _closed(by=by, at=at, petition=petition, end=End.STOPPED)


@action("petition.withdraw")
def withdraw(
    *, by: Actor, at: datetime, petition_id: UUID, text: str, goes_on: bool = False, seen: int | None = None
) -> Petition:
    """Write down that it was withdrawn. A denunciation may be looked into all the same (`goes_on`)."""
    petition, stages = begin(verb=Verb.WITHDRAW, by=by, at=at, petition_id=petition_id, seen=seen)
    rules.written(text=text, field="text", vi="Ghi người gửi rút đơn thế nào.", en="Say how it was withdrawn.")
    remark(by=by, at=at, petition=petition, verb=Verb.WITHDRAW.value, text=text)
    if goes_on and petition.matter != Matter.DENUNCIATION.value:
        raise Refused(
            "petition.withdrawn",
            "Chỉ tố cáo đã rút mới có thể được xem xét tiếp.",
            "Only a withdrawn denunciation may be looked into all the same.",
            field="goes_on",
        )
    if goes_on:
        return touch(by=by, at=at, petition=petition)
    drop_all(by=by, at=at, stages=stages)
    return _closed(by=by, at=at, petition=petition, end=End.WITHDRAWN)


@action("petition.conclude")
def conclude(
    *,
    by: Actor,
    at: datetime,
    petition_id: UUID,
    number: str,
    decided_on: date,
    signer: str,
    verdict: Verdict,
    summary: str,
    seen: int | None = None,
) -> Petition:
    """Write down the decision, conclusion or answer: the settlement is kept now; sending and publishing are owed."""
    petition, stages = begin(verb=Verb.CONCLUDE, by=by, at=at, petition_id=petition_id, seen=seen)
    local, accepted = at.astimezone(ZONE), petition.accepted_at or petition.received_at
    if not accepted.astimezone(ZONE).date() <= decided_on <= local.date():
        raise Refused(
            "petition.decided_on",
            "Ngày ký phải từ ngày thụ lý đến hôm nay.",
            "It must be signed between the acceptance and today.",
            field="decided_on",
        )
    rules.written(text=number, field="number", vi="Ghi số văn bản.", en="Give its number.")
    rules.written(text=summary, field="summary", vi="Ghi tóm tắt nội dung.", en="Say in short what it says.")
    if verdict not in rules.verdicts_of(Matter(petition.matter)):
        raise Refused(
            "petition.verdict",
            "Kết quả này không dùng cho loại đơn này.",
            "This cannot be found of a petition of this class.",
            field="verdict",
        )
    close_stage(by=by, at=at, row=_resolving(stages), end=StageEnd.DONE)
    add(
        Decision(
            ward_id=by.ward_id,
            petition=petition,
            number=number[:80],
            decided_on=decided_on,
            signer=signer[:200],
            verdict=verdict.value,
            summary=summary,
        )
    )
    matter, calendar = Matter(petition.matter), holding.calendar(by.ward_id)
    start = datetime.combine(decided_on, local.timetz())
    owed = {
        Stage.SEND: deadlines.send(matter=matter, second=petition.second, on=decided_on),
        Stage.PUBLISH: deadlines.publish(matter=matter, on=decided_on),
    }
    for stage, term in owed.items():
        if term is not None:
            open_stage(by=by, at=at, petition=petition, stage=stage, term=term, start=start, calendar=calendar)
    if not any(owed.values()):
        change(petition, concluded_at=at)
        return _closed(by=by, at=at, petition=petition, end=End.RESOLVED)
    return touch(by=by, at=at, petition=petition, status=Status.CONCLUDED.value, concluded_at=at)


@action("petition.send")
def send(*, by: Actor, at: datetime, petition_id: UUID, text: str, seen: int | None = None) -> Petition:
    """Write down that the decision or conclusion was sent: to whom, how, with what proof."""
    return _done(verb=Verb.SEND, stage=Stage.SEND, by=by, at=at, petition_id=petition_id, text=text, seen=seen)


@action("petition.publish")
def publish(*, by: Actor, at: datetime, petition_id: UUID, text: str, seen: int | None = None) -> Petition:
    """Write down that the conclusion was published, and where; nothing of who denounced is published."""
    return _done(verb=Verb.PUBLISH, stage=Stage.PUBLISH, by=by, at=at, petition_id=petition_id, text=text, seen=seen)


def _done(
    *, verb: Verb, stage: Stage, by: Actor, at: datetime, petition_id: UUID, text: str, seen: int | None
) -> Petition:
    petition, stages = begin(verb=verb, by=by, at=at, petition_id=petition_id, seen=seen)
    rules.written(text=text, field="text", vi="Ghi đã làm thế nào, có gì chứng minh.", en="Say how, with what proof.")
    row = find(stages, stage)
    if row is None:
        raise RuntimeError("the rules have let through what is not owed")
    close_stage(by=by, at=at, row=row, end=StageEnd.DONE)
    change(
        Decision.objects.select_for_update().get(petition_id=petition.pk),
        **{"sent_at" if verb is Verb.SEND else "published_at": at},
    )
    remark(by=by, at=at, petition=petition, verb=verb.value, text=text)
    if len(stages) > 1:
        return touch(by=by, at=at, petition=petition)
    return _closed(by=by, at=at, petition=petition, end=End.RESOLVED)


def _closed(*, by: Actor, at: datetime, petition: Petition, end: End) -> Petition:
    return touch(by=by, at=at, petition=petition, status=Status.CLOSED.value, end=end.value, closed_at=at)
