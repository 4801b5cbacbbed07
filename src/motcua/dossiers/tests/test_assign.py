"""Assign: a step on somebody's desk; the head gives, an officer takes from the queue or gives back."""

import pytest

from motcua.dossiers import actions


def give(play, at, dossier, *, by="head", to="specialist", when="2026-11-12 10:00", **more):
    return actions.assign(
        by=play.cast[by] if isinstance(by, str) else by,
        at=at(when),
        dossier_id=dossier.pk,
        assignee_id=play.cast.people[to].pk if to else None,
        **more,
    )


def test_the_step_and_its_promise_change_hands_and_the_due_stays(play, at):
    dossier = play.walked("work")
    given = give(play, at, dossier, reason="Đúng lĩnh vực")
    person = play.cast.people["specialist"].pk
    assert (given.step.officer_id, given.step.promise.officer_id) == (person, person)
    assert given.step.promise.due_at == dossier.step.promise.due_at
    assert play.changed("step")["officer_id"] == [None, str(person)]
    assert play.last_act().note == "Đúng lĩnh vực"


@pytest.mark.parametrize(
    ("on_desk_of", "to", "able"),
    [
        (None, "specialist", {"specialist", "head", "leader", "chairman"}),
        (None, "specialist2", {"specialist2", "head", "leader", "chairman"}),
        ("specialist", "specialist2", {"head", "leader", "chairman"}),  # nobody takes from a colleague's desk
        ("specialist", None, {"specialist", "head", "leader", "chairman"}),  # but gives back what is theirs
    ],
)
def test_who_gives_to_whom(play, at, on_desk_of, to, able):
    dossier = play.walked("work")
    if on_desk_of:
        give(play, at, dossier, to=on_desk_of)
    assert play.who_may(lambda by: give(play, at, dossier, by=by, to=to, when="2026-11-12 11:00")) == able


@pytest.mark.parametrize("to", ["counter", "land", "leader", "supervisor"])
def test_nobody_without_the_position_gets_it(play, at, to):
    dossier = play.walked("work")
    with play.refused("assign.position"):
        give(play, at, dossier, to=to)


def test_nobody_of_another_ward_gets_it(play, at, stranger):
    dossier = play.walked("work")
    with play.refused("assign.position"):
        actions.assign(
            by=play.cast["head"],
            at=at("2026-11-12 10:00"),
            dossier_id=dossier.pk,
            assignee_id=stranger.people["specialist"].pk,
        )


def test_a_finished_dossier_is_not_assigned(play, at):
    dossier = play.walked("return")
    with play.refused("dossier.closed"):
        give(play, at, dossier, by="director", to="counter", when="2026-11-16 10:00")


def test_another_ward_finds_nothing_a_stale_page_is_told_and_acts_keep_their_order(play, at, stranger):
    dossier = play.walked("work")
    with play.refused("missing"):
        give(play, at, dossier, by=stranger["head"])
    play.told_who_moved_it(dossier, lambda seen: give(play, at, dossier, seen=seen))
    with play.refused("dossier.before_last"):
        give(play, at, dossier, when="2026-11-12 09:29")
