"""The desk of each role at one moment, in a constant number of statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.acts import Refused
from motcua.desk import rules
from motcua.desk.queries import ranking
from motcua.desk.queries.desk import Wanted, desk, on_desk
from motcua.desk.queries.rows import owed_of
from motcua.desk.rules import Band, Scope
from motcua.dossiers import actions
from motcua.dossiers.rules import Status
from motcua.offices import queries as offices

CEILING = 9  # one asks whether anything was learnt; forecast/tests hold what it costs then


def shown(found):
    return {band.band.value: [row.applicant.split()[-1] for row in band.rows] for band in found.bands}


def look(cast, who, now, **wanted):
    return desk(by=cast[who], at=now, wanted=Wanted(**wanted))


def test_the_specialist_sees_their_queue_by_time_left(cast, office, now):
    found = look(cast, "specialist", now)
    assert shown(found) == {
        "late": ["Sim", "Mận", "Khế"],
        "today": ["Nhót"],
        "soon": ["Bách", "Ngưỡng"],
        "later": ["Khoai", "Sung"],
    }
    assert found.tabs == {Scope.MINE: 8, Scope.UNIT: 8, Scope.CONSULTED: 1}
    rows = {row.applicant.split()[-1]: row for band in found.bands for row in band.rows}
    assert [(rows[n].words, rows[n].act.label) for n in ("Sim", "Mận", "Khế", "Nhót", "Bách", "Sung")] == [
        ("trễ 4 ngày", "Chuyển trình ký"),
        ("trễ 1 ngày", "Mở phiếu xin lỗi"),
        ("trễ 1 ngày", "Soạn phiếu xin lỗi"),
        ("còn 5 giờ làm việc", "Chuyển trình ký"),
        ("còn 1 ngày 5 giờ làm việc", "Nhắc phối hợp"),
        ("tạm dừng từ 23/11, 14:00", "Xem phiếu bổ sung"),
    ]
    assert rows["Sim"].due_words == "hẹn lại 23/11, 17:00; hẹn đầu 18/11, 17:00"
    assert rows["Nhót"].due_words == "hẹn trả hôm nay, 17:00"
    assert (rows["Bách"].step_note, rows["Sung"].step_note) == ("chờ Công an phường trả lời", "thiếu 1 giấy")
    assert (rows["Khế"].units, rows["Khế"].used, rows["Khế"].late) == (5, 5, 1)
    assert rows["Sung"].paused


def test_the_counter_sees_the_door_and_the_results(cast, office, now):
    found = look(cast, "counter2", now)
    assert shown(found) == {"late": [], "today": ["Bông", "Lựu", "Trầu"], "soon": [], "later": ["Cam", "Ổi"]}
    rows = {row.applicant.split()[-1]: row for band in found.bands for row in band.rows}
    assert {name: (row.step, row.act.label) for name, row in rows.items()} == {
        "Bông": ("Kiểm tra hồ sơ", "Kiểm tra hồ sơ"),
        "Lựu": ("Tiếp nhận", "Bàn giao"),
        "Trầu": ("Trả kết quả", "Trả kết quả"),
        "Cam": ("Chờ hoàn thiện", "Kiểm tra lại"),
        "Ổi": ("Trả kết quả", "Trả kết quả"),
    }
    assert (rows["Trầu"].step_note, rows["Ổi"].words) == ("xong 09:48", "chờ đến nhận")


@pytest.mark.parametrize(
    ("who", "scope", "names"),
    [
        ("leader", Scope.MINE, ["Sấu"]),
        ("clerk", Scope.MINE, []),
        ("land", Scope.MINE, ["Dâu"]),
        ("chairman", Scope.UNIT, ["Sấu"]),
        ("head", Scope.UNIT, ["Sim", "Mận", "Khế", "Nhót", "Bách", "Ngưỡng", "Khoai", "Sung"]),
        ("specialist", Scope.CONSULTED, ["Bách"]),
        ("director", Scope.UNIT, ["Bông", "Lựu", "Trầu", "Cam", "Ổi"]),
    ],
)
def test_each_role_has_its_own_desk(cast, office, now, who, scope, names):
    found = look(cast, who, now, scope=scope)
    assert [row.applicant.split()[-1] for band in found.bands for row in band.rows] == names


def test_a_step_given_to_somebody_leaves_the_queue(cast, office, now):
    actions.assign(by=cast["head"], at=now, dossier_id=office["Nhót"].pk, assignee_id=cast.people["specialist2"].pk)
    assert "Nhót" not in shown(look(cast, "specialist", now))["today"]
    assert shown(look(cast, "specialist2", now))["today"] == ["Nhót"]
    others = look(cast, "specialist", now, scope=Scope.UNIT, band="today")
    assert "Quách Văn Tre" in others.bands[1].rows[0].step_note


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"paused": False}, ["Sim", "Mận", "Khế", "Nhót", "Bách", "Ngưỡng", "Khoai"]),
        ({"band": "late"}, ["Sim", "Mận", "Khế"]),
        ({"band": "late", "unapologised": True}, ["Mận", "Khế"]),
        ({"field": "Hộ tịch", "band": "today"}, ["Nhót"]),
        ({"field": "Đất đai"}, []),
        ({"step": "Thẩm tra hồ sơ", "band": "soon"}, ["Bách", "Ngưỡng"]),
        ({"channel": "online"}, []),
    ],
)
def test_filters_narrow_the_rows_but_not_the_tabs(cast, office, now, wanted, names):
    found = look(cast, "specialist", now, **wanted)
    assert [row.applicant.split()[-1] for band in found.bands for row in band.rows] == names
    assert (found.total, found.tabs[Scope.MINE]) == (len(names), 8)


def test_what_the_filters_offer_is_what_lies_there(cast, office, now):
    offered = look(cast, "specialist", now).offered
    assert [(area, [name for _, name in names]) for area, names in offered.procedures.items()] == [
        ("Hộ tịch", ["Đăng ký kết hôn"])
    ]
    assert (offered.steps, offered.channels) == (["Thẩm tra hồ sơ"], ["direct"])


def test_sql_and_rules_put_every_dossier_in_the_same_place(cast, office, now):
    edges = rules.edges(at=now, calendar=offices.calendar(offices.now_of(cast.ward.pk)))
    rows = list(ranking.ranked(on_desk(cast["counter"]).select_related("promise"), edges=edges))
    assert len(rows) == 15
    for row in rows:
        ranked = rules.rank(status=Status(row.status), owed=owed_of(row.promise), edges=edges)
        assert row.rank == ranked, row.applicant_name


def test_a_stranger_sees_nothing_of_it(cast, office, stranger, now):
    for who in ("counter", "specialist", "head", "leader", "director"):
        for scope in rules.scopes(stranger[who]):
            found = desk(by=stranger[who], at=now, wanted=Wanted(scope=scope))
            assert (found.total, set(found.tabs.values()), found.offered.steps) == (0, {0}, [])


def test_only_overseers_look_at_the_ward(cast, office, now):
    with pytest.raises(Refused, match="forbidden"):
        look(cast, "specialist", now, scope=Scope.WARD)
    assert look(cast, "chairman", now, scope=Scope.WARD).total == 11
    assert look(cast, "head", now, scope=Scope.WARD).total == 8


def test_somebody_without_dossiers_has_an_empty_desk(cast, office, now):
    assert look(cast, "admin", now).tabs == {}
    assert look(cast, "supervisor", now, scope=Scope.WARD).total == 11


def test_25_rows_and_the_rest_one_link_away(cast, morning, now):
    for n in range(30):
        morning.working(f"Mai Thị Me {n}", "2026-11-23 09:00")
    first = look(cast, "specialist", now)
    later = first.bands[3]
    assert (first.total, len(later.rows), later.more, first.next_rows) == (30, 25, 5, 125)
    assert look(cast, "specialist", now, rows=first.next_rows).bands[3].more == 0


def test_statements_do_not_grow_with_the_work(cast, morning, now):
    def statements(who, **wanted):
        by = cast[who]
        with CaptureQueriesContext(connection) as seen:
            desk(by=by, at=now, wanted=Wanted(**wanted))
        return len(seen)

    morning.working("Mai Thị Me", "2026-11-23 09:00")
    few = {who: statements(who) for who in ("specialist", "counter", "leader")}
    for n in range(8):
        morning.working(f"Lò Văn Mía {n}", "2026-11-23 09:00", case=("marriage", "land", "birth")[n % 3])
    assert {who: statements(who) for who in few} == few
    assert max(few.values()) <= CEILING - 1
    person = str(cast.people["specialist"].pk)
    assert statements("chairman", scope=Scope.WARD, officer=person, band=Band.LATE.value) <= CEILING
