"""No code path undoes a lateness: every action of the house and every address is tried against broken promises.

The walk takes the verbs from `ledger.actions.VERBS`: a new action is tried by itself as long as its arguments have the
names of `given`. One whose arguments are new makes the test fail: give the name a value there, or the verb a recipe
in RECIPES; a room whose verbs cannot be about a dossier's promise at all stands in ELSEWHERE with the reason.
(A promise of any room is only touched through `promises.actions`, and those are all tried here.)
"""

import inspect
import re
import sys
import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from tests.architecture.test_addresses import INSIDE, key_of, operations, send_json, world  # noqa: F401 - a fixture

from motcua.accounts.models import PositionHeld
from motcua.acts import Actor, ActorKind, Position, Refused, Role
from motcua.clock import DayKind, Limit
from motcua.config import calendars
from motcua.dossiers import actions, jobs
from motcua.dossiers.models import Dossier, Mark
from motcua.dossiers.rules import Applicant, Cause, Channel, Intake, NewResult, PaperIn
from motcua.ledger.actions import VERBS
from motcua.offices import queries as offices
from motcua.offices.rules import Change, DayChange
from motcua.promises import queries as promises
from motcua.promises.models import Promise

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
SOURCE = Path(__file__).resolve().parents[1] / "src" / "motcua"


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


DUE = at("2026-11-19 17:00")
BACK = at("2026-11-19 16:00")  # an hour at which the promise was not broken yet
NOW = at("2026-11-26 09:00")
OFF = Change(days=(DayChange(date=date(2026, 11, 19), kind=DayKind.LOCAL_OFF, name="Bão", source="Công điện"),))


# -- what is late ------------------------------------------------------------------------------------------------------


@dataclass
class Late:
    """A dossier that is late, and what of its lateness must never change."""

    cast: Any
    catalogue: Any
    papers: Any
    dossier: Dossier

    def promise(self) -> Promise:
        return Promise.objects.get(pk=self.dossier.promise_id)

    def what_stands(self) -> dict[str, Any]:
        """First due, due, the breach, the marks; and that everything that asks is told that it is late."""
        promise, marks = self.promise(), Mark.objects.filter(dossier_id=self.dossier.pk)
        assert promise.outcome in {"", "late"}
        assert promise.kept_at is None or promise.kept_at > promise.late_after
        assert promise.released_at is None or promise.released_at > promise.late_after
        assert promise.paused_at is None or promise.paused_at > promise.late_after
        late = Dossier.objects.filter(promises.broken(NOW, of="promise__"), pk=self.dossier.pk)
        assert late.exists()
        return {
            "first_due_at": promise.first_due_at,
            "due_at": promise.due_at,
            "late_after": promise.late_after,
            "broken_at": promise.broken_at,
            "first mark": marks.filter(kind="first").values_list("pk", "at", "officer_id", "unit_id").get(),
        }


def accepted(cast, catalogue, papers):
    dossier = actions.accept(
        by=cast["counter"],
        at=at("2026-11-12 09:10"),
        intake=Intake(
            case_id=catalogue["marriage"],
            channel=Channel.DIRECT,
            applicant=Applicant(name="Trần Thị Ngâu", phone="0900000123"),
            papers=papers(catalogue["marriage"]),
        ),
    )
    return actions.advance(by=cast["counter"], at=at("2026-11-12 09:30"), dossier_id=dossier.pk)


def sweep(when):
    for job in (jobs.draft_apologies, jobs.escalate_second):
        job(timestamp=int(when.timestamp()))


def is_open(cast, dossier):
    sweep(at("2026-11-20 00:00"))


def is_paused(cast, dossier):
    """Broken first, then waiting for papers."""
    sweep(at("2026-11-20 00:00"))
    actions.ask_supplement(
        by=cast["specialist"], at=at("2026-11-20 09:00"), dossier_id=dossier.pk, items=("Trích lục",), reason="Thiếu"
    )


def is_ended(cast, dossier):
    sweep(at("2026-11-20 00:00"))
    for who in ("specialist", "leader"):
        actions.advance(by=cast[who], at=at("2026-11-20 09:00"), dossier_id=dossier.pk)
    actions.advance(
        by=cast["clerk"], at=at("2026-11-20 09:00"), dossier_id=dossier.pk, result=NewResult(name="Giấy chứng nhận")
    )


def is_late_twice(cast, dossier):
    actions.request_extension(
        by=cast["leader"],
        at=at("2026-11-18 09:00"),
        dossier_id=dossier.pk,
        reason="Chờ xác minh",
        cause=Cause.OTHER,
        new_due=at("2026-11-23 17:00"),
    )
    actions.approve_extension(by=cast["leader"], at=at("2026-11-18 09:10"), dossier_id=dossier.pk)
    sweep(at("2026-11-20 00:00"))
    sweep(at("2026-11-24 00:00"))


@pytest.fixture(params=[is_open, is_paused, is_ended, is_late_twice], ids=lambda made: made.__name__)
def late(request, cast, catalogue, papers):
    """A dossier due on 19/11 and broken, in each of its states."""
    dossier = accepted(cast, catalogue, papers)
    request.param(cast, dossier)
    return Late(cast, catalogue, papers, Dossier.objects.select_related("promise", "step").get(pk=dossier.pk))


# -- every action ------------------------------------------------------------------------------------------------------


def everybody(cast) -> Iterator[Actor]:
    """Somebody who holds every position of the ward, and the house itself: no permission stands in the way."""
    one = cast.people["specialist"]
    yield Actor(
        kind=ActorKind.PERSON,
        id=one.pk,
        name=one.name,
        ward_id=cast.ward.pk,
        positions=tuple(Position(role=role, unit_id=unit.pk) for role in Role for unit in cast.units.values()),
    )
    yield cast.system


def given(late: Late) -> dict[str, Any]:
    """Values by the name of the parameter, chosen so that they would help whoever wants to undo a lateness."""
    cast, later = late.cast, at("2026-12-11 17:00")
    return {
        "dossier_id": late.dossier.pk,
        "promise": late.promise(),
        "promise_id": late.dossier.promise_id,
        "promise_ids": [late.dossier.promise_id],
        "dossier_ids": [late.dossier.pk],
        "mark_id": Mark.objects.filter(dossier_id=late.dossier.pk).first().pk,
        "person_id": cast.people["specialist"].pk,
        "from_person": cast.people["specialist"].pk,
        "to_person": cast.people["specialist2"].pk,
        "substitute_id": cast.people["specialist2"].pk,
        "assignee_id": None,
        "officer_id": None,
        "unit_id": cast.units["KT"].pk,
        "consultation_id": uuid4(),
        "payment_id": uuid4(),
        "position_id": uuid4(),
        "token_id": uuid4(),
        "version_id": uuid4(),
        "process_id": uuid4(),
        "intake": Intake(
            case_id=late.catalogue["marriage"],
            channel=Channel.DIRECT,
            applicant=Applicant(name="Trần Thị Ngâu", phone="0900000123"),
            papers=late.papers(late.catalogue["marriage"]),
        ),
        "paper": PaperIn(name="Trích lục"),
        "items": ("Trích lục",),
        "cause": Cause.COORDINATION,
        "new_due": later,
        "amount": Decimal(1000),
        "limit": Limit.parse("20 working days"),
        "calendar": offices.calendar(offices.now_of(cast.ward.pk)),
        "change": OFF,
        "day": date(2026, 11, 19),
        "valid_from": date(2026, 11, 1),
        "starts": date(2026, 11, 1),
        "ends": date(2026, 12, 31),
        "last_day": date(2026, 11, 1),
        "start": NOW,
        "from_": date(2026, 11, 1),
        "to": date(2026, 11, 20),
        "as_of": BACK,
        "weekly": {str(n): [["08:00", "09:00"]] for n in range(5)},
        "extra": {},
        "positions": (Position(role=Role.ADMIN, unit_id=cast.units["VP"].pk),),
        "content": b"%PDF-1.4\n%%EOF\n",
        "accepts_online": True,
        "preferences": {},
        "group": "field",
        "code": "1.000894",
        "slug": "hoa-sua",
        "sheets": (),
    }


RECIPES: dict[str, Callable[[Late], dict[str, Any]]] = {
    "dossier.accept": lambda late: {"dossier_id": late.dossier.pk, "complete": True},
    "dossier.ask_completion": lambda late: {
        "dossier_id": late.dossier.pk,
        "items": ("Trích lục",),
        "reason": "Thiếu giấy tờ",
    },
    "dossier.turn_away": lambda late: {"dossier_id": late.dossier.pk, "reason": "Không nhận"},
    "dossier.advance": lambda late: {"dossier_id": late.dossier.pk, "result": NewResult(name="Giấy chứng nhận")},
    "calendar.set_day": lambda _: {"day": date(2026, 11, 19), "kind": DayKind.LOCAL_OFF, "name": "Bão", "source": "x"},
}
# Verbs that take things no dossier hangs on; by the room, with the reason.
ELSEWHERE = {
    "procedures": "drafts of the catalogue; a dossier keeps the version and the limit of its day",
    "feedback": "people's feedback: its promises are moved by promises.actions only",
    "petitions": "complaints and denunciations: the same",
    "surveys": "answers to surveys; no promise",
    "conduct": "what was seen at the counter; no promise",
    "outages": "an outage explains a lateness beside it and moves nothing",
    "notices": "messages about what was done",
    "forecast": "what may come; it writes no promise",
    "watch": "warnings about what may come",
    "checker": "anyone's report kept by whoever checked it; no promise",
}
ABOUT = {"promise", "promise_id", "dossier", "dossier_id", "dossiers", "change", "calendar", "day", "days", "whole"}


def house() -> dict[str, Callable[..., Any]]:
    for room in sorted(path.parent.name for path in SOURCE.glob("*/actions*")):
        __import__(f"motcua.{room}.actions")
    ours = {verb: dotted for verb, dotted in VERBS.items() if dotted.startswith("motcua.")}
    return {
        verb: getattr(sys.modules[dotted.rpartition(".")[0]], dotted.rpartition(".")[2])
        for verb, dotted in ours.items()
    }


HOUSE = house()


def arguments(verb: str, late: Late) -> dict[str, Any] | str:
    """What a verb is called with, or why it cannot be."""
    if verb in RECIPES:
        return RECIPES[verb](late)
    action = HOUSE[verb]
    known, hints, filled = given(late), typing.get_type_hints(inspect.unwrap(action)), {}
    for name, parameter in inspect.signature(action).parameters.items():
        optional = parameter.default is not parameter.empty
        if name in {"by", "at", "seen"} or (optional and name not in {"new_due", "assignee_id"}):
            continue
        kind = hints.get(name)
        if name in known:
            filled[name] = known[name]
        elif isinstance(kind, type) and issubclass(kind, Enum):
            filled[name] = next(iter(kind))
        elif kind is str:
            filled[name] = "Lý do đủ dài để ghi"
        else:
            return f"`{name}` has no value in `given`"
    return filled


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("late", [is_open], indirect=True)
def test_every_verb_is_tried_or_stands_elsewhere_with_a_reason(late):
    told = []
    for verb, action in HOUSE.items():
        wanted = arguments(verb, late)
        room = VERBS[verb].split(".")[1]
        about = ABOUT & set(inspect.signature(action).parameters)
        if isinstance(wanted, str) and (about or room not in ELSEWHERE):
            told.append(f"{verb}: {wanted}; see the head of {Path(__file__).name}")
    assert told == []


def test_no_action_undoes_a_lateness(late):
    """By somebody who may do anything and by the house, now and dated back."""
    before, done, odd = late.what_stands(), set(), []
    for verb, action in HOUSE.items():
        for by in everybody(late.cast):
            for when in (NOW, BACK):
                wanted = arguments(verb, late)
                if isinstance(wanted, str):
                    continue
                with undone():
                    try:
                        with transaction.atomic():
                            action(by=by, at=when, **wanted)
                        done.add(verb)
                    except (Refused, DatabaseError):
                        pass
                    except Exception as bug:  # noqa: BLE001 - named below: a recipe that does not fit tries nothing
                        odd.append(f"{verb}: {bug!r}")
                    assert late.what_stands() == before, (verb, by.kind, when)
    assert {"promise.reassign", "promise.mark_broken", "dossier.attach_paper", "calendar.change"} <= done
    tried = {verb for verb in HOUSE if not isinstance(arguments(verb, late), str)}
    assert {
        line for line in odd if line.split(":")[0] in tried and line.split(".")[0] in {"dossier", "promise"}
    } == set()


def test_whatever_was_tried_it_ends_late(late):
    """Each verb is performed for good, one after the other as far as the dossier goes; then it is finished."""
    before = late.what_stands()
    by = next(everybody(late.cast))
    moment = NOW
    for verb in ("complete_supplement", "ask_supplement", "complete_supplement", "give_reason", "approve_extension"):
        moment += timedelta(minutes=10)
        try:
            HOUSE[f"dossier.{verb}"](by=by, at=moment, **arguments(f"dossier.{verb}", late))
        except Refused:
            continue
    HOUSE["calendar.change"](by=by, at=moment, change=OFF, reason="Bão")
    for _ in range(4):
        moment += timedelta(minutes=10)
        try:
            HOUSE["dossier.advance"](by=by, at=moment, **RECIPES["dossier.advance"](late))
        except Refused:
            break
    assert late.what_stands() == before
    assert late.promise().outcome == "late"


# -- every door --------------------------------------------------------------------------------------------------------

FAT = {
    "reason": "Lý do đủ dài để ghi",
    "cause": "other",
    "new_due": "11/12/2026",
    "decision": "Coi như đúng hạn",
    "order": "other",
    "way": "in_person",
    "receiver": "Trần Thị Ngâu",
    "proof": "x",
    "items": "Trích lục",
    "note": "x",
    "remark": "x",
    "text": "x",
    "result": "Giấy chứng nhận",
    "amount": "1000",
    "complete": "on",
    "verdict": "excused",
    "at": BACK.isoformat(),
    "kept_at": BACK.isoformat(),
    "finished_at": BACK.isoformat(),
    "outcome": "on_time",
    "date": "19/11/2026",
    "kind": "local_off",
    "name": "Bão",
    "source": "Công điện",
    "_method": "DELETE",
}


@pytest.mark.parametrize("state", [is_open, is_ended], ids=lambda made: made.__name__)
def test_no_address_undoes_a_lateness(state, cast, catalogue, papers, world, client, monkeypatch):  # noqa: F811 - the fixture
    dossier = accepted(cast, catalogue, papers)
    state(cast, dossier)
    late = Late(cast, catalogue, papers, Dossier.objects.select_related("promise", "step").get(pk=dossier.pk))
    one = cast.people["specialist"]
    for role in Role:
        for unit in cast.units.values():
            PositionHeld(
                ward=cast.ward, person=one, unit=unit, role=role.value, title="Mọi vị trí", starts=date(2022, 1, 1)
            ).save()
    client.force_login(one)
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    values = {**world, "code": dossier.code, "dossier_id": str(dossier.pk), "day": "2026-11-19"}
    values["mark_id"] = str(Mark.objects.get(dossier_id=dossier.pk).pk)
    before, answers = late.what_stands(), set()
    for address in INSIDE:
        if address.api:
            continue
        for method in ("post", "put", "delete"):
            with undone():
                answer = getattr(client, method)(
                    address.filled(values), FAT if method == "post" else "{}", **JSON[method]
                )
                answers.add(answer.status_code)
                assert answer.status_code < 500, address
                assert late.what_stands() == before, address
    assert 302 in answers


def test_no_operation_of_a_machine_undoes_a_lateness(cast, catalogue, papers, world, client, monkeypatch):  # noqa: F811 - the fixture
    dossier = accepted(cast, catalogue, papers)
    is_open(cast, dossier)
    late = Late(cast, catalogue, papers, Dossier.objects.select_related("promise", "step").get(pk=dossier.pk))
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    headers, values = {"Authorization": f"Bearer {key_of(cast)}"}, {**world, "code": dossier.code}
    before, answers = late.what_stands(), set()
    for method, path, content in operations():
        address = "/" + re.sub(r"\{(\w+)\}", lambda m: values[m.group(1)], path).lstrip("/")
        with undone():
            answers.add(send_json(client, method, address, {**content, "at": BACK.isoformat()}, headers))
            assert late.what_stands() == before, address
    assert {200, 409} <= answers
    assert max(answers) < 500


JSON = {"post": {}, "put": {"content_type": "application/json"}, "delete": {"content_type": "application/json"}}


@pytest.mark.parametrize("late", [is_open], indirect=True)
def test_the_calendar_command_does_not_either(late, tmp_path, monkeypatch):
    before = late.what_stands()
    file = tmp_path / "lich.csv"
    file.write_text("Ngày,Loại,Tên,Căn cứ\n19/11/2026,nghỉ riêng của địa phương,Bão,Công điện\n")
    try:
        calendars.take_in(ward_code=late.cast.ward.code, file=file, reason="Bão", dry_run=False)
    except Refused as no:
        pytest.fail(f"the file was not even read: {no}")
    assert late.what_stands() == before


@pytest.mark.parametrize("late", [is_open], indirect=True)
def test_no_statement_does_either(late):
    before = late.what_stands()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for statement in (
            "UPDATE promises_promise SET broken_at = NULL, outcome = 'on_time', kept_at = due_at WHERE id = %s",
            "UPDATE promises_promise SET due_at = due_at + interval '30 days' WHERE id = %s",
            "UPDATE promises_promise SET late_after = late_after + interval '30 days' WHERE id = %s",
            "UPDATE promises_promise SET first_due_at = first_due_at + interval '30 days' WHERE id = %s",
            "UPDATE promises_promise SET released_at = due_at WHERE id = %s",
            "UPDATE promises_promise SET paused_at = due_at WHERE id = %s",
            "DELETE FROM promises_promise WHERE id = %s",
            "DELETE FROM dossiers_mark WHERE dossier_id = (SELECT id FROM dossiers_dossier WHERE promise_id = %s)",
            "UPDATE dossiers_mark SET at = now() FROM dossiers_dossier d WHERE d.id = dossier_id AND d.promise_id = %s",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement, [late.dossier.promise_id])
            assert late.what_stands() == before
