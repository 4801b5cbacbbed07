"""Charts that the server draws: bars on a ground track and stacks, always with their numbers as text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise as Lazy

__all__ = ["Bar", "Share", "bar_width", "shares"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar: what, of how many, its value in words, and its length as a share (0 to 1) of the scale.

    `cells` are the columns of the table twin after the label.
    """

    label: str | Lazy
    value: str
    share: float
    note: str | Lazy = ""
    cells: tuple[str, ...] = ()
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A stretch of a stack, in percent of the longest."""

    kind: str
    x: str
    width: str


def bar_width(share: float) -> str:
    """A share as a width; something is always seen of what is not nothing."""
    if share <= 0:
        return "0%"
    return f"{round(min(max(share * 100, 0.6), 100), 2):g}%"


def shares(counts: Iterable[tuple[str, int]], most: int) -> Iterator[Share]:
    """The stretches of a stack of counts, drawn against the longest stack, `most`."""
    x = 0.0
    for kind, count in counts:
        width = 100 * count / max(most, 1)
        if width > 0:
            yield Share(kind=kind, x=f"{round(x, 2):g}%", width=f"{round(max(width, 0.5), 2):g}%")
        x += width
