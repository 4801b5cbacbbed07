"""Dossiers that were handed over, and people who answer."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from motcua.dossiers import actions as dossiers
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Applicant, Channel, Intake, NewResult, ReturnWay
from motcua.surveys import actions, queries
from motcua.surveys.models import Answer
from motcua.surveys.rules import Sheet, Way

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def moment(text: str) -> datetime:
    """A moment in the office's time zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


class Street:
    """People of a ward who got their results and say what they think."""

    def __init__(self, cast: Any, catalogue: Any, papers: Any) -> None:
        self.cast, self.catalogue, self.papers = cast, catalogue, papers

    def returned(self, when: str = "2026-10-12 09:00", case: str = "marriage", **who: str) -> Dossier:
        """A dossier handed over half an hour after it was handed in; `who` plays the parts."""
        begun, case_id = moment(when), self.catalogue[case]
        dossier = dossiers.accept(
            by=self.cast[who.get("counter", "counter")],
            at=begun,
            intake=Intake(
                case_id=case_id,
                channel=Channel.DIRECT,
                applicant=Applicant(name="Trần Thị Ngâu", id_number="000190000123", phone="0900000123"),
                papers=self.papers(case_id),
                exemption="Miễn theo quy định" if case == "land" else "",
            ),
        )
        worker = who.get("specialist", "land" if case == "land" else "specialist")
        for n, name in enumerate((who.get("counter", "counter"), worker, "leader", "clerk"), start=1):
            last = name == "clerk"
            result = NewResult(name="Giấy chứng nhận") if last else None
            at = begun + timedelta(minutes=5 * n)
            dossiers.advance(by=self.cast[name], at=at, dossier_id=dossier.pk, result=result)
        return dossiers.return_result(
            by=self.cast["counter2"],
            at=begun + timedelta(minutes=30),
            dossier_id=dossier.pk,
            way=ReturnWay.IN_PERSON,
            receiver="Trần Thị Ngâu",
        )

    def sheets(self, overall: int = 5, when: datetime | None = None, **more: int) -> list[Sheet]:
        """What one person answers to everything a link asks."""
        at = when or moment("2026-10-12 10:00")
        asked = queries.asked(ward_id=self.cast.ward.pk, way=Way.LINK, on=at.date())
        said = {"sipas": {"overall": overall, **more}, "evaluation": {"attitude": 2, "contacts": 2, "agencies": 1}}
        return [Sheet(instrument=one, choices=said[one.code]) for one in asked]

    def answered(
        self, dossier: Dossier, overall: int = 5, after: int = 60, words: str = "", **more: int
    ) -> list[Answer]:
        """The person of a dossier answers `after` minutes after the return."""
        at = dossier.closed_at + timedelta(minutes=after)
        return actions.answer(
            by=self.cast.system,
            at=at,
            dossier_id=dossier.pk,
            sheets=self.sheets(overall, at, **more),
            words=words,
            seconds=90,
        )

    def crowd(self, happy: int, sad: int = 0, when: str = "2026-10-12", case: str = "marriage", **who: str) -> None:
        """So many people, one dossier each, the happy ones first."""
        for n in range(happy + sad):
            at = f"{when} {8 + n // 30:02d}:{n % 30 * 2:02d}"
            self.answered(self.returned(at, case, **who), 5 if n < happy else 2)


@pytest.fixture
def at() -> Callable[[str], datetime]:
    """A moment in the office's time zone."""
    return moment


@pytest.fixture
def street(cast: Any, catalogue: Any, papers: Any) -> Street:
    """People of Phường Hoa Gạo."""
    return Street(cast, catalogue, papers)
