"""98,23 % of the people satisfied (S0): the arithmetic of what its report may mean, and a short replay of it."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from motcua.accounts.queries import system_actor
from motcua.clock import ZONE
from motcua.config.replays import REPLAYS, Field, Replay, perform
from motcua.surveys import queries
from motcua.surveys.models import Answer
from motcua.surveys.queries import Asking
from motcua.surveys.rules import fractions, percent

PRINTED = Decimal("98.23")


def test_the_smallest_n_that_prints_as_the_report_is_ours():
    candidates = fractions(PRINTED, most=1000, least=1)
    assert candidates[:4] == [(111, 113), (222, 226), (277, 282), (278, 283)]
    assert REPLAYS["linh-trung-2023"].opinions == candidates[0]
    by_hand = [(k, n) for n in range(1, 400) for k in range(n + 1) if percent(k, n, least=1) == PRINTED]
    assert by_hand == [c for c in candidates if c[1] < 400]


@pytest.mark.django_db
def test_a_short_ward_plays_its_answers_through_the_real_action():
    office = perform(replay=SHORT, progress=False)
    by, at = system_actor(ward_id=office.ward_id), datetime(2023, 6, 2, 8, 0, tzinfo=ZONE)
    for dimension in ("field", "officer", "channel"):
        asking = Asking(instrument="sipas", first=SHORT.first, last=SHORT.last, dimension=dimension)
        found = queries.results(by=by, at=at, asking=asking)
        assert (found.total.tally.satisfied, found.total.tally.people, found.total.answered) == (111, 113, 113)
        assert found.total.tally.rate(least=5) == PRINTED
        assert found.total.invited >= 113
    assert {row.month for row in Answer.objects.all()} <= {date(2023, m, 1) for m in (3, 4, 5)}


SHORT = Replay(
    code="H99.98",
    slug="phuong-ngan",
    name="Phường Ngắn",
    superior="UBND thành phố",
    first=date(2023, 3, 1),
    last=date(2023, 5, 30),
    online=(("3", 4),),
    fields=(Field(name="Chứng thực", early=100, on_time=40), Field(name="Hộ tịch", early=20, in_time=2)),
    opinions=REPLAYS["linh-trung-2023"].opinions,
)
