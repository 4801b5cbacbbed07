"""Grave words reach the leaders within a day, with context, and never tie one answer to a name."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from motcua import law
from motcua.acts import Refused
from motcua.conduct import actions, queries
from motcua.conduct.jobs import raise_matters
from motcua.conduct.models import Matter
from motcua.outages import actions as outages
from motcua.outages.rules import Stated, System
from motcua.surveys import actions as surveys
from motcua.surveys import queries as asked
from motcua.surveys.rules import Sheet, Way

from .conftest import GRAVE

pytestmark = pytest.mark.django_db


@pytest.fixture
def now(monkeypatch, at):
    monkeypatch.setattr(timezone, "now", lambda: at("2026-11-25 10:12"))
    return at("2026-11-25 10:12")


@pytest.fixture
def raised(counter, at):
    """Five content people in October, one treated badly in November."""
    counter.crowd(5)
    counter.served("2026-11-23 09:00", attitude=1, words=GRAVE)
    assert raise_matters.func(int(at("2026-11-23 11:41").timestamp())) == 1
    return Matter.objects.get()


def refused(act):
    with pytest.raises(Refused) as no:
        act()
    return no.value.code


def test_the_sweep_runs_often_enough_and_raises_once(counter, at):
    counter.served("2026-11-23 09:00", attitude=1, words=GRAVE)
    counter.served("2026-11-23 10:00", attitude=1)  # without words
    counter.served("2026-11-23 11:00", attitude=2, words="Hơi lâu")
    tick = int(at("2026-11-23 12:41").timestamp())
    assert raise_matters.func(tick) == 1
    assert raise_matters.func(tick + 3600) == 0
    assert timedelta(hours=1) < timedelta(hours=law.rule("CONDUCT_RAISE_HOURS", on=at("2026-11-23 12:41").date()).whole)
    assert Matter.objects.get().answer.words == GRAVE


def test_a_corrected_answer_is_not_raised_and_one_raised_says_so(counter, cast, at, now):
    from motcua.dossiers.models import Dossier  # noqa: PLC0415 - beside its only use

    rows = counter.served("2026-11-23 09:00", attitude=1, words=GRAVE)
    raise_matters.func(int(at("2026-11-23 10:41").timestamp()))
    said = {"sipas": {"overall": 4, "attitude": 3}, "evaluation": {"attitude": 1}}
    sheets = [
        Sheet(instrument=one, choices=said[one.code])
        for one in asked.asked(ward_id=cast.ward.pk, way=Way.LINK, on=now.date())
    ]
    surveys.answer(
        by=cast.system,
        at=at("2026-11-23 10:45"),
        dossier_id=Dossier.objects.get().pk,
        sheets=sheets,
        corrects=[row.pk for row in rows],
    )
    told = queries.matter(by=cast["chairman"], at=now, matter_id=Matter.objects.get().pk)
    assert told.corrected
    assert raise_matters.func(int(at("2026-11-23 11:41").timestamp())) == 0


def test_the_context_says_how_much_there_was_to_do(raised, cast, now, at):
    for starts in ("2026-10-30 09:00", "2026-11-18 09:00"):
        stated = Stated(system=System.SOFTWARE, starts=at(starts), ends=at(starts) + timedelta(hours=2))
        outages.report(by=cast["counter"], at=now, stated=stated)
    told = queries.matter(by=cast["chairman"], at=now, matter_id=raised.pk)
    assert told.unit == "Phòng Văn hóa – Xã hội"
    assert (told.received, told.late, told.working_days) == (1, 0, 20)  # 24/11 is a day off
    assert (told.officer, told.answers, told.content) == ("Lê Thị Sen", 5, 5)
    assert told.outages == [("2/2026", "Phần mềm một cửa")]


def test_no_name_where_fewer_than_five_answers_are_open(counter, cast, at, now, client_for):
    counter.crowd(4)
    counter.served("2026-11-23 09:00", attitude=1, words=GRAVE)
    raise_matters.func(int(at("2026-11-23 11:41").timestamp()))
    matter = Matter.objects.get()
    told = queries.matter(by=cast["chairman"], at=now, matter_id=matter.pk)
    assert (told.officer, told.officer_id, told.answers) == ("", None, 0)
    page = client_for(cast.people["chairman"]).get(f"/conduct/matters/{matter.pk}/").content.decode()
    assert GRAVE in page
    assert "Lê Thị Sen" not in page
    assert "không nêu tên" in page
    sen = client_for(cast.people["specialist"])
    assert sen.get(f"/conduct/matters/{matter.pk}/").status_code == 404
    assert GRAVE not in sen.get("/conduct/").content.decode()


def test_no_name_where_fewer_than_five_people_may_have_written_it(counter, cast, at, now):
    counter.crowd(5, "2026-08")
    counter.served("2026-11-23 09:00", attitude=1, words=GRAVE)
    raise_matters.func(int(at("2026-11-23 11:41").timestamp()))
    assert queries.matter(by=cast["chairman"], at=now, matter_id=Matter.objects.get().pk).officer == ""


def test_who_reads_explains_and_concludes(raised, cast, stranger, now):
    readers = set()
    for name in cast.people:
        try:
            queries.matter(by=cast[name], at=now, matter_id=raised.pk)
            readers.add(name)
        except Refused as no:
            assert no.code == "missing"  # noqa: PT017 - each is looked at
    assert readers == {"chairman", "leader", "director", "supervisor", "specialist"}
    assert refused(lambda: queries.matter(by=stranger["chairman"], at=now, matter_id=raised.pk)) == "missing"

    def explain(who):
        return actions.explain_matter(by=cast[who], at=now, matter_id=raised.pk, words="Lúc ấy có tám người chờ.")

    def close(who):
        return actions.close_matter(
            by=cast[who], at=now, matter_id=raised.pk, words="Đã nhắc nhở, thêm người giờ đông."
        )

    assert refused(lambda: explain("counter")) == "forbidden"
    explain("specialist")
    assert refused(lambda: explain("specialist")) == "conduct.explained"
    assert refused(lambda: close("supervisor")) == "forbidden"
    close("leader")
    assert refused(lambda: close("chairman")) == "conduct.closed"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE conduct_matter SET closed_at = NULL")


def test_pages_tell_the_same_story(raised, cast, client_for, now):
    lat, sen = client_for(cast.people["chairman"]), client_for(cast.people["specialist"])
    assert "1 lời chê thái độ chờ kết luận" in lat.get("/conduct/").content.decode()
    page = sen.get(f"/conduct/matters/{raised.pk}/").content.decode()
    assert "Giải trình…" in page
    assert "Ghi kết luận…" not in page
    assert sen.post(f"/conduct/matters/{raised.pk}/explain/", {"words": ""}).status_code == 422
    assert sen.post(f"/conduct/matters/{raised.pk}/explain/", {"words": "Lúc ấy đông người."}).status_code == 302
    assert sen.get(f"/conduct/matters/{raised.pk}/close/").status_code == 403
    assert lat.post(f"/conduct/matters/{raised.pk}/close/", {"words": "Nhắc nhở."}).status_code == 302
    assert lat.post(f"/conduct/matters/{raised.pk}/close/", {"words": "Nhắc nhở."}).status_code == 409
    assert "Không có lời chê thái độ nào chờ kết luận" in lat.get("/conduct/").content.decode()


def test_attitude_stands_beside_the_load_and_never_under_five(counter, cast, now, client_for):
    counter.crowd(6)
    found = queries.attitude(by=cast["chairman"], at=now, first=now.date().replace(day=1, month=10), last=now.date())
    (sen,) = found.lines
    assert (sen.name, sen.answers, sen.content, str(sen.rate), sen.served, sen.holding) == (
        "Lê Thị Sen",
        6,
        6,
        "100.00",
        6,
        0,
    )
    assert queries.attitude(by=cast["land"], at=now, first=found.first, last=found.last).lines == []
    for name in ("counter", "specialist", "head", "clerk", "admin", "supervisor"):
        assert client_for(cast.people[name]).get("/conduct/").status_code == 200


def test_four_answers_about_somebody_are_no_rate(counter, cast, now):
    counter.crowd(4)
    found = queries.attitude(by=cast["chairman"], at=now, first=now.date().replace(day=1, month=10), last=now.date())
    assert [(line.answers, line.content, line.rate) for line in (*found.lines, found.total)] == [(0, 0, None)] * 2


def test_a_page_takes_the_same_statements_however_much_there_is(
    raised, cast, now, client_for, django_assert_max_num_queries
):
    client = client_for(cast.people["chairman"])
    with django_assert_max_num_queries(26):
        client.get("/conduct/")
    with django_assert_max_num_queries(24):
        client.get(f"/conduct/matters/{raised.pk}/")
    sen = client_for(cast.people["specialist"])
    with django_assert_max_num_queries(42):
        sen.get("/conduct/")
