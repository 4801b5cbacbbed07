"""One invitation, one answer; nothing that ties it to who gave it."""

import json
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from motcua.acts import Refused
from motcua.ledger.models import Act
from motcua.surveys import actions, queries
from motcua.surveys.models import Answer, Slip

pytestmark = pytest.mark.django_db


def test_an_answer_keeps_the_month_and_who_served(street, cast):
    dossier = street.returned()
    sipas, evaluation = street.answered(dossier, 4, words="Chờ hơi lâu", attitude=5)
    assert (sipas.instrument, evaluation.instrument) == ("sipas", "evaluation")
    assert sipas.month == date(2026, 10, 1)
    assert sipas.choices == {"overall": 4, "attitude": 5}
    assert (sipas.field, sipas.channel) == ("Hộ tịch", "direct")
    assert (sipas.officer_id, sipas.counter_id) == (dossier.officer_id, cast.people["counter"].pk)
    assert (sipas.words, evaluation.words) == ("Chờ hơi lâu", "")
    assert sipas.flags == []


def test_no_column_of_an_answer_names_a_dossier_or_a_minute(street):
    dossier = street.returned()
    street.answered(dossier, words="Cảm ơn")
    rows = json.dumps([*Answer.objects.values(), *Slip.objects.values()], default=str)
    for told in (str(dossier.pk), dossier.code, dossier.applicant_name, queries.token_of(dossier.pk), "T09:", ":30"):
        assert told not in rows
    versions = {row.pk.version for row in (*Answer.objects.all(), *Slip.objects.all())}
    assert versions == {4}  # a version 7 would tell the millisecond


def test_the_ledger_knows_that_somebody_answered_and_not_what(street, cast):
    street.answered(street.returned(), 1, words="Bị quát")
    act = Act.objects.filter(ward_id=cast.ward.pk).latest("number")
    assert act.verb == "survey.answer"
    told = json.dumps(act.changes) + act.note + act.subject_label
    assert "Bị quát" not in told
    assert "choices" not in told
    assert "officer" not in told
    assert not Act.objects.filter(ward_id=cast.ward.pk, verb="survey.answer").exclude(actor_name="Một Cửa").exists()


def test_an_invitation_is_answered_once(street):
    dossier = street.returned()
    street.answered(dossier)
    with pytest.raises(Refused) as no:
        street.answered(dossier)
    assert no.value.code == "survey.used"
    assert Slip.objects.count() == 1
    assert Answer.objects.count() == 2


def test_an_invitation_begins_with_the_return_and_ends(street, cast, at):
    dossier = street.returned()
    for after, code in ((-1, "survey.early"), (30 * 24 * 60 + 1, "survey.over")):
        with pytest.raises(Refused) as no:
            street.answered(dossier, after=after)
        assert no.value.code == code
    street.answered(dossier, after=30 * 24 * 60)


def test_a_choice_lies_on_its_scale(street):
    dossier = street.returned()
    with pytest.raises(Refused) as no:
        street.answered(dossier, 6)
    assert (no.value.code, no.value.field) == ("survey.choice", "sipas-overall")
    with pytest.raises(Refused):
        street.answered(dossier, 5, nothing=1)
    assert not Answer.objects.exists()


def test_a_hasty_answer_is_marked_and_counted(street, cast):
    dossier = street.returned()
    at = dossier.closed_at + timedelta(minutes=5)
    taken = actions.answer(by=cast.system, at=at, dossier_id=dossier.pk, sheets=street.sheets(5, at), seconds=4.9)
    assert [row.flags for row in taken] == [["fast"], ["fast"]]


def test_a_correction_is_a_new_row_that_replaces_the_old_one(street, cast, at):
    dossier = street.returned()
    old = street.answered(dossier, 1)
    again = {"by": cast.system, "at": at("2026-10-12 11:00"), "dossier_id": dossier.pk, "sheets": street.sheets(4)}
    new = actions.answer(**again, corrects=[row.pk for row in old])
    assert [row.replaces_id for row in new] == [row.pk for row in old]
    assert Slip.objects.count() == 1
    with pytest.raises(Refused):  # the old ones cannot be replaced twice
        actions.answer(**again, corrects=[row.pk for row in old])


def test_what_was_answered_stands(street):
    street.answered(street.returned())
    for statement in (
        "UPDATE surveys_answer SET choices = '{}'",
        "DELETE FROM surveys_answer",
        "DELETE FROM surveys_slip",
        "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE surveys_answer CASCADE",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


# -- the address -------------------------------------------------------------------------------------------------------


def test_a_token_opens_its_dossier_and_no_other(street, cast, stranger, at):
    dossier, other = street.returned(), street.returned("2026-10-12 14:00")
    when, token = at("2026-10-13 08:00"), queries.token_of(dossier.pk)
    assert len(token) == 35
    assert queries.link(dossier=dossier, at=when) == f"/p/hoa-gao/survey/{token}/"
    assert queries.invitation(slug="hoa-gao", token=token, at=when).dossier == dossier
    forged = queries.token_of(other.pk)[:21] + token[21:]
    for slug, wrong in (
        ("hoa-ban", token),
        ("hoa-gao", forged),
        ("hoa-gao", token[:-1]),
        ("hoa-gao", token + "A"),
        ("hoa-gao", "đ" * 35),
        ("hoa-gao", "A" * 500),
    ):
        with pytest.raises(Refused) as no:
            queries.invitation(slug=slug, token=wrong, at=when)
        assert no.value.code == "missing"


def test_nobody_is_invited_before_the_return_or_after_the_answer(street, at):
    dossier = street.returned()
    assert queries.link(dossier=dossier, at=dossier.closed_at - timedelta(seconds=1)) == ""
    street.answered(dossier)
    assert queries.link(dossier=dossier, at=at("2026-10-13 08:00")) == ""


@pytest.fixture
def stopped(monkeypatch, at):
    """The doors ask what time it is: `stopped("…")` tells them."""

    def tell(text):
        monkeypatch.setattr(timezone, "now", lambda: at(text))

    return tell


def sent(client, path, **more):
    """Open the page and send it a minute later."""
    page = client.get(path).content.decode()
    begun = page.split('name="begun" value="')[1].split('"')[0]
    return client.post(path, {"sipas-overall": "4", "evaluation-attitude": "2", "begun": begun, **more})


def test_a_person_answers_corrects_and_is_thanked(street, client, stopped, at):
    dossier = street.returned()
    path = queries.link(dossier=dossier, at=at("2026-10-13 08:00"))
    stopped("2026-10-13 08:00")
    incomplete = client.post(path, {"sipas-overall": "4"})
    assert incomplete.status_code == 422
    assert "Chưa chọn câu trả lời" in incomplete.content.decode()
    assert sent(client, path, words="Chỗ ngồi chật").status_code == 302
    assert Answer.objects.get(instrument="sipas").flags == ["fast"]  # the clock stands still in this test
    stopped("2026-10-13 08:20")
    assert "Sửa trả lời" in client.get(path).content.decode()
    page = client.get(f"{path}?correct").content.decode()
    assert "sipas-overall" in page
    assert client.post(path, {"sipas-overall": "1", "evaluation-attitude": "0"}).status_code == 302
    assert Answer.objects.filter(replaced_by__isnull=True).get(instrument="sipas").choices == {"overall": 1}
    stopped("2026-10-13 09:00")
    told = client.get(path).content.decode()
    assert "Lời mời này đã có trả lời" in told
    assert client.post(path, {"sipas-overall": "5", "evaluation-attitude": "2"}).status_code == 200
    assert Answer.objects.count() == 4


def test_another_device_cannot_correct(street, client, client_for, stopped, at):
    dossier = street.returned()
    path = queries.link(dossier=dossier, at=at("2026-10-13 08:00"))
    stopped("2026-10-13 08:00")
    sent(client, path)
    from django.test import Client  # noqa: PLC0415 - beside its only use

    other = Client()
    assert "Lời mời này đã có trả lời" in other.get(path).content.decode()
    other.post(path, {"sipas-overall": "1", "evaluation-attitude": "0"})
    assert Answer.objects.get(instrument="sipas").choices == {"overall": 4}


def test_the_page_is_complete_in_english(street, client, stopped, at):
    path = queries.link(dossier=street.returned(), at=at("2026-10-13 08:00"))
    stopped("2026-10-13 08:00")
    client.cookies["lang"] = "en"
    page = client.get(path)
    assert page["Content-Language"] == "en"
    told = page.content.decode()
    assert "Very dissatisfied" in told
    assert "What did you think?" in told
    assert "only from 5 answers on" in told
    assert client.get("/p/hoa-gao/survey/nothing/").status_code == 404
    stopped("2027-01-13 08:00")
    late = client.get(path)
    assert late.status_code == 410
    assert "This invitation has ended" in late.content.decode()


def test_the_page_runs_nothing_and_is_not_found_by_others(street, client, stopped, at):
    path = queries.link(dossier=street.returned(), at=at("2026-10-13 08:00"))
    stopped("2026-10-13 08:00")
    page = client.get(path)
    assert "script" not in page["Content-Security-Policy"]
    assert page["X-Robots-Tag"] == "noindex"
    assert "no-store" in page["Cache-Control"]
    assert "Trần Thị Ngâu" not in page.content.decode()


def test_an_answer_from_an_officers_browser_is_marked(street, client_for, cast, stopped, at):
    path = queries.link(dossier=street.returned(), at=at("2026-10-13 08:00"))
    stopped("2026-10-13 08:00")
    page = client_for(cast.people["counter"]).post(path, {"sipas-overall": "5", "evaluation-attitude": "2"})
    assert page.status_code == 302
    assert {flag for row in Answer.objects.all() for flag in row.flags} == {"inside"}
