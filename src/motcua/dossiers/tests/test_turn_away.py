"""Refuse to receive (form 03): a reason in writing, no clock, the code stays used."""

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier


def turn(play, at, *, by="counter", when="2026-11-12 10:00", reason="Không thuộc thẩm quyền", **more):
    return actions.turn_away(by=play.cast[by] if isinstance(by, str) else by, at=at(when), reason=reason, **more)


def test_it_ends_the_dossier_at_the_door(play, at):
    dossier = turn(play, at, intake=play.intake(), basis="NĐ 61/2018 Điều 17")
    kept = Dossier.objects.get(pk=dossier.pk)
    assert (kept.status, kept.promise_id, kept.closed_at) == ("turned_away", None, at("2026-11-12 10:00"))
    letter = kept.results.get()
    assert (letter.reason, letter.basis) == ("Không thuộc thẩm quyền", "NĐ 61/2018 Điều 17")
    assert (play.last_act().verb, play.changed("dossier")["status"]) == ("dossier.turn_away", ["lodged", "turned_away"])
    assert play.accepted(when="2026-11-12 10:05").code == "H99.16-261112-0002"


def test_a_reason_is_needed(play, at):
    with play.refused("reason.missing"):
        turn(play, at, intake=play.intake(), reason=" x ")


def test_only_the_counter_turns_away(play, at):
    dossier = play.lodged()
    assert play.who_may(lambda by: turn(play, at, by=by, dossier_id=dossier.pk)) == {"counter", "counter2", "director"}


def test_another_ward_finds_nothing_and_a_stale_page_is_told(play, at, stranger):
    dossier = play.lodged()
    with play.refused("missing"):
        turn(play, at, by=stranger["counter"], dossier_id=dossier.pk)
    play.told_who_moved_it(dossier, lambda seen: turn(play, at, dossier_id=dossier.pk, seen=seen))
