"""Keeping a check, and discarding it: only the keeper's, the text never in the ledger; else nothing is stored."""

import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from motcua.acts import Refused
from motcua.checker import actions
from motcua.checker.models import Statement
from motcua.checker.queries import kept
from motcua.checker.tests.test_page import AN_THANG, read
from motcua.ledger.models import Act
from motcua.ledger.queries import verify
from motcua.tries.models import Attempt

pytestmark = pytest.mark.django_db
NAMED = f"{AN_THANG} Ông Lò Văn Ổi khiếu nại."


def keep(cast, at, who="chairman", **more):
    given = {"text": NAMED, "title": "Báo cáo quý", "source": "Phường Hoa Ban"} | more
    return actions.keep(by=cast[who], at=at("2026-11-25 09:00"), **given)


def test_what_is_kept_is_what_was_checked(cast, at):
    one = Statement.objects.get(pk=keep(cast, at).pk)
    assert (one.title, one.source, one.text) == ("Báo cáo quý", "Phường Hoa Ban", NAMED)
    assert one.sha256 == hashlib.sha256(NAMED.encode()).hexdigest()
    assert (one.failing, one.truncated, one.consistent, one.undetermined) == (2, 0, 5, 0)
    assert one.kept_by == cast.people["chairman"]


def test_the_ledger_knows_the_sum_of_the_text_and_no_word_of_it(cast, at):
    one = keep(cast, at)
    actions.discard(by=cast["chairman"], at=at("2026-11-25 10:00"), statement_id=one.pk)
    acts = list(Act.objects.filter(verb__startswith="statement.").order_by("number"))
    assert [act.verb for act in acts] == ["statement.keep", "statement.discard"]
    written = repr([(act.changes, act.note, act.subject_label) for act in acts])
    assert one.sha256 in written
    for secret in ("Lò Văn Ổi", "1.226", "Báo cáo quý", "Hoa Ban"):
        assert secret not in written
    assert verify(ward_id=cast.ward.pk) is None


def test_without_a_title_it_has_its_first_line(cast, at):
    long = "Báo cáo " * 40
    assert keep(cast, at, text=f"\n BÁO CÁO  THÁNG\n{AN_THANG}", title="").title == "BÁO CÁO THÁNG"
    title = keep(cast, at, text=f"{long}\n12 hồ sơ", title="").title
    assert len(title) <= 200
    assert title.endswith("Báo…")


def test_the_same_text_is_kept_once(cast, at):
    first = keep(cast, at)
    with pytest.raises(Refused) as no:
        keep(cast, at, title="Khác")
    assert no.value.code == "statement.kept"
    assert "25/11/2026" in no.value.vi
    keep(cast, at, who="supervisor")  # another person keeps for themselves
    actions.discard(by=cast["chairman"], at=at("2026-11-25 10:00"), statement_id=first.pk)
    assert keep(cast, at).pk != first.pk


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"text": " \n"}, "checker.empty"),
        ({"text": "a" * 60_001}, "checker.long"),
    ],
)
def test_what_cannot_be_checked_is_not_kept(cast, at, given, code):
    with pytest.raises(Refused) as no:
        keep(cast, at, **given)
    assert no.value.code == code
    assert not Statement.objects.exists()


def test_who_holds_no_position_and_no_machine_keeps(cast, at):
    with pytest.raises(Refused) as no:
        actions.keep(by=cast.system, at=at("2026-11-25 09:00"), text=NAMED)
    assert no.value.code == "forbidden"


def test_discarding_erases_the_text_once(cast, at):
    one = keep(cast, at)
    actions.discard(by=cast["chairman"], at=at("2026-11-25 10:00"), statement_id=one.pk)
    gone = Statement.objects.get(pk=one.pk)
    assert (gone.text, gone.title) == ("", "Báo cáo quý")
    assert gone.discarded_at == at("2026-11-25 10:00")
    assert gone.discarded_by == cast["chairman"].name
    assert kept.kept(by=cast["chairman"]).total == 0
    with pytest.raises(Refused) as no:
        actions.discard(by=cast["chairman"], at=at("2026-11-25 11:00"), statement_id=one.pk)
    assert no.value.code == "statement.discarded"
    assert "10:00" in no.value.vi


@pytest.mark.parametrize("who", ["director", "admin", "supervisor"])
def test_nobody_else_finds_it(cast, at, who, client_for):
    one = keep(cast, at)
    with pytest.raises(Refused) as no:
        actions.discard(by=cast[who], at=at("2026-11-25 10:00"), statement_id=one.pk)
    assert no.value.code == "missing"
    client = client_for(cast.people[who])
    assert client.get(f"/check/kept/{one.pk}/").status_code == 404
    assert client.post(f"/check/kept/{one.pk}/discard/").status_code == 404
    assert "Báo cáo quý" not in read(client.get("/check/kept/"))
    assert Statement.objects.get(pk=one.pk).text == NAMED


def test_the_database_keeps_its_word(cast, at):
    one = keep(cast, at)
    for odd in (
        {"title": ""},
        {"sha256": "x"},
        {"text": ""},
        {"discarded_at": at("2026-11-25 08:00"), "text": "", "discarded_by": "A"},
        {"first": at("2026-11-25 08:00").date()},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Statement.objects.filter(pk=one.pk).update(**odd)


# -- pages


def rows():
    """How many rows each table has, but for the tries that are counted and the sessions of browsers."""
    with connection.cursor() as cursor:
        counts = {}
        for model in apps.get_models(include_auto_created=True):
            if model is not Attempt and model._meta.managed:
                cursor.execute(f'SELECT count(*) FROM "{model._meta.db_table}"')  # noqa: S608 - our own tables
                counts[model._meta.db_table] = cursor.fetchone()[0]
    return counts


def test_a_check_stores_nothing(cast, client, client_for):
    officer = client_for(cast.people["chairman"])
    files = [SimpleUploadedFile(f"{n}.txt", f"{NAMED} {n}".encode()) for n in range(3)]
    before = rows()
    assert len(before) > 50
    assert client.post("/check/", {"text": NAMED}).status_code == 200
    assert officer.post("/check/", {"text": NAMED}).status_code == 200
    assert officer.post("/check/", {"text": NAMED, "note": "1"}).status_code == 200
    assert officer.post("/check/", {"file": files}).status_code == 200
    assert rows() == before


def test_an_officer_keeps_finds_and_discards(cast, client_for):
    client = client_for(cast.people["chairman"])
    file = SimpleUploadedFile("bao-cao.txt", NAMED.encode())
    page = client.post("/check/", {"file": file})
    form = page.context["keeping"]
    assert form.initial["title"] == "bao-cao.txt"
    assert "Giữ lại lần kiểm này" in read(page)
    done = client.post(
        "/check/keep/", {**form.initial, "first": "", "last": "", "source": "Phường Hoa Ban"}, follow=True
    )
    assert "Đã giữ lại lần kiểm này." in read(done)
    assert "2 trong 7 phép kiểm không khớp." in read(done)
    assert "Bộ kiểm nay đọc bài này khác" not in read(done)
    again = client.post("/check/", {"text": NAMED})
    assert "Bạn đang giữ bài này:" in read(again)
    assert "Giữ lại lần kiểm này" not in read(again)
    assert "bao-cao.txt" in read(client.get("/check/kept/"))
    one = Statement.objects.get()
    assert "Chữ của bài bị xóa" in read(client.get(f"/check/kept/{one.pk}/discard/"))
    gone = client.post(f"/check/kept/{one.pk}/discard/", follow=True)
    assert "Đã bỏ." in read(gone)
    assert "Chưa giữ bài nào." in read(gone)
    for method, address in (("get", ""), ("get", "discard/"), ("post", "discard/")):
        answer = getattr(client, method)(f"/check/kept/{one.pk}/{address}")
        assert answer.status_code == 409
        assert "Bạn đã bỏ bài này" in read(answer)


def test_who_sends_it_twice_is_told(cast, client_for):
    client = client_for(cast.people["chairman"])
    sent = {"text": NAMED, "title": "Báo cáo quý"}
    assert [client.post("/check/keep/", sent).status_code for _ in range(2)] == [302, 409]
    assert "Bạn đã giữ bài này:" in read(client.post("/check/keep/", sent))
    assert Statement.objects.count() == 1


def test_a_title_is_asked_for(cast, client_for):
    page = client_for(cast.people["chairman"]).post("/check/keep/", {"text": NAMED, "title": " "})
    assert page.status_code == 422
    assert page.context["form"]["text"].value() == NAMED
    assert not Statement.objects.exists()


def test_the_page_says_when_the_checker_reads_it_otherwise(cast, at, client_for):
    one = keep(cast, at)
    Statement.objects.filter(pk=one.pk).update(failing=0, consistent=7)
    page = read(client_for(cast.people["chairman"]).get(f"/check/kept/{one.pk}/"))
    assert "Bộ kiểm nay đọc bài này khác lúc giữ." in page
    assert re.search(r"Lúc giữ: 0 không khớp, .* 7 khớp", page)
    assert re.search(r"Nay: 2 không khớp, .* 5 khớp", page)


def test_what_is_too_long_by_now_can_still_be_discarded(cast, at, client_for):
    one = keep(cast, at)
    Statement.objects.filter(pk=one.pk).update(text="a" * 60_001)
    client = client_for(cast.people["chairman"])
    page = client.get(f"/check/kept/{one.pk}/")
    assert page.status_code == 200
    assert "Báo cáo dài quá" in read(page)
    assert client.post(f"/check/kept/{one.pk}/discard/").status_code == 302


def test_a_kept_period_stands_beside_the_records_again(cast, at, client_for):
    days = {"first": at("2026-11-01 00:00").date(), "last": at("2026-11-20 00:00").date()}
    one = keep(cast, at, **days)
    page = client_for(cast.people["chairman"]).get(f"/check/kept/{one.pk}/")
    assert page.context["compared"]
    admin = keep(cast, at, who="admin", **days)
    assert client_for(cast.people["admin"]).get(f"/check/kept/{admin.pk}/").status_code == 200


def test_the_list_is_paged_newest_first_in_few_statements(cast, at, client_for):
    for n in range(30):
        keep(cast, lambda _text, n=n: at(f"2026-11-25 09:{n:02}"), text=f"Tiếp nhận {n + 1} hồ sơ", title=f"Bài {n}")
    client = client_for(cast.people["chairman"])
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = client.get("/check/kept/")
    assert len(asked) <= 9
    assert [row.title for row in page.context["shown"].rows] == [f"Bài {n}" for n in range(29, 4, -1)]
    assert "còn 5 bài" in read(page)
    assert len(client.get("/check/kept/?rows=125").context["shown"].rows) == 30


def test_strangers_are_told_that_nothing_is_stored_and_keep_nothing(client):
    assert "Không lưu gì cả." in read(client.get("/check/"))
    assert "Giữ lại" not in read(client.post("/check/", {"text": NAMED}))
    assert client.post("/check/keep/", {"text": NAMED, "title": "x"}).status_code == 302
    assert not Statement.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_keep_one(cast, at):
    """Each in a thread of its own, as two clicks on one button arrive."""
    both = Barrier(2)

    def click(_n):
        both.wait()
        try:
            return keep(cast, at).title
        except Refused as no:
            return no.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(click, range(2)))
    assert told == ["Báo cáo quý", "statement.kept"]
    assert Statement.objects.count() == 1
