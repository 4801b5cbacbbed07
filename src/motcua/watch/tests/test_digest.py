"""The morning digest: once a person and day, quiet, most urgent first; and the jobs that time starts."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.accounts import actions as accounts
from motcua.clock import DayKind
from motcua.dossiers import actions as dossiers
from motcua.ledger import queries as ledger
from motcua.ledger.models import Act
from motcua.notices.models import Message
from motcua.offices import queries as offices
from motcua.offices.models import OpeningHours, Ward
from motcua.offices.rules import Change, DayChange
from motcua.promises import actions as promises
from motcua.watch import jobs, queries
from motcua.watch.models import Digest, Warned
from motcua.watch.rules import Line, body, page, subject
from motcua.watch.tests.conftest import at

CEILING = 13


class Sent:
    """The messages of digests in the room `notices`, as they stand whenever asked."""

    def __init__(self):
        self.before = set()

    def __iter__(self):
        rows = Message.objects.filter(topic="watch.digest").exclude(pk__in=self.before)
        return iter(rows.order_by("made_at", "pk"))

    def __len__(self):
        return len(list(iter(self)))

    def forget(self):
        """Count from here on."""
        self.before |= {row.pk for row in self}


@pytest.fixture
def sent():
    """The messages of digests."""
    return Sent()


def run(job, when):
    return job(timestamp=int(at(when).timestamp()))


def digest_of(office, who, day="2026-11-25"):
    return Digest.objects.get(person=office.cast.people[who], day=date.fromisoformat(day))


def counts(digest):
    return (digest.broken, digest.today, digest.tomorrow, digest.two_days, digest.others)


def test_a_morning(office, sent):
    late = office.working("2026-11-16 09:00", name="Trịnh Thị Mận")  # due Monday 23/11
    today = office.working("2026-11-17 09:00")
    tomorrow = office.working("2026-11-18 09:00")
    office.working("2026-11-19 09:00")  # in two days
    step = office.working("2026-11-20 09:00")  # on Monday: not yet; but its step is late, which is work for today
    run(jobs.digest, "2026-11-25 07:15")
    assert counts(digest_of(office, "specialist")) == (1, 2, 1, 1, 0)
    lines = digest_of(office, "specialist").lines
    assert [line["label"] for line in lines][:4] == [late.code, step.code, today.code, tomorrow.code]
    assert lines[1]["what"] == "bước Thẩm tra hồ sơ"
    assert lines[0]["words"] == "trễ 1 ngày, chưa xin lỗi"
    assert lines[0]["href"] == f"/dossiers/{late.code}/"
    assert counts(digest_of(office, "head")) == (0, 0, 0, 0, 2)
    assert counts(digest_of(office, "chairman")) == (0, 0, 0, 0, 1)
    assert digest_of(office, "chairman").lines[0]["who"] == "Lê Thị Sen"
    assert counts(digest_of(office, "clerk")) == (0, 0, 0, 0, 0)
    assert len(sent) == 3  # nothing due, no message
    assert "Mận" not in "".join(message.page_vi for message in sent)
    assert ledger.verify(ward_id=office.cast.ward.pk) is None


def test_once_a_person_and_day_however_often_it_is_asked_for(office, sent):
    office.working("2026-11-17 09:00")
    for when in ("07:10", "07:15", "07:20", "08:00", "11:30", "11:35", "16:00"):
        run(jobs.digest, f"2026-11-25 {when}")
    assert len(sent) == len({message.key for message in sent}) == 2  # the specialist, and the head above her
    assert Act.objects.filter(verb="watch.digest").count() == 1
    run(jobs.digest, "2026-11-26 07:15")
    assert len(sent) == 5  # late by now: the chairman as well


def test_warnings_are_told_in_the_digest_that_follows(office):
    office.working("2026-11-17 09:00")
    office.sweep("2026-11-23 09:00")
    run(jobs.digest, "2026-11-25 07:15")
    rows = Warned.objects.filter(ended_at__isnull=True)
    assert {row.told_in.person_id == row.person_id for row in rows} == {True}
    office.sweep("2026-11-25 09:00")
    assert not Warned.objects.filter(at__gte=at("2026-11-25 07:16")).exists()  # the digest had swept first


def test_no_digest_on_days_off_and_one_on_a_swapped_saturday(office, sent):
    office.working("2026-11-17 09:00")
    days = (
        DayChange(date=date(2026, 11, 28), kind=DayKind.MAKEUP_WORKING, name="Làm bù", source="Thông báo 1/TB"),
        DayChange(date=date(2026, 11, 27), kind=DayKind.LOCAL_OFF, name="Nghỉ bão", source="Công điện 1/CĐ"),
    )
    promises.change_calendar(by=office.cast["admin"], at=at("2026-11-26 06:00"), change=Change(days=days), reason="Bão")
    told = {}
    for day in ("24", "27", "28", "29"):  # a holiday, a storm, the Saturday worked, a Sunday
        run(jobs.digest, f"2026-11-{day} 07:15")
        told[day] = len(sent)
        sent.forget()
    assert told == {"24": 0, "27": 0, "28": 3, "29": 0}


def test_a_person_chooses_the_hour_within_bounds_or_none(office, sent):
    office.working("2026-11-17 09:00")

    def choose(who, **chosen):
        person = office.cast.people[who].pk
        accounts.set_preferences(by=office.cast[who], at=at("2026-11-20 08:00"), person_id=person, preferences=chosen)

    choose("specialist", digest_at="08:30")
    choose("head", digest="off")
    run(jobs.digest, "2026-11-25 07:15")
    assert len(sent) == 0
    run(jobs.digest, "2026-11-25 08:30")
    assert [message.person_id for message in sent] == [office.cast.people["specialist"].pk]
    choose("specialist", digest_at="23:59")  # nothing that is offered: the ward's hour
    run(jobs.digest, "2026-11-26 07:15")
    assert office.cast.people["specialist"].pk in {message.person_id for message in list(sent)[1:]}


def test_what_is_given_to_nobody_stands_in_the_digest_of_all_who_could_take_it(office):
    office.working("2026-11-17 09:00", to=None)
    run(jobs.digest, "2026-11-25 07:15")
    for who in ("specialist", "specialist2"):
        [line] = digest_of(office, who).lines
        assert line["what"] == "Đăng ký kết hôn, chưa giao ai"
    [line] = digest_of(office, "head").lines
    assert (line["what"], line["who"]) == ("Đăng ký kết hôn", "chưa giao ai")


def test_after_an_apology_the_new_day_counts(office):
    dossier = office.working("2026-11-16 09:00")
    office.apologised(dossier, "2026-11-20", "2026-11-26 17:00")
    run(jobs.digest, "2026-11-25 07:15")
    assert counts(digest_of(office, "specialist")) == (0, 0, 1, 0, 0)
    run(jobs.digest, "2026-11-27 07:15")
    assert counts(digest_of(office, "specialist", "2026-11-27")) == (1, 0, 0, 0, 0)
    [line] = digest_of(office, "specialist", "2026-11-27").lines
    assert line["words"].endswith("quá cả ngày hẹn lại")


def test_many_are_cut_and_counted(office):
    for n in range(15):
        office.promised(f"2026-11-17 09:{n:02}")
    run(jobs.digest, "2026-11-25 07:15")
    digest = digest_of(office, "specialist")
    assert (digest.today, len(digest.lines)) == (15, 12)


def test_the_words_of_the_message():
    lines = (
        Line(
            group="broken",
            label="H99.16-261116-0001",
            what="Đăng ký kết hôn",
            words="trễ 1 ngày",
            href="/",
        ),
        Line(group="today", label="H99.16-261117-0002", what="", words="còn 6 giờ làm việc", href="/"),
        Line(group="broken", label="H99.16-261110-0003", what="", words="trễ 4 ngày", href="/", who="Lê Thị Sen"),
    )
    told = page(counts={"broken": 1, "today": 1200}, others=1, lines=lines)
    assert subject(told, day=date(2026, 11, 25)) == (
        "Việc sáng thứ Tư 25/11: 1 đã trễ, 1.200 phải xong hôm nay, người khác còn nợ 1"
    )
    assert body(told, day=date(2026, 11, 25), address="/watch/digest/") == (
        "Bảng nhắc sáng thứ Tư 25/11/2026\n1 đã trễ, 1.200 phải xong hôm nay, người khác còn nợ 1.\n\n"
        "Đã trễ\n- H99.16-261116-0001, Đăng ký kết hôn: trễ 1 ngày\n\n"
        "Phải xong hôm nay\n- H99.16-261117-0002: còn 6 giờ làm việc\n\n"
        "Người khác còn nợ\n- H99.16-261110-0003: trễ 4 ngày (Lê Thị Sen)\n\n"
        "và 1.199 việc nữa.\n\nXem cả bảng: /watch/digest/"
    )


def test_the_sweep_keeps_working_time(office):
    one = office.promised("2026-11-17 09:00")
    for when in ("2026-11-25 06:50", "2026-11-25 12:00", "2026-11-24 09:00", "2026-11-25 18:00"):
        assert run(jobs.sweep, when) == 0  # before, at noon, on a holiday, in the evening
    assert run(jobs.sweep, "2026-11-25 07:30") == 2
    assert office.told(one) == [("act", "head"), ("act", "specialist")]


def test_a_ward_that_fails_keeps_no_other_waiting(office, stranger):
    office.promised("2026-11-17 09:00")
    OpeningHours.objects.filter(ward=stranger.ward).delete()  # it has no calendar any more
    Ward.objects.filter(pk=stranger.ward.pk).update(calendar_version=99)
    with pytest.raises(ExceptionGroup):
        run(jobs.sweep, "2026-11-25 09:00")
    assert Warned.objects.count() == 2


@pytest.mark.parametrize("many", [1, 40])
def test_the_digests_of_a_ward_take_as_many_statements_whatever_is_open(office, many):
    for n in range(many):
        office.promised(str(at("2026-11-17 09:00") + timedelta(minutes=n))[:16])
    by, calendar = office.cast.system, offices.calendar(offices.now_of(office.cast.ward.pk))
    people = [person.pk for person in office.cast.people.values()]
    with CaptureQueriesContext(connection) as took:
        queries.pages(by=by, at=at("2026-11-25 07:15"), calendar=calendar, people=people)
    assert len(took) <= CEILING, [q["sql"][:100] for q in took]


def test_a_finished_dossier_is_nobodys_worry(office):
    dossier = office.working("2026-11-17 09:00")
    dossiers.withdraw(
        by=office.cast["counter"], at=at("2026-11-24 09:00"), dossier_id=dossier.pk, reason="Người nộp rút"
    )
    run(jobs.digest, "2026-11-25 07:15")
    assert counts(digest_of(office, "specialist")) == (0, 0, 0, 0, 0)
