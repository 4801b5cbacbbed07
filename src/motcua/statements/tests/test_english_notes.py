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
    # so many at so much, of which only some is told, or together with others
    "Five cooks worked 12 hours each and two 9 hours each, 78 hours in all.",
    "The fund spent 90 million dong on 6 cranes, among them 2 small ones of 8 million dong each.",
    # bounds that no list is told by; what is not so of something else
    "Wait: over 20 people at noon, 15 to 20 in the morning. Divers aged 18 to 30: 122.",
    "Of 96 letters 70 were signed, 41 answered, and 12 of the drafts were still unsigned.",
    # some of so many, told twice
    "Eleven of our 40 boats sail; 9 of the 11 are new, the other 2 old.",
    "They opened 40 crates at random: 33 were dry, five smelt, and in two the lid was missing.",
)
TOLD = (
    ("Dock A: 58 crates brought forward, 211 received, 196 delivered, {} carried over.", "73", "63"),
    (
        "Monday: 41 parcels brought over from Sunday, 120 taken in, 133 given out, {} carried to the next day.",
        "28",
        "38",
    ),
)


@pytest.mark.parametrize("text", SOUND)
def test_nothing_to_say(text: str) -> None:
    assert not wrong(text)


@pytest.mark.parametrize(("text", "right", "slip"), TOLD)
def test_figures_that_must_agree(text: str, right: str, slip: str) -> None:
    assert not wrong(text.format(right))
    assert wrong(text.format(slip))
