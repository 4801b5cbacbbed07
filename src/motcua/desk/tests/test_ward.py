"""The leader's overview: what waits, what is broken, who carries how much."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.accounts import actions as accounts
from motcua.acts import Refused
from motcua.desk.queries.desk import Wanted, desk
from motcua.desk.queries.ward import ward
from motcua.desk.rules import BANDS, Scope, ward_sentence
from motcua.dossiers import actions

CEILING = 10


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0, 0, 0), "calm||Không còn lời hẹn nào đang mở."),
        ((0, 0, 3, 9, 0), "calm||Không lời hẹn nào trễ. 3 lời hẹn phải giữ trong hôm nay."),
        (
            (7, 3, 32, 286, 0),
            "late|7 lời hẹn đã trễ, 3 chưa có lời xin lỗi.|32 lời hẹn phải giữ trong hôm nay.",
        ),
        (
            (2, 0, 0, 9, 0),
            "late|2 lời hẹn đã trễ, tất cả đã có lời xin lỗi.|Hôm nay không lời hẹn nào đến hạn.",
        ),
        (
            (8, 8, 1, 90, 17),
            (
                "late|8 lời hẹn đang mở đã trễ. Trễ mà chưa có lời xin lỗi: 8 hồ sơ đang mở, 17 hồ sơ đã xong."
                "|1 lời hẹn phải giữ trong hôm nay."
            ),
        ),
        (
            (0, 0, 0, 0, 17),
            "late|Trễ mà chưa có lời xin lỗi: 17 hồ sơ đã xong.|Không còn lời hẹn nào đang mở.",
        ),
        (
            (1, 2, 0, 9, 0),  # one of them has its new day, whose letter nobody has sent
            (
                "late|1 lời hẹn đang mở đã trễ. Trễ mà chưa có lời xin lỗi: 2 hồ sơ đang mở."
                "|Hôm nay không lời hẹn nào đến hạn."
            ),
        ),
    ],
)
def test_the_sentence(counts, said):
    late, unapologised, today, total, ended = counts
    found = ward_sentence(late=late, unapologised=unapologised, today=today, total=total, ended=ended)
    assert f"{found.tone}|{found.broken}|{found.rest}" == said


def test_the_ward_at_a_glance(cast, office, now):
    found = ward(by=cast["chairman"], at=now)
    assert found.sentence.broken == "3 lời hẹn đã trễ, 2 chưa có lời xin lỗi."
    lines = {u.name: (u.late, u.today, u.soon, u.later, u.total) for u in found.units}
    assert lines == {
        "Trung tâm Phục vụ hành chính công": (0, 1, 0, 0, 1),
        "Phòng Văn hóa – Xã hội": (3, 1, 2, 2, 8),
        "Phòng Kinh tế, Hạ tầng và Đô thị": (0, 0, 0, 1, 1),
        "Lãnh đạo UBND phường": (0, 1, 0, 0, 1),
    }
    assert (found.total.total, found.total.proposed) == (11, 1)


def test_every_number_opens_to_as_many_rows(cast, office, now):
    for who in ("chairman", "head", "supervisor"):
        by = cast[who]
        for line in ward(by=by, at=now).units:
            for band in BANDS:
                wanted = Wanted(scope=Scope.WARD, unit_id=line.unit_id, band=band.value)
                assert desk(by=by, at=now, wanted=wanted).total == getattr(line, band.value)


def test_the_chairmans_desk_says_what_only_they_can_settle(cast, office, now, client_for, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    told = "1 hồ sơ trễ lần thứ hai chờ bạn quyết định."
    chairman = client_for(cast.people["chairman"])
    assert told in chairman.get("/desk/?scope=mine").content.decode()
    assert told not in client_for(cast.people["leader"]).get("/desk/?scope=mine").content.decode()
    [matter] = ward(by=cast["chairman"], at=now).matters
    actions.decide_escalation(by=cast["chairman"], at=now, dossier_id=matter.dossier.pk, decision="Cử người đi lấy")
    assert told not in chairman.get("/desk/?scope=mine").content.decode()


def test_a_second_lateness_waits_for_the_chairman(cast, office, now):
    [matter] = ward(by=cast["chairman"], at=now).matters
    assert matter.dossier.applicant_name == "Âu Văn Sim"
    assert (matter.badge.kind, matter.badge.words) == ("late", "trễ 1 ngày")
    assert (matter.why, matter.undecided) == ("Bản trích đo chưa về", True)
    actions.decide_escalation(
        by=cast["chairman"], at=now, dossier_id=matter.dossier.pk, decision="Cử người lấy trực tiếp"
    )
    [matter] = ward(by=cast["chairman"], at=now).matters
    assert not matter.undecided


def test_late_without_apology_until_it_is_sent(cast, office, now):
    def names():
        return [(b.dossier.applicant_name, b.apology) for b in ward(by=cast["leader"], at=now).broken]

    assert names() == [("Trịnh Thị Mận", "proposed"), ("Đoàn Văn Khế", None)]
    actions.approve_extension(by=cast["leader"], at=now, dossier_id=office["Mận"].pk)
    assert names()[0] == ("Trịnh Thị Mận", "approved")
    actions.send_apology(by=cast["counter"], at=now, dossier_id=office["Mận"].pk, way="điện thoại", proof="gọi 10:30")
    assert names() == [("Đoàn Văn Khế", None)]


def test_work_is_shared_from_the_queue_and_added_to_the_own_desk(cast, office, now):
    person = cast.people["specialist"].pk
    for name in ("Nhót", "Khoai"):
        actions.assign(by=cast["head"], at=now, dossier_id=office[name].pk, assignee_id=person)
    loads = {load.name: load for load in ward(by=cast["chairman"], at=now).loads}
    sen, tre = loads["Lê Thị Sen"], loads["Quách Văn Tre"]
    # on the desk 2 × 4 hours; in the queue 6 steps, one of them paused: 5 × 4 hours, shared by two
    assert (sen.steps, sen.queued, sen.hours, sen.capacity) == (2, 6, 18, 21)
    assert (tre.steps, tre.queued, tre.hours) == (0, 6, 10)
    assert desk(by=cast["chairman"], at=now, wanted=Wanted(scope=Scope.WARD, officer=str(person))).total == 2


def test_absences_take_from_what_somebody_can_do(cast, office, now):
    accounts.record_absence(
        by=cast["head"],
        at=now,
        person_id=cast.people["specialist"].pk,
        substitute_id=cast.people["specialist2"].pk,
        starts=date(2026, 11, 27),
        ends=date(2026, 11, 30),
        reason="Nghỉ phép",
    )
    sen = next(load for load in ward(by=cast["chairman"], at=now).loads if load.name == "Lê Thị Sen")
    assert (sen.capacity, sen.away) == (13, "nghỉ từ thứ Sáu 27/11 đến thứ Hai 30/11")
    assert sen.note == "Phòng Văn hóa – Xã hội, nghỉ từ thứ Sáu 27/11 đến thứ Hai 30/11"


def test_a_head_sees_only_their_own_units(cast, office, now):
    found = ward(by=cast["head"], at=now)
    assert [u.name for u in found.units] == ["Phòng Văn hóa – Xã hội"]
    assert {load.unit for load in found.loads} == {"Phòng Văn hóa – Xã hội"}


def test_others_may_not_read_it(cast, now):
    for who in ("counter", "specialist", "clerk", "admin"):
        with pytest.raises(Refused, match="forbidden"):
            ward(by=cast[who], at=now)


def test_a_stranger_sees_nothing(cast, office, stranger, now):
    found = ward(by=stranger["chairman"], at=now)
    assert (found.units, found.matters, found.broken, found.loads) == ([], [], [], [])
    assert found.sentence.rest == "Không còn lời hẹn nào đang mở."


def test_statements_do_not_grow_with_the_work(cast, office, morning, now):
    def statements():
        with CaptureQueriesContext(connection) as seen:
            ward(by=cast["chairman"], at=now)
        return len(seen)

    few = statements()
    for n in range(6):
        morning.working(f"Lò Văn Mía {n}", "2026-11-12 09:00", case=("marriage", "birth")[n % 2])
    assert statements() == few <= CEILING
