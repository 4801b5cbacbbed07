"""A closed report stays as it was, and says which dossiers moved since."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from motcua.acts import Refused
from motcua.figures import actions, queries
from motcua.figures.models import ClosedReport, ClosedRow
from motcua.figures.queries.closed import closed, reopened, since
from motcua.figures.tests.lives import at
from motcua.ledger import queries as ledger

NOVEMBER = {"from_": date(2026, 11, 1), "to": date(2026, 11, 30)}
NOON = at("2026-11-20 12:00")


def close(by, *, as_of=NOON, now=NOON, group="field"):
    return actions.close_report(by=by, at=now, as_of=as_of, group=group, remark="Nộp theo công văn", **NOVEMBER)


def test_closing_freezes_numbers_lists_and_the_head_of_the_ledger(lives):
    by = lives.cast["leader"]
    number, hash_, _ = ledger.lock_head(by.ward_id)
    open_one = queries.report(by=by, as_of=NOON, **NOVEMBER)
    kept = close(by)
    assert (kept.ledger_number, kept.ledger_hash) == (number, hash_.hex())
    assert kept.numbers == queries.report_json(open_one) == queries.report_json(reopened(kept))
    assert since(kept).holds


@pytest.mark.parametrize("group", ["field", "officer", "procedure"])
def test_work_that_goes_on_moves_nothing_of_a_past_moment(lives, group):
    kept = close(lives.cast["director"], group=group)
    lives.finish(lives.made["overdue"], "2026-11-20 14:00")
    lives.supply(lives.made["waiting"], "2026-11-20 15:00")
    lives.hand_over(lives.made["early"], "2026-11-20 16:00")
    lives.to_desk(lives.made["lodged"], "2026-11-20 16:30")
    lives.finish(lives.made["lodged"], "2026-11-20 16:45")
    assert since(kept).holds


def test_an_act_of_before_that_moment_is_told_with_its_dossier(lives):
    """Closed at noon, written at noon plus one, dated before: the number as of noon is another one today."""
    by = lives.cast["director"]
    kept = close(by)
    before = kept.numbers
    lives.finish(lives.made["overdue"], "2026-11-20 11:00")
    standing = since(kept)
    assert [moved.code for moved in standing.moved] == [lives.code("overdue")]
    assert (standing.moved[0].before.bucket.cell, standing.moved[0].now.bucket.cell) == (
        "progress_overdue",
        "settled_late",
    )
    assert (standing.chain, standing.sealed, standing.holds) == (True, True, False)
    assert queries.report_json(reopened(closed(by=by, report_id=kept.pk))) == before


def test_the_page_names_the_dossier_that_moved(lives, client_for):
    kept = close(lives.cast["director"])
    lives.finish(lives.made["overdue"], "2026-11-20 11:00")
    page = client_for(lives.cast.people["supervisor"]).get(f"/figures/closed/{kept.pk}/").content.decode()
    assert "1 hồ sơ đã chuyển chỗ" in page
    assert f"/dossiers/{lives.code('overdue')}/" in page
    assert "Đang giải quyết, quá hạn → Đã giải quyết, quá hạn" in page


def test_rows_rewritten_behind_the_ledger_are_seen(lives):
    kept = close(lives.cast["director"])
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE figures_closedrow DISABLE TRIGGER closed_row_guard")
        cursor.execute("UPDATE figures_closedrow SET name = 'Khác' WHERE report_id = %s", [kept.pk])
        cursor.execute("ALTER TABLE figures_closedrow ENABLE TRIGGER closed_row_guard")
    assert not since(kept).sealed


@pytest.mark.parametrize("model", [ClosedReport, ClosedRow])
def test_the_database_refuses_to_rewrite_or_delete(lives, model):
    close(lives.cast["director"])
    table = connection.ops.quote_name(model._meta.db_table)
    for start in ("UPDATE {} SET id = id", "DELETE FROM {}"):
        statement = start.format(table)
        with pytest.raises(DatabaseError, match="never written again"), transaction.atomic():
            connection.cursor().execute(statement)


@pytest.mark.parametrize("who", ["counter", "specialist", "head", "clerk", "admin", "supervisor"])
def test_others_do_not_close(lives, who, client_for):
    with pytest.raises(Refused) as no:
        close(lives.cast[who])
    assert no.value.code == "forbidden"
    assert ClosedReport.objects.count() == 0
    page = client_for(lives.cast.people[who]).get("/figures/?first=2026-11-01&last=2026-11-20")
    assert "/figures/close/" not in page.content.decode()


def test_a_moment_that_has_not_come_is_not_closed(lives):
    with pytest.raises(Refused) as no:
        close(lives.cast["director"], as_of=at("2026-11-20 12:01"))
    assert no.value.code == "figures.future"


def test_a_closed_report_of_another_ward_is_not_there(lives, stranger, client_for):
    kept = close(lives.cast["director"])
    client = client_for(stranger.people["director"])
    for end in ("", "list/?figure=received", "report.pdf", "report.csv"):
        assert client.get(f"/figures/closed/{kept.pk}/{end}").status_code == 404


def test_a_standing_takes_four_statements(lives, django_assert_max_num_queries):
    kept = close(lives.cast["director"])
    with django_assert_max_num_queries(4):
        since(kept)
