"""At the door: lodge, then exactly one of accept (01), ask for completion (02), turn away (03)."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from motcua.acts import Actor, ActorKind, Refused
from motcua.dossiers import queries, rules
from motcua.dossiers.actions import steps
from motcua.dossiers.models import Dossier, Paper, Payment, Result, Supplement
from motcua.dossiers.queries.finding import search_words
from motcua.dossiers.queries.holding import Context
from motcua.dossiers.rules import Intake, Status
from motcua.files import actions as files
from motcua.files import queries as stored
from motcua.ledger.actions import action, add, change, note, number, standing
from motcua.promises import actions as promises
from motcua.promises.rules import ZONE, Kind

__all__ = ["accept", "ask_completion", "lodge", "turn_away"]


@action("dossier.lodge")
def lodge(*, by: Actor, at: datetime, intake: Intake) -> Dossier:
    """Write down that somebody handed in a dossier; it has its code from now on and no promise yet.

    The code's number is taken when the act is written, so that its lock is short (law.md §3.1).
    """
    return _lodge(by=by, at=at, intake=intake, context=queries.context(by=by, case_id=intake.case_id))


def _lodge(*, by: Actor, at: datetime, intake: Intake, context: Context) -> Dossier:
    who, plan = intake.applicant, context.plan
    rules.may_receive(by=by, applicant=who, comer=intake.comer)
    if intake.external_code and queries.external_known(by=by, external_code=intake.external_code):
        raise Refused(
            "intake.external_known",
            f"Hồ sơ {intake.external_code} của hệ thống khác đã có trong sổ của phường.",
            f"Dossier {intake.external_code} of the other system is already in the ward's book.",
            field="external_code",
        )
    dossier = Dossier(
        ward_id=by.ward_id,
        procedure_id=plan.procedure_id,
        version_pinned_id=plan.version_id,
        case_id=plan.case_id,
        process_id=plan.process_id,
        channel=intake.channel.value,
        online_level=intake.online_level,
        external_code=intake.external_code,
        applicant_kind=who.kind.value,
        applicant_name=who.name,
        applicant_id=who.id_number,
        applicant_born=who.born,
        applicant_sex=who.sex,
        applicant_address=who.address,
        applicant_phone=who.phone,
        applicant_email=who.email,
        comer_kind=intake.comer.kind.value,
        comer_name=intake.comer.name,
        comer_id=intake.comer.id_number,
        comer_phone=intake.comer.phone,
        mandate=intake.comer.mandate,
        words="",
        status=Status.LODGED.value,
        lodged_at=at,
        unit_id=plan.unit_id,
        received_by_id=by.id if by.kind is ActorKind.PERSON else None,
        exemption=intake.exemption,
        return_way=intake.return_way.value,
        note=intake.note,
        touched_at=at,
        touched_by=by.name,
        **_fee(plan_fee=plan.fee, exemption=intake.exemption),
    )
    add(dossier)
    if dossier.fee:
        add(
            Payment(
                ward_id=by.ward_id,
                dossier_id=dossier.pk,
                number=1,
                kind=rules.PaymentKind.FEE.value,
                stage=rules.Stage.DOOR.value,
                amount=dossier.fee,
                asked_at=at,
                asked_by=by.name,
            )
        )
    _number(dossier=dossier, context=context, at=at)
    _papers(by=by, dossier=dossier, at=at, intake=intake)
    return dossier


def _fee(*, plan_fee: Decimal | None, exemption: str) -> dict[str, object]:
    fee = rules.fee_at_door(plan_fee=plan_fee, exemption=exemption)
    owed = [rules.Duty(amount=fee, stage=rules.Stage.DOOR)] if fee else []
    return {"fee": fee, "money": rules.money_of(owed, plan_fee=plan_fee, exemption=exemption).value}


def _number(*, dossier: Dossier, context: Context, at: datetime) -> None:
    day = at.astimezone(ZONE).strftime("%y%m%d")
    agency = context.ward.code

    def form(serial: int) -> str:
        code = f"{agency}-{day}-{serial:04d}"
        dossier.serial = serial
        dossier.words = search_words(
            ward_id=dossier.ward_id,
            parts=[
                code,
                f"{serial:04d}",
                dossier.applicant_name,
                dossier.applicant_id,
                dossier.applicant_phone,
                dossier.external_code,
                context.plan.code,
                context.plan.name,
            ],
        )
        return code

    number(ward_id=dossier.ward_id, series=f"dossier:{agency}:{day}", row=dossier, field="code", form=form)


def _papers(*, by: Actor, dossier: Dossier, at: datetime, intake: Intake) -> None:
    for paper in intake.papers:
        file_id = paper.file_id
        if paper.content is not None:
            file_id = files.store(by=by, at=at, name=paper.file_name, content=paper.content).pk
        elif file_id is not None:
            stored.get(by=by, file_id=file_id)
        add(
            Paper(
                ward_id=dossier.ward_id,
                dossier_id=dossier.pk,
                component_id=paper.component_id,
                name=paper.name,
                copy=paper.copy.value,
                quantity=paper.quantity,
                pages=paper.pages,
                file_id=file_id,
                added_at=at,
            )
        )


def _taken(
    *, by: Actor, at: datetime, intake: Intake | None, dossier_id: UUID | None, seen: int | None
) -> tuple[Dossier, Context]:
    """The dossier to decide on: a new one lodged in this very act, or one that waits at the door."""
    if intake is not None:
        context = queries.context(by=by, case_id=intake.case_id)
        return _lodge(by=by, at=at, intake=intake, context=context), context
    if dossier_id is None:
        raise ValueError("either an intake or a dossier")
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    rules.may_decide(by=by, at=at, last_at=dossier.touched_at, status=Status(dossier.status))
    return dossier, queries.pinned(by=by, dossier=dossier)


@action("dossier.accept")
def accept(
    *,
    by: Actor,
    at: datetime,
    intake: Intake | None = None,
    dossier_id: UUID | None = None,
    complete: bool = False,
    seen: int | None = None,
) -> Dossier:
    """Accept a complete dossier and start its clock; prints form 01. Source: ND 309/2026 art. 17(3).

    `complete` says that a dossier back from completion was seen with all its papers. Raises Refused
    `intake.incomplete` when a required component is missing.
    """
    dossier, context = _taken(by=by, at=at, intake=intake, dossier_id=dossier_id, seen=seen)
    if intake is not None:
        _complete(context=context, intake=intake, complete=complete)
    if Status(dossier.status) is Status.AWAITING:
        for request in standing(
            dossier.supplement_requests.all(),
            lambda row: row.dossier_id == dossier.pk and row.done_at is None,
        ):
            change(request, done_at=at)
    channel = rules.Channel(dossier.channel)
    promise = promises.make(
        by=by,
        at=at,
        kind=Kind.DOSSIER,
        unit_id=dossier.unit_id,
        officer_id=None,
        start=at,
        limit=context.plan.limit,
        calendar=context.calendar,
        channel=channel,
    )
    change(dossier, promise=promise)
    step = steps.open_step(
        by=by,
        at=at,
        dossier=dossier,
        plan=context.plan.steps[0],
        number=1,
        officer_id=None,
        calendar=context.calendar,
    )
    return change(
        dossier,
        status=Status.PROCESSING.value,
        accepted_at=at,
        step=step,
        seen_no=dossier.seen_no + 1,
        touched_at=at,
        touched_by=by.name,
    )


def _complete(*, context: Context, intake: Intake, complete: bool) -> None:
    missing = rules.missing_papers(wanted=context.plan.components, papers=intake.papers)
    if missing and not complete:
        names = "; ".join(missing[:5])
        raise Refused(
            "intake.incomplete",
            f"Còn thiếu {len(missing)} giấy tờ bắt buộc: {names}. Chọn “Yêu cầu bổ sung” nếu người nộp chưa có.",
            f"{len(missing)} required papers are missing: {names}.",
            source="NĐ 61/2018 Điều 17",
            field="papers",
        )


@action("dossier.ask_completion")
def ask_completion(
    *,
    by: Actor,
    at: datetime,
    items: tuple[str, ...],
    reason: str,
    basis: str = "",
    answer_by: date | None = None,
    intake: Intake | None = None,
    dossier_id: UUID | None = None,
    seen: int | None = None,
) -> Dossier:
    """Ask at the door for everything that is missing, once; prints form 02. Source: ND 309/2026 art. 17(2)(a)."""
    dossier, _ = _taken(by=by, at=at, intake=intake, dossier_id=dossier_id, seen=seen)
    if Status(dossier.status) is Status.AWAITING:
        raise Refused(
            "completion.second",
            "Hồ sơ này đã được yêu cầu hoàn thiện một lần; chỉ được yêu cầu một lần, đầy đủ.",
            "Completion was already asked for; it is asked for once and completely.",
            source="NĐ 61/2018 Điều 15 khoản 3",
        )
    if not any(item.strip() for item in items) or not reason.strip():
        raise Refused(
            "supplement.items",
            "Ghi rõ từng giấy tờ cần bổ sung và lý do.",
            "List each paper to be supplied and say why.",
            field="items",
        )
    add(
        Supplement(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            number=1,
            stage=rules.Stage.DOOR.value,
            items=list(items),
            reason=reason,
            basis=basis,
            asked_at=at,
            asked_by=by.name,
            answer_by=answer_by,
        )
    )
    note(reason)
    return change(dossier, status=Status.AWAITING.value, seen_no=dossier.seen_no + 1, touched_at=at, touched_by=by.name)


@action("dossier.turn_away")
def turn_away(
    *,
    by: Actor,
    at: datetime,
    reason: str,
    basis: str = "",
    intake: Intake | None = None,
    dossier_id: UUID | None = None,
    seen: int | None = None,
) -> Dossier:
    """Refuse to receive, with the reason in writing; prints form 03. Source: ND 61/2018 art. 17."""
    if len(reason.strip()) < 3:
        raise Refused("reason.missing", "Cần nêu lý do từ chối.", "A reason is needed.", field="reason")
    dossier, _ = _taken(by=by, at=at, intake=intake, dossier_id=dossier_id, seen=seen)
    add(
        Result(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            name="Phiếu từ chối tiếp nhận giải quyết hồ sơ",
            reason=reason,
            basis=basis,
            made_at=at,
            made_by=by.name,
        )
    )
    note(reason)
    return change(
        dossier,
        status=Status.TURNED_AWAY.value,
        closed_at=at,
        seen_no=dossier.seen_no + 1,
        touched_at=at,
        touched_by=by.name,
    )
