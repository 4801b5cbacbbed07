"""The books of the demonstration ward that hold no dossiers: feedback and petitions, played on a fixed morning."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from uuid_utils.compat import uuid7

from motcua.clock import ZONE
from motcua.config import audits, demo_feedback, demo_petitions
from motcua.config.lives import sweep
from motcua.config.people import found
from motcua.config.playing import Play
from motcua.feedback import queries as feedback
from motcua.feedback.models import Case, Sender
from motcua.offices import queries as offices
from motcua.petitions.models import Petition


@pytest.fixture(params=["2026-11-25 10:12", "2026-11-28 20:40", "2027-02-15 07:05"])
def ward(request, db, fast_passwords):
    """A ward on a Wednesday, on a Saturday night, and on the first morning after Tết."""
    now = datetime.fromisoformat(request.param).replace(tzinfo=ZONE)
    ward, staff = found(
        ward_id=uuid7(),
        at=now - timedelta(days=200),
        code="H99.16",
        slug="hoa-gao",
        name="Phường Hoa Gạo",
        superior="UBND thành phố Hoa Ban",
        prefix="",
        password="mot-cua-2026",
    )
    return Play(staff=staff, calendar=offices.calendar(offices.now_of(ward.pk)), now=now)


def test_every_kind_of_feedback_is_there_and_every_promise_holds(ward):
    demo_feedback.load(ward)
    demo_petitions.load(ward)
    demo_feedback.hand_over(ward)
    sweep(at=ward.now)
    cases = Case.objects.filter(ward_id=ward.ward_id)
    assert Counter(cases.values_list("status", flat=True)) == {
        "published": 4,
        "handling": 4,
        "new": 2,
        "answered": 1,
        "closed": 1,
        "waiting": 1,
        "forwarded": 1,
        "rejected": 1,
        "routed": 1,
    }
    assert not Sender.objects.filter(case__privacy="anonymous").exists()
    assert all(case.lodged_at <= case.touched_at <= ward.now for case in cases)
    counted = feedback.indicators(
        by=ward.who("lat"), first=ward.ago(30).date(), last=ward.now.date(), at=ward.now
    ).sums.figures
    assert (counted["all"], counted["aside"], counted["open_late"]) == (15, 1, 2)
    told = audits.of_ward(ward=ward.staff.people["cuc"].ward, at=ward.now)
    assert (told["faults"], told["flags"]) == ([], [])
    assert told["kinds"]["feedback"]["overdue"] == 2


def test_the_routed_one_is_in_the_book_of_petitions_once(ward):
    demo_feedback.load(ward)
    demo_feedback.hand_over(ward)
    (petition,) = Petition.objects.all()
    assert petition.origin == Case.objects.get(status="routed").code
    assert (petition.matter, petition.secret) == ("denunciation", True)
