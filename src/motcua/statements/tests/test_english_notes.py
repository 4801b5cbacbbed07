"""Notes in English: what has no bound, other places, money in two units, what is carried over."""

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
def test_a_balance_that_is_carried_over(text: str, right: str, slip: str) -> None:
    assert not wrong(text.format(right))
    assert wrong(text.format(slip))
