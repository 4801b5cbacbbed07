"""Somebody leaves or is ill: their open steps go to somebody else; dues stay."""

from motcua.dossiers import actions
from motcua.dossiers.models import Step


def hand(play, at, *, by="head", to="specialist2", when="2026-11-13 08:00", reason="Nghỉ ốm"):
    return actions.hand_over_work(
        by=play.cast[by] if isinstance(by, str) else by,
        at=at(when),
        from_person=play.cast.people["specialist"].pk,
        to_person=play.cast.people[to].pk if to else None,
        reason=reason,
    )


def on_the_desk(play, at, n=3):
    for _ in range(n):
        dossier = play.walked("work")
        actions.assign(
            by=play.cast["head"],
            at=at("2026-11-12 10:00"),
            dossier_id=dossier.pk,
            assignee_id=play.cast.people["specialist"].pk,
        )


def test_all_open_steps_change_hands_in_one_act(play, at):
    on_the_desk(play, at)
    dues = set(Step.objects.filter(closed_at=None).values_list("promise__due_at", flat=True))
    assert hand(play, at) == 3
    person = play.cast.people["specialist2"].pk
    held = Step.objects.filter(closed_at=None).values_list("officer_id", "promise__officer_id")
    assert set(held) == {(person, person)}
    assert set(Step.objects.filter(closed_at=None).values_list("promise__due_at", flat=True)) == dues
    act = play.last_act()
    assert (act.verb, act.note, act.subject_id) == (
        "dossier.hand_over_work",
        "Nghỉ ốm",
        play.cast.people["specialist"].pk,
    )
    assert hand(play, at) == 0


def test_back_into_the_queue(play, at):
    on_the_desk(play, at, 1)
    assert hand(play, at, to=None) == 1
    assert Step.objects.get(closed_at=None).officer_id is None


def test_refusals(play, at, stranger):
    on_the_desk(play, at, 1)
    with play.refused("assign.position"):
        hand(play, at, to="land")
    with play.refused("reason.missing"):
        hand(play, at, reason=" ")
    with play.refused("missing"):
        hand(play, at, by=stranger["head"])
    assert play.who_may(lambda by: hand(play, at, by=by)) == {"admin", "head", "director", "leader", "chairman"}
