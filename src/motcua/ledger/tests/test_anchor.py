"""The daily anchors: once a day, from a job that may run often, twice or be killed."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from procrastinate.contrib.django import app

from motcua.accounts import actions as accounts
from motcua.ledger import actions, jobs, queries
from motcua.ledger.models import Anchor

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def stamp(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp())


def test_a_day_is_anchored_once_for_every_ward(cast, stranger):
    assert actions.anchor(day=date(2026, 11, 24)) == 2
    first = set(Anchor.objects.values_list("ward_id", "number"))
    assert first == {(w, queries.head(ward_id=w).number) for w in (cast.ward.pk, stranger.ward.pk)}
    accounts.add_person(
        by=cast["admin"], at=datetime(2026, 11, 25, 9, tzinfo=ZONE), username="moi", name="Vừ Văn Mơ", password="bí mật"
    )
    assert actions.anchor(day=date(2026, 11, 24)) == 0
    assert set(Anchor.objects.values_list("ward_id", "number")) == first
    assert queries.verify(ward_id=cast.ward.pk) is None


def test_a_new_day_has_its_own_anchor(cast):
    actions.anchor(day=date(2026, 11, 24))
    actions.anchor(day=date(2026, 11, 25))
    assert list(Anchor.objects.order_by("day").values_list("day", flat=True)) == [
        date(2026, 11, 24),
        date(2026, 11, 25),
    ]
    assert queries.verify(ward_id=cast.ward.pk) is None


def test_the_job_anchors_the_day_that_is_over(cast):
    assert jobs.anchor_heads(timestamp=stamp("2026-11-25T00:10")) == 1
    assert jobs.anchor_heads(timestamp=stamp("2026-11-25T23:50")) == 0
    assert jobs.anchor_heads(timestamp=stamp("2026-11-26T07:20")) == 1
    assert set(Anchor.objects.values_list("day", flat=True)) == {date(2026, 11, 24), date(2026, 11, 25)}


def test_a_job_that_dies_before_its_commit_is_made_good_by_the_next(cast):
    with transaction.atomic():
        jobs.anchor_heads(timestamp=stamp("2026-11-25T00:10"))
        transaction.set_rollback(True)
    assert not Anchor.objects.exists()
    assert jobs.anchor_heads(timestamp=stamp("2026-11-25T00:20")) == 1


def test_the_worker_knows_the_job_and_its_hours():
    app.perform_import_paths()
    (periodic,) = [p for p in app.periodic_registry.periodic_tasks.values() if p.task.name == "ledger.anchor_heads"]
    assert periodic.cron == "7 * * * *"


def test_anchoring_writes_no_act(cast):
    before = queries.head(ward_id=cast.ward.pk)
    actions.anchor(day=date(2026, 11, 24))
    assert queries.head(ward_id=cast.ward.pk) == before
