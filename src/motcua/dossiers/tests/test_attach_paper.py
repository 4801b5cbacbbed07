"""Attach a paper that comes later; papers are never taken out."""

from uuid import uuid4

import pytest

from motcua.dossiers import actions
from motcua.dossiers.actions.papers import attach_paper
from motcua.dossiers.rules import PaperIn
from motcua.files import actions as files
from motcua.files import queries as stored

PDF = b"%PDF-1.7 mot to khai"


def attach(play, at, dossier, *, by="counter", when="2026-11-13 09:00", paper=None, **more):
    return attach_paper(
        by=play.cast[by] if isinstance(by, str) else by,
        at=at(when),
        dossier_id=dossier.pk,
        paper=paper or PaperIn(name="Bản sao học bạ"),
        **more,
    )


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_ROOT = tmp_path


def test_one_more_paper_with_its_scan(play, at):
    dossier = play.walked("work")
    file = files.store(by=play.cast["counter"], at=at("2026-11-13 08:59"), name="hb.pdf", content=PDF)
    attach(play, at, dossier, paper=PaperIn(name="Bản sao học bạ", file_id=file.pk))
    paper = dossier.papers.get(name="Bản sao học bạ")
    assert stored.content(paper.file) == PDF
    assert dossier.papers.count() == 3
    assert play.last_act().verb == "dossier.attach_paper"


def test_a_scan_of_another_ward_or_of_nobody_is_missing(play, at, stranger):
    dossier = play.walked("work")
    strange = files.store(by=stranger["counter"], at=at("2026-11-13 08:59"), name="hb.pdf", content=PDF)
    for pk in (strange.pk, uuid4()):
        with play.refused("missing"):
            attach(play, at, dossier, paper=PaperIn(name="Bản sao", file_id=pk))


def test_who_only_reads_attaches_nothing(play, at):
    dossier = play.walked("work")
    assert set(play.cast.people) - play.who_may(lambda by: attach(play, at, dossier, by=by)) == {"admin", "supervisor"}


def test_refusals(play, at, stranger):
    dossier = play.walked("work")
    with play.refused("paper.name"):
        attach(play, at, dossier, paper=PaperIn(name=" "))
    with play.refused("missing"):
        attach(play, at, dossier, by=stranger["counter"])
    with play.refused("dossier.before_last"):
        attach(play, at, dossier, when="2026-11-12 09:00")
    play.told_who_moved_it(dossier, lambda seen: attach(play, at, dossier, seen=seen))
    actions.withdraw(by=play.cast["counter"], at=at("2026-11-13 09:30"), dossier_id=dossier.pk, reason="Xin rút")
    with play.refused("dossier.closed"):
        attach(play, at, dossier, when="2026-11-13 10:00")
