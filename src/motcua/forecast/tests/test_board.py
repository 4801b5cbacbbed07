"""What may be late: who sees which dossiers, why, what would help, in a constant number of statements."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.accounts import actions as accounts
from motcua.acts import Refused
from motcua.dossiers import actions as dossiers
from motcua.forecast import queries
from motcua.forecast.queries.board import NOBODY, HelpKind, Wanted
from motcua.forecast.tests.conftest import at

CEILING = 6
CHANCE = 4


def board(office, who, now, **wanted):
    return queries.board(by=office.cast[who], at=now, wanted=Wanted(**wanted))


def detail(work, now):
    found = queries.detail(by=work.cast["head"], at=now, code=work.slow.code)
    assert found is not None
    return found


@pytest.fixture
def work(learnt):
    """Slow and fresh ones on the desks of two officers, one in the queue, one of the land division."""
    learnt.slow = learnt.working("Trịnh Thị Mận", at("2026-11-18 08:00"), officer="specialist")
    learnt.fresh = learnt.working("Đoàn Văn Khế", at("2026-11-25 08:00"), officer="specialist2")
    learnt.queued = learnt.working("Phan Văn Trầu", at("2026-11-19 08:00"))
    learnt.land = learnt.working("Kiều Thị Dâu", at("2026-11-23 08:00"), case="land")
    return learnt


def names(found):
    return [row.standing.applicant_name for row in found.rows]


def test_the_likeliest_come_first_and_say_why(work, now):
    found = board(work, "chairman", now)
    assert names(found) == ["Trịnh Thị Mận", "Phan Văn Trầu"]
    first = found.rows[0].forecast
    assert first.odds.n >= 8
    assert first.percent is not None
    assert "Bước “Thẩm tra hồ sơ” thường mất" in first.reason
    assert "Lê Thị Sen đang có 1 việc" in first.reason
    assert f"trong {first.odds.n} hồ sơ".lower() in first.basis.lower()
    assert (found.at_risk, found.running) == (2, 4)


def test_all_that_runs_can_be_seen_and_too_little_is_said_to_be_so(work, now):
    found = board(work, "chairman", now, everything=True)
    assert set(names(found)) == {"Trịnh Thị Mận", "Phan Văn Trầu", "Đoàn Văn Khế", "Kiều Thị Dâu"}
    rows = {row.standing.applicant_name: row.forecast for row in found.rows}
    assert rows["Đoàn Văn Khế"].percent < rows["Trịnh Thị Mận"].percent


def test_nothing_is_said_of_an_office_that_has_not_lived(office, now):
    office.working("Trịnh Thị Mận", at("2026-11-18 08:00"))
    found = board(office, "chairman", now, everything=True)
    assert (found.at_risk, found.unknown, found.learnt_at) == (0, 1, None)
    assert found.rows[0].forecast.basis.startswith("Chưa đủ dữ liệu")


def test_what_is_late_and_what_stands_still_has_no_chance(work, now):
    work.working("Vũ Đình Sấu", at("2026-11-02 08:00"))
    paused = work.working("Bùi Thị Nhót", at("2026-11-23 08:00"))
    dossiers.ask_supplement(
        by=work.cast["specialist"], at=now, dossier_id=paused.pk, items=("Giấy chứng sinh",), reason="Bản chụp mờ"
    )
    found = board(work, "chairman", now, everything=True)
    assert (found.late, found.paused, found.running) == (1, 1, 4)


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("specialist", {"Trịnh Thị Mận", "Phan Văn Trầu"}),
        ("specialist2", {"Đoàn Văn Khế", "Phan Văn Trầu"}),
        ("head", {"Trịnh Thị Mận", "Đoàn Văn Khế", "Phan Văn Trầu"}),
        ("land", {"Kiều Thị Dâu"}),
        ("clerk", set()),
        *(
            (who, {"Trịnh Thị Mận", "Đoàn Văn Khế", "Phan Văn Trầu", "Kiều Thị Dâu"})
            for who in ("leader", "chairman", "director", "supervisor")
        ),
    ],
)
def test_everybody_sees_what_is_theirs(work, now, who, seen):
    assert set(names(board(work, who, now, everything=True))) == seen


def test_others_see_nothing(work, stranger, now):
    with pytest.raises(Refused, match="forbidden"):
        board(work, "admin", now)
    assert queries.board(by=stranger["chairman"], at=now, wanted=Wanted(everything=True)).rows == []
    with pytest.raises(Refused, match="missing"):
        queries.detail(by=stranger["chairman"], at=now, code=work.slow.code)
    with pytest.raises(Refused, match="missing"):
        queries.detail(by=work.cast["specialist2"], at=now, code=work.slow.code)
    assert queries.chance(by=stranger["chairman"], at=now, dossier_ids=[work.slow.pk], calendar=work.calendar) == {}


def test_filters(work, now):
    sen = str(work.cast.people["specialist"].pk)
    assert names(board(work, "chairman", now, everything=True, officer=sen)) == ["Trịnh Thị Mận"]
    assert set(names(board(work, "chairman", now, everything=True, officer=NOBODY))) == {
        "Phan Văn Trầu",
        "Kiều Thị Dâu",
    }
    unit = str(work.cast.units["KT"].pk)
    assert names(board(work, "chairman", now, everything=True, unit=unit)) == ["Kiều Thị Dâu"]


def test_a_colleague_with_less_on_the_desk_would_help(work, now):
    for n in range(3):
        work.working(f"Lưu Thị Khoai {n}", at("2026-11-25 08:00"), officer="specialist")
    give = board(work, "head", now).rows[0].helps[0]
    assert (give.kind, give.words) == (HelpKind.GIVE, "Giao cho Quách Văn Tre, đang có 1 việc")
    assert give.href == f"/dossiers/{work.slow.code}/assign/"
    assert board(work, "supervisor", now).rows[0].helps[0].href == ""  # reads only


def test_an_absence_makes_it_likelier_and_is_said(work, now):
    before = detail(work, now).row.forecast
    accounts.record_absence(
        by=work.cast["head"],
        at=now,
        person_id=work.cast.people["specialist"].pk,
        substitute_id=work.cast.people["specialist2"].pk,
        starts=date(2026, 11, 26),
        ends=date(2026, 11, 27),
        reason="Nghỉ phép",
    )
    row = detail(work, now).row
    assert "nghỉ từ thứ Năm 26/11 đến thứ Sáu 27/11" in row.forecast.reason
    assert row.forecast.odds.chance >= before.odds.chance
    assert row.helps[0].words.startswith("Giao cho Quách Văn Tre")


def test_the_desk_marks_what_may_be_late(work, now):
    ids = [work.slow.pk, work.fresh.pk, work.queued.pk]
    found = queries.chance(by=work.cast["specialist"], at=now, dossier_ids=ids, calendar=work.calendar)
    assert set(found) == {work.slow.pk, work.queued.pk}
    assert found[work.slow.pk].words.startswith("có thể trễ ")
    assert found[work.slow.pk].words.endswith("/8)")
    assert "không kịp" in found[work.slow.pk].why


def test_statements_do_not_grow_with_the_work(work, now):
    def statements(do):
        with CaptureQueriesContext(connection) as seen:
            do()
        return len(seen)

    def look():
        queries.board(by=by, at=now, wanted=Wanted(everything=True))

    def mark():
        queries.chance(by=by, at=now, dossier_ids=[work.slow.pk], calendar=work.calendar)

    by = work.cast["chairman"]
    look()
    few, one = statements(look), statements(mark)
    for n in range(6):
        work.working(f"Lò Văn Me {n}", at("2026-11-23 08:00"), case=("marriage", "land")[n % 2])
    assert statements(look) == few <= CEILING
    assert statements(mark) == one <= CHANCE
    assert statements(lambda: queries.chance(by=by, at=now, dossier_ids=[], calendar=work.calendar)) == 0
