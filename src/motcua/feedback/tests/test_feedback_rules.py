"""The pure rules: clocks against the clock itself, likeness, leaks, photos, spam, the classifier."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua import clock
from motcua.acts import Refused
from motcua.clock import standard_calendar
from motcua.feedback import rules
from motcua.feedback.rules import Clock, Kind, LeakKind, Status, photos, tries
from motcua.feedback.rules.indicators import FIGURES, Cell, Counted, Measured, Sums, cell, points, sums
from motcua.feedback.rules.likeness import Text, alike, likeness, ranked
from motcua.promises.rules import ZONE

from .conftest import at, chunk, png

CALENDAR = standard_calendar()
MOMENTS = st.integers(0, 1_000_000).map(lambda minutes: at("2025-07-01 00:00") + timedelta(minutes=minutes))
DAYS = {
    Clock.RECEIVE: 2,
    Clock.REFUSE: 2,
    Clock.ASK: 5,
    Clock.FORWARD: 5,
    Clock.HANDLE: 15,
    Clock.PUBLISH: 2,
}


@given(start=MOMENTS, which=st.sampled_from(Clock))
def test_a_part_ends_so_many_working_days_after_its_receipt(start, which):
    """An oracle that knows no clock: walk day by day and count the working ones."""
    due = clock.due(start=start, limit=rules.limit(which, at=start), calendar=CALENDAR)
    day, left = due.counted_from.astimezone(ZONE).date(), DAYS[which]
    while left:
        day += timedelta(days=1)
        left -= CALENDAR.is_working(day)
    assert due.at == CALENDAR.close_of(day)


@given(start=MOMENTS, waited=st.integers(0, 20), asked=st.integers(1, 10))
def test_waiting_for_the_sender_never_brings_the_due_forward(start, waited, asked):
    mode, _basis = rules.pause_mode(at=start)
    stop = start + timedelta(days=asked)
    pause = clock.Pause(start=stop, end=stop + timedelta(days=waited), mode=mode, ground="supplement")
    limit = rules.limit(Clock.HANDLE, at=start)
    plain = clock.due(start=start, limit=limit, calendar=CALENDAR).at
    paused = clock.due(start=start, limit=limit, calendar=CALENDAR, pauses=(pause,)).at
    assert plain <= paused <= plain + timedelta(days=3 * waited + 25)


TEXTS = st.text("abc đèn hỏng ngõ ", max_size=60)


@given(TEXTS, TEXTS)
def test_likeness_is_symmetric_and_between_nothing_and_all(one, other):
    assert 0 <= alike(one, other) <= 1
    assert alike(one, other) == alike(other, one)


@given(st.lists(st.sampled_from(["đèn", "cống", "rác", "vỡ", "hỏng", "ngập", "tối"]), min_size=1))
def test_the_same_words_are_the_same_whatever_their_accents_and_order(words):
    import unicodedata  # noqa: PLC0415 - beside its only use

    bare = unicodedata.normalize("NFD", " ".join(reversed(words)).upper())
    assert alike(" ".join(words), bare) == 1


def text(words, place="", category="lighting", when="2026-11-23 09:00"):
    return Text(words=words, place=place, category=category, at=at(when))


def test_another_category_or_another_season_is_never_the_same():
    mine = text("đèn hỏng trước chợ")
    assert likeness(mine, text("đèn hỏng trước chợ")) == 1
    assert likeness(mine, text("đèn hỏng trước chợ", category="road")) == 0
    assert likeness(mine, text("đèn hỏng trước chợ", when="2026-08-01 09:00")) == 0
    assert likeness(text("đèn hỏng", "chợ Hoa"), text("đèn hỏng", "cầu Tre")) < 1
    assert (
        likeness(text("ông bà xin kính gửi phường"), text("ông bà xin kính gửi phường")) == 0
    )  # such words say nothing


def test_the_most_alike_comes_first():
    others = [
        ("a", text("rác")),
        ("b", text("đèn hỏng chợ")),
        ("c", text("đèn hỏng")),
        ("d", text("bóng đèn hỏng hết")),
    ]
    assert [key for key, _ in ranked(text("đèn hỏng chợ"), others)] == ["b", "c", "d"]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("Gọi 0912 345 678 nhé", [LeakKind.PHONE]),
        ("+84 912.345.678", [LeakKind.PHONE]),
        ("số 000190000123", [LeakKind.NUMBER]),
        ("CMND 000-900-123", [LeakKind.NUMBER]),
        ("thư về a.b@c.vn", [LeakKind.EMAIL]),
        ("bà TRẦN THỊ NGÂU nói", [LeakKind.NAME]),
        ("chi thi ngau noi", [LeakKind.NAME]),
        ("Ngâu nở ngoài ngõ", []),
        ("từ 25/11/2026 đến 30/11/2026, ngõ 12 số 8", []),
        ("thửa 1234, tờ 56", []),
        ("", []),
    ],
)
def test_leaks_are_found(said, kinds):
    assert [one.kind for one in rules.leaks(said, name="Trần Thị Ngâu")] == kinds


@given(st.text(max_size=200), st.text(max_size=30), st.text(max_size=12))
def test_looking_for_leaks_never_fails(said, name, phone):
    rules.leaks(said, name=name, phone=phone)


def jpeg(*segments, width=30, height=20):
    size = b"\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + b"\x01\x01\x11\x00"
    parts = (*segments, segment(0xC0, size), segment(0xDA, b"\x01\x01\x00\x00\x3f\x00"))
    return b"\xff\xd8" + b"".join(parts) + b"\x00\x11\x22" + b"\xff\xd9"


def segment(marker, body):
    return b"\xff" + bytes([marker]) + (len(body) + 2).to_bytes(2, "big") + body


def exif(turned, order="little"):
    mark = b"II" if order == "little" else b"MM"
    number = lambda value, size: value.to_bytes(size, order)  # noqa: E731 - a word for four calls
    entries = number(2, 2) + number(0x010F, 2) + number(2, 2) + number(4, 4) + b"Sony"
    held = number(turned, 2) + b"\0\0"
    entries += number(0x0112, 2) + number(3, 2) + number(1, 4) + held
    return b"Exif\0\0" + mark + number(42, 2) + number(8, 4) + entries + number(0, 4) + b"GPS 10.8 106.6"


@pytest.mark.parametrize("order", ["little", "big"])
def test_a_jpeg_keeps_its_picture_and_how_it_is_turned_and_nothing_else(order):
    sent = jpeg(segment(0xE0, b"JFIF\0"), segment(0xE1, exif(6, order)), segment(0xFE, b"Ngau's phone")) + b"<script>"
    found = photos.read(sent)
    assert (found.width, found.height) == (20, 30)  # turned a quarter
    for secret in (b"GPS", b"Sony", b"Ngau", b"<script>"):
        assert secret not in found.content
    assert b"JFIF" in found.content
    assert photos.read(found.content) == found  # cleaning twice changes nothing


def test_a_png_loses_its_words():
    sent = png(7, 9, chunk(b"tEXt", b"Author\0Ngau") + chunk(b"eXIf", b"GPS") + chunk(b"pHYs", b"\0" * 9))
    found = photos.read(sent)
    assert (found.width, found.height) == (7, 9)
    assert b"Ngau" not in found.content
    assert b"GPS" not in found.content
    assert b"pHYs" in found.content
    assert photos.read(found.content) == found


@given(
    st.sampled_from([b"\xff\xd8", b"\x89PNG\r\n\x1a\n", jpeg()[:40], png()[:50], jpeg(segment(0xE1, exif(6)))]),
    st.binary(max_size=80),
)
def test_whatever_bytes_come_are_a_photo_or_a_sentence(start, rest):
    try:
        found = photos.read(start + rest)
    except Refused as no:
        assert no.code in {"photo.type", "photo.damaged"}  # noqa: PT017 - any other error is a bug and fails by itself
    else:
        assert found.width > 0
        assert found.height > 0


def test_a_bomb_of_pixels_is_no_photo():
    with pytest.raises(Refused, match=r"photo\.damaged"):
        photos.read(jpeg(width=60_000, height=60_000))


@pytest.mark.parametrize(
    ("said", "is_spam"),
    [
        ("Đèn trước chợ hỏng", False),
        ("Xem ảnh ở www.anh.vn, đèn hỏng lâu rồi", False),
        ("mua ngay www.a.vn http://b.vn", True),
        ("aaaaaaaaaaaaaaaaaaaa bbbb cccc dddd", True),
        ("!!!", True),
    ],
)
def test_what_looks_like_spam(said, is_spam):
    assert tries.suspect(subject="", text=said) is is_spam


@given(st.text(max_size=40))
def test_a_receipt_typed_anyhow_is_tidied_once(typed):
    assert rules.tidy(rules.tidy(typed)) == rules.tidy(typed)


MEASURED = st.builds(
    Measured,
    outcome=st.sampled_from(["", "early", "on_time", "late"]),
    late_after=MOMENTS,
    paused_at=st.none() | MOMENTS,
    released_at=st.none() | MOMENTS,
)


@given(st.sampled_from(Status), st.dictionaries(st.sampled_from(Clock), st.lists(MEASURED, max_size=2)), MOMENTS)
def test_every_feedback_is_in_exactly_one_cell_and_late_only_by_a_clock(status, promises, moment):
    found = cell(status=status, promises=promises, at=moment)
    assert (found is Cell.ASIDE) == (status is Status.ROUTED)
    if not any(one.late(moment) for many in promises.values() for one in many):
        assert found not in {Cell.DONE_LATE, Cell.OPEN_LATE}


@given(
    st.lists(
        st.builds(
            Counted,
            cell=st.sampled_from(Cell),
            kind=st.sampled_from(Kind),
            liked=st.none() | st.booleans(),
            repeated=st.booleans(),
            merged=st.booleans(),
        )
    )
)
def test_the_sums_hold_whatever_comes(rows):
    found = sums(rows)
    assert set(found.figures) == set(FIGURES)
    for parts, whole in Sums.IDENTITIES:
        assert sum(found.figures[name] for name in parts) == found.figures[whole]
    assert found.figures["all"] + found.figures["aside"] == len(rows)


def test_looking_again_heals_no_lateness():
    past, future = at("2026-11-20 17:00"), at("2026-12-20 17:00")
    late = Measured(outcome="late", late_after=past)
    fine = Measured(outcome="early", late_after=future)
    found = cell(status=Status.PUBLISHED, promises={Clock.HANDLE: [late, fine]}, at=at("2026-11-26 09:00"))
    assert found is Cell.DONE_LATE


def test_points_are_linear_and_full_when_there_was_nothing():
    from decimal import Decimal  # noqa: PLC0415 - beside its only use

    assert points(None, most=6) == 6
    assert points(Decimal(50), most=6) == 3
    assert points(Decimal("95.89"), most=6) == Decimal("5.75")


def test_categories_are_named_twice_and_once_each():
    assert len({c.code for c in rules.CATEGORIES}) == len(rules.CATEGORIES)
    assert all(c.vi and c.en for c in rules.CATEGORIES)
    assert {c.kind for c in rules.CATEGORIES} == set(Kind)
    assert rules.kind_of("gone") is Kind.OTHER
