"""What the door promises beside its words: light pages, few statements, careful headers, calm errors."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone, translation

from motcua.dossiers.queries.papers import LOOKUP
from motcua.portal import rules
from motcua.procedures import actions as procedures
from motcua.tries.rules import seconds_to_wait

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)
LIGHT = 150 * 1024
SHEETS = ("tokens", "base", "parts", "reading", "public", "print")


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def test_forms_print_an_address_that_the_portal_answers(db):
    page = Client().get(f"{LOOKUP}H99.16-261123-0001")
    assert page.status_code == 200
    text = page.content.decode()
    assert 'value="H99.16-261123-0001"' in text
    assert text.count("autofocus") == 1  # the digits are all that is left to ask
    assert "autofocus" not in Client().get("/").content.decode()


@pytest.mark.parametrize("address", ["/", "/lookup/", "/p/hoa-gao/", "/p/hoa-gao/procedures/", "/p/khong-co/"])
def test_headers_let_nothing_in(cast, address):
    answer = Client().get(address)
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    if answer.status_code == 200:
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert "script-src" not in answer["Content-Security-Policy"]


def test_answers_are_kept_by_nobody(db):
    answer = Client().post("/lookup/", {"code": "H99.16-261123-0001", "tail": "0456"})
    assert answer["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer["Cache-Control"]


def test_too_many_tries_say_in_seconds_when_to_come_back(db):
    for _ in range(11):
        answer = Client().post("/lookup/", {"code": "H99.16-261123-0001", "tail": "0456"})
    assert answer.status_code == 429
    window = next(w for w in rules.TRIES if w.kind == "address+code")
    assert int(answer["Retry-After"]) == seconds_to_wait(NOW, window) == 48 * 60 + 1


def test_the_whole_real_catalogue_is_light_and_takes_few_statements(cast, django_assert_max_num_queries):
    procedures.import_starter(by=cast["admin"], at=NOW, valid_from=date(2026, 1, 1))
    styles = sum(len(Path(finders.find(f"ui/css/{name}.css")).read_bytes()) for name in SHEETS)
    client = Client()
    for address, most in (
        ("/", 3),
        ("/p/hoa-gao/", 8),  # with the next day on which the chairman receives people
        ("/p/hoa-gao/procedures/", 8),
        ("/p/hoa-gao/procedures/?q=khai+sinh", 8),
        ("/p/hoa-gao/procedures/1.001193/", 14),
    ):
        with django_assert_max_num_queries(most):
            answer = client.get(address)
        assert answer.status_code == 200
        assert styles + len(answer.content) <= LIGHT
    assert client.get("/p/hoa-gao/procedures/").content.count(b"<li>") > 140


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "429", "500"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_error_page_says_what_happened_and_the_way_back(name, language):
    with translation.override(language):
        page = render_to_string(f"{name}.html")
    assert f'<html lang="{language}">' in page
    assert page.count("<h1>") == 1
    assert 'href="/"' in page
    assert "!" not in page.partition("<main")[2]
    assert name[:3] not in page.partition("<main")[2]  # no number of an error for people


def test_a_page_that_broke_is_answered_calmly(db, monkeypatch):
    def broken():
        raise RuntimeError

    monkeypatch.setattr("motcua.portal.queries.wards", broken)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert "Máy chủ gặp lỗi, chưa làm xong việc này." in answer.content.decode()
    assert "Traceback" not in answer.content.decode()
