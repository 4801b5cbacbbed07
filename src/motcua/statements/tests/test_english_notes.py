"""Notes in English: no bounds for counts, money in two units, what each gets, some of so many, what is carried over."""

import pytest

from motcua.statements.tests.test_points import wrong

SOUND = (
    # from other places, which the rest of the list may be as well
    "Of the 96 anglers asked, 40 were women, 31 had travelled from other islands and 12 fished at night.",
    # a rate of amounts in two units
    "The club owes 12.5 billion dong to 340 members in 9 branches; late debt is 75 million dong, 0.6 per cent.",
    # nothing more than so many: no count, and no list that is told out
    "Of the 940 boats, sails take 410, motors 305 and oars 98; no other kind exceeds 80.",
    # what is in time and what is not
    "We received 730 files. By noon 690 had been settled, 36 were in time and only four overdue.",
    # a number in words behind a preposition
    "They opened 40 crates at random: 33 were dry, five smelt, and in two the lid was missing.",
    # so many at so much, of which only some is told, or together with others
    "Five cooks worked 12 hours each and two 9 hours each, 78 hours in all.",
    "The fund spent 90 million dong on 6 cranes, among them 2 small ones of 8 million dong each.",
    # bounds that no list is told by; what is not so of something else
    "Wait: over 20 people at noon, 15 to 20 in the morning. Divers aged 18 to 30: 122.",
    "Of 96 letters 70 were signed, 41 answered, and 12 of the drafts were still unsigned.",
    # some of so many, told twice
    "Eleven of our 40 boats sail; 9 of the 11 are new, the other 2 old.",
    # a list by names, of which one is called as places are that have a number
    "Cooks: Harbour 9 (5 men, 4 women), Market 5 (2 men, 3 women), Station 4 (1 man, 3 women). All 18 (8 men).",
    # an age, a quota beside a total of something else, an earlier rate, what the rest is split into
    "Of 250 sailors asked, 140 liked rum. Among those under 30 it was 61 per cent, among those over 60 82 per cent.",
    "The crew has 38 hands, three short of the quota of 41. Twenty-six sailed; the total number of voyages was 61.",
    "1,870 of 2,340 boats (79.9 per cent) carry a lamp, up from 1,404 (60.0 per cent) in spring, that is 466 more.",
    "We heard 52 quarrels; 43 were settled (82.7 per cent). Of the other nine, five went on, four are pending.",
    # two lists, of which the one is no part of the other
    "The former crew had 346 men, 41 were admitted to the club; the present crew has 290, of whom 12 are cooks.",
    # what so many are, and others too
    "We took 120 cases on board. Of these cases 84 were about cargo, 41 were urgent and 15 are old.",
)
TOLD = (
    ("Dock A: 58 crates brought forward, 211 received, 196 delivered, {} carried over.", "73", "63"),
    ("Monday: 41 parcels brought over from Sunday, 120 taken in, 133 given out, {} carried to the next.", "28", "38"),
    ("The first list had 12,846 men; 63 were added, 41 struck off, so the final list has {}.", "12,868", "12,886"),
    ("Opening balance USD 3,250, receipts USD 6,420, banked USD 8,000, closing balance USD {}.", "1,670", "1,760"),
    ("Gulls: 480 have rings: 301 with two, 122 with three, {} with four and 9 with five.", "48", "84"),
    ("Seven of the island's 23 wells are dry, 11 are salty and the remaining {} give good water.", "5", "8"),
    ("Divers: 315 (under 18: 41; 18 to 30: 122; 31 to 50: 96; over 50: {}).", "56", "65"),
    ("Of 412 lamps tested, 368 were sealed and {} unsealed.", "44", "54"),
    ("Twenty-six boats were lent at 45,000 dong each, {} dong in all.", "1,170,000", "1,710,000"),
    ("USD 3.6 million went to 48 schools at {} thousand dollars each.", "75", "57"),
    ("The pier has 14 rows of 35 planks each, {} planks altogether.", "490", "409"),
    ("The 17 pilots received 450,000 dong each for the year, {} dong altogether.", "7,650,000", "7,560,000"),
    ("Of the 642 sails that were ordered we have sewn {}, so 44 are still to be sewn (6.9 per cent).", "598", "589"),
    ("Grant: EUR 36,500. Paid: EUR 21,900 (60 per cent); promised: EUR 8,450; free balance: EUR {}.", "6,150", "6,510"),
    (
        (
            "On 1 May there were 512 open orders. Over the summer 741 new ones came in and {} were closed, leaving "
            "288 open on 1 September, 224 fewer than at the start."
        ),
        "965",
        "956",
    ),
    (
        "The docks hold 2,013 boats: 1,046 long and {} short. 118 leak and 203 are old, the other 1,692 are sound.",
        "967",
        "976",
    ),
)  # fmt: skip


@pytest.mark.parametrize("text", SOUND)
def test_nothing_to_say(text: str) -> None:
    assert not wrong(text)


@pytest.mark.parametrize(("text", "right", "slip"), TOLD)
def test_figures_that_must_agree(text: str, right: str, slip: str) -> None:
    assert not wrong(text.format(right))
    assert wrong(text.format(slip))


def test_a_clause_behind_a_count_says_itself_what_its_rate_counts() -> None:
    text = "Of 2,400 files settled, 1,512 were early, {} on time and 48 late, so that 98.00% met the deadline."
    assert not wrong(text.format(840))
    assert len(wrong(text.format(860))) == 1  # the sum, not 48 of 2,400
