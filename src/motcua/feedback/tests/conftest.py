"""Feedback of Phường Hoa Gạo, all invented."""

import zlib
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from motcua.feedback import actions
from motcua.feedback.actions import NewFeedback, NewSender
from motcua.feedback.models import Case
from motcua.feedback.queries.cases import sender_actor
from motcua.feedback.rules import Channel, Privacy

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def png(width=4, height=3, extra=b""):
    """A real picture of one colour; `extra` chunks before its pixels."""
    rows = (b"\x00" + b"\x20\x60\x40" * width) * height
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    parts = chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def chunk(kind, body):
    """One part of a PNG."""
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


PNG = png()


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.fixture
def lodged(cast):
    """Lodge a feedback on Monday 23/11/2026, 09:00, from the page of the ward unless said otherwise."""

    def lodge(when="2026-11-23 09:00", *, by=None, **more):
        given = {
            "once": uuid4(),
            "category": "lighting",
            "subject": "Đèn đường ngõ Hoa Giấy hỏng",
            "text": "Ba bóng đèn trước số 8 ngõ Hoa Giấy không sáng từ tuần trước, tối đi lại nguy hiểm.",
            "place": "Trước số 8, ngõ Hoa Giấy",
            "sender": NewSender(name="Trần Thị Ngâu", phone="0900000123", email="ngau@example.vn"),
            "privacy": Privacy.NAMED,
            "channel": Channel.ONLINE,
        }
        new = NewFeedback(**{**given, **more})
        return actions.lodge(by=by or sender_actor(cast.ward.pk), at=at(when), new=new)

    return lodge


@pytest.fixture
def accepted(cast, lodged):
    """A feedback that the counter accepted at 10:00 of its day for the division of infrastructure."""

    def accept(when="2026-11-23 09:00", **more):
        case = lodged(when, **more)
        return actions.accept(
            by=cast["counter"], at=at(when).replace(hour=10), case_id=case.pk, unit_id=cast.units["KT"].pk
        )

    return accept


@pytest.fixture
def answered(cast, accepted):
    """One that was answered two days later and waits to be published."""

    def answer(when="2026-11-23 09:00", then="2026-11-25 09:00", **more):
        case = accepted(when, **more)
        actions.answer(by=cast["land"], at=at(then), case_id=case.pk, text="Đã thay ba bóng đèn ngày 24/11/2026.")
        return actions.approve(
            by=cast["leader"], at=at(then).replace(hour=11), case_id=case.pk, text="Đã thay ba bóng đèn 24/11/2026."
        )

    return answer


def again(case) -> Case:
    """The feedback as it is now."""
    return Case.objects.select_related("promise").get(pk=case.pk)
