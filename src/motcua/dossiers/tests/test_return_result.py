"""Return the result: in person, by proxy, by post, online, each with its proof; lateness and finish never move."""

import pytest
from django.db import connection, transaction
from django.db.utils import Error

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import NewResult, ReturnWay


def hand(
    play,
    at,
    dossier,
    *,
    by="counter2",
    when="2026-11-16 15:00",
    way=ReturnWay.IN_PERSON,
    receiver="Trần Thị Ngâu",
    **more,
):
    return actions.return_result(
        by=play.cast[by] if isinstance(by, str) else by,
        at=at(when),
        dossier_id=dossier.pk,
        way=way,
        receiver=receiver,
        **more,
    )


@pytest.mark.parametrize(
    ("way", "proof", "delivery"),
    [
        (ReturnWay.IN_PERSON, "", "handed"),
        (ReturnWay.PROXY, "Giấy ủy quyền 02/2026", "handed"),
        (ReturnWay.POST, "RA000000001VN", "posted"),
        (ReturnWay.ONLINE, "", "handed"),
    ],
)
def test_each_way_ends_it_with_its_proof(play, at, way, proof, delivery):
    dossier = play.walked("return")
    hand(play, at, dossier, way=way, proof=proof)
    kept = Dossier.objects.get(pk=dossier.pk)
    assert (kept.status, kept.delivery, kept.closed_at, kept.step_id) == (
        "returned",
        delivery,
        at("2026-11-16 15:00"),
        None,
    )
    assert (kept.handed.way, kept.handed.proof, kept.handed.receiver) == (way.value, proof, "Trần Thị Ngâu")
    assert play.changed("dossier")["status"] == ["finished", "returned"]
    assert kept.steps.order_by("number").last().end == "done"
    with play.refused("return.not_ready"):
        hand(play, at, dossier, when="2026-11-17 09:00")


def test_the_finish_stays_where_it_was(play, at):
    dossier = play.walked("return")
    hand(play, at, dossier, when="2027-01-15 09:00")
    kept = Dossier.objects.select_related("promise").get(pk=dossier.pk)
    assert (kept.finished_at, kept.promise.kept_at) == (at("2026-11-16 09:00"), at("2026-11-16 09:00"))


@pytest.mark.parametrize("way", [ReturnWay.PROXY, ReturnWay.POST])
def test_a_proxy_and_the_post_need_proof(play, at, way):
    dossier = play.walked("return")
    with play.refused("return.proof"):
        hand(play, at, dossier, way=way, proof=" ")


def test_a_receiver_has_a_name(play, at):
    dossier = play.walked("return")
    with play.refused("return.receiver"):
        hand(play, at, dossier, receiver=" ")


def test_nothing_is_handed_over_before_it_is_there(play, at):
    dossier = play.walked("release")
    with play.refused("return.not_ready"):
        hand(play, at, dossier)


def test_a_due_fee_is_taken_first(play, at):
    dossier = play.accepted("land")
    actions.refuse(by=play.cast["land"], at=at("2026-11-13 09:00"), dossier_id=dossier.pk, reason="Không đủ điều kiện")
    with play.refused("return.unpaid"):
        hand(play, at, dossier)
    actions.take_payment(by=play.cast["counter"], at=at("2026-11-16 14:00"), dossier_id=dossier.pk)
    assert hand(play, at, dossier).status == "returned"


def test_only_the_counter_hands_over(play, at):
    dossier = play.walked("return")
    assert play.who_may(lambda by: hand(play, at, dossier, by=by)) == {"counter", "counter2", "director"}


def test_another_ward_finds_nothing_a_stale_page_is_told_and_acts_keep_their_order(play, at, stranger):
    dossier = play.walked("return")
    with play.refused("missing"):
        hand(play, at, dossier, by=stranger["counter"])
    play.told_who_moved_it(dossier, lambda seen: hand(play, at, dossier, seen=seen))
    with play.refused("dossier.before_last"):
        hand(play, at, dossier, when="2026-11-16 08:59")


@pytest.mark.parametrize(
    "laundering",
    [
        "UPDATE promises_promise SET kept_at = due_at WHERE id = %s",
        "UPDATE promises_promise SET outcome = 'on_time' WHERE id = %s",
        "UPDATE promises_promise SET first_due_at = first_due_at + interval '9 days' WHERE id = %s",
        "UPDATE promises_promise SET kept_at = NULL, outcome = '' WHERE id = %s",
    ],
)
def test_lateness_is_not_washed_off_even_in_the_database(play, at, laundering):
    dossier = play.walked("release")
    done = actions.advance(
        by=play.cast["clerk"],
        at=at("2026-11-20 09:00"),
        dossier_id=dossier.pk,
        result=NewResult(name="Giấy chứng nhận"),
    )
    assert done.promise.outcome == "late"
    with pytest.raises(Error, match="never"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(laundering, [done.promise_id])
