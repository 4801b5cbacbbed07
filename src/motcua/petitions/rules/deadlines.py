"""How long each stage of a petition may take: numbers from `law`, dates from `clock`. Source: law.md §10.2–10.4."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from motcua import clock, law
from motcua.acts import Refused
from motcua.clock import ZONE, Calendar, Limit, Unit
from motcua.law import Rule
from motcua.petitions.rules.matters import PROPOSALS, Complexity, Matter

__all__ = [
    "Term",
    "extension",
    "forward",
    "in_time_to_complain",
    "initial",
    "of",
    "publish",
    "reply",
    "resolve",
    "send",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A limit and the text it comes from."""

    limit: Limit
    basis: str


def of(rule: Rule, part: str = "", *, plus: int = 0) -> Term:
    """The stretch of time that a record of the law says; `plus` more of the same unit."""
    value = rule.part(part) if part else rule.whole
    return Term(limit=Limit(value=Decimal(value + plus), unit=Unit(rule.unit)), basis=rule.basis)


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()


def initial(*, matter: Matter, continued: bool, start: datetime, calendar: Calendar) -> Term:
    """How long classifying and deciding what to do with it may take.

    Nobody knows yet what an unclear petition is, so it gets the nearest due of all it may be.
    """
    on = _day(start)
    complaint, plain = law.rule("COMPLAINT_ACCEPT", on=on), law.rule("PROPOSAL_INITIAL", on=on)
    denunciation = law.rule("DENUNCIATION_CONTINUED" if continued else "DENUNCIATION_INITIAL", on=on)
    if matter is Matter.COMPLAINT:
        return of(complaint)
    if matter is Matter.DENUNCIATION:
        return of(denunciation)
    if matter in PROPOSALS:
        return of(plain)
    terms = [of(complaint), of(law.rule("DENUNCIATION_INITIAL", on=on)), of(plain)]
    return min(terms, key=lambda term: clock.due(start=start, limit=term.limit, calendar=calendar).at)


def forward(*, matter: Matter, start: datetime) -> Term:
    """How long sending it to the competent body may take, counted from the receipt."""
    denounced = matter is Matter.DENUNCIATION
    return of(law.rule("DENUNCIATION_FORWARD" if denounced else "PAKN_FORWARD_DAYS", on=_day(start)))


def resolve(*, matter: Matter, second: bool, complexity: Complexity, remote: bool, extensions: int, on: date) -> Term:
    """How long settling it may take, counted from the acceptance, with the extensions given by law so far."""
    if matter is Matter.COMPLAINT:
        rule = law.rule("COMPLAINT_SECOND_DECISION" if second else "COMPLAINT_DECISION", on=on)
        longer = complexity is not Complexity.PLAIN
        return of(rule, ("remote_complex" if longer else "remote") if remote else "complex" if longer else "plain")
    if matter is Matter.DENUNCIATION:
        more = law.rule("DENUNCIATION_EXTENSION", on=on).whole * extensions
        return of(law.rule("DENUNCIATION_RESOLVE", on=on), plus=more)
    return of(law.rule("PROPOSAL_RESOLVE", on=on))


def extension(
    *,
    matter: Matter,
    second: bool,
    complexity: Complexity,
    remote: bool,
    given: int,
    at: datetime,
    late_after: datetime,
) -> Term:
    """The longer term of a complex case. Raises Refused `petition.extend_*` where the law gives none.

    The extension of the law is no new appointment: it is decided while the term still runs. A broken term stays broken.
    """
    on = _day(at)
    if at > late_after:
        raise Refused(
            "petition.extend_late",
            "Hạn giải quyết đã qua. Gia hạn chỉ quyết định được khi còn trong hạn; việc trễ giữ nguyên trong sổ.",
            "The term has passed. It can be extended only while it runs; the lateness stays on record.",
        )
    if matter is Matter.DENUNCIATION:
        rule = law.rule("DENUNCIATION_EXTENSIONS", on=on)
        most = 0 if complexity is Complexity.PLAIN else rule.part(complexity.value)
    elif matter is Matter.COMPLAINT:
        rule = law.rule("COMPLAINT_SECOND_DECISION" if second else "COMPLAINT_DECISION", on=on)
        most = 0 if complexity is Complexity.PLAIN else 1
    else:
        rule = law.rule("PROPOSAL_RESOLVE", on=on)
        most = 0
    if given >= most:
        raise Refused(
            "petition.extend_most",
            "Luật không cho gia hạn thêm đối với vụ việc này.",
            "The law gives no further extension in this case.",
            source=rule.basis,
            field="complexity",
        )
    return resolve(matter=matter, second=second, complexity=complexity, remote=remote, extensions=given + 1, on=on)


def send(*, matter: Matter, second: bool, on: date) -> Term | None:
    """How long sending the decision or conclusion may take; the answer to a proposal is itself what is sent."""
    if matter is Matter.COMPLAINT:
        return of(law.rule("COMPLAINT_SECOND_SEND" if second else "COMPLAINT_SEND", on=on))
    if matter is Matter.DENUNCIATION:
        return of(law.rule("DENUNCIATION_SEND", on=on))
    return None


def publish(*, matter: Matter, on: date) -> Term | None:
    """How long publishing the conclusion may take; only a denunciation's is published."""
    return of(law.rule("DENUNCIATION_PUBLISH", on=on)) if matter is Matter.DENUNCIATION else None


def reply(*, start: datetime) -> Term:
    """By when somebody who was received is answered."""
    return of(law.rule("RECEPTION_REPLY", on=_day(start)))


def in_time_to_complain(*, aware_on: date, received_at: datetime, obstacle: str, calendar: Calendar) -> None:
    """Whether a complaint came in time. Raises Refused `petition.time`, unless an obstacle is named."""
    start = datetime.combine(aware_on, received_at.timetz(), received_at.tzinfo)
    if start > received_at:
        raise Refused(
            "petition.aware",
            "Ngày biết quyết định, hành vi phải trước ngày nhận đơn.",
            "They must have learnt of the decision before the complaint came.",
            field="aware_on",
        )
    term = of(law.rule("COMPLAINT_TIME", on=_day(received_at)))
    last = clock.due(start=start, limit=term.limit, calendar=calendar).date
    if _day(received_at) > last and not obstacle.strip():
        raise Refused(
            "petition.time",
            f"Thời hiệu khiếu nại đã hết ngày {last:%d/%m/%Y}. Ghi trở ngại khách quan nếu có, hoặc trả đơn.",
            f"The time to complain ended on {last.isoformat()}. Name the obstacle, or give the petition back.",
            source=term.basis,
            field="obstacle",
        )
