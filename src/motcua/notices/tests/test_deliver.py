"""Deliveries against a real mail server and a real HTTP gateway that fail, hang, break off and repeat."""

from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from motcua.acts import Refused
from motcua.config.post import PostOffice
from motcua.dossiers.models import Extension
from motcua.ledger import queries as ledger
from motcua.notices import actions, gateways, jobs
from motcua.notices.models import Channel, Delivery
from motcua.notices.queries import told as told_of
from motcua.notices.queries import undelivered_apologies
from motcua.notices.rules import Outcome, State, Way

pytestmark = pytest.mark.django_db

NAME, EMAIL, PHONE = "Trần Thị Ngâu", "ngau@hop-thu.vn", "0900000123"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)


def at(text):
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=ZONE)


def test_a_letter_arrives_with_its_id(cast, followed, accepted, channels, post, run, sent):
    channels("email", "sms")
    accepted()
    [row] = sent(NOW)
    [mail] = post.kept.values()
    assert (row.state, row.sent_at) == (State.SENT, NOW)
    assert (mail["id"], mail["to"], mail["text"].replace("\r", "").strip()) == (str(row.pk), EMAIL, row.text)
    assert str(row.pk) in row.proof
    assert "/messages/" in mail["refuse"]
    run(jobs.deliver, NOW + timedelta(days=3))
    assert len(post.seen) == 1


@pytest.mark.parametrize("way", ["zalo", "sms"])
def test_a_short_message_carries_the_code_and_nothing_personal(cast, followed, accepted, channels, post, way, sent):
    channels(way)
    dossier = accepted()
    [row] = sent(NOW)
    [line] = post.kept.values()
    assert (row.way, line["way"], line["to"]) == (way, way, PHONE)
    assert dossier.code in line["text"]
    assert NAME not in line["text"]
    assert "kết hôn" not in line["text"]
    assert line["text"].isascii() is (way == "sms")


def test_the_first_way_that_reaches_somebody_is_taken(cast, followed, accepted, channels, run):
    channels("email", "zalo", "sms")
    for n, who in enumerate(({}, {"email": ""}, {"email": "không phải thư"})):
        accepted(when=NOW + timedelta(seconds=n), **who)
    accepted(when=NOW + timedelta(seconds=9), email="", phone="")
    run(jobs.follow, at("25 10:20"))
    assert [d.way for d in Delivery.objects.order_by("message__act")] == ["email", "zalo", "zalo"]


@pytest.mark.parametrize("trouble", ["busy", "closed", "broken", "hang"])
def test_a_mail_server_in_trouble_is_asked_again(
    cast, followed, accepted, channels, post, monkeypatch, trouble, run, sent
):
    monkeypatch.setattr(gateways, "SECONDS", 0.3)
    channels("email")
    accepted()
    post.trouble = trouble
    [row] = sent(NOW)
    assert (row.state, row.tries, row.next_try_at) == (State.FAILED, 1, NOW + timedelta(minutes=1))
    assert row.error
    post.trouble = "good"
    run(jobs.deliver, NOW + timedelta(seconds=59))
    assert post.kept == {}
    run(jobs.deliver, NOW + timedelta(minutes=1))
    assert list(post.kept) == [str(row.pk)]


@pytest.mark.parametrize("trouble", ["busy", "often", "closed", "lost", "hang"])
def test_a_gateway_in_trouble_keeps_one_message(cast, followed, accepted, channels, post, monkeypatch, trouble, sent):
    monkeypatch.setattr(gateways, "SECONDS", 0.3)
    channels("sms")
    accepted()
    post.trouble = trouble
    [row] = sent(NOW)
    assert row.state == State.FAILED
    post.trouble = "good"
    [row] = sent(NOW + timedelta(minutes=1))
    assert row.state == State.SENT
    assert [line["id"] for line in post.kept.values()] == [str(row.pk)]
    if trouble == "lost":  # it had it: 409 is success
        assert "409" in row.proof


def test_a_gateway_that_answers_twice_is_heard_once(cast, followed, accepted, channels, post, sent):
    channels("zalo")
    accepted()
    post.trouble = "twice"
    [row] = sent(NOW)
    assert (row.state, row.attempts.count()) == (State.SENT, 1)


@pytest.mark.parametrize("way", ["email", "sms"])
def test_a_refused_address_is_dead_at_once(cast, followed, accepted, channels, post, way, sent):
    channels(way)
    accepted()
    post.trouble = "refuse"
    [row] = sent(NOW)
    assert (row.state, row.next_try_at, row.tries) == (State.DEAD, None, 1)
    assert "No such mailbox" in row.error or "no such number" in row.error


def test_the_table_of_waiting_times_ends_in_a_dead_letter(cast, followed, accepted, channels, post, sent):
    channels("sms")
    accepted()
    post.trouble = "busy"
    when, waits = NOW, []
    [row] = sent(when)
    while row.state == State.FAILED:
        waits.append(row.next_try_at - when)
        when = row.next_try_at
        [row] = sent(when)
    assert row.state == State.DEAD
    assert row.tries == row.attempts.count() == 9
    assert waits[:3] == [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30)]
    # a person has looked: the table begins anew, the id stays
    actions.try_again(by=cast["counter"], at=when, delivery_id=row.pk)
    [row] = sent(when)
    assert (row.state, row.tries) == (State.FAILED, 10)
    post.trouble = "good"
    [row] = sent(row.next_try_at)
    assert row.state == State.SENT
    assert list(post.kept) == [str(row.pk)]


def test_nobody_is_woken(cast, followed, accepted, channels, post, sent):
    channels("email")
    accepted(when=at("25 21:30"))
    [row] = sent(at("25 21:31"))
    assert (row.state, row.next_try_at) == (State.QUEUED, at("26 07:00"))
    assert post.seen == []
    [row] = sent(at("26 07:00"))
    assert row.state == State.SENT


def test_a_worker_that_died_while_sending_is_followed_by_another(cast, followed, accepted, channels, post, run, sent):
    channels("sms")
    accepted()
    run(jobs.follow, NOW)
    [row] = actions.take(by=cast.system, at=NOW)  # and then nothing: it was killed
    run(jobs.deliver, NOW + timedelta(minutes=9))
    assert post.seen == []
    [row] = sent(NOW + timedelta(minutes=10))
    assert (row.state, row.tries) == (State.SENT, 2)
    assert list(post.kept) == [str(row.pk)]


def test_a_silent_gateway_is_asked_three_times_a_run_and_holds_up_nobody(
    cast, followed, accepted, channels, post, monkeypatch, run
):
    monkeypatch.setattr(gateways, "SECONDS", 0.1)
    channels("email", "sms")
    for n in range(30):
        accepted(when=NOW + timedelta(seconds=n), email="" if n < 25 else f"nguoi{n}@hop-thu.vn")
    with PostOffice(trouble="hang", hang=1) as mute:
        Channel.objects.filter(way="sms").update(address=f"http://127.0.0.1:{mute.http_port}/sms")
        run(jobs.follow, at("25 10:20"))
        run(jobs.deliver, at("25 10:20"))
        states = Counter(Delivery.objects.values_list("way", "state", "tries"))
        assert states == {("sms", "failed", 1): 3, ("sms", "queued", 0): 22, ("email", "sent", 1): 5}
    channels("sms")
    run(jobs.deliver, at("25 10:21"))
    assert {d.state for d in Delivery.objects.all()} == {State.SENT}


def test_an_answer_that_comes_late_counts_when_it_is_yes(cast, followed, accepted, channels, run):
    channels("sms")
    accepted()
    run(jobs.follow, NOW)
    [row] = actions.take(by=cast.system, at=NOW)
    actions.take(by=cast.system, at=NOW + timedelta(minutes=10))  # the second worker has it now
    said = {"by": cast.system, "at": NOW + timedelta(minutes=11), "delivery_id": row.pk}
    no = actions.record(**said, number=1, outcome=Outcome.AGAIN, words="503")
    assert (no.state, no.tries) == (State.QUEUED, 2)
    yes = actions.record(**said, number=2, outcome=Outcome.ACCEPTED, words="202")
    assert yes.state == State.SENT
    assert actions.record(**said, number=2, outcome=Outcome.NEVER, words="422").state == State.SENT


def test_an_apology_that_arrived_is_noted_with_its_proof(cast, followed, apologised, channels, post, run, sent):
    channels("email")
    apologised()
    sent(at("26 10:01"))
    letter = Extension.objects.get()
    assert (letter.status, letter.sent_way, letter.sent_at) == ("sent", "Thư điện tử", at("26 10:01"))
    assert "250" in letter.proof
    assert EMAIL not in letter.proof
    head = ledger.head(ward_id=cast.ward.pk)
    run(jobs.deliver, at("26 10:02"))
    assert ledger.head(ward_id=cast.ward.pk) == head


def test_an_apology_that_did_not_arrive_is_loud(cast, followed, apologised, channels, post, sent):
    channels("email")
    dossier = apologised()
    post.trouble = "refuse"
    sent(at("26 10:01"))
    [row] = undelivered_apologies(cast["chairman"])
    assert row.message.dossier_id == dossier.pk
    assert Extension.objects.get().status == "approved"
    actions.tell_by_hand(
        by=cast["counter"], at=at("26 10:30"), delivery_id=row.pk, way="Điện thoại", proof="Chị Ngâu nghe máy 10:28"
    )
    assert list(undelivered_apologies(cast["chairman"])) == []
    letter = Extension.objects.get()
    assert (letter.status, letter.sent_way) == ("sent", "Điện thoại")


def test_without_a_channel_the_counter_calls(cast, followed, apologised, post, sent):
    dossier = apologised(email="")
    sent(at("26 10:01"))
    [row] = undelivered_apologies(cast["counter"])
    assert (row.state, row.way, row.address) == (State.TO_CALL, "phone", PHONE)
    assert [t.state for t in told_of(dossier)] == ["to_call", "unreachable"]


def test_a_channel_switched_off_meanwhile_lets_nothing_leave(cast, followed, apologised, channels, post, run):
    channels("sms")
    apologised(email="")
    run(jobs.follow, at("26 10:01"))
    actions.set_channel(by=cast["admin"], at=at("26 10:02"), way=Way.SMS, on=False, address="", sender="")
    run(jobs.deliver, at("26 10:03"))
    assert post.seen == []
    states = dict(Delivery.objects.values_list("message__event", "state"))
    assert states == {"accepted": State.DROPPED, "apology": State.TO_CALL}


def test_a_third_fails_and_everything_arrives_once(cast, followed, accepted, channels, post, sent):
    channels("email", "sms")
    post.fail = 0.34
    for n in range(30):
        accepted(when=NOW + timedelta(seconds=n), email="" if n % 2 else f"nguoi{n}@hop-thu.vn")
    for minute in range(15, 15 + 90):
        sent(NOW + timedelta(minutes=minute))
    assert {d.state for d in Delivery.objects.all()} == {State.SENT}
    assert set(post.kept) == {str(d.pk) for d in Delivery.objects.all()}
    assert sum(line["kept"] and not line["repeat"] for line in post.seen) == 30
    assert ledger.verify(ward_id=cast.ward.pk) is None


def test_a_token_opens_the_gateway_and_is_nowhere_else(cast, followed, accepted, channels, post, monkeypatch, sent):
    post.token = "bi-mat-cua-cong"
    channels("sms")
    accepted()
    [row] = sent(NOW)
    assert (row.state, "401" in row.error) == (State.DEAD, True)
    monkeypatch.setenv("MOTCUA_NOTICES_SMS_H99_16", post.token)
    actions.try_again(by=cast["counter"], at=NOW, delivery_id=row.pk)
    [row] = sent(NOW)
    assert row.state == State.SENT
    assert post.token not in str(list(Channel.objects.values())) + str(list(Delivery.objects.values()))


def test_a_secret_may_lie_in_a_file(tmp_path):
    setting = gateways.Setting(
        way="email", address="", sender="", account="", security="none", ward_code="H99.16", ward_slug=""
    )
    assert gateways.secret(setting, home=tmp_path) == ""
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "notices-email").write_text("chung\n")
    assert gateways.secret(setting, home=tmp_path) == "chung"
    (tmp_path / "secrets" / "notices-email-H99.16").write_text("riêng\n")
    assert gateways.secret(setting, home=tmp_path) == "riêng"


def test_an_address_that_cannot_stand_in_a_header_is_dead(cast, followed, accepted, channels, post, run):
    channels("email")
    accepted()
    run(jobs.follow, NOW)
    Delivery.objects.update(address="a@b.vn\r\nBcc: moi@nguoi.vn")
    run(jobs.deliver, NOW)
    assert Delivery.objects.get().state == State.DEAD
    assert post.seen == []


def test_a_person_of_another_ward_handles_nothing(cast, stranger, followed, apologised, post, sent):
    apologised()
    sent(at("26 10:01"))
    row = Delivery.objects.get(message__event="apology")
    asked = {"at": at("26 10:30"), "delivery_id": row.pk}
    for who in ("counter", "chairman"):
        with pytest.raises(Refused) as no:
            actions.try_again(by=stranger[who], **asked)
        assert no.value.code == "missing"
        with pytest.raises(Refused) as no:
            actions.tell_by_hand(by=stranger[who], **asked, way="Điện thoại", proof="nghe máy")
        assert no.value.code == "missing"
    with pytest.raises(Refused) as no:
        actions.tell_by_hand(by=cast["supervisor"], **asked, way="Điện thoại", proof="nghe máy")
    assert no.value.code == "forbidden"
