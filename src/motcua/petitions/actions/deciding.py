"""What becomes of a classified petition: accepted here, forwarded, guided, kept on file, given back."""

from datetime import date, datetime
from uuid import UUID

from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.ledger.actions import action
from motcua.petitions import rules
from motcua.petitions.actions.stages import begin, close_stage, open_stage, remark, touch
from motcua.petitions.models import Petition, StageOwed
from motcua.petitions.queries import holding
from motcua.petitions.rules import Complexity, End, Ground, Matter, Stage, StageEnd, Status, Verb, deadlines
from motcua.promises import actions as promises

__all__ = ["accept", "assign", "forward", "give_back", "guide", "keep_on_file"]


@action("petition.accept")
def accept(
    *,
    by: Actor,
    at: datetime,
    petition_id: UUID,
    handler_id: UUID,
    remote: bool = False,
    aware_on: date | None = None,
    obstacle: str = "",
    text: str = "",
    seen: int | None = None,
) -> Petition:
    """Take a petition as the ward's own to settle and name who handles it; the term of the law begins now."""
    petition, stages = begin(verb=Verb.ACCEPT, by=by, at=at, petition_id=petition_id, seen=seen)
    matter, calendar = Matter(petition.matter), holding.calendar(by.ward_id)
    if matter is Matter.DENUNCIATION and not petition.named:
        raise Refused(
            "petition.anonymous",
            "Tố cáo không rõ người gửi thì không thụ lý. Lưu đơn, hoặc chuyển kiểm tra nếu có chứng cứ cụ thể.",
            "A denunciation without a name is not accepted; keep it on file, or have it checked.",
            source="Luật Tố cáo 2018",
        )
    if matter is Matter.COMPLAINT:
        if aware_on is None:
            raise Refused(
                "petition.aware",
                "Ghi ngày người khiếu nại biết quyết định, hành vi: thời hiệu tính từ ngày ấy.",
                "Give the day they learnt of the decision.",
                field="aware_on",
            )
        deadlines.in_time_to_complain(
            aware_on=aware_on, received_at=petition.received_at.astimezone(ZONE), obstacle=obstacle, calendar=calendar
        )
    _may_handle(by=by, at=at, petition=petition, handler_id=handler_id)
    for row in stages:
        close_stage(by=by, at=at, row=row, end=StageEnd.DONE)
    said = "\n".join(part for part in (text, obstacle) if part.strip())
    remark(by=by, at=at, petition=petition, verb=Verb.ACCEPT.value, text=said)
    touch(
        by=by,
        at=at,
        petition=petition,
        status=Status.RESOLVING.value,
        handler_id=handler_id,
        remote=remote,
        accepted_at=at,
    )
    term = deadlines.resolve(
        matter=matter,
        second=petition.second,
        complexity=Complexity.PLAIN,
        remote=remote,
        extensions=0,
        on=at.astimezone(ZONE).date(),
    )
    open_stage(by=by, at=at, petition=petition, stage=Stage.RESOLVE, term=term, start=at, calendar=calendar)
    return petition


def _may_handle(*, by: Actor, at: datetime, petition: Petition, handler_id: UUID) -> None:
    """Whoever handles a petition works in the ward and is not among the accused."""
    person = holding.handlers(by=by, at=at).filter(pk=handler_id).first()
    if person is None:
        raise Refused(
            "petition.handler",
            "Chọn người đang làm việc ở phường.",
            "Choose an officer of the ward.",
            field="handler_id",
        )
    if holding.is_against(petition=petition, person=person):
        raise Refused(
            "petition.conflict",
            "Không giao đơn cho người bị nêu trong đơn. Chọn người khác.",
            "A petition is not given to somebody it names. Choose another officer.",
            source="Luật Tố cáo 2018",
            field="handler_id",
        )


@action("petition.assign")
def assign(
    *, by: Actor, at: datetime, petition_id: UUID, handler_id: UUID, text: str = "", seen: int | None = None
) -> Petition:
    """Give a petition to another handler; what is owed stays owed by the same day."""
    petition, stages = begin(verb=Verb.ASSIGN, by=by, at=at, petition_id=petition_id, seen=seen)
    _may_handle(by=by, at=at, petition=petition, handler_id=handler_id)
    remark(by=by, at=at, petition=petition, verb=Verb.ASSIGN.value, text=text)
    for row in stages:
        promises.reassign(by=by, at=at, promise=row.promise, officer_id=handler_id)
    return touch(by=by, at=at, petition=petition, handler_id=handler_id)


@action("petition.forward")
def forward(
    *,
    by: Actor,
    at: datetime,
    petition_id: UUID,
    body: str,
    letter: str,
    text: str = "",
    seen: int | None = None,
) -> Petition:
    """Send a petition to the body that is competent. Whether that was in time is measured from the receipt."""
    petition, stages = begin(verb=Verb.FORWARD, by=by, at=at, petition_id=petition_id, seen=seen)
    rules.written(text=body, field="body", vi="Ghi cơ quan nhận đơn.", en="Name the body it goes to.")
    start, calendar = petition.received_at, holding.calendar(by.ward_id)
    term = deadlines.forward(matter=Matter(petition.matter), start=start)
    sent = open_stage(by=by, at=at, petition=petition, stage=Stage.FORWARD, term=term, start=start, calendar=calendar)
    close_stage(by=by, at=at, row=sent, end=StageEnd.DONE)
    said = "\n".join(part for part in (body, letter, text) if part.strip())
    return _ended(by=by, at=at, petition=petition, stages=stages, end=End.FORWARDED, verb=Verb.FORWARD, text=said)


@action("petition.guide")
def guide(*, by: Actor, at: datetime, petition_id: UUID, text: str, seen: int | None = None) -> Petition:
    """Tell whoever wrote where to go instead."""
    petition, stages = begin(verb=Verb.GUIDE, by=by, at=at, petition_id=petition_id, seen=seen)
    _why(text)
    return _ended(by=by, at=at, petition=petition, stages=stages, end=End.GUIDED, verb=Verb.GUIDE, text=text)


@action("petition.give_back")
def give_back(*, by: Actor, at: datetime, petition_id: UUID, text: str, seen: int | None = None) -> Petition:
    """Return a petition that the law does not let the ward take, saying why."""
    petition, stages = begin(verb=Verb.GIVE_BACK, by=by, at=at, petition_id=petition_id, seen=seen)
    _why(text)
    return _ended(by=by, at=at, petition=petition, stages=stages, end=End.GIVEN_BACK, verb=Verb.GIVE_BACK, text=text)


@action("petition.keep_on_file")
def keep_on_file(
    *, by: Actor, at: datetime, petition_id: UUID, ground: Ground, text: str, seen: int | None = None
) -> Petition:
    """Keep a petition on file on one of the grounds there are; nothing more is owed."""
    petition, stages = begin(verb=Verb.KEEP_ON_FILE, by=by, at=at, petition_id=petition_id, seen=seen)
    _why(text)
    if ground is Ground.ANONYMOUS and petition.named:
        raise Refused(
            "petition.named",
            "Đơn này có tên người gửi nên không lưu vì nặc danh được.",
            "This petition is signed; it cannot be filed as anonymous.",
            field="ground",
        )
    said = f"{ground.value}\n{text}"
    return _ended(by=by, at=at, petition=petition, stages=stages, end=End.FILED, verb=Verb.KEEP_ON_FILE, text=said)


def _why(text: str) -> None:
    rules.written(text=text, field="text", vi="Ghi lý do.", en="Say why.")


def _ended(
    *, by: Actor, at: datetime, petition: Petition, stages: list[StageOwed], end: End, verb: Verb, text: str
) -> Petition:
    for row in stages:
        close_stage(by=by, at=at, row=row, end=StageEnd.DONE)
    remark(by=by, at=at, petition=petition, verb=verb.value, text=text)
    return touch(by=by, at=at, petition=petition, status=Status.CLOSED.value, end=end.value, closed_at=at)
