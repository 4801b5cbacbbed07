"""What stands in the way of publishing, and what an administrator should know. Source: law.md §12, vn_peers.md §7.3."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from motcua import law
from motcua.clock import Limit, Unit
from motcua.procedures.rules.drafts import ProcessDraft, StepDraft, VersionDraft
from motcua.procedures.rules.limits import working_minutes
from motcua.procedures.rules.values import StepKind

__all__ = ["Finding", "Severity", "check_fit", "check_process", "check_version", "errors", "fits"]


class Severity(StrEnum):
    """Whether a finding stops publishing."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding: a stable code, a sentence, and which procedure, process or case it is about."""

    code: str
    vi: str
    en: str
    severity: Severity = Severity.ERROR
    about: str = ""


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that stop publishing."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)


# -- the process -----------------------------------------------------------------------------------------------------


def check_process(process: ProcessDraft) -> tuple[Finding, ...]:
    """Whether the steps lead from the counter back to the counter, each with somebody to do it, within their total.

    The steps of a process follow one another by number, so all are reachable when the only return is the last.
    """
    about = process.code
    if not process.steps:
        return (
            Finding(
                code="process.empty",
                vi="Quy trình chưa có bước nào.",
                en="The process has no steps.",
                about=about,
            ),
        )
    kinds = [step.kind for step in process.steps]
    found: list[Finding] = [*_doers(process.steps, about)]
    if kinds[0] is not StepKind.INTAKE:
        found.append(
            Finding(
                code="process.start",
                vi="Bước đầu tiên phải là tiếp nhận.",
                en="The first step must be the intake.",
                about=about,
            )
        )
    if kinds.count(StepKind.INTAKE) > 1:
        found.append(
            Finding(
                code="process.intakes",
                vi="Chỉ được có một bước tiếp nhận.",
                en="There may be only one intake.",
                about=about,
            )
        )
    if kinds[-1] is not StepKind.RETURN:
        found.append(
            Finding(
                code="process.end",
                vi="Quy trình đi vào ngõ cụt: bước cuối cùng phải là trả kết quả.",
                en="The process is a dead end: the last step must be the return.",
                about=about,
            )
        )
    if kinds.count(StepKind.RETURN) > 1:
        found.append(
            Finding(
                code="process.returns",
                vi="Chỉ được có một bước trả kết quả, các bước sau nó không bao giờ tới.",
                en="There may be only one return; steps after it are never reached.",
                about=about,
            )
        )
    if process.limit is not None:
        found.extend(check_fit(process.steps, limit=process.limit, about=about))
    return tuple(found)


def _doers(steps: Sequence[StepDraft], about: str) -> Iterable[Finding]:
    for number, step in enumerate(steps, start=1):
        if step.unit_kind is None or step.role is None:
            yield Finding(
                code="step.doer",
                vi=f"Bước {number} “{step.name}” chưa có đơn vị và vị trí thực hiện.",
                en=f"Step {number} has no unit and role.",
                about=about,
            )


# -- do the steps fit the limit? -------------------------------------------------------------------------------------

_WEEK_DAYS: Final = 5
_MONTH: Final = (Decimal(28), Decimal(31))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sum:
    """What the steps take: working minutes, whole calendar days, hours by the clock on the wall."""

    working: Decimal
    days: Decimal
    hours: Decimal

    @property
    def nothing(self) -> bool:
        return not (self.working or self.days or self.hours)


def _sum(steps: Sequence[StepDraft]) -> _Sum:
    working, days, hours = Decimal(0), Decimal(0), Decimal(0)
    for step in steps:
        if step.limit is None:
            continue  # the source does not count it
        minutes = working_minutes(step.limit)
        if minutes is not None:
            working += minutes
        elif step.limit.unit is Unit.HOUR:
            hours += step.limit.value
        else:
            days += step.limit.value * (_MONTH[1] if step.limit.unit is Unit.MONTH else 1)
    return _Sum(working=working, days=days, hours=hours)


def check_fit(steps: Sequence[StepDraft], *, limit: Limit, about: str = "") -> tuple[Finding, ...]:
    """Whether the steps' limits sum to no more than `limit`; uncounted steps are 0.

    Limits of one kind are compared exactly. Working time against calendar time is compared twice, in the luckiest and
    in the unluckiest week (holidays aside): surely over is an error, possibly over a warning.
    """
    spent = _sum(steps)
    if spent.nothing:
        return (
            Finding(
                code="steps.uncounted",
                vi="Không bước nào có thời hạn riêng, chỉ tính tổng thời hạn.",
                en="No step has a limit of its own; only the whole counts.",
                severity=Severity.WARNING,
                about=about,
            ),
        )
    (least, most), (low, high), exact = _measured(spent, limit)
    words, said = limit.words(), _said(spent)
    if least > high:
        return (
            Finding(
                code="steps.over",
                vi=f"Tổng thời hạn các bước ({said}) vượt thời hạn {words}.",
                en=f"The steps sum to more than the limit ({limit}).",
                about=about,
            ),
        )
    if most > low:
        return (
            Finding(
                code="steps.may_be_over",
                vi=f"Các bước ({said}) có tuần sẽ vượt thời hạn {words}, so thận trọng ngày làm việc với ngày lịch.",
                en=f"In some weeks the steps take longer than {limit}; working and calendar days compared cautiously.",
                severity=Severity.WARNING,
                about=about,
            ),
        )
    if exact and most < low:
        return (
            Finding(
                code="steps.under",
                vi=f"Tổng thời hạn các bước ({said}) ít hơn thời hạn {words}, phần còn lại là dự phòng.",
                en=f"The steps sum to less than the limit ({limit}); the rest is a reserve.",
                severity=Severity.WARNING,
                about=about,
            ),
        )
    return ()


def fits(steps: Sequence[StepDraft], *, limit: Limit) -> bool:
    """Whether the steps do not surely exceed the limit."""
    return not errors(check_fit(steps, limit=limit))


Range = tuple[Decimal, Decimal]


def _measured(spent: _Sum, limit: Limit) -> tuple[Range, Range, bool]:
    """Least and most the steps take, least and most the limit gives, in the limit's measure; whether exact."""
    per_day = Decimal(60 * law.history("HOURS_PER_DAY")[-1].whole)
    given = working_minutes(limit)
    if given is not None:
        sure = spent.working + (spent.days // 7) * _WEEK_DAYS * per_day
        most = spent.working + spent.days * per_day + spent.hours * 60
        return (sure, most), (given, given), not (spent.days or spent.hours)
    worked = spent.working / per_day
    if limit.unit is Unit.HOUR:
        hours = spent.hours + spent.days * 24
        return (hours + spent.working / 60, hours + worked * 24), (limit.value, limit.value), not (worked or spent.days)
    low, high = (
        (limit.value * _MONTH[0], limit.value * _MONTH[1]) if limit.unit is Unit.MONTH else (limit.value, limit.value)
    )
    rest = spent.days + spent.hours / 24
    whole = -(-worked // 1)
    lucky = worked + 2 * max((whole - 1) // _WEEK_DAYS, Decimal(0))
    unlucky = worked + 2 * -(-worked // _WEEK_DAYS)
    return (rest + lucky, rest + unlucky), (low, high), not (worked or spent.hours) and low == high


def _said(spent: _Sum) -> str:
    per_day = Decimal(60 * law.history("HOURS_PER_DAY")[-1].whole)
    parts = (
        (spent.working / per_day, "ngày làm việc"),
        (spent.days, "ngày"),
        (spent.hours, "giờ"),
    )
    return " và ".join(f"{_plain(value)} {unit}" for value, unit in parts if value)


def _plain(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.001')).normalize():f}".replace(".", ",")


# -- the procedure ---------------------------------------------------------------------------------------------------


def check_version(version: VersionDraft) -> tuple[Finding, ...]:
    """What is missing in a procedure. Its processes are checked by `check_process` and, per case, `check_fit`."""
    asked = (
        (
            not version.cases,
            "case.none",
            "Chưa có thời hạn giải quyết: nhập thời hạn trước khi công bố.",
            "There is no time limit: enter one before publishing.",
            Severity.ERROR,
        ),
        (
            not version.components,
            "components.none",
            "Chưa có thành phần hồ sơ nào.",
            "No component is listed.",
            Severity.ERROR,
        ),
        (
            not version.legal_basis,
            "basis.none",
            "Chưa ghi căn cứ pháp lý.",
            "No legal basis is given.",
            Severity.WARNING,
        ),
        (
            not version.fee_text and any(case.fee is None for case in version.cases),
            "fee.none",
            "Chưa ghi phí, lệ phí (không thu thì ghi 0).",
            "No fee is given (0 when nothing is charged).",
            Severity.WARNING,
        ),
        (
            "low" in {version.certainty.get(k) for k in ("overall", "time", "fee")}
            or version.certainty.get("code") in {"low", "not_found"},
            "certainty.low",
            "Có dữ liệu độ tin cậy thấp, đối chiếu quyết định công bố trước khi dùng.",
            "Some facts are of low certainty: compare with the published decision before use.",
            Severity.WARNING,
        ),
    )
    return tuple(
        Finding(code=code, vi=vi, en=en, severity=severity, about=version.code)
        for wrong, code, vi, en, severity in asked
        if wrong
    )
