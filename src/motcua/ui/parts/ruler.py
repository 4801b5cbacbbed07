"""The promise ruler: one block per unit promised, filled as used, a flag at the due, son past the flag."""

from dataclasses import dataclass

__all__ = ["Block", "Ruler", "ruler"]

FLAG = 62.5  # where the flag stands: the flags of a list align
MOST_BLOCKS = 20  # above it a bar
_SIZES = ((6, 8, 10), (8, 5, 7), (12, 3, 5), (MOST_BLOCKS, 2, 3))  # up to so many units: block, pitch in px


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block: its left edge, its width, how much of it is filled (px), and whether it waits."""

    x: str
    frame_x: str
    frame_width: str
    filled: str
    paused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """A drawing 80 px wide and 18 px high; `over` is the width of the late block, empty in time."""

    blocks: tuple[Block, ...]
    over: str = ""


def ruler(*, units: float, used: float, late: float = 0, paused: bool = False) -> Ruler:
    """Draw `used` of `units` (working days, or hours when the limit is in hours) and `late` units past the due.

    Numbers out of range are drawn as near as they can be: a picture never raises.
    """
    count = max(1, round(units))
    done = min(max(used, 0), count) if not late else count
    over = _px(8 if late <= 1 else 14) if late > 0 else ""
    if count > MOST_BLOCKS:
        return Ruler(blocks=(_block(2, 58, done / count, paused=paused),), over=over)
    width, pitch = next((w, p) for most, w, p in _SIZES if count <= most)
    first = FLAG - 0.5 - count * pitch
    blocks = (
        _block(first + n * pitch, width, min(max(done - n, 0), 1), paused=paused and done < n + 1) for n in range(count)
    )
    return Ruler(blocks=tuple(blocks), over=over)


def _block(x: float, width: float, share: float, *, paused: bool) -> Block:
    filled = round(width * share, 1)
    return Block(
        x=_px(x),
        frame_x=_px(x + 0.5),
        frame_width=_px(width - 1),
        filled=_px(filled) if filled else "",
        paused=paused,
    )


def _px(value: float) -> str:
    """A number for an SVG attribute: never in a language's own notation."""
    return f"{value:g}"
