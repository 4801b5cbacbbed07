"""Financial duty in processing, and taking a fee: the promise pauses until it is paid."""

from decimal import Decimal

import pytest

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier


def require(play, at, dossier, *, by="specialist", when="2026-11-16 14:00", amount="120000", reason="Thuế", **more):
    return actions.require_payment(
        by=play.cast[by] if isinstance(by, str) else by,
        at=at(when),
        dossier_id=dossier.pk,
        amount=Decimal(amount),
        reason=reason,
        **more,
    )


def take(play, at, dossier, *, by="counter", when="2026-11-18 14:00", **more):
    return actions.take_payment(
        by=play.cast[by] if isinstance(by, str) else by, at=at(when), dossier_id=dossier.pk, **more
    )


def test_the_clock_stands_until_it_is_paid(play, at):
    dossier = play.walked("work")
    owing = require(play, at, dossier)
    assert (owing.status, owing.money, owing.promise.paused_at) == ("owing", "due", at("2026-11-16 14:00"))
    assert play.changed("dossier") == {
        "status": ["processing", "owing"],
        "fee": ["0", "120000"],
        "money": ["none", "due"],
    }
    assert play.changed("pause")["ground"] == [None, "payment"]
    take(play, at, dossier, remark="Biên lai 17")
    kept = Dossier.objects.select_related("promise").get(pk=dossier.pk)
    assert (kept.status, kept.money, kept.paid_at) == ("processing", "paid", at("2026-11-18 14:00"))
    assert (kept.promise.first_due_at, kept.promise.due_at) == (at("2026-11-19 17:00"), at("2026-11-23 17:00"))
    assert (play.last_act().verb, play.last_act().note) == ("dossier.take_payment", "Biên lai 17")


def test_a_fee_of_the_counter_is_taken_without_touching_the_clock(play, at):
    dossier = play.accepted("land")
    paid = take(play, at, dossier, when="2026-11-12 09:15")
    assert (paid.status, paid.money, paid.promise.due_at) == ("processing", "paid", dossier.promise.due_at)
    with play.refused("payment.none"):
        take(play, at, dossier)


@pytest.mark.parametrize(
    ("amount", "reason", "code"),
    [("0", "Thuế", "payment.amount"), ("-5", "Thuế", "payment.amount"), ("5", "", "reason.missing")],
)
def test_an_amount_and_a_reason_are_needed(play, at, amount, reason, code):
    dossier = play.walked("work")
    with play.refused(code):
        require(play, at, dossier, amount=amount, reason=reason)


def test_nothing_is_taken_where_nothing_is_due(play, at):
    with play.refused("payment.none"):
        take(play, at, play.walked("work"))
    with play.refused("payment.none"):
        take(play, at, play.lodged("land"))  # nobody has received it yet


def test_who_requires_and_who_takes(play, at):
    dossier = play.walked("work")
    unit = {"specialist", "specialist2", "head"}
    assert play.who_may(lambda by: require(play, at, dossier, by=by)) == unit | {"leader", "chairman"}
    require(play, at, dossier)
    assert play.who_may(lambda by: take(play, at, dossier, by=by)) == unit | {"counter", "counter2", "director"}


def test_another_ward_finds_nothing_a_stale_page_is_told_and_acts_keep_their_order(play, at, stranger):
    dossier = play.walked("work")
    with play.refused("missing"):
        require(play, at, dossier, by=stranger["specialist"])
    play.told_who_moved_it(dossier, lambda seen: require(play, at, dossier, seen=seen))
    dossier = require(play, at, dossier)
    with play.refused("missing"):
        take(play, at, dossier, by=stranger["counter"])
    play.told_who_moved_it(dossier, lambda seen: take(play, at, dossier, seen=seen))
    with play.refused("dossier.before_last"):
        take(play, at, dossier, when="2026-11-16 13:00")
    with play.refused("dossier.paused"):
        require(play, at, dossier, when="2026-11-17 09:00")
