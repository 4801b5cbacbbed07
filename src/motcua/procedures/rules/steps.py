"""Who does a step: from the words of a published process, and by default where no process is published."""

from decimal import ROUND_DOWN, Decimal
from typing import Final

from motcua import law, vietnam
from motcua.acts import Role
from motcua.clock import Limit, Unit
from motcua.offices.rules import UnitKind
from motcua.procedures.rules.drafts import ProcessDraft, StepDraft
from motcua.procedures.rules.limits import working_minutes
from motcua.procedures.rules.values import StepKind

__all__ = ["actor_of", "completed", "default_code", "default_process", "kind_of"]

Doer = tuple[UnitKind, Role]

COUNTER: Final[Doer] = (UnitKind.CENTRE, Role.COUNTER)
SPECIALIST: Final[Doer] = (UnitKind.DIVISION, Role.SPECIALIST)
HEAD: Final[Doer] = (UnitKind.DIVISION, Role.UNIT_HEAD)
CLERK: Final[Doer] = (UnitKind.OFFICE, Role.CLERK)
LEADER: Final[Doer] = (UnitKind.LEADERSHIP, Role.LEADER)
CHAIRMAN: Final[Doer] = (UnitKind.LEADERSHIP, Role.CHAIRMAN)

# Stages that belong to another body: the division's specialist waits for it.
_OUTSIDE_STAGES: Final = {"tinh", "so", "ubnd tinh", "co so", "cong an xa", "bhxh", "thue", "cn vpdkdd"}
# Tried in order; the first words found decide.
_ACTORS: Final[tuple[tuple[tuple[str, ...], Doer], ...]] = (
    (("ttpvhcc", "tiep cong dan", "noi nhan tin"), COUNTER),
    (("so y te", "so noi vu", "cong an", "lanh dao chi nhanh", "lanh dao co so", "co quan thue"), SPECIALIST),
    (("chu tich",), CHAIRMAN),
    (("lanh dao ubnd", "nguoi ky chung thuc"), LEADER),
    (("lanh dao phong", "lanh dao co quan chuyen mon", "truong phong"), HEAD),
    (("van thu", "vp hdnd"), CLERK),
)
_SIGNS: Final = ("ky", "duyet", "phe duyet", "quyet dinh", "ban hanh", "xem xet", "soat", "tham dinh truoc khi trinh")
_RELEASES: Final = ("vao so", "dong dau", "phat hanh")
_RETURNS: Final = ("tra", "nhan ket qua, tra", "gui, cong khai", "hai ben co mat")
_DECIDERS: Final = {HEAD, LEADER, CHAIRMAN}


def actor_of(text: str, *, stage: str = "") -> Doer:
    """Unit kind and role of an actor as a source names it. An outside body is the division's specialist, who waits."""
    if vietnam.fold(stage) in _OUTSIDE_STAGES:
        return SPECIALIST
    said = vietnam.fold(text)
    return next((doer for marks, doer in _ACTORS if any(mark in said for mark in marks)), SPECIALIST)


def kind_of(action: str, *, doer: Doer, first: bool, last: bool) -> StepKind:
    """What kind of work a step is, from its words and its place; only the first receives, only the last returns."""
    said = vietnam.fold(action)
    if first:
        return StepKind.INTAKE
    if last and said.startswith(_RETURNS):
        return StepKind.RETURN
    if doer == CLERK or said.startswith(_RELEASES):
        return StepKind.RELEASE
    if doer in _DECIDERS and said.startswith(_SIGNS):
        return StepKind.SIGN
    return StepKind.WORK


def completed(steps: tuple[StepDraft, ...]) -> tuple[tuple[StepDraft, ...], bool]:
    """The steps ending in a return at the counter, and whether one had to be added: some sources stop before it."""
    if not steps or steps[-1].kind is StepKind.RETURN:
        return steps, False
    return (*steps, _step(StepKind.RETURN, "Trả kết quả", COUNTER, None, product="Kết quả đã trả")), True


def _step(kind: StepKind, name: str, doer: Doer, limit: Limit | None, *, product: str) -> StepDraft:
    return StepDraft(
        kind=kind,
        name=name,
        unit_kind=doer[0],
        role=doer[1],
        limit=limit,
        product=product,
        can_send_back=kind is not StepKind.INTAKE,
    )


# -- the default process ---------------------------------------------------------------------------------------------

_QUARTER: Final = Decimal("0.25")
_HALF: Final = Decimal("0.5")
_SHARES: Final = (Decimal("0.125"), Decimal("0.5"), Decimal("0.25"), Decimal("0.125"))  # of one day or less
_SHORT: Final = 2  # working days, below which the head of the division is not asked
_LONG: Final = 5  # from here on the officer has 60 % rather than 50 %
_PLACES: Final = Decimal("0.001")


def default_code(limit: Limit) -> str:
    """The code of the default process for a limit; equal limits share one."""
    return f"MD-{limit}".replace(" ", "-")


def default_process(*, limit: Limit) -> ProcessDraft:
    """A short, sane process for a limit where none is published; its steps never sum to more than the limit.

    Shares follow the published processes: receiving 0.25–0.5 day, the officer 50–60 %, head and leader alike,
    the seal 0.25–0.5 day, returning uncounted. Calendar limits use the working days they surely contain.
    """
    days = _working_days(limit)
    if limit.unit is Unit.HOUR:
        steps = _short(limit.value, Unit.HOUR)
    elif days < _SHORT:
        steps = _short(days * law.history("HOURS_PER_DAY")[-1].whole, Unit.WORKING_HOUR)
    else:
        steps = _long(days)
    return ProcessDraft(
        code=default_code(limit),
        title=f"Quy trình mặc định, {limit.words()}",
        steps=steps,
        limit=limit,
        generated=True,
        certainty={"overall": "low", "flags": ["Quy trình do phần mềm lập, chưa có quyết định của địa phương"]},
    )


def _working_days(limit: Limit) -> Decimal:
    """Working days that a limit surely contains, holidays aside."""
    minutes = working_minutes(limit)
    if minutes is not None:
        return minutes / (60 * law.history("HOURS_PER_DAY")[-1].whole)
    if limit.unit is Unit.HOUR:
        return limit.value / 24
    days = int(limit.value) * (28 if limit.unit is Unit.MONTH else 1)
    weeks, rest = divmod(days, 7)
    return max(Decimal(weeks * 5 + max(rest - 2, 0)), _HALF)


def _short(total: Decimal, unit: Unit) -> tuple[StepDraft, ...]:
    intake, work, sign, release = (
        Limit(value=(total * share).quantize(_PLACES, rounding=ROUND_DOWN), unit=unit) for share in _SHARES
    )
    return (
        _step(StepKind.INTAKE, "Tiếp nhận hồ sơ", COUNTER, intake, product="Giấy tiếp nhận và hẹn trả"),
        _step(StepKind.WORK, "Thụ lý, thẩm tra", SPECIALIST, work, product="Dự thảo kết quả"),
        _step(StepKind.SIGN, "Ký kết quả", LEADER, sign, product="Kết quả đã ký"),
        _step(StepKind.RELEASE, "Đóng dấu, chuyển trả", CLERK, release, product="Kết quả phát hành"),
        _step(StepKind.RETURN, "Trả kết quả", COUNTER, None, product="Kết quả đã trả"),
    )


def _long(days: Decimal) -> tuple[StepDraft, ...]:
    edge = _HALF if days >= _LONG else _QUARTER
    work = _quarters(days * (Decimal("0.6") if days >= _LONG else _HALF))
    head = _quarters((days - 2 * edge - work) / 2)
    leader = _quarters(days - 2 * edge - work - head)

    def of(value: Decimal) -> Limit:
        return Limit(value=value, unit=Unit.WORKING_DAY)

    return (
        _step(StepKind.INTAKE, "Tiếp nhận hồ sơ", COUNTER, of(edge), product="Giấy tiếp nhận và hẹn trả"),
        _step(StepKind.WORK, "Thụ lý, thẩm tra", SPECIALIST, of(work), product="Dự thảo kết quả"),
        _step(StepKind.SIGN, "Duyệt hồ sơ", HEAD, of(head), product="Hồ sơ đã duyệt"),
        _step(StepKind.SIGN, "Ký kết quả", LEADER, of(leader), product="Kết quả đã ký"),
        _step(StepKind.RELEASE, "Đóng dấu, chuyển trả", CLERK, of(edge), product="Kết quả phát hành"),
        _step(StepKind.RETURN, "Trả kết quả", COUNTER, None, product="Kết quả đã trả"),
    )


def _quarters(days: Decimal) -> Decimal:
    """Rounded down to quarters of a day, and never nothing."""
    return max((days / _QUARTER).to_integral_value(rounding=ROUND_DOWN) * _QUARTER, _QUARTER)
