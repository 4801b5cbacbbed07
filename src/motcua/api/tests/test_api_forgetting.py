"""Answers to idempotency keys hold for a month, then the worker forgets them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from procrastinate.contrib.django import app
from uuid_utils.compat import uuid7

from motcua.api import actions, jobs
from motcua.api.models import Answered

NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
HELD = timedelta(days=30)


@pytest.fixture
def kept(db):
    """Seven answers of a month ago and more, three younger ones."""
    ages = [HELD + timedelta(seconds=1 + n) for n in range(7)] + [HELD, timedelta(days=1), timedelta(0)]
    Answered.objects.bulk_create(
        Answered(token_id=uuid7(), key=f"k{n}", request="0" * 64, answer="{}", at=NOW - age)
        for n, age in enumerate(ages)
    )


def keys():
    return set(Answered.objects.values_list("key", flat=True))


def test_the_worker_forgets_what_is_older_than_a_month_and_nothing_else(kept):
    assert jobs.forget_answers(timestamp=int(NOW.timestamp())) == 7
    assert keys() == {"k7", "k8", "k9"}
    assert jobs.forget_answers(timestamp=int(NOW.timestamp())) == 0
    assert "api.forget_answers" in app.tasks
    assert any(name == "api.forget_answers" for name, _ in app.periodic_registry.periodic_tasks)


def test_a_batch_takes_a_part_and_the_next_run_takes_the_rest(kept):
    """Killed after a batch, the job has lost nothing: what is gone is gone, the rest goes next time."""
    assert actions._forget_some(before=NOW - HELD, batch=3) == 3
    assert len(keys()) == 7
    assert actions.forget(at=NOW, batch=3) == 4
    assert keys() == {"k7", "k8", "k9"}


def test_how_long_is_a_setting(kept, settings):
    settings.API_ANSWERS_DAYS = 7
    assert actions.forget(at=NOW) == 8
    assert keys() == {"k8", "k9"}
