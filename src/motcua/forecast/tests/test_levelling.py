"""Levelling: fewer hours on the fullest desk, never on one that may not or cannot."""

from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.forecast.rules import Carrier, Piece, levelled, loads_after

UNIT = UUID(int=1)
WORK, SIGN = (UNIT, "specialist"), (UNIT, "leader")
busy = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a machine shared by others is no fault
IDS = [UUID(int=100 + n) for n in range(5)]


def carrier(n, places=(WORK,), capacity=600, **more):
    return Carrier(id=IDS[n], places=frozenset(places), capacity=capacity, **more)


def piece(n, holder, minutes=240, place=WORK, **more):
    return Piece(id=UUID(int=1000 + n), place=place, holder=IDS[holder], minutes=minutes, **more)


CARRIERS = st.lists(
    st.tuples(
        st.sets(st.sampled_from([WORK, SIGN]), min_size=1),
        st.integers(0, 2400),
        st.integers(0, 600),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
).map(
    lambda many: [
        Carrier(id=IDS[n], places=frozenset(p), capacity=0 if away else c, base=b, away=away)
        for n, (p, c, b, away) in enumerate(many)
    ]
)
PIECES = st.lists(
    st.tuples(
        st.sampled_from([WORK, SIGN]),
        st.integers(0, 4),
        st.integers(0, 960),
        st.booleans(),
        st.sets(st.sampled_from(IDS), max_size=2),
    ),
    max_size=14,
).map(
    lambda many: [
        Piece(id=UUID(int=1000 + n), place=p, holder=IDS[h], minutes=m, pinned=pinned, barred=frozenset(barred))
        for n, (p, h, m, pinned, barred) in enumerate(many)
    ]
)


@busy
@given(CARRIERS, PIECES)
def test_it_never_makes_the_largest_excess_larger_nor_gives_where_it_may_not(carriers, pieces):
    people, work = {c.id: c for c in carriers}, {p.id: p for p in pieces}
    moves = levelled(carriers=carriers, pieces=pieces)

    def worst(made):
        loads = loads_after(carriers=carriers, pieces=pieces, moves=made)
        return max(loads[c.id] - c.capacity for c in carriers)

    assert all(worst(moves[: n + 1]) <= worst(moves[:n]) for n in range(len(moves)))
    assert len({m.piece for m in moves}) == len(moves)  # nothing is moved twice
    for move in moves:
        moved, to = work[move.piece], people[move.receiver]
        assert moved.holder == move.giver != move.receiver
        assert not to.away
        assert moved.place in to.places
        assert to.id not in moved.barred
        assert not moved.pinned or people[move.giver].away


@busy
@given(CARRIERS, PIECES, st.randoms(use_true_random=False))
def test_the_order_of_people_and_work_changes_nothing(carriers, pieces, chance):
    before = levelled(carriers=carriers, pieces=pieces)
    chance.shuffle(carriers)
    chance.shuffle(pieces)
    assert levelled(carriers=carriers, pieces=pieces) == before


def test_one_move_that_is_enough_is_the_only_one():
    moves = levelled(carriers=[carrier(0), carrier(1)], pieces=[piece(0, 0, 120), piece(1, 0, 480), piece(2, 0, 240)])
    assert [(m.piece, m.receiver) for m in moves] == [(UUID(int=1001), IDS[1])]  # 840 of 600: the 480 go


def test_whoever_is_away_gives_everything():
    moves = levelled(
        carriers=[carrier(0, capacity=0, away=True), carrier(1, capacity=2000)],
        pieces=[piece(0, 0, pinned=True), piece(1, 0)],
    )
    assert {m.receiver for m in moves} == {IDS[1]}
    assert len(moves) == 2


def test_nobody_over_their_capacity_is_left_alone():
    assert levelled(carriers=[carrier(0), carrier(1)], pieces=[piece(0, 0), piece(1, 0)]) == []


def test_another_position_cannot_help():
    assert levelled(carriers=[carrier(0, capacity=100), carrier(1, places=(SIGN,))], pieces=[piece(0, 0)]) == []
