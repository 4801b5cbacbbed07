"""A report: rows of figures, each sum checked, each rate with its fraction. Source: law.md §4.4, §6.1."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from motcua import law, sums, vietnam
from motcua.figures.rules.cells import Bucket, count
from motcua.figures.rules.groups import Group, row_label, row_order
from motcua.figures.rules.periods import Scope

__all__ = ["RATES", "TOTAL", "Line", "Proof", "Rate", "RateKind", "Report", "compiled", "proofs", "rate"]

TOTAL = "Toàn phường"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One sum as checked: "1.281 = 1.226 + 2 + 53", what it says in column numbers, and the likeliest digit."""

    text: str
    note: str
    holds: bool
    repair: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateKind:
    """How a rate is made: the figures above, the figures below, and what is taken off below."""

    name: str
    title: str
    over: tuple[str, ...]
    under: tuple[str, ...]
    less: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A rate in percent with its fraction; `value` is None over a denominator of 0. `over` writes the sum out."""

    kind: RateKind
    value: Decimal | None
    numerator: int
    denominator: int
    over: str
    under: str

    @property
    def complement(self) -> Decimal | None:
        """What is missing to 100 %: by the same denominator, so both always add up."""
        return None if self.value is None else 100 - self.value


RATES = (
    RateKind(
        name="qd766_on_time",
        title="Theo Quyết định 766",
        over=("early", "on_time", "in_time", "waiting_in_time", "withdrawn_in_time"),
        under=("received",),
        less=("refused", "waiting_door", "withdrawn_door"),
        note="tính cả hồ sơ đang làm, còn trong hạn",
    ),
    RateKind(
        name="settled_on_time",
        title="Chỉ tính hồ sơ đã giải quyết",
        over=("early", "on_time"),
        under=("settled",),
        note="cách đọc quen thuộc của Biểu II.06",
    ),
    RateKind(
        name="online",
        title="Nộp trực tuyến",
        over=("online",),
        under=("in_period",),
        note="trong số hồ sơ tiếp nhận trong kỳ",
    ),
)

_UNDER_WORDS = {"received": "tiếp nhận", "settled": "đã giải quyết", "in_period": "trong kỳ"}

_CHECKED = (
    (("received",), ("online", "direct_post", "carried_over"), (), "(3) = (4) + (5) + (6) tiếp nhận"),
    (("settled",), ("early", "on_time", "late"), (), "(7) = (8) + (9) + (10) đã giải quyết"),
    (("in_progress",), ("in_time", "overdue"), (), "(11) = (12) + (13) đang giải quyết"),
    (
        ("received",),
        ("settled", "in_progress"),
        ("waiting", "withdrawn", "refused"),
        "(3) = (7) + (11) không hồ sơ nào rơi ra ngoài",
    ),
    (("settled",), ("returned", "ready"), (), "(7) = đã trả + chờ trả kết quả"),
)
_BESIDE = {"waiting": "chờ người nộp", "withdrawn": "rút", "refused": "từ chối tiếp nhận"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row: its key for machines, its label for people, its figures by name."""

    key: str
    label: str
    figures: Mapping[str, int]
    buckets: tuple[tuple[Bucket, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Biểu II.06a of one ward. Every sum of every row was checked when it was put together."""

    ward_id: UUID
    ward_code: str
    ward_name: str
    scope: Scope
    definition: str
    lines: tuple[Line, ...]
    total: Line
    proofs: tuple[Proof, ...]  # of the total
    checked: int  # sums over all rows
    broken: tuple[tuple[Line, Proof], ...]  # sums that fail, wherever
    rates: tuple[Rate, ...]

    def line(self, key: str | None) -> Line | None:
        """A row by its key; the total for None."""
        if key is None:
            return self.total
        return next((line for line in self.lines if line.key == key), None)


def compiled(
    *,
    ward_id: UUID,
    ward_code: str,
    ward_name: str,
    scope: Scope,
    counted: Iterable[tuple[str, str, Bucket, int]],
) -> Report:
    """Put a report together from counted buckets: (row key, label found, bucket, how many)."""
    lines = _lines(scope.group, counted)
    total = _total(lines)
    checked = [(line, proof) for line in (total, *lines) for proof in proofs(line.figures)]
    return Report(
        ward_id=ward_id,
        ward_code=ward_code,
        ward_name=ward_name,
        scope=scope,
        definition=definition(scope),
        lines=() if scope.group is Group.NONE else lines,
        total=total,
        proofs=proofs(total.figures),
        checked=len(checked),
        broken=tuple((line, proof) for line, proof in checked if not proof.holds),
        rates=tuple(rate(kind, total.figures, scope) for kind in RATES),
    )


def _lines(group: Group, counted: Iterable[tuple[str, str, Bucket, int]]) -> tuple[Line, ...]:
    buckets: dict[str, list[tuple[Bucket, int]]] = {}
    labels: dict[str, str] = {}
    for key, label, bucket, n in counted:
        buckets.setdefault(key, []).append((bucket, n))
        labels[key] = max(labels.get(key, ""), label)  # versions of one procedure may differ in name
    lines = [
        Line(
            key=key,
            label=row_label(group=group, key=key, found=labels[key]),
            figures=count(pairs),
            buckets=tuple(pairs),
        )
        for key, pairs in buckets.items()
    ]
    return tuple(sorted(lines, key=lambda line: row_order(group=group, key=line.key, label=line.label)))


def _total(lines: tuple[Line, ...]) -> Line:
    """The whole ward, counted from all buckets."""
    buckets = tuple(pair for line in lines for pair in line.buckets)
    return Line(key="", label=TOTAL, figures=count(buckets), buckets=buckets)


def definition(scope: Scope) -> str:
    """By which rules this was counted, for machines and for the foot of a paper."""
    kinds = law.rule("KPI_ONTIME_DEFINITION", on=scope.last).value
    assert isinstance(kinds, tuple)
    return f"II.06a TT 01/2020/TT-VPCP; {' + '.join(str(kind) for kind in kinds)}"


def proofs(figures: Mapping[str, int]) -> tuple[Proof, ...]:
    """The sums of one row, checked. What stands beside the form is named where there is any."""
    identities, notes = [], []
    for left, right, beside, note in _CHECKED:
        there = tuple(name for name in beside if figures[name])
        identities.append(sums.Identity(label=note, left=left, right=right + there))
        notes.append(note if not there else f"(3) = (7) + (11) + {' + '.join(_BESIDE[name] for name in there)}")
    verdicts = sums.check(figures, identities)
    return tuple(
        Proof(
            text=verdict.text,
            note=note,
            holds=verdict.holds,
            repair="" if verdict.holds else _repair(figures, identities),
        )
        for verdict, note in zip(verdicts, notes, strict=True)
    )


def _repair(figures: Mapping[str, int], identities: list[sums.Identity]) -> str:
    for proposal in sums.repair(figures, identities)[:1]:
        printed, right = vietnam.number(proposal.printed), vietnam.number(proposal.proposed)
        return f"Dễ sai nhất: {printed}, có thể là {right}."
    return ""


def rate(kind: RateKind, figures: Mapping[str, int], scope: Scope) -> Rate:
    """A rate of one row, rounded half up to PERCENT_DECIMALS."""
    decimals = law.rule("PERCENT_DECIMALS", on=scope.last).whole
    numerator = sum(figures[name] for name in kind.over)
    denominator = sum(figures[name] for name in kind.under) - sum(figures[name] for name in kind.less)
    # terms that would always be 0 in a plain office stay out of the fraction unless they count
    shown = [figures[name] for n, name in enumerate(kind.over) if n < 3 or figures[name]]
    taken = "".join(f" − {vietnam.number(figures[name])}" for name in kind.less if figures[name])
    below = " + ".join(vietnam.number(figures[name]) for name in kind.under)
    return Rate(
        kind=kind,
        value=sums.share(numerator, denominator, decimals),
        numerator=numerator,
        denominator=denominator,
        over=" + ".join(vietnam.number(n) for n in shown),
        under=f"{below}{taken} {_UNDER_WORDS[kind.under[0]]}",
    )
