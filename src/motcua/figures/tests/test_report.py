"""The report of one ward: each dossier in its one cell, at any moment."""

from datetime import date

from motcua.figures import queries
from motcua.figures.queries.lists import all_rows
from motcua.figures.tests.lives import at


def test_smoke(lives, django_assert_max_num_queries):
    by = lives.cast["counter"]
    with django_assert_max_num_queries(2):
        report = queries.report(by=by, from_=date(2026, 11, 1), to=date(2026, 11, 30), as_of=at("2026-11-20 12:00"))
    print(report.total.figures)
    for p in report.proofs:
        print(p)
    for r in report.rates:
        print(r.kind.name, r.value, r.over, "/", r.under)
    names = {v: k for k, v in lives.made.items()}
    codes = {lives.code(k): k for k in lives.made}
    for r in all_rows(ward_id=lives.cast.ward.pk, scope=report.scope):
        print(codes[r.code], r.bucket.cell, r.late_words, r.due_at, r.stood_at)
    assert 0
