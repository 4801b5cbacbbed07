"""Lateness beside outages: definitions, sums, lists, moments, and that no outage ever makes anything less late."""

import argparse
import io
import json
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.utils import timezone

from motcua.config.cli import office
from motcua.figures import queries
from motcua.figures.queries.lists import listed
from motcua.figures.rules import LATENESS, Group
from motcua.figures.tests.lives import at
from motcua.outages import actions as outages
from motcua.outages.rules import Stated, System

NOVEMBER = {"from_": date(2026, 11, 1), "to": date(2026, 11, 30)}
NOW = "2026-11-20 12:00"
ALL = 1000


def down(lives, starts, ends, told=None, system=System.SOFTWARE):
    stated = Stated(system=system, starts=at(starts), ends=at(ends))
    return outages.report(by=lives.cast["counter"], at=at(told or ends), stated=stated)


def seen(lives, moment=NOW, group="none"):
    scope = queries.scope_of(as_of=at(moment), group=group, **NOVEMBER)
    return queries.lateness_of(by=lives.cast["supervisor"], scope=scope)


def codes(lives, name, moment=NOW):
    scope = queries.scope_of(as_of=at(moment), group="none", **NOVEMBER)
    return {row.code for row in listed(by=lives.cast["counter"], scope=scope, figure=name, limit=ALL).rows}


def test_without_outages_everything_late_is_untouched(lives):
    found = seen(lives)
    report = queries.report(by=lives.cast["counter"], as_of=at(NOW), group="none", **NOVEMBER)
    total, form = found.total.figures, report.total.figures
    assert total["late_all"] == form["late"] + form["overdue"] == 2
    assert total["worked"] == form["settled"] + form["in_progress"]
    assert (total["late_touched"], total["late_untouched"], total["late_enough"]) == (0, 2, 0)
    assert all(proof.holds for proof in found.proofs)


def test_touched_and_enough_are_two_things(lives):
    """`overdue` was due on 18/11 and is late by 1 working day and 4 hours at noon of the 20th."""
    down(lives, "2026-11-12 08:00", "2026-11-12 09:00")
    assert codes(lives, "late_touched") == {lives.code("overdue")}
    assert codes(lives, "late_short") == {lives.code("overdue")}
    down(lives, "2026-11-16 08:00", "2026-11-17 10:29", system=System.NETWORK)  # 8 h + 2 h 29: with the first 11 h 29
    assert codes(lives, "late_enough") == set()
    down(lives, "2026-11-17 10:29", "2026-11-17 11:00", system=System.POWER)  # the twelfth hour is full
    assert codes(lives, "late_enough") == {lives.code("overdue")}
    found = seen(lives)
    assert [found.total.figures[n] for n in ("late_all", "late_touched", "late_enough", "late_despite")] == [2, 1, 1, 1]
    assert [(r.over, r.under) for r in found.rates(found.total)] == [(2, 9), (1, 9), (1, 9)]


def test_two_outages_at_once_are_not_added(lives):
    down(lives, "2026-11-16 08:00", "2026-11-16 16:00")
    down(lives, "2026-11-16 08:00", "2026-11-16 16:00", system=System.NETWORK)
    assert codes(lives, "late_short") == {lives.code("overdue")}


def test_an_outage_makes_nothing_less_late(lives):
    """The report of the circular is the same to the last number, however long the outage."""
    asked = {"by": lives.cast["counter"], "as_of": at(NOW), "group": "field"}
    before = queries.report_json(queries.report(**asked, **NOVEMBER))
    down(lives, "2026-10-01 08:00", "2026-11-20 10:00")
    assert queries.report_json(queries.report(**asked, **NOVEMBER)) == before
    total = seen(lives).total.figures
    assert (total["late_all"], total["late_touched"], total["late_untouched"]) == (2, 2, 0)


@pytest.mark.parametrize("moment", [NOW])
def test_every_number_opens_to_exactly_its_rows(lives, moment):
    down(lives, "2026-11-09 15:00", "2026-11-10 08:30", told="2026-11-10 08:40")
    for group in (Group.FIELD, Group.OFFICER):
        found = seen(lives, moment, group.value)
        for name in LATENESS:
            numbers = {None: found.total.figures[name]} | {line.key: line.figures[name] for line in found.lines}
            for key, number in numbers.items():
                rows = listed(by=lives.cast["counter"], scope=found.scope, figure=name, key=key, limit=ALL)
                assert (rows.total, len({row.code for row in rows.rows})) == (number, number), (name, key)
        assert not found.broken


def test_a_past_moment_knows_what_was_known_then(lives):
    """An outage told on the 16th, corrected on the 18th, withdrawn on the 19th; looked at before, between and after."""
    row = down(lives, "2026-11-12 08:00", "2026-11-12 09:00", told="2026-11-16 08:00")
    stated = Stated(system=System.SOFTWARE, starts=at("2026-11-07 08:00"), ends=at("2026-11-08 09:00"))
    outages.correct(
        by=lives.cast["counter"], at=at("2026-11-19 08:00"), outage_id=row.pk, stated=stated, reason="nhầm ngày"
    )
    touched = {m: seen(lives, m).total.figures["late_touched"] for m in ("2026-11-18 12:00", "2026-11-19 07:00", NOW)}
    assert touched == {"2026-11-18 12:00": 0, "2026-11-19 07:00": 1, NOW: 0}  # on the 18th nothing was late but `late`


def test_causes_are_all_of_the_late_ones(lives):
    found = seen(lives)
    causes = {name: n for name, n in found.total.figures.items() if name.startswith("cause_") and n}
    assert causes == {"cause_coordination": 1, "cause_none": 1}
    assert codes(lives, "cause_coordination") == {lives.code("late")}


def test_the_flat_view_tells_the_outages_of_today(lives):
    down(lives, "2026-11-12 08:00", "2026-11-12 09:00")
    with connection.cursor() as cursor:
        cursor.execute("SELECT outages, outage_minutes FROM dossier_facts WHERE code = %s", [lives.code("overdue")])
        assert cursor.fetchall() == [(1, 60)]
        cursor.execute("SELECT count(*) FROM dossier_facts WHERE outages = 0 AND outage_minutes = 0")
        assert cursor.fetchone()[0] > 1


def test_another_ward_sees_nothing(lives, stranger):
    down(lives, "2026-11-12 08:00", "2026-11-12 09:00")
    scope = queries.scope_of(as_of=at(NOW), group="none", **NOVEMBER)
    found = queries.lateness_of(by=stranger["chairman"], scope=scope)
    assert set(found.total.figures.values()) == {0}
    assert all(rate.value is None for rate in found.rates(found.total))


def test_it_takes_few_statements(lives, django_assert_max_num_queries):
    down(lives, "2026-11-12 08:00", "2026-11-12 09:00")
    seen(lives)
    with django_assert_max_num_queries(8):
        seen(lives)


def test_machines_and_spreadsheets_carry_both(lives, capsys):
    down(lives, "2026-11-12 08:00", "2026-11-12 09:00")
    parser = argparse.ArgumentParser()
    office.register(parser.add_subparsers())
    asked = ["figures", "--ward", "H99.16", "--from", "2026-11-01", "--to", "2026-11-30", "--as-of", "2026-11-20T12:00"]
    options = parser.parse_args([*asked, "--json"])
    assert options.run(options) == 0
    told = json.loads(capsys.readouterr().out)["lateness"]
    total = told["total"]
    assert (total["late_all"], total["late_touched"], total["late_untouched"]) == (2, 1, 1)
    assert total["rates"]["late_all"] == {"value": 22.22, "numerator": 2, "denominator": 9}
    assert all(one["holds"] for one in told["identities"])
    options = parser.parse_args(asked)
    options.run(options)
    assert "trong đó 1 bị sự cố chạm, 1 không." in capsys.readouterr().out
    report = queries.report(by=lives.cast["counter"], as_of=at(NOW), **NOVEMBER)
    book = zipfile.ZipFile(io.BytesIO(queries.workbook(report)))
    texts = book.read("xl/sharedStrings.xml").decode()
    assert "Trễ mà không sự cố nào chạm" in texts
    assert "<v>9</v>" in book.read("xl/worksheets/sheet4.xml").decode()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1280, 360])
def test_the_page_in_a_browser(lives, page_for, look, width, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: at(NOW))
    down(lives, "2026-11-12 08:00", "2026-11-12 09:00")
    page = page_for(lives.cast.people["chairman"], width)
    page.goto("/figures/?first=2026-11-01&last=2026-11-30")
    page.get_by_role("link", name="Trễ hạn và sự cố").click()
    look(page, f"lateness-{width}")
    page.locator(".fig .tot a.figure").nth(2).click()
    page.locator("#drill-title").get_by_text("1 hồ sơ trễ và bị sự cố chạm").wait_for()
    look(page, f"lateness-open-{width}")
    page.keyboard.press("Escape")
    page.goto("/figures/list/?first=2026-11-01&last=2026-11-30&figure=cause_coordination")
    page.locator("#drill-title").get_by_text("1 hồ sơ trễ, nguyên nhân: Chờ cơ quan phối hợp").wait_for()
    page.goto("/figures/lateness/?first=2025-01-01&last=2025-01-31")
    look(page, f"lateness-none-{width}")
