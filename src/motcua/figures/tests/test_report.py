"""The report of one ward: each dossier in its one cell, at any moment."""

from datetime import date

from motcua.figures import queries
from motcua.figures.queries.lists import all_rows
from motcua.figures.tests.lives import at

NOVEMBER = {"from_": date(2026, 11, 1), "to": date(2026, 11, 30)}


def seen(lives, moment):
    """Where the report puts each dossier of the story, looked at from a moment."""
    scope = queries.report(by=lives.cast["counter"], as_of=at(moment), **NOVEMBER).scope
    names = {lives.code(name): name for name in lives.made}
    return {names[row.code]: row.bucket.cell.value for row in all_rows(ward_id=lives.cast.ward.pk, scope=scope)}


def test_a_report_takes_two_statements_and_its_sums_hold(lives, django_assert_max_num_queries):
    by = lives.cast["counter"]
    with django_assert_max_num_queries(2):
        report = queries.report(by=by, as_of=at("2026-11-20 12:00"), **NOVEMBER)
    assert report.proofs
    assert all(proof.holds for proof in report.proofs)


def test_every_dossier_stands_in_its_one_cell(lives):
    assert seen(lives, "2026-11-20 12:00") == {
        "late": "settled_late",
        "early": "settled_early",
        "on_time": "settled_on_time",
        "paused": "settled_early",
        "completed": "settled_on_time",
        "refused": "settled_early",
        "in_time": "progress_in_time",
        "lodged": "progress_in_time",
        "overdue": "progress_overdue",
        "waiting": "waiting_in_time",
        "owing": "waiting_in_time",
        "waiting_late": "waiting_overdue",
        "asked_twice": "waiting_overdue",
        "door": "waiting_door",
        "withdrawn": "withdrawn_in_time",
        "withdrawn_late": "withdrawn_overdue",
        "withdrawn_door": "withdrawn_door",
        "turned_away": "turned_away",
    }


def test_an_earlier_moment_is_seen_as_it_was(lives):
    assert seen(lives, "2026-11-10 12:00") == {
        "late": "settled_late",
        "early": "settled_early",
        "on_time": "settled_on_time",
        "waiting_late": "progress_in_time",
        "withdrawn_late": "progress_in_time",
    }
