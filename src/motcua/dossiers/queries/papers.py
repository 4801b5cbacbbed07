"""Official papers of dossiers: which apply, and their values from the facts (law.md §2).

The numbers are those of TT 03/2025; `documents` prints the title and number of the set that was in force.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.db.models import Prefetch, QuerySet

from motcua import law, vietnam
from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.documents import queries as documents_queries
from motcua.documents import rules as forms
from motcua.dossiers.models import Dossier, Payment, Step
from motcua.dossiers.queries import words
from motcua.dossiers.queries.holding import missing, visible_to
from motcua.dossiers.rules import Channel, ComerKind, End, ExtensionStatus, ReturnWay, Stage, Status
from motcua.dossiers.rules.paying import PaymentKind, PayWay
from motcua.offices.models import Ward
from motcua.procedures.rules import Copy
from motcua.promises.rules import Outcome

__all__ = ["MOST", "Printable", "chosen", "hand_over", "pdf", "printables", "register", "register_rows"]

MOST = 400  # dossiers in one print job
_PRINTED = frozenset({ExtensionStatus.PROPOSED, ExtensionStatus.APPROVED, ExtensionStatus.SENT})  # it has its reason
LOOKUP = "/lookup/?code="  # the portal's public look-up


class Printable(StrEnum):
    """The papers one dossier can have."""

    RECEIPT = "01"
    COMPLETION = "02"
    REFUSAL = "03"
    APOLOGY = "04"
    STOP = "05"
    CONTROL = "06"
    FEE = "fee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who issues: the ward as its papers name it, and where its look-up is."""

    head: forms.Head
    contact: forms.Contact
    ward: Ward
    site: str

    def lookup(self, code: str) -> str:
        """The address behind the QR code."""
        return f"{self.site}{LOOKUP}{code}" if self.site else ""


def issuer(*, by: Actor, site: str) -> Issuer:
    """The ward that issues a paper. `site` is scheme and host of the public look-up, empty for none."""
    ward = Ward.objects.get(pk=by.ward_id)
    named = ward.name[:1].lower() + ward.name[1:]
    place = ward.name.partition(" ")[2] or ward.name
    return Issuer(
        head=forms.Head(superior=f"UBND {named}", office=ward.office_name, place=place),
        contact=forms.Contact(name=ward.office_name, phone=ward.phone, website=site),
        ward=ward,
        site=site,
    )


def printables(dossier: Dossier) -> tuple[Printable, ...]:
    """Which papers apply to a dossier as it stands; reads what was prefetched where it was."""
    has = {
        Printable.RECEIPT: dossier.accepted_at is not None,
        Printable.COMPLETION: bool(dossier.supplement_requests.all()),
        Printable.REFUSAL: dossier.status == Status.TURNED_AWAY.value,
        Printable.APOLOGY: any(e.status in _PRINTED for e in dossier.extensions.all()),
        Printable.STOP: dossier.end == End.STOPPED.value or _withdrawn_after_receipt(dossier),
        Printable.CONTROL: dossier.accepted_at is not None,
        Printable.FEE: dossier.paid_at is not None,
    }
    return tuple(paper for paper in Printable if has[paper])


def _withdrawn_after_receipt(dossier: Dossier) -> bool:
    return dossier.status == Status.WITHDRAWN.value and dossier.accepted_at is not None


def chosen(*, by: Actor, codes: Sequence[str]) -> list[Dossier]:
    """Dossiers of the ward by their codes, in the order asked for. Raises Refused `missing`, `papers.many`."""
    typed = (vietnam.clean(code)[:60] for code in codes)
    wanted = list(dict.fromkeys(code for code in typed if code))
    if not wanted:
        raise Refused("papers.none", "Chưa chọn hồ sơ nào.", "No dossier was chosen.")
    if len(wanted) > MOST:
        raise Refused(
            "papers.many",
            f"Mỗi lần in tối đa {MOST} hồ sơ; chia làm nhiều lần.",
            f"At most {MOST} dossiers at a time.",
        )
    found = {d.code: d for d in _with_parts(by).filter(code__in=wanted)}
    if len(found) != len(wanted):
        raise missing()
    return [found[code] for code in wanted]


def _with_parts(by: Actor) -> QuerySet[Dossier]:
    return (
        visible_to(by)
        .select_related("promise", "version_pinned", "procedure", "case", "unit", "received_by", "step__unit")
        .prefetch_related(
            "papers",
            "supplement_requests",
            "payments",
            "extensions",
            "results",
            Prefetch("steps", queryset=Step.objects.select_related("promise", "officer", "unit")),
        )
    )


def pdf(*, by: Actor, at: datetime, dossiers: Sequence[Dossier], paper: Printable, site: str) -> bytes:
    """One PDF of the same paper for one dossier or many.

    Raises Refused `papers.not_yet` when the paper does not apply to any of them.
    """
    ready = [d for d in dossiers if paper in printables(d)]
    if not ready:
        raise Refused(
            "papers.not_yet",
            "Hồ sơ này chưa có giấy đó để in.",
            "This dossier has no such paper yet.",
        )
    issue = issuer(by=by, site=site)
    values = [_FORMS[paper](d, issue, at) for d in ready]
    return documents_queries.render(values, form_set=_form_set(values[0].issued_at))


def _form_set(moment: datetime) -> forms.FormSet:
    """The set of forms in force on the day a paper was issued."""
    return forms.FormSet(str(law.rule("FORM_SET", on=moment.astimezone(ZONE).date()).value))


def _party(dossier: Dossier) -> forms.Party:
    return forms.Party(
        name=dossier.applicant_name,
        title={"Nữ": "bà", "Nam": "ông"}.get(dossier.applicant_sex, ""),
        id_number=dossier.applicant_id,
        address=dossier.applicant_address,
        phone=dossier.applicant_phone,
        email=dossier.applicant_email,
    )


def _comer(dossier: Dossier) -> forms.Party | None:
    if dossier.comer_kind != ComerKind.PROXY.value:
        return None
    return forms.Party(name=dossier.comer_name, id_number=dossier.comer_id, phone=dossier.comer_phone)


def _content(dossier: Dossier) -> str:
    case = f" ({dossier.case.name})" if dossier.case.name else ""
    return f"{dossier.version_pinned.name}{case}"


def _component(name: str, copy: str, quantity: int, pages: int | None) -> forms.Component:
    return forms.Component(
        name=name,
        originals=quantity if copy == Copy.ORIGINAL.value else 0,
        certified=quantity if copy == Copy.CERTIFIED_COPY.value else 0,
        photocopies=quantity if copy == Copy.COPY.value else 0,
        electronic=copy == Copy.ELECTRONIC.value,
        note="xuất trình" if copy == Copy.PRESENT.value else (f"{pages} trang" if pages else ""),
    )


def _receipt(dossier: Dossier, issue: Issuer, at: datetime) -> forms.Receipt:
    promise, accepted = dossier.promise, dossier.accepted_at or at
    comer, owner = _comer(dossier), _party(dossier)
    limit = promise.limit.words() if promise else ""
    asked = [p for p in dossier.payments.all() if p.stage == Stage.DOOR.value and p.cancelled_at is None]
    exempt = bool(dossier.exemption and dossier.case.fee) and not asked
    return forms.Receipt(
        head=issue.head,
        code=dossier.code,
        issued_at=accepted,
        submitter=comer or owner,
        owner=owner if comer else None,
        content=_content(dossier),
        components=tuple(_component(p.name, p.copy, p.quantity, p.pages) for p in dossier.papers.all()),
        limit=limit,
        received_at=accepted,
        due_at=promise.first_due_at if promise else accepted,
        why=_why(limit),
        return_to=str(words.WAYS[ReturnWay(dossier.return_way)]),
        receiver=dossier.received_by.name if dossier.received_by else "",
        channel=str(words.CHANNELS[Channel(dossier.channel)]),
        fee=int(sum(p.amount for p in asked)),  # what was asked at the door; a later duty has a notice of its own
        fee_note="được miễn" if exempt else "",
        lookup_url=issue.lookup(dossier.code),
        lookup_phone=issue.ward.phone,
        book_no=f"{accepted.astimezone(ZONE):%Y}",
        serial=f"{dossier.serial:04d}" if dossier.serial else vietnam.tail(dossier.code)[1],
    )


def _why(limit: str) -> str:
    return f"Thời hạn {limit}, theo lịch làm việc của phường." if limit else ""


def _completion(dossier: Dossier, issue: Issuer, _at: datetime) -> forms.Completion:
    request = list(dossier.supplement_requests.all())[-1]
    return forms.Completion(
        head=issue.head,
        issued_at=request.asked_at,
        applicant=_party(dossier),
        content=_content(dossier),
        missing=tuple(forms.Missing(what=str(item)) for item in request.items),
        reason=request.reason,
        signature=forms.Signature(position="Người hướng dẫn", name=request.asked_by),
        number=f"{request.number:02d}/{vietnam.tail(dossier.code)[1]}",
        code=dossier.code,
        stage="Tiếp nhận" if request.stage == "door" else "Thẩm định",
        legal_basis=request.basis,
        until=request.answer_by,
        contact=issue.contact,
        lookup_url=issue.lookup(dossier.code),
    )


def _refusal(dossier: Dossier, issue: Issuer, at: datetime) -> forms.Refusal:
    letter = next(iter(dossier.results.all()), None)
    return forms.Refusal(
        head=issue.head,
        issued_at=dossier.closed_at or at,
        applicant=_party(dossier),
        content=_content(dossier),
        reason=letter.reason if letter else "",
        signature=forms.Signature(position="Người tiếp nhận", name=letter.made_by if letter else ""),
        code=dossier.code,
        submitted_at=dossier.lodged_at,
        legal_basis=letter.basis if letter else "",
        contact=issue.contact,
        lookup_url=issue.lookup(dossier.code),
    )


def _apology(dossier: Dossier, issue: Issuer, at: datetime) -> forms.Apology:
    letter = next(e for e in dossier.extensions.all() if e.status in _PRINTED)
    first = dossier.promise.first_due_at if dossier.promise else letter.old_due_at
    return forms.Apology(
        head=issue.head,
        issued_at=letter.approved_at or letter.proposed_at or at,
        applicant=_party(dossier),
        content=_content(dossier),
        code=dossier.code,
        received_at=dossier.accepted_at or at,
        first_due_at=first,
        new_due_at=letter.new_due_at,
        reason=letter.reason,
        signature=forms.Signature(position=letter.approver_title or "Lãnh đạo UBND", name=letter.approved_by),
        number=letter.number,
        agency=dossier.unit.name,
        domain=dossier.version_pinned.field,
        ended_at=None if letter.new_due_at else dossier.finished_at or dossier.closed_at,
        proposed_by=letter.proposed_by,
        contact=issue.contact,
        lookup_url=issue.lookup(dossier.code),
    )


def _stop(dossier: Dossier, issue: Issuer, at: datetime) -> forms.Stop:
    letter = next(iter(dossier.results.all()), None)
    requested = dossier.status == Status.WITHDRAWN.value
    stopped = dossier.finished_at or dossier.closed_at or at
    return forms.Stop(
        head=issue.head,
        issued_at=stopped,
        applicant=_party(dossier),
        content=_content(dossier),
        code=dossier.code,
        received_at=dossier.accepted_at or at,
        stopped_at=stopped,
        reason=letter.reason if letter else "Người nộp đề nghị rút hồ sơ.",
        signature=forms.Signature(position="Lãnh đạo UBND"),
        on_request=requested,
        legal_basis=letter.basis if letter else "",
        contact=issue.contact,
        lookup_url=issue.lookup(dossier.code),
    )


RESULTS = {Outcome.EARLY.value: "Trước hạn", Outcome.ON_TIME.value: "Đúng hạn", Outcome.LATE.value: "Quá hạn"}


def _control(dossier: Dossier, issue: Issuer, at: datetime) -> forms.Control:
    steps = list(dossier.steps.all())
    promise = dossier.promise
    return forms.Control(
        head=issue.head,
        issued_at=at,
        code=dossier.code,
        content=_content(dossier),
        applicant=_party(dossier),
        received_at=dossier.accepted_at or at,
        due_at=promise.due_at if promise else at,
        new_due_at=promise.extended_due_at if promise else None,
        lead=dossier.unit.name,
        passings=tuple(
            forms.Passing(
                giver=step.closed_by,
                receiver=_receiver(following),
                giver_unit=step.unit.name,
                receiver_unit=following.unit.name if following else "",
                passed_at=step.closed_at,
                step=step.name,
                due_at=step.promise.due_at if step.promise else None,
                result=RESULTS.get(step.promise.outcome, "") if step.promise else "",
                remark=step.note,
            )
            for step, following in zip(steps, [*steps[1:], None], strict=True)
            if step.closed_at
        ),
        blanks=2,
        lookup_url=issue.lookup(dossier.code),
    )


def _receiver(step: Step | None) -> str:
    if step is None:
        return ""
    return step.officer.name if step.officer else step.closed_by


def _fee(dossier: Dossier, issue: Issuer, at: datetime) -> forms.FeeReceipt:
    paid = [payment for payment in dossier.payments.all() if payment.paid_at is not None]
    ways = dict.fromkeys(str(words.PAY_WAYS[PayWay(p.way)]) for p in paid if p.way)
    return forms.FeeReceipt(
        head=issue.head,
        issued_at=dossier.paid_at or at,
        payer=_comer(dossier) or _party(dossier),
        code=dossier.code,
        content=_content(dossier),
        lines=tuple(_fee_line(dossier, payment) for payment in paid),
        method=", ".join(ways),
        collector=", ".join(dict.fromkeys(p.taken_by for p in paid)),
        lookup_url=issue.lookup(dossier.code),
    )


def _fee_line(dossier: Dossier, payment: Payment) -> forms.FeeLine:
    receipt = f" (biên lai {payment.receipt})" if payment.receipt else ""
    what = payment.reason or dossier.version_pinned.name
    label = f"{words.PAYMENTS[PaymentKind(payment.kind)]}: {what}{receipt}"
    return forms.FeeLine(label=label, amount=int(payment.amount))


_FORMS: dict[Printable, Callable[[Dossier, Issuer, datetime], forms.Form]] = {
    Printable.RECEIPT: _receipt,
    Printable.COMPLETION: _completion,
    Printable.REFUSAL: _refusal,
    Printable.APOLOGY: _apology,
    Printable.STOP: _stop,
    Printable.CONTROL: _control,
    Printable.FEE: _fee,
}


def hand_over(*, by: Actor, at: datetime, dossiers: Sequence[Dossier], site: str) -> bytes:
    """The list by which many dossiers go from one unit to another, for both to sign."""
    giver = {d.step.unit.name for d in dossiers if d.step}
    rows = tuple(
        forms.HandOverRow(
            code=d.code,
            content=_content(d),
            applicant=d.applicant_name,
            address=d.applicant_address,
            due_at=d.promise.due_at if d.promise else None,
        )
        for d in dossiers
    )
    value = forms.HandOver(
        head=issuer(by=by, site=site).head,
        issued_at=at,
        giver=forms.Signature(position="Bên giao", name=by.name),
        receiver=forms.Signature(position="Bên nhận"),
        giver_unit=", ".join(sorted(giver)),
        receiver_unit=", ".join(sorted({d.unit.name for d in dossiers})),
        rows=rows,
    )
    return documents_queries.render(value, form_set=_form_set(at))


def _received(*, by: Actor, first: date, last: date) -> QuerySet[Dossier]:
    if last < first:
        raise Refused("period.order", "Ngày cuối phải sau ngày đầu.", "The end must follow the start.", field="to")
    opens = datetime.combine(first, time(0), ZONE)
    closes = datetime.combine(last + timedelta(days=1), time(0), ZONE)
    return visible_to(by).filter(lodged_at__gte=opens, lodged_at__lt=closes).order_by("lodged_at", "id")


def register_rows(*, by: Actor, first: date, last: date) -> QuerySet[Dossier]:
    """The book of dossiers lodged from a day to a day, in the order of receipt."""
    return _received(by=by, first=first, last=last).select_related("promise", "version_pinned", "unit", "case")


def before(*, by: Actor, first: date) -> int:
    """How many dossiers of the year stand in the book before a day: numbers start anew each year."""
    if (first.month, first.day) == (1, 1):
        return 0
    return _received(by=by, first=date(first.year, 1, 1), last=first - timedelta(days=1)).count()


def register(*, by: Actor, at: datetime, first: date, last: date, site: str) -> bytes:
    """Form 07: the book. Raises Refused `register.long` beyond what one print job can hold."""
    rows = list(register_rows(by=by, first=first, last=last)[: REGISTER_MOST + 1])
    if len(rows) > REGISTER_MOST:
        raise Refused(
            "register.long",
            f"Sổ có hơn {vietnam.number(REGISTER_MOST)} hồ sơ; chọn khoảng ngày ngắn hơn.",
            "The book is too long for one print; choose a shorter period.",
            field="to",
        )
    start = before(by=by, first=first)
    value = forms.Register(
        head=issuer(by=by, site=site).head,
        issued_at=at,
        first_day=first,
        last_day=last,
        rows=tuple(_register_row(number, d) for number, d in enumerate(rows, start=start + 1)),
        book_no=f"{first:%Y}",
    )
    return documents_queries.render(value, form_set=_form_set(at))


REGISTER_MOST = 5000  # rows of one printed book


def _register_row(number: int, dossier: Dossier) -> forms.RegisterRow:
    return forms.RegisterRow(
        number=number,
        code=dossier.code,
        procedure=_content(dossier),
        applicant=dossier.applicant_name,
        address=dossier.applicant_address,
        phone=dossier.applicant_phone,
        unit=dossier.unit.name,
        received_at=dossier.accepted_at or dossier.lodged_at,
        due_at=dossier.promise.due_at if dossier.promise else None,
        returned_at=dossier.closed_at if dossier.status == Status.RETURNED.value else None,
        return_way=str(words.WAYS[ReturnWay(dossier.return_way)]),
        note="" if dossier.promise else str(words.STATUSES[Status(dossier.status)]),
    )
