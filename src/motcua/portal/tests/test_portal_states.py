"""Every state of a dossier in one sentence, in Vietnamese and in an English without Vietnamese left in it."""

import re
from datetime import datetime
from decimal import Decimal
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from motcua.dossiers import actions
from motcua.dossiers.rules import Applicant, Cause, Channel, Intake, NewResult, ReturnWay

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
VOID = {"meta", "link", "input", "br", "img", "hr", "path", "rect", "line", "circle"}
NAMES = ("Phường Hoa Gạo", "Một Cửa")  # in the head of every page


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


class Life:
    """One dossier of `marriage` (5 working days), as far as a state wants it."""

    def __init__(self, cast, catalogue, papers):
        self.cast = cast
        who = Applicant(name="Trần Thị Ngâu", id_number="000190000123", phone="0900000456", sex="Nữ")
        case = catalogue["marriage"]
        self.intake = Intake(case_id=case, channel=Channel.DIRECT, applicant=who, papers=papers(case))

    def by(self, who, when):
        return {"by": self.cast[who], "at": at(when)}

    def lodged(self):
        return actions.lodge(**self.by("counter", "2026-11-24 09:00"), intake=self.intake)

    def awaiting(self):
        return actions.ask_completion(
            **self.by("counter", "2026-11-24 09:00"),
            items=("Bản sao giấy khai sinh",),
            reason="Thiếu",
            intake=self.intake,
        )

    def turned_away(self):
        return actions.turn_away(
            **self.by("counter", "2026-11-24 09:00"), reason="Không thuộc phường", intake=self.intake
        )

    def accepted(self, when="2026-11-23 09:00"):
        return actions.accept(**self.by("counter", when), intake=self.intake)

    def worked_on(self, when="2026-11-23 09:00"):
        dossier = self.accepted(when)
        return actions.advance(**self.by("counter", f"{when[:10]} 10:00"), dossier_id=dossier.pk)

    def late(self):
        return self.worked_on("2026-11-12 09:00")

    def withdrawn(self):
        found = self.worked_on()
        return actions.withdraw(**self.by("counter", "2026-11-24 09:00"), dossier_id=found.pk, reason="Xin rút")

    def waiting(self):
        found = self.worked_on()
        return actions.ask_supplement(
            **self.by("specialist", "2026-11-24 09:00"),
            dossier_id=found.pk,
            items=("Giấy xác nhận",),
            reason="Bản chụp mờ",
        )

    def owing(self):
        found = self.worked_on()
        return actions.require_payment(
            **self.by("specialist", "2026-11-24 09:00"), dossier_id=found.pk, amount=Decimal(50000), reason="Thuế"
        )

    def put_off(self):
        found = self.worked_on()
        actions.propose_extension(
            **self.by("specialist", "2026-11-24 09:00"),
            dossier_id=found.pk,
            reason="Nơi cư trú cũ trả lời chậm",
            cause=Cause.COORDINATION,
            new_due=at("2026-12-03 17:00"),
        )
        actions.approve_extension(**self.by("leader", "2026-11-24 10:00"), dossier_id=found.pk)
        return found

    def refused(self):
        found = self.worked_on()
        return actions.refuse(**self.by("leader", "2026-11-24 09:00"), dossier_id=found.pk, reason="Không đủ điều kiện")

    def stopped(self):
        found = self.worked_on()
        return actions.stop(**self.by("leader", "2026-11-24 09:00"), dossier_id=found.pk, reason="Không nộp đủ")

    def ready(self):
        found = self.worked_on()
        result = NewResult(name="Giấy chứng nhận", number="12")
        for n, (who, more) in enumerate((("specialist", {}), ("leader", {}), ("clerk", {"result": result}))):
            actions.advance(**self.by(who, f"2026-11-24 1{n}:00"), dossier_id=found.pk, **more)
        return found

    def posted(self):
        found = self.ready()
        return actions.return_result(
            **self.by("counter", "2026-11-24 15:00"),
            dossier_id=found.pk,
            way=ReturnWay.POST,
            receiver="Trần Thị Ngâu",
            proof="Vận đơn 1",
        )


STATES = {
    "lodged": ("Phường đã nhận được hồ sơ và chưa kiểm tra, nên chưa hẹn ngày trả.", "no date is promised yet"),
    "awaiting": ("Hồ sơ còn thiếu giấy tờ nên chưa được nhận. Mời ông bà nộp đủ tại quầy.", "Papers are missing"),
    "turned_away": ("Phường không tiếp nhận hồ sơ này", "The ward did not accept this dossier"),
    "worked_on": ("Phường hẹn trả kết quả thứ Ba 01/12/2026, 17:00.", "Tuesday 01/12/2026, 17:00."),
    "late": ("Phường đã trễ hẹn với ông bà. Chúng tôi xin lỗi.", "We apologise."),
    "withdrawn": ("Ông bà đã rút hồ sơ này.", "You withdrew this dossier."),
    "waiting": ("Phường chờ ông bà nộp bổ sung giấy tờ; thời gian này không tính.", "this time does not count"),
    "owing": ("Phường chờ ông bà nộp tiền theo thông báo; thời gian này không tính.", "waiting for your payment"),
    "put_off": ("Phường xin lỗi ông bà và hẹn lại thứ Năm 03/12/2026, 17:00.", "Thursday 03/12/2026, 17:00."),
    "refused": ("Phường từ chối giải quyết, có văn bản nêu lý do.", "The ward refused"),
    "stopped": ("Phường dừng giải quyết, có thông báo.", "The ward stopped"),
    "ready": ("Kết quả đã có. Mời ông bà đến nhận tại quầy.", "The result is ready."),
    "posted": ("Kết quả đã có. Đã gửi qua bưu chính.", "by post"),
}


class Foreign(HTMLParser):
    """What stands outside every lang="vi" element: words between tags, and words in attributes people hear."""

    def __init__(self):
        super().__init__()
        self.open, self.words = [], []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        vi = found.get("lang") == "vi" or any(vi for _tag, vi in self.open)
        if not vi:
            self.words += [found[name] for name in ("aria-label", "title", "alt", "placeholder") if found.get(name)]
        if tag not in VOID:
            self.open.append((tag, vi))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not any(vi for _tag, vi in self.open):
            self.words.append(data)


def left_over(page):
    """Vietnamese on an English page that is not marked as Vietnamese and no name."""
    parser = Foreign()
    parser.feed(page.partition("</title>")[2])
    said = [word for word in parser.words if not any(name in word for name in NAMES)]
    return [word.strip() for word in said if VIETNAMESE.search(word)]


def in_language(lang):
    client = Client()
    client.cookies["lang"] = lang
    return client


@pytest.fixture
def life(cast, catalogue, papers):
    return Life(cast, catalogue, papers)


@pytest.mark.parametrize("state", STATES)
def test_a_state_has_its_sentence_and_shows_no_officer_and_no_code_of_a_state(life, state):
    dossier = getattr(life, state)()
    page = in_language("vi").post("/lookup/", {"code": dossier.code, "tail": "0456"}).content.decode()
    assert STATES[state][0] in page
    main = page.partition("<main")[2].partition("</main>")[0]
    dossier.refresh_from_db()
    assert not re.search(rf">[^<]*\b{dossier.status}\b", main)
    for actor in life.cast.people.values():
        assert actor.name not in page


@pytest.mark.parametrize("state", STATES)
def test_in_english_nothing_vietnamese_is_left_but_names(life, state):
    dossier = getattr(life, state)()
    page = in_language("en").post("/lookup/", {"code": dossier.code, "tail": "0456"}).content.decode()
    assert STATES[state][1] in page
    assert left_over(page) == []


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/p/hoa-gao/", 200),
        ("/p/hoa-gao/procedures/", 200),
        ("/p/hoa-gao/procedures/?q=xyzxyz", 200),
        ("/p/hoa-gao/procedures/1.000894/", 200),
        ("/p/khong-co/", 404),
        ("/p/hoa-gao/procedures/9.999999/", 404),
    ],
)
def test_every_public_page_is_english_for_whoever_chose_it(cast, catalogue, address, status):
    answer = in_language("en").get(address)
    page = answer.content.decode()
    assert answer.status_code == status
    assert '<html lang="en"' in page
    assert left_over(page) == []


def test_the_measure_finds_vietnamese():
    assert left_over('</title><p lang="vi">Hẹn</p><p>Hẹn <b lang="vi">trả</b></p>') == ["Hẹn"]
    assert left_over('</title><a aria-label="Cỡ chữ">A</a>') == ["Cỡ chữ"]


def test_whoever_owes_money_reads_how_much_and_why_until_it_is_paid(life):
    dossier = life.owing()
    asked = {"code": dossier.code, "tail": "0456"}
    page = in_language("vi").post("/lookup/", asked).content.decode()
    assert "50.000 đồng" in page
    assert "Thuế" in page
    actions.take_payment(**life.by("counter", "2026-11-24 10:00"), dossier_id=dossier.pk)
    assert "Cần nộp tiền" not in in_language("vi").post("/lookup/", asked).content.decode()
