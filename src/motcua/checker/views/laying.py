"""A statement laid out as whoever wrote it sees it: lines of text, and its tables as tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

__all__ = ["Block", "Span", "blocks"]

LEAST = 2  # lines with tabs, one after the other, are a table


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the text: plain, or a figure with the numbers of its checks and the worst verdict."""

    text: str
    figure: int | None = None
    checks: tuple[int, ...] = ()
    verdict: str = ""


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines of text, or the rows of a table, each of cells."""

    lines: tuple[Line, ...] = ()
    rows: tuple[tuple[Line, ...], ...] = ()


def blocks(spans: Sequence[Span]) -> list[Block]:
    """The text in its order. Tabs and line ends are only between figures, never in one."""
    found: list[Block] = []
    for tabbed, some in groupby(_cut(spans, "\n"), key=lambda line: any("\t" in one.text for one in line)):
        lines = tuple(some)
        if tabbed and len(lines) >= LEAST:
            found.append(Block(rows=tuple(tuple(_cut(line, "\t")) for line in lines)))
        elif found and found[-1].lines:
            found[-1] = Block(lines=(*found[-1].lines, *lines))
        else:
            found.append(Block(lines=lines))
    return found


def _cut(spans: Sequence[Span], mark: str) -> Iterator[Line]:
    """The spans between marks."""
    line: list[Span] = []
    for span in spans:
        first, *more = span.text.split(mark) if span.figure is None else [span.text]
        line.append(replace(span, text=first))
        for text in more:
            yield tuple(one for one in line if one.text)
            line = [Span(text=text)]
    yield tuple(one for one in line if one.text)
