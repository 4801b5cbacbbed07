"""The pages of officers and the page of residents: who sees what, what is refused, what never shows."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from motcua.ledger import queries as ledger
from motcua.notices import actions, jobs
from motcua.notices.models import Channel, Delivery, Message, Preference, Refusal, Wording
from motcua.notices.queries import choose_path
from motcua.notices.rules import Event, Language, Purpose, Slot, State, default

pytestmark = pytest.mark.django_db

NAME, EMAIL, PHONE = "Trần Thị Ngâu", "ngau@hop-thu.vn", "0900000123"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 26, 10, 12, tzinfo=ZONE)
WORDING = "/notices/wording/?event=ready&slot=short&language=vi"


def at(text):
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=ZONE)


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    """Thursday 26/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def read(response):
    return response.content.decode()


@pytest.fixture
def stuck(followed, apologised, channels, post, sent):
    """An apology whose mailbox does not exist."""
    channels("email")
    apologised()
    post.trouble = "refuse"
    sent(at("26 10:01"))
    post.trouble = "good"
    return Delivery.objects.get(message__event="apology")


def test_the_list_says_how_each_message_stands(cast, stuck, client_for):
    page = read(client_for(cast.people["counter"]).get("/notices/"))
    assert "Xin lỗi, hẹn lại (04)" in page
    assert "chưa tới nơi" in page
    assert "ng•••@hop-thu.vn" in page
    assert EMAIL not in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("state=dead", 2),
        ("state=sent", 0),
        ("state=sending", 0),
        ("state=refused", 0),
        ("way=email", 2),
        ("way=sms", 0),
        ("event=apology", 1),
        ("q=261125-0001", 2),
        ("q=%00", 2),
        ("state=' OR 1", 2),
        ("rows=99999999", 2),
    ],
)
def test_the_filters_select(cast, stuck, client_for, query, count):
    page = read(client_for(cast.people["counter"]).get(f"/notices/?{query}"))
    assert page.count("data-row") == count


def test_a_list_takes_few_statements(cast, followed, accepted, told, client_for, django_assert_max_num_queries):
    for n in range(30):
        accepted(when=at("25 10:12") + timedelta(minutes=n))
    told(at("25 11:00"))
    client = client_for(cast.people["counter"])
    with django_assert_max_num_queries(9):
        page = read(client.get("/notices/"))
    assert page.count("data-row") == 25
    assert "Xem 5 tin nữa" in page


def test_one_message_shows_its_words_and_tries(cast, stuck, client_for):
    page = read(client_for(cast.people["counter"]).get(f"/notices/{stuck.message_id}/"))
    for words in (
        "Nơi cư trú cũ trả lời chậm",
        "550 5.1.1 No such mailbox",
        "không gửi được",
        "Thư xin lỗi chưa tới nơi",
    ):
        assert words in page


def test_a_supervisor_reads_and_has_no_button(cast, stuck, client_for):
    client = client_for(cast.people["supervisor"])
    page = read(client.get("/notices/stuck/"))
    assert "Thử gửi lại" not in page
    assert EMAIL not in page
    assert client.post(f"/notices/deliveries/{stuck.pk}/try_again/").status_code == 403


@pytest.mark.parametrize("who", ["counter", "chairman", "leader", "clerk"])
def test_an_apology_that_did_not_arrive_is_said_on_the_desk(cast, stuck, client_for, who):
    client = client_for(cast.people[who])
    pages = [read(client.get(address, follow=True)) for address in ("/desk/", "/desk/ward/")]
    said = "1 thư xin lỗi chưa tới nơi"
    assert any(said in page for page in pages)
    actions.tell_by_hand(by=cast["counter"], at=NOW, delivery_id=stuck.pk, way="Điện thoại", proof="Chị Ngâu nghe máy")
    assert not any(said in read(client.get(address, follow=True)) for address in ("/desk/", "/desk/ward/"))


def test_whoever_cannot_do_anything_about_it_is_not_told(cast, stuck, client_for):
    assert "thư xin lỗi chưa tới nơi" not in read(client_for(cast.people["specialist"]).get("/desk/"))


def test_a_dead_letter_is_tried_again_with_the_same_id(cast, stuck, client_for, post, run):
    client = client_for(cast.people["counter"])
    assert "Thử gửi lại" in read(client.get("/notices/stuck/"))
    assert client.post(f"/notices/deliveries/{stuck.pk}/try_again/").status_code == 302
    run(jobs.deliver, NOW)
    assert str(stuck.pk) in post.kept
    assert client.post(f"/notices/deliveries/{stuck.pk}/try_again/").status_code == 409


def test_somebody_is_told_by_telephone_with_proof(cast, stuck, client_for):
    client = client_for(cast.people["counter"])
    address = f"/notices/deliveries/{stuck.pk}/tell_by_hand/"
    assert PHONE in read(client.get(address))
    missing = client.post(address, {"way": "Điện thoại", "proof": " "})
    assert (missing.status_code, Delivery.objects.get(pk=stuck.pk).state) == (422, State.DEAD)
    assert "Chưa điền ô này." in read(missing)
    assert client.post(address, {"way": "Điện thoại", "proof": "Chị Ngâu nghe máy 10:10"}).status_code == 302
    row = Delivery.objects.get(pk=stuck.pk)
    assert (row.state, row.told_by, row.proof) == (State.TOLD, "Phùng Thị Cúc", "Điện thoại: Chị Ngâu nghe máy 10:10")


def test_a_stranger_finds_nothing(cast, stranger, stuck, client_for):
    head = ledger.head(ward_id=cast.ward.pk)
    for who in ("counter", "chairman", "admin"):
        client = client_for(stranger.people[who])
        assert client.get(f"/notices/{stuck.message_id}/").status_code == 404
        assert client.post(f"/notices/{stuck.message_id}/refuse_purpose/").status_code in {403, 404}
        assert client.post(f"/notices/deliveries/{stuck.pk}/try_again/").status_code in {403, 404}
        assert "H99.16" not in read(client.get("/notices/")) + read(client.get("/notices/stuck/"))
    assert ledger.head(ward_id=cast.ward.pk) == head


def test_who_wrote_a_feedback_is_seen_by_leaders_only(cast, client_for, followed, accepted, told):
    accepted()
    [message] = told(NOW)
    Message.objects.update(event=Event.FEEDBACK_RECEIVED.value, about="PA-0001")
    for who, status in (("counter", 404), ("specialist", 404), ("supervisor", 404), ("leader", 200), ("chairman", 200)):
        client = client_for(cast.people[who])
        assert client.get(f"/notices/{message.pk}/").status_code == status
        assert ("PA-0001" in read(client.get("/notices/"))) is (status == 200)


# -- words -------------------------------------------------------------------------------------------------------------


def test_words_are_seen_before_they_are_kept(cast, followed, accepted, client_for, told):
    accepted()
    client = client_for(cast.people["admin"])
    typed = {"text": "{phường}: hồ sơ {mã hồ sơ} xong rồi, mời ông bà đến nhận."}
    page = read(client.post(WORDING, typed))
    assert "Phường Hoa Gạo: hồ sơ H99.16-261125-0001 xong rồi" in page
    assert not Wording.objects.exists()
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    other = {"text": typed["text"] + " Cảm ơn.", "seen": seen, "keep": "1"}
    assert client.post(WORDING, other).status_code == 200  # not what was seen: shown again
    assert not Wording.objects.exists()
    assert client.post(WORDING, {**typed, "seen": seen, "keep": "1"}).status_code == 302
    assert (Wording.objects.get().version, Wording.objects.get().by_name) == (1, "Kiều Văn Gạo")
    assert "Bản 1" in read(client.get(WORDING))


def test_a_wards_own_words_are_sent_and_the_original_comes_back(cast, followed, accepted, channels, told, client_for):
    channels("sms")
    write = {
        "by": cast["admin"],
        "at": NOW,
        "event": Event.ACCEPTED,
        "slot": Slot.SHORT,
        "language": Language.VIETNAMESE,
    }
    actions.write_wording(**write, subject="", text="Nhận rồi nhé: {mã hồ sơ}")
    accepted()
    told(NOW)
    assert Delivery.objects.get().text == "Nhan roi nhe: H99.16-261125-0001"
    client = client_for(cast.people["admin"])
    assert client.post("/notices/restore_wording/?event=accepted&slot=short&language=vi").status_code == 302
    accepted(when=at("25 10:30"))
    told(NOW)
    assert Delivery.objects.order_by("id").last().text.startswith("Phuong Hoa Gao: da nhan")
    assert list(Wording.objects.order_by("version").values_list("version", "original")) == [(1, False), (2, True)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Chào {người nộp}", "Tin ngắn không được mang {người nộp}"),
        ("Hồ sơ {thủ tục}", "Tin ngắn không được mang {thủ tục}"),
        ("Hồ sơ {mã}", "Không có chỗ trống {mã}"),
        ("Hồ sơ {mã hồ sơ", "dấu { hoặc } đứng lẻ"),
        ("Hồ sơ {mã hồ sơ} " + "dài " * 40, "ký tự khi điền đủ"),
        ("", "Chưa điền ô này."),
    ],
)
def test_words_that_cannot_be_kept_are_refused_in_words(cast, client_for, text, said):
    client = client_for(cast.people["admin"])
    from motcua.notices.queries.editing import mark  # noqa: PLC0415 - beside its only use
    from motcua.notices.rules import Words  # noqa: PLC0415 - the same

    answer = client.post(WORDING, {"text": text, "keep": "1", "seen": mark(Words(text=text.strip()))})
    assert answer.status_code in {409, 422}
    assert said in read(answer)
    assert not Wording.objects.exists()


def test_only_those_who_may_change_words_and_channels(cast, client_for):
    pages = {"/notices/wordings/": {"admin", "leader", "chairman"}, "/notices/channels/": {"admin"}}
    pages[WORDING], pages["/notices/channel/?way=sms"] = pages["/notices/wordings/"], {"admin"}
    for address, allowed in pages.items():
        for who in ("admin", "leader", "chairman", "counter", "specialist", "supervisor"):
            status = client_for(cast.people[who]).get(address).status_code
            assert status == (200 if who in allowed else 403), (address, who)


@pytest.mark.parametrize("address", ["/notices/wording/?event=x", "/notices/channel/?way=fax", "/notices/wording/"])
def test_what_is_not_there_is_a_404(cast, client_for, address):
    assert client_for(cast.people["admin"]).get(address).status_code == 404


# -- channels ----------------------------------------------------------------------------------------------------------


def test_a_channel_is_set_and_its_secret_never_shown(cast, client_for, monkeypatch):
    monkeypatch.setenv("MOTCUA_NOTICES_SMS", "bi-mat")
    client = client_for(cast.people["admin"])
    typed = {"on": "on", "address": "https://cong-tin.vn/gui", "sender": "HOAGAO"}
    assert client.post("/notices/channel/?way=sms", typed).status_code == 302
    row = Channel.objects.get()
    assert (row.way, row.on, row.address) == ("sms", True, "https://cong-tin.vn/gui")
    page = read(client.get("/notices/channels/"))
    assert "đã đặt trên máy chủ" in page
    assert "bi-mat" not in page + read(client.get("/notices/channel/?way=sms"))
    assert client.post("/notices/channel/?way=sms", {**typed, "on": ""}).status_code == 302
    assert not Channel.objects.get().on


@pytest.mark.parametrize(
    ("way", "typed", "said"),
    [
        ("sms", {"address": "http://cong-tin.vn/gui"}, "Dùng https"),
        ("sms", {"address": "file:///etc/passwd"}, "Địa chỉ cổng viết như"),
        ("sms", {"address": ""}, "Địa chỉ cổng viết như"),
        ("email", {"address": "thu.vn", "sender": "a@b.vn"}, "Máy chủ thư viết như"),
        ("email", {"address": "thu.vn:99999", "sender": "a@b.vn"}, "Máy chủ thư viết như"),
        ("email", {"address": "thu.vn:25", "sender": "Hoa Gạo"}, "Người gửi viết như"),
        ("email", {"address": "thu.vn:25", "sender": "a@b.vn", "security": "none"}, "Chọn STARTTLS"),
    ],
)
def test_a_channel_that_cannot_work_is_refused(cast, client_for, way, typed, said):
    answer = client_for(cast.people["admin"]).post(
        f"/notices/channel/?way={way}", {"on": "on", "security": "starttls", **typed}
    )
    assert answer.status_code == 409
    assert said in read(answer)
    assert not Channel.objects.exists()


# -- residents ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def link(cast, followed, accepted, told):
    accepted()
    [message] = told(NOW)
    return choose_path(ward=cast.ward, contacts=message.contacts)


def test_a_resident_stops_what_is_not_required(cast, link, client, accepted, channels, told):
    channels("email")
    assert "đang nhận" in read(client.get(link))
    assert client.get(link).status_code == 200
    assert not Refusal.objects.exists()  # opening a link changes nothing
    assert "đã thôi nhận" in read(client.post(link, {"choice": "stop:progress"}))
    accepted(when=at("25 10:30"))
    message = told(NOW)[-1]
    assert (message.held, message.deliveries.count()) == ("refused", 0)
    assert client.post(link, {"choice": "again:progress"}).status_code == 200
    accepted(when=at("25 10:40"))
    assert told(NOW)[-1].deliveries.count() == 1


def test_what_the_law_demands_goes_all_the_same(cast, followed, apologised, channels, told):
    channels("email")
    apologised()
    for purpose in (Purpose.PROGRESS, Purpose.SURVEY):
        actions.refuse_purpose(by=cast.system, at=NOW, contacts=contacts_of(cast), purpose=purpose, way="link")
    held = {m.event: m.held for m in told(NOW)}
    assert held == {"accepted": "refused", "apology": ""}


def contacts_of(cast):
    from motcua.notices.queries import hashes  # noqa: PLC0415 - beside its only use
    from motcua.notices.rules import Contact  # noqa: PLC0415 - the same

    return hashes(ward_id=cast.ward.pk, contact=Contact(email=EMAIL, phone=PHONE))


def test_one_click_in_a_mail_program(cast, followed, accepted, channels, post, sent):
    from django.test import Client  # noqa: PLC0415 - one that checks the token of forms

    channels("email")
    accepted()
    sent(NOW)
    [mail] = post.kept.values()
    address = mail["refuse"].strip("<>").replace("http://localhost:8000", "")
    answer = Client(enforce_csrf_checks=True).post(address, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert Refusal.objects.filter(purpose="progress").count() == 2  # both addresses of this person


def test_a_resident_chooses_english(cast, link, client, accepted, channels, told):
    channels("email")
    client.post(link, {"choice": "language:en"})
    assert set(Preference.objects.values_list("language", flat=True)) == {"en"}
    accepted(when=at("25 10:30"))
    told(NOW)
    row = Delivery.objects.get()
    assert (row.language, row.subject[:7]) == ("en", "Dossier")
    assert "Choose your language" in row.text
    client.cookies["lang"] = "en"
    assert "Choose your messages from the ward" in read(client.get(link))


@pytest.mark.parametrize("change", ["body", "signature", "ward", "odd"])
def test_a_forged_link_opens_nothing(cast, stranger, link, client, change):
    head, _, rest = link.partition("/messages/")
    token = rest.strip("/")
    forged = {
        "body": f"{head}/messages/A{token}/",
        "signature": f"{head}/messages/{token[:-1]}x/",
        "ward": f"/p/{stranger.ward.slug}/messages/{token}/",
        "odd": f"{head}/messages/ế/",
    }[change]
    assert client.get(forged).status_code == 404
    assert client.post(forged, {"choice": "stop:progress"}).status_code == 404
    assert client.post(f"{forged}stop/progress/").status_code == 404
    assert not Refusal.objects.exists()


def test_a_duty_cannot_be_stopped(link, client):
    assert client.post(f"{link}stop/duty/").status_code == 404
    client.post(link, {"choice": "stop:duty"})
    assert not Refusal.objects.exists()


def test_the_counter_refuses_for_somebody(cast, link, client_for):
    message = Message.objects.get()
    client = client_for(cast.people["counter"])
    assert "Thôi gửi tin loại này" in read(client.get(f"/notices/{message.pk}/"))
    assert client.post(f"/notices/{message.pk}/refuse_purpose/").status_code == 302
    assert set(Refusal.objects.values_list("way", flat=True)) == {"counter"}


def test_the_look_up_tells_what_was_told(cast, followed, accepted, channels, sent, client):
    channels("email")
    dossier = accepted()
    sent(NOW)
    page = read(client.post("/lookup/", {"code": dossier.code, "tail": "0123"}))
    assert "Đã báo cho ông bà" in page
    assert "đã gửi qua thư điện tử ng•••@hop-thu.vn" in page
    assert "/messages/" in page
    assert EMAIL not in page
    client.cookies["lang"] = "en"
    page = read(client.post("/lookup/", {"code": dossier.code, "tail": "0123"}))
    assert "The ward received the dossier and promised the result by" in page
    assert "sent by e-mail" in page


# -- officers ----------------------------------------------------------------------------------------------------------


def test_an_officer_is_written_to_once_per_key(cast, channels, post, run):
    channels("email")
    person = cast.people["specialist"]
    type(person).objects.filter(pk=person.pk).update(email="sen@hoa-gao.vn")
    said = {"person_id": person.pk, "key": "D-1/abc", "event": "warning", "subject": "Sắp trễ", "body": "Hồ sơ 0001"}
    first = actions.write_to_officer(by=cast.system, at=at("26 22:00"), **said)
    assert actions.write_to_officer(by=cast.system, at=at("26 22:05"), **said).pk == first.pk
    run(jobs.deliver, at("26 22:06"))
    assert post.seen == []
    run(jobs.deliver, at("27 07:00"))
    [mail] = post.kept.values()
    assert (mail["to"], mail["subject"]) == ("sen@hoa-gao.vn", "Sắp trễ")


def test_an_officer_without_an_address_reads_in_the_app(cast, channels):
    channels("email")
    message = actions.write_to_officer(
        by=cast.system, at=NOW, person_id=cast.people["head"].pk, key="k", event="digest", subject="Sáng nay", body="…"
    )
    assert (message.held, message.deliveries.count()) == ("unreachable", 0)


def test_messages_to_others_are_not_read(cast, client_for):
    message = actions.write_to_officer(
        by=cast.system, at=NOW, person_id=cast.people["head"].pk, key="k", event="digest", subject="Sáng nay", body="…"
    )
    for who, status in (("head", 200), ("chairman", 200), ("specialist", 404), ("leader", 404)):
        assert client_for(cast.people[who]).get(f"/notices/{message.pk}/").status_code == status


def test_the_originals_are_what_the_product_brings():
    assert default(Event.READY, Slot.SHORT, Language.VIETNAMESE).subject == ""
