"""Consult another body with a deadline, and write down what it answers; the clock of the dossier goes on."""

from uuid import uuid4

import pytest

from motcua.clock import Limit
from motcua.dossiers import actions
from motcua.dossiers.models import Consultation


def ask(
    play,
    at,
    dossier,
    *,
    by="specialist",
    when="2026-11-13 09:00",
    body="Công an phường",
    question="Nơi cư trú?",
    **more,
):
    return actions.consult(
        by=play.cast[by] if isinstance(by, str) else by,
        at=at(when),
        dossier_id=dossier.pk,
        body=body,
        question=question,
        limit=Limit.parse("2 working days"),
        **more,
    )


def answer(play, at, dossier, *, by="specialist", when="2026-11-16 09:00", text="Có cư trú", consultation_id=None):
    found = Consultation.objects.filter(dossier_id=dossier.pk).first()
    return actions.answer(
        by=play.cast[by] if isinstance(by, str) else by,
        at=at(when),
        dossier_id=dossier.pk,
        consultation_id=consultation_id or (found.pk if found else uuid4()),
        text=text,
    )


def test_the_question_has_its_own_due_and_the_dossier_keeps_its_own(play, at):
    dossier = play.walked("work")
    asked = ask(play, at, dossier)
    question = asked.consultations.select_related("promise").get()
    assert (question.promise.kind, question.promise.due_at) == ("consultation", at("2026-11-17 17:00"))
    assert (asked.status, asked.promise.due_at) == ("processing", dossier.promise.due_at)
    assert (play.last_act().verb, play.changed("consultation")["body"]) == ("dossier.consult", [None, "Công an phường"])


@pytest.mark.parametrize(
    ("when", "outcome"), [("2026-11-16 09:00", "early"), ("2026-11-17 17:30", "on_time"), ("2026-11-18 08:00", "late")]
)
def test_the_answer_keeps_or_breaks_the_other_bodys_promise(play, at, when, outcome):
    dossier = play.walked("work")
    ask(play, at, dossier)
    question = answer(play, at, dossier, when=when).consultations.select_related("promise").get()
    assert (question.answer, question.answered_at, question.promise.outcome) == ("Có cư trú", at(when), outcome)
    assert play.last_act().verb == "dossier.answer"
    with play.refused("consultation.none"):
        answer(play, at, dossier, when="2026-11-18 09:00")


@pytest.mark.parametrize(("body", "question"), [(" ", "Nơi cư trú?"), ("Công an phường", "")])
def test_a_body_and_a_question_are_needed(play, at, body, question):
    dossier = play.walked("work")
    with play.refused("consultation.body"):
        ask(play, at, dossier, body=body, question=question)


def test_an_answer_has_words_and_a_question_of_this_dossier(play, at):
    one, other = play.walked("work"), play.walked("work")
    asked = ask(play, at, one)
    with play.refused("consultation.text"):
        answer(play, at, one, text=" ")
    with play.refused("consultation.none"):
        answer(play, at, other, consultation_id=asked.consultations.get().pk)


def test_only_the_processing_unit_asks_and_writes_the_answer(play, at):
    dossier = play.walked("work")
    unit = {"specialist", "specialist2", "head", "leader", "chairman"}
    assert play.who_may(lambda by: ask(play, at, dossier, by=by)) == unit
    ask(play, at, dossier)
    assert play.who_may(lambda by: answer(play, at, dossier, by=by)) == unit


def test_another_ward_finds_nothing_a_stale_page_is_told_and_acts_keep_their_order(play, at, stranger):
    dossier = play.walked("work")
    with play.refused("missing"):
        ask(play, at, dossier, by=stranger["specialist"])
    play.told_who_moved_it(dossier, lambda seen: ask(play, at, dossier, seen=seen))
    with play.refused("dossier.before_last"):
        ask(play, at, dossier, when="2026-11-12 09:29")
    dossier = ask(play, at, dossier)
    with play.refused("missing"):
        answer(play, at, dossier, by=stranger["specialist"])
    with play.refused("dossier.before_last"):
        answer(play, at, dossier, when="2026-11-13 08:59")


def test_a_dossier_not_in_process_asks_nobody(play, at):
    with play.refused("dossier.closed"):
        ask(play, at, play.walked("return"), when="2026-11-17 09:00")
