"""Tables of many layouts: no alarm where they hold, one that speaks of the figure that was exchanged."""

import pytest

from motcua.statements.checking import Check, Reading, Verdict, check
from motcua.statements.tests.layouts import LAYOUTS, Layout
from motcua.statements.tests.layouts_changes import CHANGES
from motcua.statements.tests.layouts_forms import FORMS
from motcua.statements.tests.layouts_heads import HEADS
from motcua.statements.tests.layouts_quoted import QUOTED
from motcua.statements.tests.layouts_tempting import TEMPTING
from motcua.statements.tests.layouts_times import TIMES

EVERY = (*LAYOUTS, *HEADS, *TIMES, *CHANGES, *TEMPTING, *QUOTED, *FORMS)


def alarms(read: Reading) -> list[Check]:
    return [one for one in read.checks if one.verdict is Verdict.INCONSISTENT]


@pytest.mark.parametrize("layout", EVERY, ids=lambda one: one.name)
def test_a_table_that_holds_raises_no_alarm(layout: Layout) -> None:
    assert not alarms(check(layout.text))


@pytest.mark.parametrize(
    ("layout", "printed", "instead"),
    [
        pytest.param(one, printed, instead, id=f"{one.name}: {printed}")
        for one in EVERY
        for printed, instead in one.slips
    ],
)
def test_every_alarm_of_one_slip_speaks_of_it(layout: Layout, printed: str, instead: str) -> None:
    at = layout.text.index(printed)
    read = check(layout.text.replace(printed, instead, 1))
    found = alarms(read)
    assert found, "missed"
    for one in found:
        told = [*one.relation.quantities, *(which for change in one.changes for which, _ in change.values)]
        figures = (read.figures[index].numeral for which in told for index in read.known.quantities[which].figures)
        assert any(at <= numeral.start < at + len(instead) for numeral in figures), "a false alarm"
