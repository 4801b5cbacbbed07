"""One dossier on its way, and what every verb promises: who may, who is told, nothing written when refused."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from motcua.acts import Actor, Refused
from motcua.dossiers import actions
from motcua.dossiers.models import (
    Consultation,
    Dossier,
    Escalation,
    Extension,
    Mark,
    MarkNote,
    Paper,
    Payment,
    Result,
    Return,
    Step,
    Supplement,
)
from motcua.dossiers.rules import Applicant, Channel, Intake, NewResult
from motcua.ledger.models import Act, Chain, Counter
from motcua.promises.models import DueChange, Pause, Promise

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TABLES = (
    Act,
    Chain,
    Consultation,
    Counter,
    Dossier,
    DueChange,
    Escalation,
    Extension,
    Mark,
    MarkNote,
    Paper,
    Pause,
    Payment,
    Promise,
    Result,
    Return,
    Step,
    Supplement,
)
WALK = (  # who completes which station, and when
    ("work", "counter", "2026-11-12 09:30"),
    ("sign", "specialist", "2026-11-13 10:00"),
    ("release", "leader", "2026-11-13 14:00"),
    ("return", "clerk", "2026-11-16 09:00"),
)


def moment(text: str) -> datetime:
    """A moment in the office's time zone: `at("2026-11-12 09:10")`."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row an act on a dossier could write."""
    return {model.__name__: sorted(model.objects.values_list(), key=str) for model in TABLES}


class Play:
    """A ward, its people, and a dossier as far on its way as a test wants it."""

    def __init__(self, cast: Any, catalogue: Any, papers: Any) -> None:
        self.cast, self.catalogue, self.papers = cast, catalogue, papers

    everything = staticmethod(everything)

    def intake(self, case: str = "marriage", **said: Any) -> Intake:
        """What the counter knows of a new dossier, all papers there."""
        case_id = self.catalogue[case]
        return Intake(
            **{
                "case_id": case_id,
                "channel": Channel.DIRECT,
                "applicant": Applicant(name="Trần Thị Ngâu", id_number="000190000123", phone="0900000123"),
                "papers": self.papers(case_id),
                **said,
            }
        )

    def lodged(self, case: str = "marriage", when: str = "2026-11-12 09:00", **said: Any) -> Dossier:
        """A dossier that waits at the door."""
        return actions.lodge(by=self.cast["counter"], at=moment(when), intake=self.intake(case, **said))

    def accepted(self, case: str = "marriage", when: str = "2026-11-12 09:10", **said: Any) -> Dossier:
        """An accepted dossier, still at the counter."""
        return actions.accept(by=self.cast["counter"], at=moment(when), intake=self.intake(case, **said))

    def walked(self, to: str = "work") -> Dossier:
        """An accepted dossier at a station: work, sign, release or return (its result is there)."""
        dossier = self.accepted()
        for station, who, when in WALK:
            last = station == "return"
            result = NewResult(name="Giấy chứng nhận kết hôn", number="12/2026") if last else None
            actions.advance(by=self.cast[who], at=moment(when), dossier_id=dossier.pk, result=result)
            if station == to:
                break
        return Dossier.objects.select_related("promise", "step__promise").get(pk=dossier.pk)

    @contextmanager
    def refused(self, code: str) -> Iterator[list[Refused]]:
        """The act inside is refused with this code, and no row of any table has changed."""
        before, told = everything(), []
        try:
            with transaction.atomic():
                yield told
        except Refused as no:
            told.append(no)
        assert [no.code for no in told] == [code]
        assert told[0].vi
        assert told[0].en
        assert everything() == before

    def who_may(self, act: Callable[[Actor], object]) -> set[str]:
        """Everybody of the ward tries; who is not refused. Whoever is, for their position, not for the dossier."""
        able = set()
        for name in self.cast.people:
            point = transaction.savepoint()
            try:
                act(self.cast[name])
                able.add(name)
            except Refused as no:
                assert no.code in {"forbidden", "step.assigned"}, f"{name}: {no}"  # noqa: PT017 - each is looked at
            finally:
                transaction.savepoint_rollback(point)
        return able

    def told_who_moved_it(self, dossier: Dossier, act: Callable[[int], object]) -> None:
        """Whoever saw an older state is told who moved it and when, and changes nothing."""
        with self.refused("dossier.moved") as told:
            act(dossier.seen_no - 1)
        assert dossier.touched_by in told[0].vi
        assert dossier.touched_at.astimezone(ZONE).strftime("%H:%M, %d/%m/%Y") in told[0].vi

    def last_act(self) -> Act:
        """The newest act of the ward."""
        return Act.objects.filter(ward_id=self.cast.ward.pk).latest("number")

    def changed(self, kind: str) -> dict[str, Any]:
        """What the newest act says of records of a kind: field → [old, new]."""
        found: dict[str, Any] = {}
        for entry in self.last_act().changes:
            if entry["kind"] == kind:
                found |= entry["set"]
        return found


@pytest.fixture
def at() -> Callable[[str], datetime]:
    """A moment in the office's time zone: `at("2026-11-12 09:10")`."""
    return moment


@pytest.fixture
def play(cast: Any, catalogue: Any, papers: Any) -> Play:
    """A ward with its people, and dossiers on their way."""
    return Play(cast, catalogue, papers)
