"""The pages: what they show, to whom, and what their buttons do."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers import actions as dossiers
from motcua.forecast import queries
from motcua.forecast.models import Declined, Learnt
from motcua.forecast.queries.board import Wanted
from motcua.forecast.tests.conftest import at

pytestmark = pytest.mark.usefixtures("stopped")


@pytest.fixture
def full(learnt):
    """One slow dossier and more work on a desk than its week has hours."""
    learnt.slow = learnt.working("Trịnh Thị Mận", at("2026-11-18 08:00"), officer="specialist")
    learnt.heap = [learnt.working(f"Lò Văn Me {n}", at("2026-11-25 08:00"), officer="specialist") for n in range(6)]
    return learnt


def page(client_for, cast, who, address, **typed):
    client = client_for(cast.people[who])
    answer = client.post(address, typed) if typed else client.get(address)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    ("who", "board", "levelling"),
    [
        ("specialist", 200, 403),
        ("head", 200, 200),
        ("director", 200, 200),
        ("leader", 200, 200),
        ("supervisor", 200, 403),
        ("admin", 403, 403),
    ],
)
def test_who_comes_in(full, client_for, who, board, levelling):
    assert page(client_for, full.cast, who, "/forecast/")[0] == board
    assert page(client_for, full.cast, who, "/forecast/levelling/")[0] == levelling


def test_the_list_and_one_dossier(full, client_for):
    status, html = page(client_for, full.cast, "chairman", "/forecast/")
    assert "1 trong 7 hồ sơ đang chạy có thể trễ" in html
    assert "Trịnh Thị Mận" in html
    status, html = page(client_for, full.cast, "chairman", f"/forecast/{full.slow.code}/")
    assert status == 200
    assert "Khả năng trễ hẹn:" in html
    assert "Điều giúp được" in html


def test_who_comes_after_its_end_is_sent_to_the_dossier(full, client_for, now):
    dossiers.withdraw(by=full.cast["counter"], at=now, dossier_id=full.slow.pk, reason="Người nộp xin rút")
    answer = client_for(full.cast.people["head"]).get(f"/forecast/{full.slow.code}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/dossiers/{full.slow.code}/")


def test_a_supervisor_gets_no_links_that_change_anything(full, client_for):
    _, html = page(client_for, full.cast, "supervisor", "/forecast/")
    assert "Trịnh Thị Mận" in html
    assert "/assign/" not in html
    assert "/request_extension/" not in html
    assert "/forecast/levelling/" not in html


def test_odd_addresses_are_ignored_and_unknown_codes_are_not_found(full, client_for):
    odd = "/forecast/?unit=x&officer=%00&rows=-1&all=maybe"
    assert page(client_for, full.cast, "chairman", odd)[0] == 200
    assert page(client_for, full.cast, "chairman", "/forecast/H99.16-000000-0000/")[0] == 404


def test_more_rows_on_request(full, client_for, now):
    for n in range(20):
        full.working(f"Ung Văn Bầu {n}", at("2026-11-25 08:00"))
    _, html = page(client_for, full.cast, "chairman", "/forecast/?all=1")
    assert "Xem 2 hồ sơ còn lại" in html
    found = queries.board(by=full.cast["chairman"], at=now, wanted=Wanted(everything=True, rows=125))
    assert found.more == 0


def test_the_desk_says_what_may_be_late(full, client_for):
    _, html = page(client_for, full.cast, "specialist", "/desk/")
    assert html.count("có thể trễ ") == 1
    assert f'href="/forecast/{full.slow.code}/"' in html


def test_the_desk_with_its_marks_takes_four_statements_more(full, client_for):
    client = client_for(full.cast.people["specialist"])

    def statements():
        with CaptureQueriesContext(connection) as seen:
            client.get("/desk/")
        return len(seen)

    statements()
    with_marks = statements()
    Learnt.objects.all().delete()
    assert with_marks == statements() + 3


def test_ticked_moves_are_made_and_the_refused_are_named(full, client_for, now):
    picks = [s.pick for s in queries.levelling(by=full.cast["head"], at=now).suggestions]
    assert len(picks) == 2
    stale = picks[1].split(".")
    stale[1] = "1"  # a state that is gone
    status, html = page(
        client_for, full.cast, "head", "/forecast/levelling/", verb="level", pick=[picks[0], ".".join(stale)]
    )
    assert status == 200
    assert "Đã chuyển 1 việc." in html
    assert "1 việc ở lại:" in html
    assert len(queries.levelling(by=full.cast["head"], at=now).suggestions) == 1


def test_ticked_moves_are_declined(full, client_for, now):
    picks = [s.pick for s in queries.levelling(by=full.cast["head"], at=now).suggestions]
    _, html = page(client_for, full.cast, "head", "/forecast/levelling/", verb="decline", pick=picks)
    assert "Đã bỏ 2 gợi ý; hôm nay không gợi ý lại." in html
    assert Declined.objects.count() == 2


def test_nothing_ticked_or_nonsense_changes_nothing(full, client_for):
    _, html = page(client_for, full.cast, "head", "/forecast/levelling/", verb="level", pick="nonsense")
    assert "Chưa chọn gợi ý nào." in html


def test_a_stranger_moves_nothing(full, stranger, client_for, now):
    pick = queries.levelling(by=full.cast["head"], at=now).suggestions[0].pick
    assert page(client_for, stranger, "head", "/forecast/levelling/", verb="level", pick=pick)[0] == 404
    assert page(client_for, stranger, "chairman", f"/forecast/{full.slow.code}/")[0] == 404
