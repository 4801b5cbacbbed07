"""The identities of every report of a one-stop: what its standard figures must add up to, wherever they stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from motcua.statements.signs.lexicon import EXTRAS, Topic
from motcua.sums import Force, Kind, Relation, Weighted, weighted

__all__ = ["Shelf", "identities"]

_HANDLED = frozenset({Topic.DOSSIERS, Topic.TASKS, Topic.FEEDBACK, Topic.PETITIONS, None})
_ASKED = frozenset({Topic.SLIPS, Topic.PEOPLE})
_DONE = ("settled.early", "settled.on_time", "settled.early_on_time", "settled.late")
_WAYS = ("received.online", "received.direct", "received.post", "received.direct_post")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The quantities of one scope and topic by their standard names.

    `split`: wholes that the text itself splits by stage. `apart`: figures of other groups whose names follow later.
    `closed`: figures of which the text says that nothing else is there. `within`: parts of what was received.
    `twofold`: told for a month, and beside that since the year began.
    """

    topic: Topic | None
    named: Mapping[str, int]
    split: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()
    closed: frozenset[int] = frozenset()
    within: frozenset[int] = frozenset()
    twofold: frozenset[int] = frozenset()

    def has(self, *keys: str) -> bool:
        """Whether all of these are known."""
        return all(key in self.named for key in keys)

    def present(self, keys: Sequence[str]) -> list[str]:
        """Those of these that are known."""
        return [key for key in keys if key in self.named]

    def reading(self, whole: Sequence[str], parts: Sequence[str]) -> Weighted:
        """A sum of quantities that are all known."""
        return weighted([self.named[key] for key in whole], [self.named[key] for key in parts])

    def sums(self, force: Force, whole: str, *choices: Sequence[str]) -> Iterator[Relation]:
        """One check, with a reading for each choice of parts that is all there."""
        readings = [self.reading([whole], parts) for parts in choices if self.has(whole, *parts)]
        if readings:
            yield Relation(kind=Kind.SUM, force=force, sums=tuple(dict.fromkeys(readings)))


def identities(shelf: Shelf) -> Iterator[Relation]:
    """Every identity between the figures of one scope."""
    if shelf.topic in _ASKED and shelf.has("satisfied", "dissatisfied"):
        opinions = shelf.present(("very_satisfied", "satisfied", "neutral", "dissatisfied"))
        yield from shelf.sums(Force.LIKELY, "collected", opinions)
    if shelf.topic in _ASKED:
        yield from shelf.sums(Force.LIKELY, "sent", ["collected", "uncollected"])
    if shelf.topic in _HANDLED:
        yield from _settled(shelf)
        yield from _pending(shelf)
        yield from _received(shelf)
        yield from _balance(shelf)


def _settled(shelf: Shelf) -> Iterator[Relation]:
    """Settled = early + on time + late."""
    late = "settled.late" if shelf.has("settled.late") else "late"
    if shelf.has("settled.early", "settled.on_time"):
        yield from shelf.sums(Force.LIKELY, "settled", ["settled.early", "settled.on_time", late])
        yield from shelf.sums(Force.LIKELY, "settled.early_on_time", ["settled.early", "settled.on_time"])
    elif good := shelf.present(("settled.early_on_time", "settled.on_time")):
        yield from shelf.sums(Force.LIKELY, "settled", [good[0], late])
    else:
        yield from shelf.sums(Force.LOOSE, "settled", ["settled.early", late])
    yield from shelf.sums(Force.LIKELY, "due", ["settled", "pending.late"])
    for timing in ("early", "on_time", "early_on_time", "late"):
        ways = shelf.present([f"settled.{way}.{timing}" for way in ("online", "direct", "post", "direct_post")])
        if len(ways) > 1:
            yield from shelf.sums(Force.LIKELY, f"settled.{timing}", ways)


def _pending(shelf: Shelf) -> Iterator[Relation]:
    """In progress = in time + overdue; "late" alone is of what is in progress when nothing settled is named."""
    bare = not shelf.has("pending.late") and not shelf.present(("settled", "settled.late"))
    yield from shelf.sums(Force.LIKELY, "pending", ["pending.in_time", "late" if bare else "pending.late"])


def _received(shelf: Shelf) -> Iterator[Relation]:
    """Received = in the period + carried over; and by the way it came."""
    yield from shelf.sums(Force.LIKELY, "received.online", ["received.full", "received.partial"])
    yield from shelf.sums(Force.LIKELY, "received.online", ["received.level3", "received.level4"])
    yield from shelf.sums(Force.LIKELY, "received", ["received.in_period", "carried"])
    ways = shelf.present(_WAYS)
    if "received.online" not in ways or len(ways) < 2:
        return
    if shelf.has("received.in_period"):
        yield from shelf.sums(Force.LIKELY, "received.in_period", ways)
    else:
        yield from shelf.sums(Force.LIKELY, "received", ways, [*ways, "carried"])


def _balance(shelf: Shelf) -> Iterator[Relation]:
    """Received = settled + in progress, with the other groups that are named; what was carried over may come on top."""
    extras = shelf.present(EXTRAS)
    named = [key for key in extras if key != "other"]
    if "other" in extras and len(named) > 1 and shelf.named["other"] in shelf.apart:
        yield from shelf.sums(Force.LIKELY, "other", named)
        extras = ["other"]
    if shelf.has("received") and shelf.named["received"] in shelf.split:
        return
    if {shelf.named.get(key) for key in ("received", "settled")} & shelf.twofold:
        return  # what is in progress may be of either
    waiting = ["pending"] if shelf.has("pending") else shelf.present(("pending.in_time", "pending.late"))
    done = ["settled"] if shelf.has("settled") else shelf.present(_DONE)
    if not waiting or not done:
        return
    if waiting == ["pending.late"] or (done != ["settled"] and "settled.late" not in done):
        return
    told_all = not {shelf.named[key] for key in (*done, *waiting, *extras)} - shelf.closed
    parts = [[*done, *waiting, *extras]] if told_all else _choices([*done, *waiting], extras)
    if waiting == ["pending.in_time"] and shelf.has("late"):  # "127 are in time and only three overdue"
        parts += [[*one, "late"] for one in parts]
    on_top = shelf.has("carried") and shelf.named["carried"] not in shelf.within
    wholes = [whole for whole in (["received"], ["received", "carried"][: 1 + on_top]) if shelf.has(*whole)]
    if not wholes and shelf.has("received.in_period", "carried"):
        wholes = [["received.in_period", "carried"]]
    readings = [shelf.reading(whole, choice) for whole in wholes for choice in parts]
    if readings:
        force = Force.CLAIMED if told_all else Force.LIKELY
        yield Relation(kind=Kind.SUM, force=force, sums=tuple(dict.fromkeys(readings)))
    else:
        told = Force.LIKELY if extras else Force.LOOSE
        yield from shelf.sums(told, "received.in_period", *reversed(parts))


def _choices(always: Sequence[str], extras: Sequence[str]) -> list[list[str]]:
    """The plain sum first, then the sums with most of the other groups."""
    some = [[*always, *few] for size in range(len(extras), 0, -1) for few in combinations(extras, size)]
    return [list(always), *some]
