"""Events become messages: each once, whatever is run twice; nothing older than the beginning."""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers import actions as dossiers
from motcua.dossiers.rules import Cause, NewResult, ReturnWay
from motcua.feedback import actions as feedback
from motcua.feedback.actions import NewFeedback, NewSender
from motcua.feedback.models import Case
from motcua.feedback.queries.cases import sender_actor
from motcua.feedback.rules import Channel as FeedbackChannel
from motcua.feedback.rules import Privacy
from motcua.ledger import queries as ledger
from motcua.ledger.models import Act
from motcua.notices import actions, jobs
from motcua.notices.models import Cursor, Delivery, Message
from motcua.notices.queries import visible_to
from motcua.notices.rules import State
from motcua.offices.rules import Change, DayChange

pytestmark = pytest.mark.django_db

NAME, EMAIL, PHONE = "Trần Thị Ngâu", "ngau@hop-thu.vn", "0900000123"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)


def at(text):
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=ZONE)


def events() -> list[str]:
    return [m.event for m in Message.objects.order_by("act", "key")]


def test_an_acceptance_is_told_once_with_the_due_of_the_receipt(cast, followed, accepted, channels, run):
    channels("email")
    dossier = accepted()
    for _ in range(3):
        run(jobs.follow, NOW)
    [message] = Message.objects.all()
    [letter] = message.deliveries.all()
    assert (message.event, message.about, letter.way, letter.address) == ("accepted", dossier.code, "email", EMAIL)
    assert "thứ Tư 02/12/2026, 17:00" in letter.text
    assert NAME in letter.text
    assert dossier.code in letter.subject
    assert NAME not in message.page_vi + message.page_en
    assert "17:00 on Wednesday 02/12/2026" in message.page_en


def test_the_whole_life_is_told(cast, followed, accepted, channels, told):
    channels("email")
    dossier = accepted()
    dossiers.advance(by=cast["counter"], at=at("25 10:20"), dossier_id=dossier.pk)
    who = cast["specialist"]
    dossiers.ask_supplement(
        by=who, at=at("25 10:30"), dossier_id=dossier.pk, items=("Bản chính",), reason="Bản sao mờ, không đọc được"
    )
    dossiers.complete_supplement(by=cast["counter"], at=at("25 10:40"), dossier_id=dossier.pk)
    dossiers.require_payment(
        by=who, at=at("25 10:50"), dossier_id=dossier.pk, amount=Decimal(50000), reason="Lệ phí cấp bản sao"
    )
    dossiers.take_payment(by=cast["counter"], at=at("25 10:55"), dossier_id=dossier.pk, receipt="0001")
    for n, name in enumerate(("specialist", "leader")):
        dossiers.advance(by=cast[name], at=at(f"25 11:0{n}"), dossier_id=dossier.pk)
    dossiers.advance(
        by=cast["clerk"], at=at("25 11:05"), dossier_id=dossier.pk, result=NewResult(name="Giấy chứng nhận kết hôn")
    )
    dossiers.return_result(
        by=cast["counter"], at=at("25 11:10"), dossier_id=dossier.pk, way=ReturnWay.IN_PERSON, receiver=NAME
    )
    told(at("25 11:11"))
    assert events() == ["accepted", "supplement", "resumed", "payment", "resumed", "ready", "returned"]
    letter = Delivery.objects.get(message__event="returned")
    assert "/p/hoa-gao/survey/" in letter.text
    pages = {m.event: m.page_vi for m in Message.objects.all()}
    assert "Bản chính" in pages["supplement"]
    assert "50.000 đồng" in pages["payment"]


@pytest.mark.parametrize(("verb", "event"), [("refuse", "refused"), ("stop", "stopped"), ("withdraw", "withdrawn")])
def test_other_ends_are_told(cast, followed, accepted, verb, event, told):
    dossier = accepted()
    dossiers.advance(by=cast["counter"], at=at("25 10:20"), dossier_id=dossier.pk)
    getattr(dossiers, verb)(
        by=cast["specialist"], at=at("25 10:30"), dossier_id=dossier.pk, reason="Không thuộc thẩm quyền của phường"
    )
    told(at("25 10:31"))
    assert events() == ["accepted", event]
    if event != "withdrawn":
        assert "Không thuộc thẩm quyền" in Message.objects.get(event=event).page_vi


def test_an_apology_says_reason_and_both_dates(cast, followed, apologised, channels, told):
    channels("email", "sms")
    apologised()
    told(at("26 10:01"))
    letter = Delivery.objects.get(message__event="apology")
    for words in ("xin lỗi", "Nơi cư trú cũ trả lời chậm", "02/12/2026", "04/12/2026", "XL-UBND"):
        assert words in letter.text
    assert letter.subject.startswith("Phường xin lỗi")
    assert "Pháp luật buộc phường báo tin này" in letter.text


def test_an_apology_for_what_has_ended_names_no_new_date(cast, followed, accepted, channels, told):
    """A dossier finished late has nothing to appoint any more: the letter only says sorry."""
    channels("email")
    dossier = accepted()
    late = datetime(2026, 12, 4, 9, tzinfo=ZONE)
    for who in ("counter", "specialist", "leader"):
        dossiers.advance(by=cast[who], at=late, dossier_id=dossier.pk)
    dossiers.advance(by=cast["clerk"], at=late, dossier_id=dossier.pk, result=NewResult(name="Giấy chứng nhận"))
    said = {"dossier_id": dossier.pk, "reason": "Máy chủ của phường hỏng", "cause": Cause.SOFTWARE}
    dossiers.propose_extension(by=cast["specialist"], at=late + timedelta(minutes=5), **said)
    dossiers.approve_extension(by=cast["leader"], at=late + timedelta(minutes=9), dossier_id=dossier.pk)
    told(late + timedelta(minutes=10))
    letter = Delivery.objects.get(message__event="sorry")
    assert "02/12/2026" in letter.text
    assert "hẹn lại" not in letter.text
    assert "–" not in letter.text.replace("Văn hóa – Xã hội", "")


def test_whoever_wrote_a_feedback_is_told_and_not_named(cast, followed, channels, told):
    """Received, and answered; an anonymous one cannot be; none of it says who wrote."""
    channels("email")
    new = {
        "category": "lighting",
        "subject": "Đèn hỏng",
        "text": "Ba bóng đèn không sáng từ tuần trước.",
    }
    new |= {"channel": FeedbackChannel.ONLINE, "place": "", "language": "en"}
    sender = NewSender(name=NAME, email=EMAIL, phone=PHONE)
    for privacy in (Privacy.NAMED, Privacy.ANONYMOUS):
        feedback.lodge(
            by=sender_actor(cast.ward.pk), at=NOW, new=NewFeedback(**new, once=uuid4(), sender=sender, privacy=privacy)
        )
    told(NOW)
    row = Delivery.objects.get()
    assert (row.message.event, row.language, row.address) == ("feedback_received", "en", EMAIL)
    assert row.message.about in row.text
    case = Case.objects.get(code=row.message.about)
    feedback.accept(by=cast["counter"], at=at("25 10:20"), case_id=case.pk, unit_id=cast.units["KT"].pk)
    feedback.answer(by=cast["land"], at=at("25 10:30"), case_id=case.pk, text="Đã thay ba bóng đèn sáng 25/11/2026.")
    feedback.approve(by=cast["leader"], at=at("25 10:40"), case_id=case.pk, text="Đã thay ba bóng đèn 25/11/2026.")
    told(at("25 10:41"))
    assert events() == ["feedback_received", "feedback_answered"]
    answer = Delivery.objects.get(message__event="feedback_answered")
    assert "Đã thay ba bóng đèn 25/11/2026." in answer.text
    assert NAME not in row.text + answer.text
    assert visible_to(cast["leader"]).count() == 2
    assert not visible_to(cast["counter"]).exists()


def test_a_day_off_is_told_to_everyone_whose_appointment_moves(cast, followed, accepted, told):
    moved, unmoved = accepted(), accepted(when=NOW + timedelta(minutes=1), case="birth")
    change_calendar(cast, "2026-12-01")
    told(at("25 12:00"))
    assert Message.objects.get(event="moved").dossier_id == moved.pk
    assert "03/12/2026" in Message.objects.get(event="moved").page_vi
    assert not Message.objects.filter(event="moved", dossier=unmoved).exists()


def change_calendar(cast, day: str) -> None:
    from datetime import date  # noqa: PLC0415 - beside its only use

    from motcua.clock import Certainty, DayKind  # noqa: PLC0415 - the same
    from motcua.promises import actions as promises  # noqa: PLC0415 - the same
    from motcua.promises.queries import preview  # noqa: PLC0415 - the same

    change = Change(
        days=(
            DayChange(
                date=date.fromisoformat(day),
                kind=DayKind.LOCAL_OFF,
                name="Nghỉ lễ hội Hoa Gạo",
                source="QĐ 12/QĐ-UBND",
                certainty=Certainty.HIGH.value,
            ),
        )
    )
    by, when = cast["admin"], at("25 11:00")
    seen = preview(by=by, at=when, change=change).mark
    promises.change_calendar(by=by, at=when, change=change, reason="Lễ hội của phường", seen=seen)


def test_what_was_before_the_beginning_is_never_told(cast, accepted, told):
    accepted(when=at("23 09:00"))
    recent = accepted(when=at("24 16:00"))
    told(NOW)
    assert [m.dossier_id for m in Message.objects.all()] == [recent.pk]
    # and neither is what somebody enters later about a day before the beginning
    accepted(when=at("20 09:00"))
    told(NOW + timedelta(minutes=1))
    assert Message.objects.count() == 1


def test_pages_of_a_long_ledger_lose_and_double_nothing(cast, followed, accepted):
    codes = {accepted(when=NOW + timedelta(seconds=n)).code for n in range(7)}
    rounds = 0
    while actions.follow(by=cast.system, at=at("25 10:20"), most=3):
        rounds += 1
    assert rounds == 2
    assert {m.about for m in Message.objects.all()} == codes
    assert Message.objects.count() == 7


def test_a_cursor_that_goes_back_doubles_nothing(cast, followed, accepted, told):
    accepted()
    told()
    Cursor.objects.update(number=0)
    told()
    assert Message.objects.count() == 1


def test_nothing_new_writes_no_act(cast, followed, accepted, told):
    accepted()
    told()
    told()
    before = ledger.head(ward_id=cast.ward.pk).number
    told()
    assert ledger.head(ward_id=cast.ward.pk).number == before
    assert ledger.verify(ward_id=cast.ward.pk) is None


def test_no_name_and_no_address_enters_the_ledger(cast, followed, apologised, channels, post, run):
    channels("email")
    apologised()
    run(jobs.follow, at("26 10:01"))
    run(jobs.deliver, at("26 10:01"))
    written = " ".join(
        f"{a.changes} {a.note} {a.subject_label}" for a in Act.objects.filter(verb__startswith="notice.")
    )
    assert "apology" in written
    for private in (NAME, EMAIL, PHONE, "Nơi cư trú cũ"):
        assert private not in written


def test_the_statements_do_not_grow_with_the_acts(cast, followed, accepted):
    def statements(n):
        for k in range(n):
            accepted(when=NOW + timedelta(seconds=k + 10 * n))
        with CaptureQueriesContext(connection) as seen:
            actions.follow(by=cast.system, at=at("25 10:30"))
        return len(seen)

    few, many = statements(2), statements(20)
    assert many <= few <= 22


def test_an_apology_brought_by_hand_is_not_sent_again(cast, followed, apologised, channels, post, run):
    channels("email")
    dossier = apologised()
    dossiers.send_apology(
        by=cast["counter"], at=at("26 10:05"), dossier_id=dossier.pk, way="Trao tận tay", proof="Chữ ký người nhận"
    )
    run(jobs.follow, at("26 10:06"))
    run(jobs.deliver, at("26 10:06"))
    row = Delivery.objects.get(message__event="apology")
    assert (row.state, row.told_by) == (State.TOLD, "Phùng Thị Cúc")
    assert not [line for line in post.seen if "xin lỗi" in line["subject"]]
