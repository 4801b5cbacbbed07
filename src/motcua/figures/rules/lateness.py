"""Lateness and outages side by side, never one instead of the other; and what late dossiers were late for.

Late here is (10) + (13) of Biểu II.06a: settled late, or in progress and overdue. An outage explains a lateness and
takes nobody out of it: late = touched + untouched, and both stand beside each other over the same denominator.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from motcua import law, sums, vietnam
from motcua.dossiers.rules import Cause
from motcua.figures.rules.cells import Cell
from motcua.figures.rules.groups import Group, row_label, row_order
from motcua.figures.rules.periods import Scope
from motcua.figures.rules.reports import TOTAL, Line, Proof

__all__ = [
    "CAUSES",
    "COMPARED",
    "LATE",
    "LATENESS",
    "WORKED",
    "LateFigure",
    "LateRate",
    "Lateness",
    "Mark",
    "compared",
    "said",
]

LATE = frozenset({Cell.SETTLED_LATE, Cell.PROGRESS_OVERDUE})
WORKED = LATE | {Cell.SETTLED_EARLY, Cell.SETTLED_ON_TIME, Cell.PROGRESS_IN_TIME}  # (7) + (11)
NO_CAUSE = ""  # nobody has told the applicant why
CAUSES = (*(cause.value for cause in Cause), NO_CAUSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What this comparison knows of a dossier. `touched` and `enough` are only ever true of a late one.

    `touched`: open and running in at least one working minute of an outage that has ended. `enough`: outages touched it
    for at least as many working minutes as it is late, so that without them it would have been in time.
    """

    cell: Cell
    touched: bool
    enough: bool
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LateFigure:
    """A number of this part: which marks it counts. None asks nothing of that mark."""

    name: str
    label: str
    words: str
    cells: frozenset[Cell] = LATE
    touched: bool | None = None
    enough: bool | None = None
    cause: str | None = None
    column: int | None = None

    def counts(self, mark: Mark) -> bool:
        """Whether a dossier of this mark is one of the figure's."""
        return (
            mark.cell in self.cells
            and (self.touched is None or mark.touched is self.touched)
            and (self.enough is None or mark.enough is self.enough)
            and (self.cause is None or mark.cause == self.cause)
        )

    @property
    def predicate(self) -> str:
        """The same question in portable SQL over `cell`, `touched`, `enough` and `cause`."""
        cells = ", ".join(f"'{cell}'" for cell in sorted(self.cells))
        parts = [f"cell IN ({cells})"]
        for column, wanted in (("touched", self.touched), ("enough", self.enough)):
            if wanted is not None:
                parts.append(column if wanted else f"NOT {column}")
        if self.cause is not None:
            parts.append(f"cause = '{self.cause}'")  # one of our own codes
        return " AND ".join(parts)


_ALL = (
    LateFigure(
        name="worked", label="Đã và đang giải quyết", words="đã giải quyết và đang giải quyết", cells=frozenset(WORKED)
    ),
    LateFigure(name="late_all", label="Trễ", words="trễ, đã xong và chưa xong"),
    LateFigure(
        name="late_done", label="Đã xong, trễ", words="đã giải quyết, quá hạn", cells=frozenset({Cell.SETTLED_LATE})
    ),
    LateFigure(
        name="late_open",
        label="Chưa xong, trễ",
        words="đang giải quyết, quá hạn",
        cells=frozenset({Cell.PROGRESS_OVERDUE}),
    ),
    LateFigure(name="late_touched", label="Sự cố có chạm", words="trễ và bị sự cố chạm", touched=True),
    LateFigure(name="late_untouched", label="Không sự cố nào chạm", words="trễ, không sự cố nào chạm", touched=False),
    LateFigure(
        name="late_enough",
        label="Không có sự cố thì đã kịp",
        words="trễ, bị sự cố chạm lâu bằng hoặc hơn phần trễ",
        enough=True,
    ),
    LateFigure(
        name="late_short",
        label="Có chạm mà vẫn trễ",
        words="trễ, bị sự cố chạm ngắn hơn phần trễ",
        touched=True,
        enough=False,
    ),
    LateFigure(name="late_despite", label="Trễ dù trừ sự cố", words="trễ dù trừ hết sự cố", enough=False),
    *(
        LateFigure(
            name=f"cause_{cause or 'none'}{'_touched' if touched else ''}",
            label="Sự cố có chạm" if touched else "Trễ",
            words="trễ và bị sự cố chạm" if touched else "trễ",  # the page names the cause
            touched=touched,
            cause=cause,
        )
        for cause in CAUSES
        for touched in (None, True)
    ),
)

LATENESS: Mapping[str, LateFigure] = {figure.name: figure for figure in _ALL}
COMPARED = ("worked", "late_all", "late_touched", "late_untouched", "late_enough", "late_despite")  # beside each other

_CHECKED = (
    (("late_all",), ("late_done", "late_open"), "trễ = (10) đã xong + (13) chưa xong"),
    (("late_all",), ("late_touched", "late_untouched"), "trễ = sự cố có chạm + không sự cố nào chạm"),
    (("late_touched",), ("late_enough", "late_short"), "có chạm = không có sự cố thì đã kịp + có chạm mà vẫn trễ"),
    (("late_all",), ("late_enough", "late_despite"), "trễ = không có sự cố thì đã kịp + trễ dù trừ sự cố"),
)
_BY_CAUSE = "trễ = cộng mọi nguyên nhân, kể cả chưa nói"

_RATES = (
    ("late_all", "Trễ", "Trễ, kể cả do sự cố", "tỷ lệ phải báo cáo"),
    ("late_untouched", "Không chạm", "Trễ mà không sự cố nào chạm", "đứng cạnh tỷ lệ đầu, không thay"),
    ("late_despite", "Trừ sự cố", "Trễ dù trừ hết thời gian sự cố", "đứng cạnh tỷ lệ đầu, không thay"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRate:
    """A share of what was worked on, in percent with its fraction; `value` is None over nothing."""

    name: str
    short: str
    title: str
    note: str
    value: Decimal | None
    over: int
    under: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lateness:
    """Lateness with and without outages, side by side, of one ward."""

    scope: Scope
    lines: tuple[Line, ...]
    total: Line
    proofs: tuple[Proof, ...]  # of the total
    checked: int  # sums over all rows
    broken: tuple[tuple[Line, Proof], ...]

    def line(self, key: str | None) -> Line | None:
        """A row by its key; the total for None."""
        if key is None:
            return self.total
        return next((line for line in self.lines if line.key == key), None)

    def rates(self, line: Line) -> tuple[LateRate, ...]:
        """The three rates of a row, all over the same denominator."""
        decimals = law.rule("PERCENT_DECIMALS", on=self.scope.last).whole
        under = line.figures["worked"]
        return tuple(
            LateRate(
                name=name,
                short=short,
                title=title,
                note=note,
                value=sums.share(line.figures[name], under, decimals),
                over=line.figures[name],
                under=under,
            )
            for name, short, title, note in _RATES
        )


def compared(*, scope: Scope, counted: Iterable[tuple[str, str, Mark, int]]) -> Lateness:
    """Put the comparison together from counted marks: (row key, label found, mark, how many)."""
    marks: dict[str, list[tuple[Mark, int]]] = {}
    labels: dict[str, str] = {}
    for key, label, mark, n in counted:
        marks.setdefault(key, []).append((mark, n))
        labels[key] = max(labels.get(key, ""), label)
    lines = sorted(
        (
            _line(key=key, label=row_label(group=scope.group, key=key, found=labels[key]), marks=pairs)
            for key, pairs in marks.items()
        ),
        key=lambda line: row_order(group=scope.group, key=line.key, label=line.label),
    )
    total = _line(key="", label=TOTAL, marks=[pair for pairs in marks.values() for pair in pairs])
    checked = [(line, proof) for line in (total, *lines) for proof in _proofs(line.figures)]
    return Lateness(
        scope=scope,
        lines=() if scope.group is Group.NONE else tuple(lines),
        total=total,
        proofs=_proofs(total.figures),
        checked=len(checked),
        broken=tuple((line, proof) for line, proof in checked if not proof.holds),
    )


def _line(*, key: str, label: str, marks: Iterable[tuple[Mark, int]]) -> Line:
    figures = dict.fromkeys(LATENESS, 0)
    for mark, n in marks:
        for name, figure in LATENESS.items():
            if figure.counts(mark):
                figures[name] += n
    return Line(key=key, label=label, figures=figures, buckets=())


def _proofs(figures: Mapping[str, int]) -> tuple[Proof, ...]:
    """The sums of one row, checked. Causes of nobody stay out of the sum they would add nothing to."""
    causes = tuple(name for cause in CAUSES if figures[name := f"cause_{cause or 'none'}"])
    identities = [sums.Identity(label=note, left=left, right=right) for left, right, note in _CHECKED]
    if causes:
        identities.append(sums.Identity(label=_BY_CAUSE, left=("late_all",), right=causes))
    return tuple(
        Proof(text=verdict.text, note=identity.label, holds=verdict.holds)
        for verdict, identity in zip(sums.check(figures, identities), identities, strict=True)
    )


def said(line: Line) -> str:
    """A row in one sentence, with both numbers in it."""
    names = ("late_all", "worked", "late_touched", "late_untouched")
    late, worked, touched, untouched = (vietnam.number(line.figures[name]) for name in names)
    return f"Trễ {late} trên {worked} hồ sơ đã và đang giải quyết; trong đó {touched} bị sự cố chạm, {untouched} không."
