"""The one next action of a row, by table."""

from datetime import datetime
from uuid import UUID

import pytest

from motcua.acts import Actor, ActorKind, Position, Role
from motcua.desk.rules import Station, may_go_in_batch, next_act
from motcua.dossiers.rules import ExtensionStatus, Money, Status
from motcua.dossiers.rules.offers import Facts
from motcua.procedures.rules import StepKind

CENTRE, DIVISION, OFFICE, LEADERS = (UUID(int=n) for n in range(1, 5))
AT = datetime.fromisoformat("2026-11-25T10:12+07:00")
CODE = "H99.16-261112-0012"


def somebody(role, unit, ident=9):
    return Actor(
        kind=ActorKind.PERSON,
        id=UUID(int=ident),
        name="Lê Thị Sen",
        ward_id=UUID(int=77),
        positions=(Position(role=role, unit_id=unit),),
    )


def facts(role=None, unit=None, *, status=Status.PROCESSING, officer=None, **more):
    return Facts(
        status=status,
        unit_id=DIVISION,
        last_at=AT,
        money=more.pop("money", Money.NONE),
        asked_times=0,
        step_unit_id=unit,
        step_role=role,
        step_officer_id=officer,
        **more,
    )


def act(by, known, station=None, *, late=False, answer_late=False):
    found = next_act(
        by=by, at=AT, code=CODE, facts=known, station=station or Station(), late=late, answer_late=answer_late
    )
    return found.label, found.href.removeprefix(f"/dossiers/{CODE}/")


COUNTER = somebody(Role.COUNTER, CENTRE)
SPECIALIST = somebody(Role.SPECIALIST, DIVISION)
LEADER = somebody(Role.LEADER, LEADERS)
CHAIRMAN = somebody(Role.CHAIRMAN, LEADERS)
CLERK = somebody(Role.CLERK, OFFICE)
HEAD = somebody(Role.UNIT_HEAD, DIVISION)
SUPERVISOR = somebody(Role.SUPERVISOR, OFFICE)
WORK = facts(Role.SPECIALIST, DIVISION)
INTAKE, W, S, L, R = StepKind.INTAKE, StepKind.WORK, StepKind.SIGN, StepKind.RELEASE, StepKind.RETURN


@pytest.mark.parametrize(
    ("by", "role", "unit", "kind", "following", "label"),
    [
        (COUNTER, Role.COUNTER, CENTRE, INTAKE, W, "Bàn giao"),
        (SPECIALIST, Role.SPECIALIST, DIVISION, W, W, "Chuyển thẩm tra"),
        (SPECIALIST, Role.SPECIALIST, DIVISION, W, S, "Chuyển trình ký"),
        (SPECIALIST, Role.SPECIALIST, DIVISION, W, L, "Chuyển văn thư"),
        (SPECIALIST, Role.SPECIALIST, DIVISION, W, R, "Chuyển trả kết quả"),
        (LEADER, Role.LEADER, LEADERS, S, S, "Duyệt, trình ký"),
        (LEADER, Role.LEADER, LEADERS, S, L, "Ký, chuyển văn thư"),
        (LEADER, Role.LEADER, LEADERS, S, R, "Ký, chuyển trả kết quả"),
        (CLERK, Role.CLERK, OFFICE, L, R, "Chuyển trả kết quả"),
    ],
)
def test_a_step_goes_on_to_the_next(by, role, unit, kind, following, label):
    assert act(by, facts(role, unit), Station(kind=kind, following=following)) == (label, "advance/")


@pytest.mark.parametrize(
    ("by", "known", "late", "answer_late", "expected"),
    [
        (COUNTER, facts(status=Status.LODGED), False, False, ("Kiểm tra hồ sơ", "accept/")),
        (COUNTER, facts(status=Status.AWAITING), False, False, ("Kiểm tra lại", "accept/")),
        (SPECIALIST, facts(Role.SPECIALIST, DIVISION, status=Status.WAITING), False, False, ("Xem phiếu bổ sung", "")),
        (
            COUNTER,
            facts(Role.SPECIALIST, DIVISION, status=Status.OWING, money=Money.DUE),
            False,
            False,
            ("Ghi nhận nộp tiền", "take_payment/"),
        ),
        (COUNTER, facts(Role.COUNTER, CENTRE, status=Status.FINISHED), False, False, ("Trả kết quả", "return_result/")),
        (
            COUNTER,
            facts(Role.COUNTER, CENTRE, status=Status.FINISHED, money=Money.DUE),
            False,
            False,
            ("Thu phí, lệ phí", "take_payment/"),
        ),
        (SPECIALIST, WORK, True, False, ("Soạn phiếu xin lỗi", "propose_extension/")),
        (
            SPECIALIST,
            facts(Role.SPECIALIST, DIVISION, extension=ExtensionStatus.PROPOSED),
            True,
            False,
            ("Mở phiếu xin lỗi", ""),
        ),
        (
            LEADER,
            facts(Role.LEADER, LEADERS, extension=ExtensionStatus.PROPOSED),
            True,
            False,
            ("Mở phiếu xin lỗi", "approve_extension/"),
        ),
        (
            SPECIALIST,
            facts(Role.SPECIALIST, DIVISION, extension=ExtensionStatus.APPROVED),
            True,
            False,
            ("Gửi lời xin lỗi", "send_apology/"),
        ),
        (
            CHAIRMAN,
            facts(Role.LEADER, LEADERS, extension=ExtensionStatus.SENT, escalated=True),
            True,
            False,
            ("Quyết định…", "decide_escalation/"),
        ),
        (SPECIALIST, facts(Role.SPECIALIST, DIVISION, unanswered=True), False, True, ("Nhắc phối hợp", "")),
        (SPECIALIST, facts(Role.SPECIALIST, DIVISION, unanswered=True), False, False, ("Ghi trả lời", "answer/")),
        (
            HEAD,
            facts(Role.SPECIALIST, DIVISION, officer=UUID(int=5)),
            False,
            False,
            ("Chuyển trả kết quả", "advance/"),
        ),
        (LEADER, WORK, False, False, ("Giao việc", "assign/")),
        (CLERK, WORK, False, False, ("Xem hồ sơ", "")),
        (SUPERVISOR, WORK, True, False, ("Xem hồ sơ", "")),
    ],
)
def test_what_comes_before_the_work(by, known, late, answer_late, expected):
    assert act(by, known, late=late, answer_late=answer_late) == expected


def test_an_apology_that_was_sent_leaves_the_work():
    known = facts(Role.SPECIALIST, DIVISION, extension=ExtensionStatus.SENT)
    assert act(SPECIALIST, known, Station(kind=W, following=S), late=True) == ("Chuyển trình ký", "advance/")


@pytest.mark.parametrize(
    ("station", "able"),
    [
        (Station(kind=W, following=S), True),
        (Station(kind=W, following=S, must_note=True), False),
        (Station(kind=L, following=R, must_result=True), False),
        (Station(kind=L, following=R, must_result=True, has_result=True), True),
    ],
)
def test_a_batch_takes_only_steps_that_ask_nothing(station, able):
    assert may_go_in_batch(by=SPECIALIST, at=AT, facts=WORK, station=station) is able


def test_a_batch_leaves_what_is_paused_or_somebody_elses():
    paused = facts(Role.SPECIALIST, DIVISION, status=Status.WAITING)
    others = facts(Role.SPECIALIST, DIVISION, officer=UUID(int=5))
    for known in (paused, others):
        assert not may_go_in_batch(by=SPECIALIST, at=AT, facts=known, station=Station(kind=W, following=S))
