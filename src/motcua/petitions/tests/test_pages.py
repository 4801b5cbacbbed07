"""The pages through the door: who gets in, what is typed stays, numbers open, lists cost few statements."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.petitions.models import Attachment, Petition, Sitting, Visit
from motcua.petitions.rules import Verb
from motcua.petitions.tests.conftest import NAME, PNG

pytestmark = pytest.mark.usefixtures("stopped")
BOOK = "/petitions/"


def read(response):
    return response.content.decode()


def at(petition, verb=""):
    return f"/petitions/{petition.year}/{petition.number}/{verb + '/' if verb else ''}"


TYPED = {
    "channel": "post",
    "matter": "complaint",
    "gist": "Thu hồi đất vườn",
    "name": NAME,
    "id_number": "000190000777",
    "phone": "0900000777",
    "address": "Số 3, ngõ Hoa Sim",
    "content": "Đất vườn bị thu hồi",
    "signers": "1",
}


def test_the_counter_writes_a_petition_into_the_book(cast, client_for):
    client = client_for(cast.people["counter"])
    assert "Nhận đơn" in read(client.get("/petitions/new/"))
    scan = SimpleUploadedFile(f"{NAME}.png", PNG)
    done = client.post("/petitions/new/", {**TYPED, "file": scan}, follow=True)
    assert "Đã vào sổ, số 1/2026." in read(done)
    assert "Thu hồi đất vườn" in read(done)
    kept = Attachment.objects.select_related("file").get()
    assert (kept.file.sealed, kept.file.name) == (True, "don")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"content": ""}, "Chưa điền ô này."),
        ({"phone": "12"}, "cần 10"),
        ({"signers": "7"}, "cử từ 1 đến 2 người đại diện"),
        ({"previous": "99/2020"}, "Không có đơn trước nào mang số này"),
        ({"matter": "nonsense"}, "không có trong danh sách"),
    ],
)
def test_what_is_wrong_is_said_beside_what_was_typed(cast, client_for, wrong, said):
    answer = client_for(cast.people["counter"]).post("/petitions/new/", {**TYPED, **wrong})
    assert answer.status_code in {409, 422}
    assert said in read(answer)
    assert NAME in read(answer)
    assert not Petition.objects.exists()


def test_a_petition_is_walked_through_its_pages(book, cast, client_for):
    petition = book.receive(when="2026-11-24 09:00")
    chairman, clerk = client_for(cast.people["chairman"]), client_for(cast.people["clerk"])
    steps = (
        ("classify", {"matter": "complaint", "gist": "Thu hồi đất"}, chairman),
        ("accept", {"handler_id": cast.people["specialist"].pk, "aware_on": "2026-11-01"}, chairman),
        ("extend", {"complexity": "complex", "text": "Nhiều thửa"}, chairman),
        ("suspend", {"letter": "7/QĐ", "text": "Chờ giám định"}, chairman),
        ("resume", {"text": ""}, chairman),
        ("attach", {"title": "Biên bản", "file": SimpleUploadedFile("a.png", PNG)}, clerk),
        (
            "conclude",
            {
                "number": "15/QĐ-UBND",
                "decided_on": "2026-11-25",
                "signer": "Chu Văn Lát",
                "verdict": "partly",
                "summary": "Đúng một phần",
            },
            chairman,
        ),
        ("send", {"text": "Bưu gửi bảo đảm"}, clerk),
    )
    for verb, typed, client in steps:
        petition.refresh_from_db()
        assert client.get(at(petition, verb)).status_code == 200, verb
        done = client.post(at(petition, verb), {"seen": petition.seen_no, **typed}, follow=True)
        assert done.redirect_chain, (verb, read(done))
    page = read(chairman.get(at(petition)))
    assert "Đã giải quyết, hôm nay" in page
    for said in ("phân loại:", "thụ lý, hẹn giải quyết đến 25/12/2026", "gia hạn theo luật", "Bưu gửi bảo đảm", NAME):
        assert said in page, said
    file = Attachment.objects.get()
    answer = clerk.post(f"{at(petition)}files/{file.pk}/")
    assert (answer.content, answer["Content-Disposition"]) == (
        PNG,
        f"attachment; filename*=UTF-8''don-{petition.number}-2026.png",
    )


@pytest.mark.parametrize("verb", [*Verb])
def test_each_verb_asks_before_it_is_done(book, cast, client_for, verb):
    made = {
        **dict.fromkeys(("assign", "extend", "suspend", "stop", "conclude"), book.accepted),
        "resume": lambda: book.act("suspend", book.accepted(), "2026-11-05 09:00", letter="1", text="x"),
        "send": book.concluded,
        "publish": lambda: book.concluded("denunciation"),
        "split": lambda: book.classified("mixed"),
    }.get(verb.value, book.classified)
    petition = made()
    client = client_for(cast.people["chairman"])
    assert client.get(at(petition, verb.value)).status_code == 200
    if verb is not Verb.RESUME:  # it asks for nothing that must be given
        assert client.post(at(petition, verb.value), {}).status_code == 422
        assert client.post(at(petition, verb.value), {"seen": "x"}).status_code == 422
    for who in ("supervisor", "counter2"):
        assert client_for(cast.people[who]).get(at(petition, verb.value)).status_code in (
            {200, 403} if verb in {Verb.ATTACH, Verb.SEND} and who == "counter2" else {403, 404}
        )


def test_whoever_was_overtaken_keeps_what_was_typed(book, cast, client_for):
    petition = book.classified()
    typed = {"seen": "1", "text": "Sang tòa án"}
    client = client_for(cast.people["chairman"])
    answer = client.post(at(petition, "guide"), typed)
    assert (answer.status_code, "Sang tòa án" in read(answer)) == (409, True)
    assert f'value="{petition.seen_no}"' in read(answer)


def test_a_slip_names_nobody_and_serves_a_secret_petition_too(book, cast, client_for):
    for petition in (book.receive(), book.denounce()):
        slip = read(client_for(cast.people["counter"]).get(at(petition, "receipt")))
        assert f"{petition.number}/2026" in slip
        assert NAME not in slip
        assert "Tố cáo" not in slip
    assert client_for(cast.people["land"]).get(at(petition, "receipt")).status_code == 404


def test_only_those_who_work_here_are_offered_to_handle(book, cast, client_for):
    form = client_for(cast.people["chairman"]).get(at(book.classified(), "accept")).context["form"]
    offered = {str(pk) for pk, _ in form.fields["handler_id"].widget.choices}
    assert str(cast.people["head"].pk) in offered
    assert not offered & {str(cast.people[who].pk) for who in ("admin", "supervisor")}


def test_a_broken_promise_is_said_first(book, cast, client_for):
    late = read(client_for(cast.people["clerk"]).get(at(book.receive())))
    assert "Phường đã trễ 8 ngày so với lời hẹn." in late
    assert "Việc phân loại, xử lý ban đầu phải xong trước thứ Năm 12/11, 17:00." in late


def test_what_was_done_is_said_once_and_the_next_step_comes_first(book, cast, client_for):
    petition = book.receive()
    chairman = client_for(cast.people["chairman"])
    assert next(iter(chairman.get(at(petition)).context["buttons"]))[0] == "classify"
    typed = {"matter": "complaint", "gist": "Thu hồi đất vườn", "seen": petition.seen_no}
    done = chairman.post(f"{at(petition)}classify/", typed, follow=True)
    assert read(done).count("Đã phân loại.") == 1
    assert done.context["buttons"][0][0] == "accept"
    assert "classify" in dict(done.context["further"])  # to correct it


def test_nobody_learns_of_a_petition_against_them_from_a_later_one(book, cast, client_for):
    first = book.denounce()
    later = book.accepted(handler="land", previous_id=first.pk)
    told = read(client_for(cast.people["land"]).get(at(later)))
    assert "Tiếp theo đơn" not in told
    assert at(first) not in told
    assert at(first) in read(client_for(cast.people["chairman"]).get(at(later)))


def test_the_book_is_filtered_by_what_a_reader_may_know(book, cast, client_for):
    complaint, denounced = book.classified(), book.classified("denunciation")
    book.act("guide", book.classified("proposal"), "2026-11-05 09:00", text="x")
    clerk, chairman = client_for(cast.people["clerk"]), client_for(cast.people["chairman"])

    def numbers(client, **query):
        return {row.number for row in client.get(BOOK, query).context["shown"].rows}

    assert numbers(clerk) == {complaint.number, denounced.number}
    assert numbers(clerk, matter="denunciation") == set()
    assert numbers(chairman, matter="denunciation") == {denounced.number}
    assert numbers(clerk, status="classified") == {complaint.number}
    assert numbers(clerk, status="all") == {1, 2, 3}
    assert numbers(clerk, late="on") == {complaint.number, denounced.number}
    assert numbers(clerk, q="đất VƯỜN") == {complaint.number}
    assert numbers(clerk, q="2/2026") == {denounced.number}
    assert numbers(clerk, q=NAME) == numbers(clerk, q="²") == numbers(chairman, mine="on") == set()
    assert numbers(client_for(cast.people["specialist"])) == set()
    assert client_for(cast.people["admin"]).get(BOOK).status_code == 403


def test_lists_and_pages_cost_a_constant_number_of_statements(book, cast, client_for, django_assert_max_num_queries):
    for n in range(4):
        book.classified(["complaint", "denunciation"][n % 2], gist="Đất" * 70 if n % 2 == 0 else "")
        book.visit(["proposal", "denunciation"][n % 2], when=f"2026-11-10 09:0{n}")
    clerk, chairman = client_for(cast.people["clerk"]), client_for(cast.people["chairman"])
    for client, address, most in (
        (clerk, BOOK, 13),
        (chairman, BOOK, 13),
        (clerk, "/petitions/reception/", 16),
        (chairman, "/petitions/report/", 11),
        (chairman, "/petitions/report/list/?figure=.received", 13),
        (chairman, "/petitions/2026/1/", 24),
        (chairman, "/petitions/2026/2/", 20),
    ):
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200


def test_a_visit_is_written_down_answered_and_printed(cast, client_for):
    client = client_for(cast.people["counter"])
    typed = {
        "name": NAME,
        "matter": "proposal",
        "people": "1",
        "content": "Xin sửa đèn đường",
        "result": "promised",
        "way": "in_person",
    }
    assert client.get("/petitions/reception/new/").status_code == 200
    assert client.post("/petitions/reception/new/", {**typed, "people": "12"}).status_code == 409
    assert client.post("/petitions/reception/new/", {**typed, "result": ""}).status_code == 422
    done = client.post("/petitions/reception/new/", typed, follow=True)
    assert "Đã ghi lượt tiếp số 1/2026." in read(done)
    assert "hẹn trả lời" not in read(done)
    assert "còn " in read(done)
    assert client.post("/petitions/reception/2026/1/reply/", {"text": ""}).status_code == 422
    done = client.post("/petitions/reception/2026/1/reply/", {"text": "Đã sửa đèn"}, follow=True)
    assert "Đã sửa đèn" in read(done)
    assert Visit.objects.get().replied_at is not None
    printed = read(client.get("/petitions/reception/print/"))
    assert NAME in printed
    assert "Đã sửa đèn" in printed


def test_the_chairmans_day_is_planned_held_and_missed(cast, client_for):
    client = client_for(cast.people["clerk"])
    plan = {
        "valid_from": "2026-11-25",
        "weekday": "3",
        "opens": "07:30",
        "closes": "11:30",
        "place": "Phòng tiếp công dân",
    }
    assert client.post("/petitions/reception/plan/", {**plan, "closes": "07:00"}).status_code == 409
    assert client.post("/petitions/reception/plan/", {**plan, "valid_from": "2026-11-01"}).status_code == 409
    done = client.post("/petitions/reception/plan/", plan, follow=True)
    assert "thứ Năm 26/11/2026" in read(done) or "Thứ Năm 26/11/2026" in read(done)
    assert client.get("/petitions/reception/plan/").context["form"].initial["weekday"] == 3
    held = {"held_on": "2026-11-25", "person_id": cast.people["leader"].pk, "capacity": "deputy"}
    assert client.post("/petitions/reception/hold/", held).status_code == 409  # a deputy needs a letter
    done = client.post("/petitions/reception/hold/", {**held, "authority": "Giấy ủy quyền 3/UQ"}, follow=True)
    assert "Đinh Văn Lim, người được ủy quyền, Giấy ủy quyền 3/UQ" in read(done)
    miss = {"week": "2026-11-26", "reason": "Họp Hội đồng nhân dân"}
    assert client.post("/petitions/reception/miss/", miss).status_code == 409  # the week is written down already
    assert client.post("/petitions/reception/miss/", {**miss, "week": "2026-11-18"}, follow=True).status_code == 200
    assert Sitting.objects.count() == 2
    assert client_for(cast.people["counter"]).get("/petitions/reception/plan/").status_code == 403


def test_every_number_of_the_report_opens_as_many_rows(book, cast, client_for):
    book.concluded()
    book.act("send", book.concluded(), "2026-11-21 09:00", text="x")
    book.accepted("denunciation")
    book.act("guide", book.classified("proposal"), "2026-11-05 09:00", text="x")
    book.receive("unclear")
    book.visit("denunciation", result="taken")
    book.visit(people=6, representatives="Vi Thị Kín")
    for who, hidden in (("chairman", False), ("supervisor", True)):
        client = client_for(cast.people[who])
        report = client.get("/petitions/report/").context["report"]
        assert all(holds for holds, _, _ in report.identities)
        assert (report.visits["turns"], report.people, report.visits["groups"]) == (2, 7, 1)
        figures = {
            f"{line.matter}.{name}": n for line in (*report.lines, report.total) for name, n in line.numbers.items()
        }
        figures |= {f"visits.{name}": n for name, n in report.visits.items()}
        assert figures[".received"] == 6
        assert figures["complaint.in_time"] == 2
        for figure, number in figures.items():
            found = client.get("/petitions/report/list/", {"figure": figure}).context["found"]
            assert found.count == number == len(found.petitions) + len(found.visits) + found.protected, figure
            assert hidden or not found.protected
    assert client.get("/petitions/report/list/?figure=nonsense.x").status_code == 404
    assert client_for(cast.people["counter"]).get("/petitions/report/").status_code == 403


def test_the_public_page_says_the_next_days_in_both_languages(cast, client_for, client):
    address = f"/p/{cast.ward.slug}/petitions/"
    assert "Phường chưa đăng ngày Chủ tịch tiếp công dân" in read(client.get(address))
    clerk = client_for(cast.people["clerk"])
    plan = {"valid_from": "2026-11-25", "weekday": "1", "opens": "07:30", "closes": "11:30", "place": "Phòng 1"}
    clerk.post("/petitions/reception/plan/", plan)
    page = read(client.get(address))  # Tuesday 24/11 is a day off
    assert "Dời vì ngày thường lệ là ngày nghỉ." in page
    assert "Chủ tịch phường tiếp công dân thứ Tư 25/11/2026, 07:30–11:30." in page
    client.cookies["lang"] = "en"
    page = read(client.get(address))
    assert "The chairman of the ward receives people on Wednesday 25/11/2026, 07:30–11:30." in page
    assert "Denunciation" in page
    assert client.get("/p/khong-co/petitions/").status_code == 404
