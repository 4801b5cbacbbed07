"""The officers' pages: every verb by its form, who sees what, few statements whatever lies in the queue."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from uuid_utils.compat import uuid7

from motcua.feedback import actions
from motcua.feedback.models import Case
from motcua.feedback.rules import Privacy, Verb
from motcua.ledger.models import Act

from .conftest import again, at, png

NOW = at("2026-11-26 10:12")


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    """Thursday 26/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def drafted(cast, accepted):
    def draft():
        case = accepted()
        return actions.answer(by=cast["land"], at=at("2026-11-25 09:00"), case_id=case.pk, text="Sẽ thay đèn.")

    return draft


@pytest.fixture
def waiting(cast, accepted):
    def wait():
        case = accepted()
        return actions.ask_supplement(by=cast["land"], at=at("2026-11-25 09:00"), case_id=case.pk, question="Ở đâu?")

    return wait


@pytest.fixture
def merged(cast, accepted, lodged):
    def merge():
        main, other = accepted(), lodged()
        then = at("2026-11-23 12:00")
        return actions.merge(by=cast["counter"], at=then, case_id=other.pk, into=main.pk)

    return merge


# verb → fixture that makes the feedback, who acts, what is typed, the status then
SCENES = {
    "accept": ("lodged", "counter", {"to": "KT:land"}, "handling"),
    "reject": ("lodged", "clerk", {"ground": "duplicate", "told": "Đã trả lời rồi."}, "rejected"),
    "ask_supplement": ("accepted", "land", {"question": "Ở đâu?"}, "waiting"),
    "supply": ("waiting", "counter", {"text": "Trước số 8."}, "handling"),
    "assign": ("lodged", "counter", {"to": "KT", "reason": "Đúng việc"}, "pending"),
    "answer": ("accepted", "land", {"text": "Đã thay."}, "handling"),
    "approve": ("drafted", "leader", {"text": "Đã thay."}, "answered"),
    "send_back": ("drafted", "leader", {"reason": "Chưa rõ"}, "handling"),
    "publish": ("answered", "leader", {"public_subject": "Đèn", "public_answer": "Đã thay."}, "published"),
    "withhold": ("answered", "chairman", {"reason": "Việc riêng"}, "closed"),
    "merge": ("lodged", "counter", {"into": " pa-26-0001 "}, "handling"),
    "unmerge": ("merged", "counter", {"reason": "Khác ngõ"}, "handling"),
    "forward": ("accepted", "land", {"body": "Điện lực", "told": "Đã chuyển."}, "forwarded"),
    "route": ("lodged", "clerk", {"door": "denunciation", "told": "Mời sang phòng tiếp dân."}, "routed"),
}


def test_every_verb_has_a_scene():
    assert set(SCENES) | {"see_sender"} == {v.value for v in Verb}


@pytest.fixture
def played(request, cast):
    def play(verb):
        if verb == "merge":
            request.getfixturevalue("accepted")()
        made, who, typed, then = SCENES[verb]
        case = request.getfixturevalue(made)()
        typed = dict(typed)
        if "to" in typed:
            unit, _, person = typed["to"].partition(":")
            ids = [str(cast.units[unit].pk), *([str(cast.people[person].pk)] if person else [])]
            typed["to"] = ":".join(ids)
        return again(case), who, typed, then

    return play


@pytest.mark.parametrize("verb", SCENES)
def test_a_verb_by_its_form(verb, played, cast, client_for):
    case, who, typed, then = played(verb)
    client, address = client_for(cast.people[who]), f"/feedback/{case.code}/{verb}/"
    assert f'href="{address}"' in client.get(f"/feedback/{case.code}/").content.decode()
    shown = client.get(address)
    assert shown.status_code == 200
    wrong = client.post(address, {})
    assert wrong.status_code == 422
    assert again(case).seen_no == case.seen_no
    old = client.post(address, {**typed, "seen": case.seen_no - 1})
    assert old.status_code == 409
    assert "vừa làm việc trên phản ánh này" in old.content.decode()
    done = client.post(address, {**typed, "seen": case.seen_no})
    assert done.status_code == 302, done.content.decode()
    assert again(case).status == then
    assert Act.objects.filter(subject_id=case.pk, verb=f"feedback.{verb}").count() == 1


@pytest.mark.parametrize("verb", SCENES)
def test_nobody_else_does_it(verb, played, cast, stranger, client_for):
    case, _who, typed, _then = played(verb)
    head = Act.objects.count()
    for who, expected in (("supervisor", {403}), ("admin", {403}), ("specialist", {403})):
        assert client_for(cast.people[who]).post(f"/feedback/{case.code}/{verb}/", typed).status_code in expected | {
            409
        }
    for who in ("counter", "chairman"):
        assert client_for(stranger.people[who]).post(f"/feedback/{case.code}/{verb}/", typed).status_code == 404
    assert Act.objects.count() == head
    assert again(case).seen_no == case.seen_no


def test_the_page_tells_who_owes_what_and_what_was_done(cast, drafted, client_for):
    case = drafted()
    told = client_for(cast.people["supervisor"]).get(f"/feedback/{case.code}/").content.decode()
    assert "Phòng Kinh tế, Hạ tầng và Đô thị hẹn trả lời người gửi thứ Ba 15/12" in told
    assert "tiếp nhận, giao Phòng Kinh tế, Hạ tầng và Đô thị; hẹn trả lời 15/12, 17:00" in told
    assert "soạn câu trả lời, chờ lãnh đạo duyệt" in told
    assert "gửi phản ánh qua trang của phường; phường hẹn xem xong 26/11, 17:00" in told


@pytest.mark.parametrize("privacy", Privacy)
def test_who_sees_the_sender(cast, lodged, client_for, privacy):
    case = lodged(privacy=privacy)
    for who in ("counter", "clerk", "leader", "land", "supervisor"):
        client = client_for(cast.people[who])
        page = client.get(f"/feedback/{case.code}/").content.decode()
        listed = client.get("/feedback/?all=1").content.decode()
        sees = privacy is Privacy.NAMED and who in {"counter", "clerk", "leader"}
        assert ("Trần Thị Ngâu" in page) is sees, who
        assert "Ngâu" not in listed
        assert case.receipt not in page


def test_opening_a_hidden_sender_asks_why_and_is_told_to_everybody(cast, lodged, client_for):
    case = lodged(privacy=Privacy.HIDDEN)
    client, address = client_for(cast.people["counter"]), f"/feedback/{case.code}/see_sender/"
    assert "Ngâu" not in client.get(address).content.decode()
    assert client.post(address, {"why": ""}).status_code == 422
    opened = client.post(address, {"why": "Gọi hỏi chỗ hỏng"})
    assert "Trần Thị Ngâu" in opened.content.decode()
    assert "no-store" in opened["Cache-Control"]
    page = client_for(cast.people["supervisor"]).get(f"/feedback/{case.code}/").content.decode()
    assert "mở xem người gửi" in page
    assert "Gọi hỏi chỗ hỏng" in page
    assert "Ngâu" not in page
    assert client_for(cast.people["supervisor"]).get(address).status_code == 403


def test_a_feedback_about_officers_does_not_pass_their_hands(cast, lodged, client_for):
    case = lodged(category="conduct", subject="Cô ở quầy nói trống không")
    for who, sees in (("counter", False), ("specialist", False), ("clerk", True), ("director", True), ("leader", True)):
        client = client_for(cast.people[who])
        assert (client.get(f"/feedback/{case.code}/").status_code == 200) is sees, who
        assert ("nói trống không" in client.get("/feedback/").content.decode()) is sees, who


def test_what_was_routed_is_hidden_and_only_counted(cast, lodged, client_for):
    case = lodged(subject="Ông A nhận tiền")
    client = client_for(cast.people["clerk"])
    client.post(f"/feedback/{case.code}/route/", {"door": "denunciation", "told": "Mời sang."})
    for who in ("clerk", "supervisor", "head"):
        assert client_for(cast.people[who]).get(f"/feedback/{case.code}/").status_code == 404
        told = client_for(cast.people[who]).get("/feedback/indicators/list/?figure=aside").content.decode()
        assert "1 phản ánh, vẫn được đếm trong con số." in told
        assert "Ông A" not in told
    assert client_for(cast.people["leader"]).get(f"/feedback/{case.code}/").status_code == 200


def test_publishing_warns_of_personal_data_and_can_be_overruled(cast, answered, client_for):
    case = answered(text="Tôi là Trần Thị Ngâu, gọi tôi số 0900 000 123. Đèn hỏng.")
    client, address = client_for(cast.people["leader"]), f"/feedback/{case.code}/publish/"
    assert "0900 000 123" in client.get(address).content.decode()
    typed = {"public_subject": "Đèn", "public_text": "Bà thị ngâu báo đèn hỏng", "public_answer": "Đã thay."}
    no = client.post(address, typed)
    assert no.status_code == 409
    assert "Bản công khai có vẻ còn thông tin cá nhân" in no.content.decode()
    assert again(case).status == "answered"
    assert client.post(address, {**typed, "sure": "on"}).status_code == 302


def test_an_officer_writes_down_what_is_said_and_hands_over_the_receipt_once(cast, client_for):
    client = client_for(cast.people["counter"])
    assert client.get("/feedback/new/").status_code == 200
    typed = {
        "once": str(uuid4()),
        "channel": "phone",
        "category": "rubbish",
        "subject": "Rác chưa lấy",
        "text": "Ba ngày chưa lấy rác.",
        "privacy": "named",
        "name": "Lý Thị Ổi",
        "phone": "0900000777",
        "photo1": SimpleUploadedFile("x.png", png(), "image/png"),
    }
    wrong = client.post("/feedback/new/", {**typed, "name": "", "photo1": ""})
    assert wrong.status_code == 409
    assert "Chưa ghi họ tên" in wrong.content.decode()
    told = client.post("/feedback/new/", typed).content.decode()
    case = Case.objects.get()
    assert case.receipt in told
    assert (case.channel, case.touched_by) == ("phone", "Phùng Thị Cúc")
    again_told = client.post("/feedback/new/", {**typed, "photo1": ""}).content.decode()
    assert case.receipt in again_told
    assert Case.objects.count() == 1
    for who in ("specialist", "supervisor", "admin"):
        assert client_for(cast.people[who]).get("/feedback/new/").status_code == 403


def test_an_officer_who_writes_down_a_matter_about_officers_does_not_see_it_again(cast, client_for):
    typed = {"channel": "counter", "category": "conduct", "subject": "x", "text": "y z t", "privacy": "anonymous"}
    told = client_for(cast.people["counter"]).post("/feedback/new/", typed).content.decode()
    assert "do văn thư, lãnh đạo xem tiếp" in told
    assert "Mở phản ánh" not in told


def test_photos_are_pictures_for_the_own_ward_only(cast, stranger, lodged, client_for):
    case = lodged(photos=(png(),))
    address = f"/feedback/{case.code}/photos/1/"
    shown = client_for(cast.people["land"]).get(address)
    assert (shown["Content-Type"], shown["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert client_for(cast.people["land"]).get(f"/feedback/{case.code}/photos/2/").status_code == 404
    assert client_for(stranger.people["counter"]).get(address).status_code == 404


def test_alike_feedback_is_suggested(cast, accepted, lodged, client_for):
    main = accepted()
    lodged(category="rubbish", subject="Rác đầy ngõ")
    other = lodged(subject="Đèn đường ngõ Hoa Giấy không sáng", text="Bóng đèn trước số 8 tắt từ tuần trước, tối quá.")
    page = client_for(cast.people["counter"]).get(f"/feedback/{other.code}/").content.decode()
    assert "Có vẻ cùng việc" in page
    assert main.code in page
    far = lodged(subject="Kiến nghị lắp thêm đèn công viên", text="Công viên trung tâm thiếu ánh sáng.", place="")
    page = client_for(cast.people["counter"]).get(f"/feedback/{far.code}/").content.decode()
    assert "Không thấy phản ánh nào giống." in page


def test_the_queue_is_ordered_by_what_is_due_and_filtered(cast, lodged, accepted, answered, client_for):
    late, spam = lodged("2026-11-16 09:00"), lodged("2026-11-16 08:00", text="www.a.vn www.b.vn mua ngay", subject="a")
    later, done = accepted("2026-11-23 09:00"), answered()
    client = client_for(cast.people["counter"])

    def order(query):
        page = client.get(f"/feedback/?{query}").content.decode()
        found = {c.code: page.find(f">{c.code}<") for c in (late, spam, later, done)}
        return [code for code, where in sorted(found.items(), key=lambda x: x[1]) if where >= 0]

    assert order("all=1") == [late.code, done.code, later.code, spam.code]
    assert order("") == [late.code, later.code, spam.code]
    assert order("late=on") == [late.code, spam.code]
    assert order("status=answered") == [done.code]
    assert order(f"unit={cast.units['KT'].pk}") == [done.code, later.code]
    assert order("q=hoa giay") == [late.code, done.code, later.code, spam.code]
    assert order(f"q={later.code.lower()}") == [later.code]
    assert order("q=khong co gi") == []
    assert order("kind=conduct") == []
    for odd in ("status=x&kind=%00&unit=1&rows=x", "q=%27%22%00&rows=-1", "rows=" + "9" * 30):
        assert client.get(f"/feedback/?{odd}").status_code == 200


def many(cast, lodged, n):
    """Copies of one feedback without the cost of acts: only for counting statements and rows."""
    one = lodged()
    rows = []
    for number in range(n):
        copy = Case.objects.get(pk=one.pk)
        copy.pk, copy.code, copy.receipt, copy.once = uuid7(), f"PA-25-{number}", f"R{number}", uuid4()
        copy.promise = None
        rows.append(copy)
    Case.objects.bulk_create(rows, batch_size=500)
    return one


CEILINGS = {
    "/feedback/": 8,
    "/feedback/?all=1&q=hoa": 8,
    "/feedback/?all=1&rows=1025": 8,
    "/feedback/indicators/": 6,
    "/feedback/indicators/list/?figure=all": 9,
    "/feedback/{}/": 16,
    "/feedback/{}/merge/": 7,
}


def test_pages_take_few_statements_with_thousands_of_feedback(cast, lodged, client_for):
    one = many(cast, lodged, 2000)
    client = client_for(cast.people["counter"])
    for path, most in CEILINGS.items():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(path.format(one.code)).status_code == 200
        assert len(seen) <= most, (path, [q["sql"][:110] for q in seen])


def test_every_number_opens_to_as_many_rows(cast, lodged, accepted, answered, client_for):
    lodged("2026-11-16 09:00")
    lodged(category="conduct")
    liked = answered()
    actions.rate(by=cast.system, at=at("2026-11-25 12:00"), case_id=liked.pk, liked=True)
    accepted()
    client = client_for(cast.people["chairman"])
    page = client.get("/feedback/indicators/").content.decode()
    for figure, n in {"all": 4, "field": 3, "conduct": 1, "open_late": 1, "done_in_time": 1, "liked": 1}.items():
        assert f"figure={figure}&amp;first=2026-01-01" in page, figure
        told = client.get(f"/feedback/indicators/list/?figure={figure}").content.decode()
        assert told.count('<a class="code"') == n, figure
    assert "Chưa đủ 5 phản ánh nên chưa nêu tỷ lệ" in page
    assert "Trong hạn 3 trên 4, tiêu chí 5.2 được 4,50 trên 6 điểm" in page
    assert "%" not in page.split("</h2>")[1].split("</section>")[0]
    lodged("2026-11-23 09:30")
    assert "4</span><span><span" in client.get("/feedback/indicators/").content.decode()  # 4 of 5 in time
    assert client.get("/feedback/indicators/list/?figure=x").status_code == 404
    assert (
        "không có phản ánh, kiến nghị nào"
        in client.get("/feedback/indicators/?first=2020-01-01&last=2020-12-31").content.decode()
    )


def test_a_leader_approves_an_own_draft_and_the_pages_say_so(cast, accepted, client_for):
    case = accepted()
    client = client_for(cast.people["leader"])
    client.post(f"/feedback/{case.code}/answer/", {"text": "Đã thay bóng."})
    other = client_for(cast.people["chairman"]).get(f"/feedback/{case.code}/approve/").content.decode()
    assert "Bạn tự soạn dự thảo này" not in other
    assert "Bạn tự soạn dự thảo này" in client.get(f"/feedback/{case.code}/approve/").content.decode()
    client.post(f"/feedback/{case.code}/approve/", {"text": "Đã thay bóng."})
    assert "tự soạn, tự duyệt" in client.get(f"/feedback/{case.code}/").content.decode()


def test_an_answer_that_another_approved_says_nothing_of_the_kind(cast, answered, client_for):
    page = client_for(cast.people["leader"]).get(f"/feedback/{answered().code}/").content.decode()
    assert "tự duyệt" not in page
