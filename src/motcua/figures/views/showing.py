"""A report as its page shows it: cells with their addresses, the chart, the list beside a number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua import sums, vietnam
from motcua.figures.queries.lists import Listed, Row
from motcua.figures.queries.words import CAUSES, CELLS
from motcua.figures.rules import COLUMNS, FIGURES, GROUPS, Figure, LateFigure, Lateness, Line, Report
from motcua.ui.parts import Bar

__all__ = ["LISTED", "Cell", "Panel", "Table", "TableRow", "cause_words", "chart", "headings", "panel", "table"]

BESIDE = ("waiting", "withdrawn", "refused", "ready", "returned", "direct", "post")
OVER = frozenset({"late", "overdue", "waiting_overdue", "withdrawn_overdue"})
FIRST_OF_PART = frozenset({"received", "settled", "in_progress"})
MOST_BARS = 12
LISTED = (  # the columns of a whole list
    gettext_lazy("Hồ sơ"),
    gettext_lazy("Thủ tục"),
    gettext_lazy("Đơn vị"),
    gettext_lazy("Nộp"),
    gettext_lazy("Hẹn trả"),
    gettext_lazy("Xong"),
    gettext_lazy("Kết quả"),
)

Address = Callable[[str, str | None], str]  # figure, row key → where its list is


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One number of the table."""

    figure: Figure
    value: int
    href: str
    words: str
    current: bool

    @property
    def kind(self) -> str:
        """Whether it counts broken promises."""
        return "over" if self.figure.name in OVER else ""

    @property
    def first(self) -> bool:
        """Whether a rule stands before it."""
        return self.figure.name in FIRST_OF_PART


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One line of the table."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The form: the total first, then the rows; and the numbers that stand beside it."""

    total: TableRow
    rows: tuple[TableRow, ...]
    beside: tuple[Cell, ...]


def table(report: Report, *, where: Address, opened: Listed | None = None) -> Table:
    """The form with every number's address; the opened one is marked."""

    def cell(line: Line, figure: Figure) -> Cell:
        key = None if line is report.total else line.key
        return Cell(
            figure=figure,
            value=line.figures[figure.name],
            href=where(figure.name, key),
            words=f"{line.label}, {figure.words}",
            current=opened is not None and (opened.figure.name, opened.key) == (figure.name, key),
        )

    def row(line: Line) -> TableRow:
        return TableRow(label=line.label, cells=tuple(cell(line, figure) for figure in COLUMNS))

    return Table(
        total=row(report.total),
        rows=tuple(row(line) for line in report.lines),
        beside=tuple(cell(report.total, FIGURES[name]) for name in BESIDE),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A row of the list in words."""

    row: Row
    state: str
    late: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The list beside a number: its title, the sum that makes it, and what is known of its apologies."""

    listed: Listed
    title: str
    line: str
    sum: str
    apologies: str
    rows: tuple[Shown, ...]
    all_href: str
    file_href: str
    close_href: str
    more_href: str


def panel(
    report: Report | Lateness,
    listed: Listed,
    *,
    all_href: str = "",
    file_href: str = "",
    close_href: str = "",
    more_href: str = "",
) -> Panel:
    """Put the list beside its number."""
    line = report.line(listed.key)
    return Panel(
        listed=listed,
        title=_("%(n)s hồ sơ %(words)s") % {"n": vietnam.number(listed.total), "words": _words(listed.figure)},
        line=line.label if line else (listed.key or ""),
        sum=_sum(report, listed),
        apologies=_apologies(listed),
        rows=tuple(_shown(row) for row in listed.rows),
        all_href=all_href,
        file_href=file_href,
        close_href=close_href,
        more_href=more_href,
    )


def _words(figure: Figure | LateFigure) -> str:
    """What a list is of; a cause in the words people choose it by."""
    if isinstance(figure, LateFigure) and figure.cause is not None:
        return _("%(words)s, nguyên nhân: %(cause)s") % {"words": figure.words, "cause": cause_words(figure.cause)}
    return figure.words


def cause_words(cause: str) -> str:
    """A cause of lateness as it was chosen; nothing chosen yet said as such."""
    return str(CAUSES.get(cause, cause)) if cause else _("chưa nói với người nộp")


def _sum(report: Report | Lateness, listed: Listed) -> str:
    """“53 = 24 + 22 + 3 + 2 + 1 + 1”: the rows of the table that make a number of the whole ward."""
    parts = sorted((line.figures[listed.figure.name] for line in report.lines), reverse=True)
    there = [n for n in parts if n]
    if listed.key is not None or len(there) < 2 or len(there) > MOST_BARS or sum(there) != listed.total:
        return ""
    return f"{vietnam.number(listed.total)} = {' + '.join(vietnam.number(n) for n in there)}"


def _apologies(listed: Listed) -> str:
    late = isinstance(listed.figure, LateFigure) and listed.figure.name != "worked"
    if not (late or listed.figure.name in OVER) or not listed.total:
        return ""
    said = {"n": vietnam.number(listed.apologised), "all": vietnam.number(listed.total)}
    if listed.apologised == listed.total:
        return _("%(all)s hồ sơ đều có lời xin lỗi đã gửi.") % said
    if listed.apologised:
        return _("%(n)s trên %(all)s hồ sơ có lời xin lỗi đã gửi.") % said
    return _("Chưa hồ sơ nào có lời xin lỗi đã gửi.")


def _shown(row: Row) -> Shown:
    return Shown(
        row=row,
        state=CELLS[row.bucket.cell],
        late=row.late_words.removeprefix("trễ ").removeprefix("trễ, "),
        cause=str(CAUSES.get(row.cause, "")) if row.late else "",
    )


def headings(report: Report) -> tuple[str, ...]:
    """The columns of the chart's table twin."""
    return (GROUPS[report.scope.group], _("Quá hạn"), _("Đã giải quyết"), _("Tỷ lệ"))


def chart(report: Report) -> tuple[Sequence[Bar], str]:
    """Where lateness is: its share of what each row settled, worst first, and the end of the scale in words."""
    shares = [
        (line, sums.share(line.figures["late"], line.figures["settled"]) or Decimal(0))
        for line in report.lines
        if line.figures["late"]
    ]
    worst = sorted(shares, key=lambda pair: (-pair[1], pair[0].label))[:MOST_BARS]
    if not worst:
        return (), ""
    end = worst[0][1].to_integral_value(rounding=ROUND_CEILING)
    bars = [
        Bar(
            label=line.label,
            note=_("%(late)s trên %(all)s")
            % {"late": vietnam.number(line.figures["late"]), "all": vietnam.number(line.figures["settled"])},
            value=vietnam.percent(share),
            share=float(share / end),
            late=True,
            cells=(
                vietnam.number(line.figures["late"]),
                vietnam.number(line.figures["settled"]),
                vietnam.percent(share),
            ),
        )
        for line, share in worst
    ]
    return bars, f"{end} %"
