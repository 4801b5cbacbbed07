"""A counter where people were served, and some of them were not treated well."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from motcua.conduct import actions
from motcua.conduct.models import Check
from motcua.conduct.rules import Presence
from motcua.dossiers import actions as dossiers
from motcua.dossiers.rules import Applicant, Channel, Intake, NewResult, ReturnWay
from motcua.surveys import actions as surveys
from motcua.surveys import queries
from motcua.surveys.models import Answer
from motcua.surveys.rules import Sheet, Way

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
GRAVE = "Hỏi giờ trả kết quả thì bị quát."
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001 0005fe02fea7350081 0000000049454e44ae426082".replace(" ", "")
)


def moment(text: str) -> datetime:
    """A moment in the office's time zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


class Counter:
    """People served by the specialist of Phường Hoa Gạo, one dossier each."""

    def __init__(self, cast: Any, catalogue: Any, papers: Any) -> None:
        self.cast, self.catalogue, self.papers = cast, catalogue, papers

    def served(self, when: str, *, attitude: int = 5, words: str = "") -> list[Answer]:
        """Somebody gets a result and answers an hour later."""
        begun, case_id = moment(when), self.catalogue["marriage"]
        dossier = dossiers.accept(
            by=self.cast["counter"],
            at=begun,
            intake=Intake(
                case_id=case_id,
                channel=Channel.DIRECT,
                applicant=Applicant(name="Trần Thị Ngâu", id_number="000190000123", phone="0900000123"),
                papers=self.papers(case_id),
            ),
        )
        for n, name in enumerate(("counter", "specialist", "leader", "clerk"), start=1):
            result = NewResult(name="Giấy chứng nhận") if name == "clerk" else None
            dossiers.advance(by=self.cast[name], at=begun + timedelta(minutes=n), dossier_id=dossier.pk, result=result)
        returned = begun + timedelta(minutes=10)
        dossiers.return_result(
            by=self.cast["counter2"],
            at=returned,
            dossier_id=dossier.pk,
            way=ReturnWay.IN_PERSON,
            receiver="Trần Thị Ngâu",
        )
        at = returned + timedelta(hours=1)
        said = {"sipas": {"overall": attitude, "attitude": attitude}, "evaluation": {"attitude": 1}}
        asked = queries.asked(ward_id=self.cast.ward.pk, way=Way.LINK, on=at.date())
        return surveys.answer(
            by=self.cast.system,
            at=at,
            dossier_id=dossier.pk,
            sheets=[Sheet(instrument=one, choices=said[one.code]) for one in asked],
            words=words,
            seconds=60,
        )

    def crowd(self, people: int, month: str = "2026-10") -> None:
        """So many content people."""
        for n in range(people):
            self.served(f"{month}-12 {8 + n // 4:02d}:{n % 4 * 15:02d}")


@pytest.fixture
def at() -> Callable[[str], datetime]:
    """A moment in the office's time zone."""
    return moment


@pytest.fixture
def counter(cast: Any, catalogue: Any, papers: Any) -> Counter:
    """See `Counter`."""
    return Counter(cast, catalogue, papers)


@pytest.fixture
def checked(cast: Any, at: Any) -> Callable[..., Check]:
    """A check by the chairman; what is said otherwise replaces the usual."""

    def record(**said: Any) -> Check:
        usual = {
            "by": cast["chairman"],
            "at": at("2026-11-24 16:00"),
            "held_at": at("2026-11-24 14:10"),
            "unit_id": cast.units["MC"].pk,
            "place": "Quầy số 2",
            "checker": "Chủ tịch UBND Chu Văn Lát",
            "seen": ["queue", "absent"],
            "words": "Bảy người chờ, quầy không có ai trong mười lăm phút.",
            "found": {
                cast.people["counter"].pk: Presence.ABSENT,
                cast.people["counter2"].pk: Presence.PRESENT,
            },
            "demand": "Lúc nào cũng có người ở quầy; dán số điện thoại người thay.",
            "due_on": at("2026-11-27 00:00").date(),
        }
        return actions.record_check(**{**usual, **said})

    return record
