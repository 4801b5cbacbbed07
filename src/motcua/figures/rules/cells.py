"""The cells of the report, the buckets dossiers are counted in, and the figures: named predicates over both.

At any moment every dossier of a report's base is in exactly one cell. A figure says which cells, channels and marks it
counts; the same figure is asked in Python (of a bucket) and in SQL (of the flat view), so a number opens to its rows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from motcua.clock import Channel

__all__ = ["COLUMNS", "FIGURES", "Bucket", "Cell", "Figure", "count"]


class Cell(StrEnum):
    """Where a dossier stands at the moment looked from. Source: law.md §4.3."""

    SETTLED_EARLY = "settled_early"  # trước hạn
    SETTLED_ON_TIME = "settled_on_time"  # đúng hạn
    SETTLED_LATE = "settled_late"  # quá hạn
    PROGRESS_IN_TIME = "progress_in_time"  # đang giải quyết, trong hạn; also lodged and not yet looked at
    PROGRESS_OVERDUE = "progress_overdue"  # đang giải quyết, quá hạn
    WAITING_DOOR = "waiting_door"  # yêu cầu hoàn thiện tại cửa, chưa nhận
    WAITING_IN_TIME = "waiting_in_time"  # chờ người nộp, lúc dừng còn trong hạn
    WAITING_OVERDUE = "waiting_overdue"  # chờ người nộp, lúc dừng đã quá hạn hoặc yêu cầu bổ sung quá một lần
    WITHDRAWN_DOOR = "withdrawn_door"  # rút trước khi được tiếp nhận
    WITHDRAWN_IN_TIME = "withdrawn_in_time"  # rút khi lời hẹn còn trong hạn
    WITHDRAWN_OVERDUE = "withdrawn_overdue"  # rút khi đã quá hạn
    TURNED_AWAY = "turned_away"  # từ chối tiếp nhận tại cửa


_SETTLED = frozenset({Cell.SETTLED_EARLY, Cell.SETTLED_ON_TIME, Cell.SETTLED_LATE})
_PROGRESS = frozenset({Cell.PROGRESS_IN_TIME, Cell.PROGRESS_OVERDUE})
_WAITING = frozenset({Cell.WAITING_DOOR, Cell.WAITING_IN_TIME, Cell.WAITING_OVERDUE})
_WITHDRAWN = frozenset({Cell.WITHDRAWN_DOOR, Cell.WITHDRAWN_IN_TIME, Cell.WITHDRAWN_OVERDUE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """What a report knows of a dossier besides its row: dossiers alike in all four are counted together."""

    channel: Channel
    carried: bool  # lodged before the period and not ended before it
    cell: Cell
    handed: bool  # the result is in the applicant's hands


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with a name: which buckets it counts. None asks nothing of that mark.

    `label` heads the column, `words` names its list ("53 hồ sơ đã giải quyết, quá hạn"), `column` is its number in
    Biểu II.06a; None stands beside the form.
    """

    name: str
    label: str
    words: str
    column: int | None = None
    cells: frozenset[Cell] | None = None
    channels: frozenset[Channel] | None = None
    carried: bool | None = None
    handed: bool | None = None

    def counts(self, bucket: Bucket) -> bool:
        """Whether a dossier of this bucket is one of the figure's."""
        return (
            (self.cells is None or bucket.cell in self.cells)
            and (self.channels is None or bucket.channel in self.channels)
            and (self.carried is None or bucket.carried is self.carried)
            and (self.handed is None or bucket.handed is self.handed)
        )

    @property
    def predicate(self) -> str:
        """The same question in portable SQL over `cell`, `channel`, `carried` and `handed`."""
        parts = [
            _among("cell", self.cells),
            _among("channel", self.channels),
            _flag("carried", self.carried),
            _flag("handed", self.handed),
        ]
        return " AND ".join(part for part in parts if part) or "TRUE"


def _among(column: str, values: frozenset[Cell] | frozenset[Channel] | None) -> str:
    if values is None:
        return ""
    listed = ", ".join(f"'{value}'" for value in sorted(values))
    return f"{column} IN ({listed})"


def _flag(column: str, wanted: bool | None) -> str:  # noqa: FBT001 - a three-valued mark, not a switch
    if wanted is None:
        return ""
    return column if wanted else f"NOT {column}"


_ALL = (
    Figure(name="received", label="Tổng", words="tiếp nhận, kể cả từ kỳ trước", column=3),
    Figure(name="carried_over", label="Kỳ trước", words="từ kỳ trước chuyển sang", column=6, carried=True),
    Figure(name="in_period", label="Trong kỳ", words="tiếp nhận trong kỳ", carried=False),
    Figure(
        name="online",
        label="Trực tuyến",
        words="tiếp nhận trực tuyến trong kỳ",
        column=4,
        channels=frozenset({Channel.ONLINE}),
        carried=False,
    ),
    Figure(
        name="direct_post",
        label="Trực tiếp, bưu chính",
        words="tiếp nhận trực tiếp và qua bưu chính trong kỳ",
        column=5,
        channels=frozenset({Channel.DIRECT, Channel.POST}),
        carried=False,
    ),
    Figure(name="settled", label="Tổng", words="đã giải quyết", column=7, cells=_SETTLED),
    Figure(
        name="early",
        label="Trước hạn",
        words="đã giải quyết, trước hạn",
        column=8,
        cells=frozenset({Cell.SETTLED_EARLY}),
    ),
    Figure(
        name="on_time",
        label="Đúng hạn",
        words="đã giải quyết, đúng hạn",
        column=9,
        cells=frozenset({Cell.SETTLED_ON_TIME}),
    ),
    Figure(
        name="late",
        label="Quá hạn",
        words="đã giải quyết, quá hạn",
        column=10,
        cells=frozenset({Cell.SETTLED_LATE}),
    ),
    Figure(name="in_progress", label="Tổng", words="đang giải quyết", column=11, cells=_PROGRESS),
    Figure(
        name="in_time",
        label="Trong hạn",
        words="đang giải quyết, trong hạn",
        column=12,
        cells=frozenset({Cell.PROGRESS_IN_TIME}),
    ),
    Figure(
        name="overdue",
        label="Quá hạn",
        words="đang giải quyết, quá hạn",
        column=13,
        cells=frozenset({Cell.PROGRESS_OVERDUE}),
    ),
    Figure(name="waiting", label="Chờ người nộp", words="chờ người nộp", cells=_WAITING),
    Figure(name="returned", label="Đã trả kết quả", words="đã trả kết quả", cells=_SETTLED, handed=True),
    Figure(name="withdrawn", label="Người nộp rút", words="người nộp đã rút", cells=_WITHDRAWN),
    Figure(
        name="refused",
        label="Từ chối tiếp nhận",
        words="từ chối tiếp nhận tại cửa",
        cells=frozenset({Cell.TURNED_AWAY}),
    ),
    # beside the figures others rely on: what the rates and the page tell apart
    Figure(
        name="direct",
        label="Trực tiếp",
        words="tiếp nhận trực tiếp trong kỳ",
        channels=frozenset({Channel.DIRECT}),
        carried=False,
    ),
    Figure(
        name="post",
        label="Bưu chính",
        words="tiếp nhận qua bưu chính trong kỳ",
        channels=frozenset({Channel.POST}),
        carried=False,
    ),
    Figure(
        name="ready",
        label="Chờ trả",
        words="có kết quả, chưa trao tay người nộp",
        cells=_SETTLED,
        handed=False,
    ),
    Figure(
        name="waiting_door",
        label="Chờ hoàn thiện tại cửa",
        words="chờ hoàn thiện trước khi được tiếp nhận",
        cells=frozenset({Cell.WAITING_DOOR}),
    ),
    Figure(
        name="waiting_in_time",
        label="Tạm dừng, còn trong hạn",
        words="tạm dừng chờ người nộp, lúc dừng còn trong hạn",
        cells=frozenset({Cell.WAITING_IN_TIME}),
    ),
    Figure(
        name="waiting_overdue",
        label="Tạm dừng, tính quá hạn",
        words="tạm dừng chờ người nộp, tính là quá hạn",
        cells=frozenset({Cell.WAITING_OVERDUE}),
    ),
    Figure(
        name="withdrawn_door",
        label="Rút tại cửa",
        words="rút trước khi được tiếp nhận",
        cells=frozenset({Cell.WITHDRAWN_DOOR}),
    ),
    Figure(
        name="withdrawn_in_time",
        label="Rút khi còn trong hạn",
        words="rút khi lời hẹn còn trong hạn",
        cells=frozenset({Cell.WITHDRAWN_IN_TIME}),
    ),
    Figure(
        name="withdrawn_overdue",
        label="Rút khi đã quá hạn",
        words="rút khi lời hẹn đã quá hạn",
        cells=frozenset({Cell.WITHDRAWN_OVERDUE}),
    ),
)

FIGURES: Mapping[str, Figure] = {figure.name: figure for figure in _ALL}

# Columns 3 to 13 of Biểu II.06a in their order. Source: law.md §6.1, TT 01/2020/TT-VPCP.
COLUMNS = tuple(sorted((f for f in _ALL if f.column), key=lambda f: f.column or 0))


def count(buckets: Iterable[tuple[Bucket, int]]) -> dict[str, int]:
    """Every figure of some buckets, by name."""
    found = dict.fromkeys(FIGURES, 0)
    for bucket, n in buckets:
        for name in _counting(bucket):
            found[name] += n
    return found


@cache
def _counting(bucket: Bucket) -> tuple[str, ...]:
    """The figures that count a bucket; there are at most 144 buckets."""
    return tuple(name for name, figure in FIGURES.items() if figure.counts(bucket))
