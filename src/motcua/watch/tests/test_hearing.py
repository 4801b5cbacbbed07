"""Who hears a warning."""

from datetime import date
from uuid import UUID

import pytest

from motcua.promises.rules import Kind
from motcua.watch.rules import BANDS, Band, Holder, Posts, above, hearers, holders_of

ON = date(2026, 11, 25)
DIVISION, CENTRE, LEADERS = UUID(int=101), UUID(int=102), UUID(int=103)
SEN, TRE, MIT, CUC, NA, SAU, LIM, LAT = (UUID(int=n) for n in range(1, 9))
NAMES = {SEN: "Sen", TRE: "Tre", MIT: "Mít", CUC: "Cúc", NA: "Na", SAU: "Sấu", LIM: "Lim", LAT: "Lát"}


def posts(**stand_ins):
    ids = {name: pk for pk, name in NAMES.items()}
    return Posts(
        holders={
            (DIVISION, "specialist"): (SEN, TRE),
            (DIVISION, "unit_head"): (MIT,),
            (CENTRE, "counter"): (CUC, NA),
            (CENTRE, "director"): (SAU,),
            (LEADERS, "leader"): (LIM,),
        },
        chairmen=(LAT,),
        active=frozenset(NAMES),
        stand_ins={ids[who]: ids[other] for who, other in stand_ins.items()},
    )


def told(band, holder, kind=Kind.DOSSIER, **stand_ins):
    found = hearers(band=band, kind=kind.value, holder=holder, posts=posts(**stand_ins), on=ON)
    return [NAMES[person] for person in found]


SENS = Holder(unit_id=DIVISION, officer_id=SEN, role="specialist")


@pytest.mark.parametrize(
    ("band", "who"),
    [
        (Band.FAR, ["Sen"]),
        (Band.WARN, ["Sen"]),
        (Band.ACT, ["Sen", "Mít"]),
        (Band.LATE, ["Sen", "Mít", "Lát"]),
        (Band.SECOND, ["Sen", "Mít", "Lát"]),
    ],
)
def test_it_escalates_from_the_officer_to_the_chairman(band, who):
    assert told(band, SENS) == who


def test_a_part_wakes_nobody_early_and_never_the_chairman():
    found = {band: told(band, SENS, Kind.STEP) for band in BANDS}
    assert found == {
        Band.FAR: [],
        Band.WARN: [],
        Band.ACT: ["Sen"],
        Band.LATE: ["Sen", "Mít"],
        Band.SECOND: ["Sen", "Mít"],
    }


def test_a_queue_is_told_to_the_one_who_can_be_meant_or_to_the_head():
    assert told(Band.WARN, Holder(unit_id=DIVISION, role="specialist")) == ["Mít"]
    assert told(Band.WARN, Holder(unit_id=CENTRE, role="counter")) == ["Sấu"]
    assert told(Band.WARN, Holder(unit_id=LEADERS, role="leader")) == ["Lim"]
    assert told(Band.ACT, Holder(unit_id=LEADERS, role="leader")) == ["Lim"]  # nobody heads the leadership
    assert told(Band.WARN, Holder(unit_id=UUID(int=109), role="clerk")) == ["Lát"]  # never nobody


def test_a_queue_is_told_to_all_who_could_take_it_once_it_must_be_done():
    queue = Holder(unit_id=DIVISION, role="specialist")
    assert told(Band.ACT, queue) == ["Sen", "Tre", "Mít"]
    assert told(Band.LATE, queue, Sen="Tre") == ["Tre", "Mít", "Lát"]


def test_who_is_away_is_replaced_also_twice_over_and_never_in_a_circle():
    assert told(Band.ACT, SENS, Sen="Tre") == ["Tre", "Mít"]
    assert told(Band.ACT, SENS, Sen="Tre", Tre="Mít") == ["Mít"]
    assert set(told(Band.WARN, SENS, Sen="Tre", Tre="Sen")) <= {"Sen", "Tre"}
    assert told(Band.WARN, Holder(unit_id=DIVISION, role="specialist"), Sen="Tre") == [
        "Tre"
    ]  # one is left in the queue


def test_who_has_left_is_no_hearer():
    gone = Holder(unit_id=DIVISION, officer_id=UUID(int=77), role="specialist")
    assert told(Band.WARN, gone) == ["Mít"]


PETITION_OF_SEN = Holder(unit_id=DIVISION, officer_id=SEN)


@pytest.mark.parametrize("band", BANDS)
def test_a_petition_is_told_to_its_handler_alone_and_not_even_to_a_stand_in(band):
    assert told(band, PETITION_OF_SEN, Kind.PETITION) == ["Sen"]
    assert "Tre" not in told(band, PETITION_OF_SEN, Kind.PETITION, Sen="Tre")


@pytest.mark.parametrize("band", BANDS)
def test_a_petition_whose_handler_is_away_is_told_to_the_chairman_and_past_an_accused_one_to_the_vice_chairmen(band):
    assert told(band, PETITION_OF_SEN, Kind.PETITION, Sen="Tre") == ["Sen", "Lát"]
    past = Holder(unit_id=LEADERS, officer_id=SEN, role="leader")
    assert told(band, past, Kind.PETITION, Sen="Tre") == ["Sen", "Lim"]
    assert told(band, past, Kind.PETITION) == ["Sen"]
    assert told(band, Holder(unit_id=LEADERS, officer_id=LAT), Kind.PETITION, Lát="Lim") == ["Lát"]


@pytest.mark.parametrize("band", BANDS)
def test_a_petition_nobody_handles_is_told_to_the_chairman_and_past_an_accused_one_to_the_vice_chairmen(band):
    left = Holder(unit_id=DIVISION, officer_id=UUID(int=77))
    for holder in (Holder(unit_id=LEADERS), left):
        assert told(band, holder, Kind.PETITION, Lát="Lim") == ["Lát"]
    assert told(band, Holder(unit_id=LEADERS, role="leader"), Kind.PETITION) == ["Lim"]


@pytest.mark.parametrize("broken", [False, True])
def test_nobody_above_reads_of_a_petition_in_a_digest(broken):
    heard = {
        kind: [NAMES[person] for person in above(PETITION_OF_SEN, posts(), kind=kind.value, broken=broken)]
        for kind in (Kind.FEEDBACK, Kind.PETITION)
    }
    assert heard == {Kind.FEEDBACK: ["Mít", "Lát"] if broken else ["Mít"], Kind.PETITION: []}
    assert holders_of(PETITION_OF_SEN, posts(), kind=Kind.PETITION.value, urgent=True) == (SEN,)
