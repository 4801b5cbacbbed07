"""Random lives: what the report counts is what the records say at that moment, and a past moment never changes."""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from motcua.acts import Refused
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Channel, ReturnWay
from motcua.figures import queries
from motcua.figures.queries.lists import all_rows
from motcua.figures.rules import Group
from motcua.figures.tests.lives import Lives, at

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
WAITING = {"waiting", "owing"}
WITHOUT_CASE = {"finished": "settled", "returned": "settled", "turned_away": "turned_away", "awaiting": "waiting_door"}
LIKELY = {
    "lodged": ("accept", "withdraw"),
    "awaiting": ("accept", "accept", "withdraw"),
    "processing": ("advance",) * 7 + ("ask_supplement", "ask_supplement", "require_payment", "withdraw", "refuse"),
    "waiting": ("complete_supplement", "complete_supplement", "withdraw"),
    "owing": ("take_payment", "take_payment", "withdraw"),
    "finished": ("return_result",),
}


@dataclass
class Memory:
    """What somebody with a notebook knows of a dossier: never asked of the view."""

    paused: datetime | None = None
    asked: int = 0
    withdrawn: str = ""


@dataclass
class Play:
    """Plays acts at random and keeps the notebook."""

    it: Lives
    dice: random.Random
    notes: dict[UUID, Memory] = field(default_factory=dict)
    done: Counter = field(default_factory=Counter)

    def start(self, now):
        kind = self.dice.choice(["accept", "accept", "accept", "lodge", "turn_away", "ask_completion"])
        case = self.dice.choice(["birth", "marriage", "marriage", "land"])
        channel = self.dice.choice(list(Channel))
        intake = self.it.intake(case, channel, self.dice.choice(["", "full", "3"]) if channel == "online" else "")
        by, more = self.it.cast["counter"], {}
        if kind == "turn_away":
            more = {"reason": "Không thuộc thẩm quyền"}
        if kind == "ask_completion":
            more = {"reason": "Thiếu tờ khai", "items": ("Tờ khai",)}
        pk = getattr(actions, kind)(by=by, at=now, intake=intake, **more).pk
        self.notes[pk] = Memory()
        self.done[kind] += 1

    def go_on(self, now):  # noqa: C901, PLR0912 - one line for each act
        ended = {d.pk for d in Dossier.objects.filter(status__in=("returned", "withdrawn", "turned_away"))}
        open_ones = [pk for pk in self.notes if pk not in ended]
        if not open_ones:
            return
        dossier = Dossier.objects.get(pk=self.dice.choice(open_ones))
        memory, cast = self.notes[dossier.pk], self.it.cast
        role = {"counter": "counter", "specialist": "specialist", "leader": "leader", "clerk": "clerk"}
        who = cast["land" if dossier.unit_id == cast.units["KT"].pk else "specialist"]
        kind = self.dice.choice(LIKELY.get(dossier.status, ("accept",)))
        more, by = {}, who
        if kind == "advance" and dossier.step_id:
            by = who if dossier.step.role == "specialist" else cast[role[dossier.step.role]]
        if kind == "return_result":
            by, more = cast["counter"], {"way": ReturnWay.IN_PERSON, "receiver": "Trần Thị Ngâu"}
        if kind == "ask_supplement":
            by = cast["leader"] if memory.asked else who
            more = {"items": ("Bản sao",), "reason": "Thiếu bản sao"}
            more |= {"override_basis": "Công văn 12/UBND"} if memory.asked else {}
        if kind == "require_payment":
            more = {"amount": Decimal(120000), "reason": "Thuế"}
        if kind in {"complete_supplement", "take_payment", "withdraw", "accept"}:
            by = cast["counter"]
        if kind in {"withdraw", "refuse"}:
            more = {"reason": "Đổi ý"}
        if kind == "accept":
            more = {"complete": True}
        if kind == "withdraw" and dossier.accepted_at:
            overdue = (memory.paused or now) > dossier.promise.late_after
            left = "withdrawn_overdue" if overdue else "withdrawn_in_time"
        else:
            left = "withdrawn_door"
        try:
            getattr(actions, kind)(by=by, at=now, dossier_id=dossier.pk, **more)
        except Refused:
            return
        self.done[kind] += 1
        if kind in {"ask_supplement", "require_payment"}:
            memory.paused = now
            memory.asked += kind == "ask_supplement"
        if kind in {"complete_supplement", "take_payment"}:
            memory.paused = None
        if kind == "withdraw":
            memory.withdrawn = left

    def cells(self, now):
        """Where every dossier of November's base stands, by its present state and the notebook."""
        opens = at(f"{FIRST} 00:00")
        found = {}
        for dossier in Dossier.objects.select_related("promise"):
            ended = dossier.finished_at or dossier.closed_at
            if ended is None or ended >= opens:
                found[dossier.code] = self.cell(dossier, now)
        return found

    def cell(self, dossier, now):
        memory, promise = self.notes[dossier.pk], dossier.promise
        said = WITHOUT_CASE.get(dossier.status) or memory.withdrawn
        if said == "settled":
            late = dossier.finished_at > promise.late_after
            assert late == (promise.outcome == "late")
            return f"settled_{promise.outcome}"
        if said:
            return said
        if dossier.status in WAITING:
            again = dossier.status == "waiting" and memory.asked > 1
            return "waiting_overdue" if memory.paused > promise.late_after or again else "waiting_in_time"
        overdue = promise is not None and now > promise.late_after
        return "progress_overdue" if overdue else "progress_in_time"


def seen(lives, now):
    """Every group of the report, and each dossier's cell, as of a moment."""
    by, reports = lives.cast["counter"], {}
    for group in Group:
        report = queries.report(by=by, from_=FIRST, to=LAST, as_of=now, group=group.value)
        assert report.broken == ()
        reports[group] = queries.report_json(report)
    cells = {row.code: row.bucket.cell.value for row in all_rows(ward_id=by.ward_id, scope=report.scope)}
    assert len(cells) == report.total.figures["received"]
    return reports, cells


@pytest.mark.parametrize("seed", [20261101, 766])
def test_a_report_agrees_with_a_notebook_and_its_past_stands_still(cast, catalogue, papers, seed):
    dice = random.Random(seed)
    play = Play(Lives(cast, catalogue, papers), dice)
    now, kept = at("2026-10-19 08:00"), {}
    for n in range(240):
        now += timedelta(hours=dice.choice([1, 2, 5]), minutes=dice.randrange(60))
        if n % 5 == 0:
            play.start(now)
        else:
            play.go_on(now)
        if n % 20 == 19 and now >= at("2026-11-01 00:00") and now < at("2026-12-01 00:00"):
            kept[now] = seen(play.it, now)
            assert kept[now][1] == play.cells(now)
    assert len(kept) > 4
    assert {"advance", "ask_supplement", "complete_supplement", "withdraw", "return_result"} <= play.done.keys()
    for then, said in kept.items():
        assert seen(play.it, then) == said, then
