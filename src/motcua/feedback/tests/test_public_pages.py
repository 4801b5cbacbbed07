"""What residents read and send, without a script: both languages, hostile input, nobody's name, no enumeration."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from motcua.feedback import actions
from motcua.feedback.forms.public import ticket
from motcua.feedback.models import Case, Photo, Sender
from motcua.feedback.rules import Channel, Door, Ground, Privacy
from motcua.feedback.rules.tries import LODGING
from motcua.files import queries as files
from motcua.tries.actions import sweep
from motcua.tries.models import Attempt

from .conftest import again, at, chunk, png

NOW = at("2026-11-25 10:12")
TYPED = {
    "category": "lighting",
    "subject": "Đèn hỏng",
    "text": "Đèn trước ngõ hỏng cả tuần nay.",
    "place": "Ngõ Hoa Giấy",
    "privacy": "named",
    "name": "Trần Thị Ngâu",
    "phone": "0900 000 123",
    "email": "",
    "website": "",
}


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def send(*, client=None, seconds=60, **more):
    typed = {**TYPED, "ticket": ticket(NOW - timedelta(seconds=seconds)), **more}
    return (client or Client()).post("/p/hoa-gao/feedback/new/", typed)


def read(response):
    return response.content.decode()


def page(case, lang="vi"):
    client = Client()
    client.cookies["lang"] = lang
    return read(client.get(f"/p/hoa-gao/feedback/{case.receipt}/"))


def test_the_plain_question_comes_first_and_leads_to_the_right_door(cast):
    asked = read(Client().get("/p/hoa-gao/feedback/new/"))
    assert "khiếu nại một quyết định, hay tố cáo một người vi phạm?" in asked
    assert 'href="/p/hoa-gao/petitions/"' in asked
    assert 'href="/p/hoa-gao/feedback/new/?form=1"' in asked
    form = Client().get("/p/hoa-gao/feedback/new/?form=1")
    assert "Phường xem trong 2 ngày làm việc và trả lời trong 15 ngày làm việc." in read(form)
    assert "<script" not in read(form)
    assert form["Content-Security-Policy"].startswith("default-src 'none'")


def test_sending_gives_a_receipt_that_opens_the_promise(cast):
    response = send(photo1=SimpleUploadedFile("tran-thi-ngau.png", png(), "image/png"))
    case = Case.objects.get()
    assert response["Location"] == f"/p/hoa-gao/feedback/{case.receipt}/"
    assert (case.sender.phone, case.channel, case.language) == ("0900000123", "online", "vi")
    photo = Photo.objects.select_related("file").get()
    assert (photo.file.name, photo.width, photo.height, photo.public) == ("anh-1", 4, 3, False)
    told = page(case)
    assert "sẽ xem và báo lại chậm nhất thứ Sáu 27/11/2026, 17:00" in told
    assert "T*** T** N***" in told
    for secret in ("Trần", "0900"):
        assert secret not in told


def test_pressing_twice_sends_once(cast):
    same = ticket(NOW - timedelta(minutes=1))
    assert send(ticket=same)["Location"] == send(ticket=same)["Location"]
    assert Case.objects.count() == 1


def test_anonymous_keeps_nothing_even_when_something_was_typed(cast):
    send(privacy="anonymous", photo1=SimpleUploadedFile("a.png", png(extra=chunk(b"tEXt", b"Author\0Ngau")), "x"))
    case = Case.objects.get()
    assert not Sender.objects.exists()
    stored = files.content(Photo.objects.select_related("file").get().file)
    assert b"Ngau" not in stored
    assert "Trần" not in page(case)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"text": ""}, "Chưa ghi nội dung."),
        ({"subject": "\u202e\x00 "}, "Chưa ghi tóm tắt."),
        ({"subject": "x" * 201}, "Dài quá: 201 ký tự, tối đa 200."),
        ({"text": "x" * 5001}, "Dài quá: 5001 ký tự, tối đa 5000."),
        ({"category": "nothing"}, "Chọn lại một mục."),
        ({"privacy": ""}, "Chưa chọn. Chọn một mục."),
        ({"name": ""}, "Chưa ghi họ tên."),
        ({"phone": "12345"}, "10 chữ số"),
        ({"email": "a@b"}, "ten@noi.vn"),
        ({"website": "http://x"}, "Để trống ô cuối cùng"),
        ({"seconds": 1}, "Chờ vài giây"),
        ({"seconds": 200_000}, "Trang này mở đã lâu"),
        ({"ticket": "forged"}, "Trang này mở đã lâu"),
        ({"ticket": ""}, "Trang này mở đã lâu"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence_and_nothing_typed_is_lost(cast, more, said):
    response = send(**more)
    assert response.status_code == 422
    assert said in read(response)
    assert not Case.objects.exists()
    if "subject" not in more:
        assert "Đèn hỏng" in read(response)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "Chỉ nhận ảnh JPEG hoặc PNG."),
        ("a.png", b"%PDF-1.4", "Chỉ nhận ảnh JPEG hoặc PNG."),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 5, "Ảnh này hỏng"),
        ("a.jpg", b"\xff\xd8\xff\xe1\xff\xff" + b"x" * 50, "Ảnh này hỏng"),
        ("a.png", png(1, 1)[:40], "Ảnh này hỏng"),
        ("a.html", b"<script>alert(1)</script>", "Chỉ nhận ảnh JPEG hoặc PNG."),
        ("a.png", b"", "Ảnh này rỗng."),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * (8 * 1024 * 1024), "lớn hơn 8 MB"),
    ],
)
def test_hostile_uploads_are_answered_in_a_sentence(cast, name, content, said):
    response = send(photo2=SimpleUploadedFile(name, content, "image/png"))
    assert response.status_code == 422
    assert said in read(response)
    assert not Case.objects.exists()


def test_what_people_write_never_becomes_a_page(cast):
    send(subject="<script>alert(1)</script>", text="<img src=x onerror=alert(1)> đèn hỏng {{ 7 }}", place="'\"><b>")
    told = page(Case.objects.get())
    assert "<script>alert" not in told
    assert "<img src=x" not in told
    assert "&lt;img src=x" in told


def test_one_address_cannot_flood_the_ward(cast):
    most = LODGING[0].most
    assert [send().status_code for _ in range(most + 1)] == [302] * most + [429]
    assert "Thử lại sau 11:00" in read(send())
    assert Case.objects.count() == most
    assert not Attempt.objects.filter(key__contains="127").exists()
    assert sweep(at=NOW + timedelta(days=3)) == Attempt.objects.count() + 2


def test_an_unknown_receipt_is_nothing_and_another_wards_is_unknown(lodged, stranger):
    case = lodged()
    assert Client().get("/p/hoa-gao/feedback/AAAA-BBBB-CCCC/").status_code == 404
    assert Client().get(f"/p/hoa-ban/feedback/{case.receipt}/").status_code == 404
    assert Client().get(f"/p/hoa-ban/feedback/find/?code={case.receipt}").status_code == 404
    for verb in ("add_words", "rate", "reopen"):
        assert Client().post(f"/p/hoa-ban/feedback/{case.receipt}/{verb}/", {"text": "x"}).status_code in {404, 422}
    assert not case.said.exists()


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "{1}", "{2}"])
def test_a_receipt_is_forgiven_its_letters_and_dashes(lodged, typed):
    code = lodged().receipt
    response = Client().get(
        "/p/hoa-gao/feedback/find/", {"code": typed.format(code, code.lower(), code.replace("-", ""))}
    )
    assert response["Location"] == f"/p/hoa-gao/feedback/{code}/"


def test_what_the_office_asks_is_answered_on_the_page(cast, accepted):
    case = accepted("2026-11-23 09:00")
    actions.ask_supplement(by=cast["land"], at=at("2026-11-25 09:00"), case_id=case.pk, question="Trước số nhà nào?")
    told = page(case)
    assert "Phường chờ ông bà bổ sung, chậm nhất thứ Tư 09/12/2026, 17:00" in told
    assert "Trước số nhà nào?" in told
    Client().post(f"/p/hoa-gao/feedback/{case.receipt}/add_words/", {"text": "Số 8."})
    assert again(case).status == "handling"
    assert "Phường hẹn trả lời ông bà chậm nhất" in page(case)


def test_the_sender_rates_and_asks_for_another_look(cast, answered, monkeypatch):
    case = answered()
    monkeypatch.setattr(timezone, "now", lambda: at("2026-11-26 09:00"))
    client, base = Client(), f"/p/hoa-gao/feedback/{case.receipt}/"
    told = page(case)
    assert "Đã thay ba bóng đèn 24/11/2026." in told
    assert "Phường đã trả lời, và sẽ công khai câu trả lời chậm nhất thứ Sáu 27/11/2026, 17:00" in told
    assert client.post(base + "rate/", {"liked": "yes"}).status_code == 302
    assert "Ông bà đã đánh giá: hài lòng" in page(case)
    assert client.post(base + "reopen/", {"why": ""}).status_code == 422
    assert client.post(base + "reopen/", {"why": "Một bóng vẫn tối"}).status_code == 302
    told = page(case)
    assert "Câu trả lời trước, đang xem lại" in told
    assert "Phường hẹn trả lời ông bà chậm nhất" in told
    assert client.post(base + "reopen/", {"why": "Nữa"}).status_code == 409


def test_lateness_is_said_and_apologised_for(lodged):
    told = page(lodged("2026-11-16 09:00"))
    assert "Phường đã trễ hẹn với ông bà. Chúng tôi xin lỗi." in told
    assert "Lẽ ra phải xem xong thứ Tư 18/11/2026, 17:00." in told


def test_how_it_left_is_told(cast, lodged):
    refused, passed, routed = lodged(), lodged(), lodged(text="Ông A nhận tiền của tôi")
    by, then = cast["clerk"], at("2026-11-23 10:00")
    actions.reject(by=by, at=then, case_id=refused.pk, ground=Ground.DUPLICATE, told="Đã trả lời ở phản ánh trước.")
    actions.forward(by=by, at=then, case_id=passed.pk, body="Công ty Điện lực", told="Mời ông bà chờ.")
    actions.route(by=by, at=then, case_id=routed.pk, door=Door.DENUNCIATION, told="Mời ông bà đến phòng tiếp dân.")
    assert "trùng với phản ánh đã có" in page(refused)
    assert "Phường đã chuyển đến: Công ty Điện lực." in page(passed)
    told = page(routed)
    assert "Nội dung này là tố cáo." in told
    assert "/p/hoa-gao/petitions/" in told
    assert "Ông A nhận tiền" not in told  # whoever finds the receipt learns nothing


@pytest.fixture
def shown(cast, answered):
    """Publish an answered feedback."""

    def show(**more):
        case = answered(**more)
        actions.publish(
            by=cast["leader"],
            at=at("2026-11-25 12:00"),
            case_id=case.pk,
            public_subject="Đèn đường một ngõ",
            public_text="Đèn không sáng.",
            public_answer="Đã thay bóng đèn.",
            photos=(1,),
        )
        return case

    return show


def test_published_answers_are_found_by_their_public_words_alone(shown):
    case = shown()
    client = Client()
    listed = read(client.get("/p/hoa-gao/feedback/"))
    assert "Đèn đường một ngõ" in listed
    assert "Đèn đường, chiếu sáng (1)" in listed
    assert "Đèn đường một ngõ" in read(client.get("/p/hoa-gao/feedback/?q=thay bong"))
    for private in ("hoa giay", "ngau", "0900000123"):
        assert "Đèn đường một ngõ" not in read(client.get("/p/hoa-gao/feedback/", {"q": private}))
    assert "Không có câu trả lời nào như vậy" in read(client.get("/p/hoa-gao/feedback/?category=noise"))
    told = read(client.get(f"/p/hoa-gao/feedback/answers/{case.code}/"))
    assert "Đã thay bóng đèn." in told
    for private in ("Hoa Giấy", "Ngâu", case.receipt):
        assert private not in told
        assert private not in listed


@pytest.mark.parametrize(
    "query", ["page=0", "page=99", "page=x", "page=١", "q=%00%27%22&category=<b>", "q=" + "a" * 900]
)
def test_odd_addresses_get_a_page(shown, query):
    shown()
    assert Client().get(f"/p/hoa-gao/feedback/?{query}").status_code == 200


def test_a_photo_is_public_only_when_it_was_chosen(shown):
    case = shown(photos=(png(5, 5), png(6, 6)))
    base = f"/p/hoa-gao/feedback/answers/{case.code}/"
    first = Client().get(base + "1/")
    assert first["Content-Type"] == "image/png"
    assert first["X-Content-Type-Options"] == "nosniff"
    assert Client().get(base + "2/").status_code == 404
    assert Client().get(f"/p/hoa-ban/feedback/answers/{case.code}/1/").status_code == 404
    assert Client().get(f"/p/hoa-gao/feedback/answers/{case.code}/").content.count(b"<img") == 1


def test_nothing_unpublished_is_shown(answered):
    case = answered()
    assert Client().get(f"/p/hoa-gao/feedback/answers/{case.code}/").status_code == 404
    assert "Chưa có câu trả lời nào được công khai." in read(Client().get("/p/hoa-gao/feedback/"))


def test_english_is_complete(cast, lodged, shown, monkeypatch):
    client = Client()
    client.cookies["lang"] = "en"
    assert "Do you want to complain about a decision" in read(client.get("/p/hoa-gao/feedback/new/"))
    assert "looks at it within 2 working days and answers within 15" in read(
        client.get("/p/hoa-gao/feedback/new/?form=1")
    )
    assert "Give your name, or choose to stay anonymous." in read(send(client=client, name=""))
    case = lodged()
    assert "will look at it and tell you by Thursday 26/11/2026, 17:00" in page(case, "en")
    case = shown()
    monkeypatch.setattr(timezone, "now", lambda: at("2026-11-26 09:00"))
    assert "The ward has answered and published the answer" in page(case, "en")
    assert "There is no such feedback." in read(client.get("/p/hoa-gao/feedback/AAAA-BBBB-CCCC/"))
    send(client=client, privacy="anonymous")
    assert Case.objects.latest("lodged_at").language == "en"


@pytest.mark.parametrize(
    ("path", "most"), [("", 3), ("new/", 1), ("new/?form=1", 1), ("answers/{0.code}/", 3), ("{0.receipt}/", 10)]
)
def test_pages_take_few_statements(shown, path, most):
    case = shown(channel=Channel.ONLINE, privacy=Privacy.NAMED)
    with CaptureQueriesContext(connection) as seen:
        assert Client().get("/p/hoa-gao/feedback/" + path.format(case)).status_code == 200
    assert len(seen) <= most, [q["sql"][:100] for q in seen]
