"""Levelling the load: the fewest moves that take work from whoever has too much to a colleague who may do it.

A load is working minutes until the end of the week; what lies beyond somebody's capacity is their excess. Whoever is
away has no capacity. Each move goes from the largest excess to where it does the most good, and only where the receiver
ends with less excess than the giver had: so no move makes the largest excess larger, and the suggesting ends.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

__all__ = ["LEAST_GAIN", "Carrier", "Move", "Piece", "PlaceOf", "excess", "half_done", "levelled", "loads_after"]

LEAST_GAIN = 60  # minutes: what improves less is not worth a change of hands
PlaceOf = tuple[UUID, str]  # a unit and a role in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A person: the positions held, what they can do (minutes), and `base`, their part of a queue nobody was given."""

    id: UUID
    places: frozenset[PlaceOf]
    capacity: int
    base: int = 0
    away: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An open step on somebody's desk. `pinned`: promised for today and half over, it stays unless its holder is away.

    `barred`: people it was not wanted to go to today.
    """

    id: UUID
    place: PlaceOf
    holder: UUID
    minutes: int
    pinned: bool = False
    barred: frozenset[UUID] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A piece that goes from one desk to another."""

    piece: UUID
    giver: UUID
    receiver: UUID
    minutes: int


def half_done(*, at: datetime, opened_at: datetime, due_at: datetime) -> bool:
    """Whether half of the time of a step is over."""
    return (at - opened_at) * 2 >= due_at - opened_at


def excess(*, load: int, capacity: int) -> int:
    """What lies beyond the capacity; below zero there is room."""
    return load - capacity


def levelled(*, carriers: Iterable[Carrier], pieces: Iterable[Piece]) -> list[Move]:
    """The suggested moves in the order of their worth; the same for the same people and work in any order."""
    people = {c.id: c for c in sorted(carriers, key=lambda c: str(c.id))}
    lying = {p.id: p for p in sorted(pieces, key=lambda p: str(p.id)) if p.holder in people}
    over = {c.id: excess(load=c.base, capacity=c.capacity) for c in people.values()}
    for piece in lying.values():
        over[piece.holder] += piece.minutes
    moves: list[Move] = []
    while (best := _best(people, list(lying.values()), over)) is not None:
        piece = lying.pop(best.piece)  # moved once: nobody is given something to give it on
        over[best.giver] -= piece.minutes
        over[best.receiver] += piece.minutes
        moves.append(best)
    return moves


def _best(people: dict[UUID, Carrier], pieces: Sequence[Piece], over: dict[UUID, int]) -> Move | None:
    """The best move away from the largest excess that has one."""
    for giver in sorted((c for c in people.values() if over[c.id] > 0), key=lambda c: (-over[c.id], str(c.id))):
        found = [
            (max(over[giver.id] - piece.minutes, over[to.id] + piece.minutes), -piece.minutes, n, m, piece, to)
            for n, piece in enumerate(pieces)
            if piece.holder == giver.id and (giver.away or not piece.pinned)
            for m, to in enumerate(people.values())
            if _may_take(to, piece) and over[to.id] + piece.minutes + LEAST_GAIN <= over[giver.id]
        ]
        if found:
            *_, piece, to = min(found, key=lambda one: one[:4])
            return Move(piece=piece.id, giver=giver.id, receiver=to.id, minutes=piece.minutes)
    return None


def _may_take(to: Carrier, piece: Piece) -> bool:
    return not to.away and to.id != piece.holder and to.id not in piece.barred and piece.place in to.places


def loads_after(*, carriers: Iterable[Carrier], pieces: Iterable[Piece], moves: Iterable[Move]) -> dict[UUID, int]:
    """Everybody's load once the moves are made; no moves: as it is."""
    loads = {c.id: c.base for c in carriers}
    for piece in pieces:
        if piece.holder in loads:
            loads[piece.holder] += piece.minutes
    for move in moves:
        loads[move.giver] -= move.minutes
        loads[move.receiver] += move.minutes
    return loads
