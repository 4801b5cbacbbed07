"""Wordings, quiet hours, waiting times, addresses: the rules without a database."""

from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.acts import Refused
from motcua.notices import rules
from motcua.notices.rules import EVENTS, Contact, Event, Language, Place, Purpose, Slot, Way, Words
from motcua.notices.rules.places import IN_SHORT

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
RESIDENTS = [event for event in Event if event is not Event.OFFICER]
SECRET = {
    Place.NAME: "NGƯỜI-NỘP",
    Place.PROCEDURE: "THỦ-TỤC",
    Place.REASON: "LÝ-DO",
    Place.ITEMS: ("GIẤY-TỜ",),
    Place.AMOUNT: 987654321,
    Place.ANSWER: "TRẢ-LỜI",
}
OPEN = {
    Place.CODE: "H99.16-261125-0001",
    Place.DUE: rules.LONG_DATE,
    Place.OLD_DUE: rules.LONG_DATE,
    Place.NEW_DUE: rules.LONG_DATE,
    Place.LETTER: "07/XL-UBND",
    Place.SURVEY: "https://motcua.hoa-gao.gov.vn/s/ABCDEFGH",
    Place.WARD: "Phường Hoa Gạo Đông Hưng",
    Place.OFFICE: "Trung tâm Phục vụ hành chính công",
    Place.ADDRESS: "Số 1, đường Hoa Gạo",
    Place.PHONE: "0900 000 016",
    Place.LINK: "https://motcua.hoa-gao.gov.vn/lookup/?code=H99.16-261125-0001",
}
moments = st.integers(0, 20 * 365 * 24 * 60).map(
    lambda minutes: datetime(2019, 1, 1, tzinfo=ZONE) + timedelta(minutes=minutes)
)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("slot", Slot)
@pytest.mark.parametrize("event", RESIDENTS)
def test_every_default_can_be_kept_and_filled(event, slot, language):
    words = rules.default(event, slot, language)
    rules.check(event=event, slot=slot, words=words)
    filled = rules.fill(words, {**OPEN, **SECRET}, language)
    assert "{" not in filled.text + filled.subject
    assert "–" not in filled.text.replace(OPEN[Place.WARD], "")  # every blank had a value
    assert bool(filled.subject) is (slot is Slot.EMAIL)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("event", RESIDENTS)
def test_a_short_message_says_nothing_personal_beyond_the_code(event, language):
    text = rules.fill(rules.default(event, Slot.SHORT, language), {**OPEN, **SECRET}, language).text
    for value in (*(v for v in SECRET.values() if isinstance(v, str)), "GIẤY-TỜ", "987"):
        assert value not in text
    assert OPEN[Place.CODE] in text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("event", RESIDENTS)
def test_one_sms_holds_it(event, language):
    text = rules.unaccented(rules.fill(rules.default(event, Slot.SHORT, language), OPEN, language).text)
    assert text.isascii()
    assert len(text) <= rules.SHORT_MOST, text


@pytest.mark.parametrize("event", Event)
def test_the_page_names_nobody(event):
    assert Place.NAME not in rules.allowed(event, Slot.PAGE)
    assert rules.allowed(event, Slot.SHORT) <= IN_SHORT


@pytest.mark.parametrize("event", [e for e in Event if EVENTS[e].purpose is Purpose.DUTY])
def test_every_duty_has_a_law(event):
    assert rules.duty_basis(event, date(2026, 11, 25))


def test_what_is_no_duty_has_none():
    assert rules.duty_basis(Event.ACCEPTED, date(2026, 11, 25)) == ""


@pytest.mark.parametrize(
    ("slot", "words", "code"),
    [
        (Slot.EMAIL, Words(subject="", text="Có chữ"), "wording.empty"),
        (Slot.EMAIL, Words(subject="Có", text=" \n "), "wording.empty"),
        (Slot.EMAIL, Words(subject="{mã}", text="Có"), "wording.unknown"),
        (Slot.EMAIL, Words(subject="Có", text="{hẹn mới}"), "wording.unknown"),  # known, but not for this event
        (Slot.EMAIL, Words(subject="Có", text="a } b"), "wording.braces"),
        (Slot.EMAIL, Words(subject="Có", text="{{mã hồ sơ}}"), "wording.braces"),
        (Slot.SHORT, Words(text="{người nộp}"), "wording.personal"),
        (Slot.PAGE, Words(text="{người nộp}"), "wording.unknown"),
    ],
)
def test_words_that_cannot_be_kept(slot, words, code):
    with pytest.raises(Refused) as no:
        rules.check(event=Event.READY, slot=slot, words=words)
    assert no.value.code == code


def test_a_blank_typed_in_another_form_of_unicode_is_the_same():
    import unicodedata  # noqa: PLC0415 - beside its only use

    typed = Words(text=unicodedata.normalize("NFD", "Hồ sơ { Mã hồ sơ }"))
    rules.check(event=Event.READY, slot=Slot.SHORT, words=typed)
    assert rules.fill(typed, OPEN, Language.VIETNAMESE).text.endswith("H99.16-261125-0001")


@given(st.text(max_size=300))
def test_a_filled_value_is_never_read_as_a_blank(value):
    filled = rules.fill(Words(text="[{lý do}]"), {Place.REASON: value}, Language.VIETNAMESE)
    assert filled.text == (f"[{value}]".strip() if value else "[–]")


@given(st.text(max_size=300))
def test_an_sms_is_plain(text):
    assert rules.unaccented(text).isascii()


def test_an_sms_without_marks_reads_well():
    assert rules.unaccented("Phường Đông – “hẹn trả” 17:00…") == 'Phuong Dong - "hen tra" 17:00...'


@given(moments)
def test_nobody_is_written_to_at_night_and_nobody_waits_longer_than_the_night(at):
    leaves = rules.after_quiet(at)
    assert 7 <= leaves.astimezone(ZONE).hour < 21
    assert timedelta(0) <= leaves - at <= timedelta(hours=10)
    assert rules.after_quiet(leaves) == leaves
    if 7 <= at.hour < 21:
        assert leaves == at


@given(moments, st.integers(1, 30))
def test_waiting_times_grow_and_end(at, tries):
    again = rules.again_at(tries=tries, at=at)
    if tries > 8:
        assert again is None
        return
    assert again is not None
    assert again > at
    later = rules.again_at(tries=tries + 1, at=at)
    assert later is None or later >= again


@given(moments)
def test_a_lease_outlasts_a_batch_of_silent_gateways(at):
    from motcua.notices.actions.delivering import BATCH  # noqa: PLC0415 - beside its only use
    from motcua.notices.gateways import SECONDS  # noqa: PLC0415 - the same

    # a connection may be silent once for each of connect, greeting and answer; a batch of these ends before its lease
    assert rules.lease_end(at) - at > timedelta(seconds=SECONDS * BATCH)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Ngau@Hop-Thu.VN ", "ngau@hop-thu.vn"),
        ("a@b.vn\nBcc: c@d.vn", ""),
        ("không có", ""),
        ("a@b", ""),
        ("a b@c.vn", ""),
        ("<a@b.vn>", ""),
        ("ngâu@b.vn", ""),
    ],
)
def test_an_address_for_a_header(typed, kept):
    assert rules.clean_email(typed) == kept


@given(st.text(max_size=80))
def test_no_address_carries_a_header(typed):
    cleaned = rules.clean_email(typed)
    assert not set(cleaned) & set("\r\n <>,;")


def test_the_first_way_that_is_on_and_has_an_address():
    both = Contact(email="a@b.vn", phone="+84 900 000 123")
    order = rules.order(datetime(2026, 11, 25, tzinfo=ZONE))
    assert rules.chosen(contact=both, order=order, on={"email", "sms"}) == (Way.EMAIL, "a@b.vn")
    assert rules.chosen(contact=both, order=order, on={"zalo", "sms"}) == (Way.ZALO, "0900000123")
    assert rules.chosen(contact=Contact(phone="12"), order=order, on={"zalo", "sms"}) is None
    assert rules.chosen(contact=both, order=order, on=()) is None


def test_addresses_are_masked_and_hashed_by_ward():
    assert rules.masked("ngau@hop-thu.vn") == "ng•••@hop-thu.vn"
    assert rules.masked("0900000123") == "09•• ••• •23"
    one, other = (rules.hashed(ward_id=UUID(int=n), address="a@b.vn") for n in (1, 2))
    assert one != other
    assert len(one) == 40
