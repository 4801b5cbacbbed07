"""The pages of warnings: what each sees, what a stranger does not, and that they read well at two widths."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.watch import jobs, queries
from motcua.watch.models import Warned
from motcua.watch.tests.conftest import at

LONG = ("Nguyễn Thị Tuyết Ngưỡng " * 9)[:200]
CEILING = 12  # with the frame: session, person, positions, ward


@pytest.fixture
def wednesday(office):
    """Something in every band; swept and told."""
    second = office.working("2026-11-12 09:00")
    office.apologised(second, "2026-11-17", "2026-11-23 17:00")
    office.working("2026-11-16 09:00")
    office.working("2026-11-17 09:00")
    office.working("2026-11-18 09:00")
    office.working("2026-11-20 09:00", case="land", to="land")
    office.promised("2026-11-18 09:30")
    jobs.digest(timestamp=int(at("2026-11-25 07:15").timestamp()))
    office.sweep("2026-11-25 10:00")
    return office


def get(client_for, office, who, address):
    return client_for(office.cast.people[who]).get(address)


def bands(answer):
    return re.findall(r"<h2><svg.*?</svg> ([^<]+)</h2>", answer.content.decode())


@pytest.mark.usefixtures("stopped")
def test_an_officer_sees_their_own_by_band(wednesday, client_for):
    answer = get(client_for, wednesday, "specialist", "/watch/")
    assert bands(answer) == ["Trễ cả ngày hẹn lại", "Đã trễ", "Phải làm ngay", "Sắp đến hạn"]
    assert "Nhắc người của tôi" not in answer.content.decode()
    assert "Đã xem 5 cảnh báo mới" in answer.content.decode()


@pytest.mark.usefixtures("stopped")
def test_a_supervisor_sees_at_once_who_was_warned(wednesday, client_for):
    page = get(client_for, wednesday, "supervisor", "/watch/").content.decode()
    assert "Lê Thị Sen" in page
    assert "Nhắc tôi" not in page
    assert "Đã xem" not in page


@pytest.mark.usefixtures("stopped")
def test_a_head_sees_their_people_and_a_chairman_all(wednesday, client_for):
    head = get(client_for, wednesday, "head", "/watch/?whose=people").content.decode()
    assert "Lê Thị Sen" in head
    assert "Hà Thị Gấc" not in head  # of another division
    assert "Chu Văn Lát" not in head
    chairman = get(client_for, wednesday, "chairman", "/watch/?whose=people").content.decode()
    assert {name for name in ("Lê Thị Sen", "Hà Thị Gấc", "Đào Văn Mít") if name in chairman} == {
        "Lê Thị Sen",
        "Hà Thị Gấc",
        "Đào Văn Mít",
    }
    assert get(client_for, wednesday, "clerk", "/watch/?whose=people").status_code == 403


@pytest.mark.usefixtures("stopped")
def test_a_strangers_chairman_sees_nothing_of_ours(wednesday, stranger, client_for):
    for address in ("/watch/", "/watch/?whose=people", "/watch/digest/"):
        answer = client_for(stranger.people["chairman"]).get(address)
        assert answer.status_code == 200
        assert "H99.16" not in answer.content.decode()


@pytest.mark.usefixtures("stopped")
def test_saying_that_one_has_seen_them(wednesday, client_for, now):
    client = client_for(wednesday.cast.people["specialist"])
    client.post("/watch/see/", {"until": now.isoformat()})
    assert queries.mine(by=wednesday.cast["specialist"]).unseen == 0
    answer = client.get("/watch/").content.decode()
    assert "đã xem cả" in answer
    assert "cảnh báo mới" not in answer
    assert client.post("/watch/see/", {"until": "hôm qua"}).status_code == 302
    assert client.get("/watch/see/").status_code == 405


@pytest.mark.usefixtures("stopped")
def test_the_digest_stands_as_it_was_given(wednesday, client_for):
    page = get(client_for, wednesday, "specialist", "/watch/digest/").content.decode()
    assert "như đã gửi lúc 07:15" in page
    assert "quá cả ngày hẹn lại" in page
    nothing = get(client_for, wednesday, "clerk", "/watch/digest/").content.decode()
    assert "Sáng nay không việc nào phải nhắc." in nothing


@pytest.mark.usefixtures("stopped")
def test_before_it_is_given_the_page_shows_how_it_would_be(office, client_for):
    office.working("2026-11-17 09:00")
    page = get(client_for, office, "specialist", "/watch/digest/").content.decode()
    assert "mỗi ngày làm việc gửi lúc 07:15" in page
    assert "1 phải xong hôm nay" in page


@pytest.mark.usefixtures("stopped")
def test_the_desk_and_the_board_tell_the_same_story(wednesday, client_for):
    desk = get(client_for, wednesday, "specialist", "/desk/").content.decode()
    assert '<a href="/watch/">5 cảnh báo chưa xem</a>' in desk
    assert desk.count("<b>phải làm ngay</b>") == 1
    head = get(client_for, wednesday, "clerk", "/desk/").content.decode()
    assert "cảnh báo chưa xem" not in head
    board = get(client_for, wednesday, "chairman", "/desk/ward/").content.decode()
    assert "đã nhắc Lê Thị Sen, Đào Văn Mít, Chu Văn Lát, từ hôm nay, 07:15" in board
    get(client_for, wednesday, "specialist", "/watch/")  # looking is not yet saying that one has seen
    client_for(wednesday.cast.people["specialist"]).post("/watch/see/", {"until": "2026-11-25T10:12:00+07:00"})
    board = get(client_for, wednesday, "chairman", "/desk/ward/").content.decode()
    assert "Lê Thị Sen (đã xem)" in board


@pytest.mark.usefixtures("stopped")
def test_a_long_list_is_paged(office, client_for):
    for n in range(60):
        office.promised(str(at("2026-11-17 08:00") + timedelta(minutes=n))[:16])
    office.sweep("2026-11-25 10:00")
    client = client_for(office.cast.people["specialist"])
    with CaptureQueriesContext(connection) as took:
        page = client.get("/watch/").content.decode()
    assert len(took) <= CEILING, [q["sql"][:80] for q in took]
    assert page.count("data-row>") == 50
    assert "Xem 10 cảnh báo còn lại" in page
    assert client.get("/watch/?rows=150").content.decode().count("data-row>") == 60
    assert client.get("/watch/?rows=abc").status_code == 200


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_read_well(wednesday, page_for, look, width):
    for name, who, address in (
        ("watch-mine", "specialist", "/watch/"),
        ("watch-people", "chairman", "/watch/?whose=people"),
        ("watch-empty", "clerk", "/watch/"),
        ("watch-digest", "specialist", "/watch/digest/"),
        ("watch-digest-chairman", "chairman", "/watch/digest/"),
        ("watch-digest-empty", "clerk", "/watch/digest/"),
        ("watch-desk", "specialist", "/desk/"),
        ("watch-board", "chairman", "/desk/ward/"),
        ("watch-me", "specialist", "/me/"),
    ):
        page = page_for(wednesday.cast.people[who], width)
        page.goto(address)
        look(page, f"{name}-{width}")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("stopped")
def test_a_morning_by_keyboard(wednesday, page_for):
    page = page_for(wednesday.cast.people["specialist"])
    page.goto("/watch/")
    page.get_by_role("button", name="Đã xem 5 cảnh báo mới").press("Enter")
    page.get_by_text("Đã ghi là đã xem").wait_for()
    assert Warned.objects.filter(seen_at__isnull=True, person=wednesday.cast.people["specialist"]).count() == 0
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dossiers/**")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize("width", [1280, 360])
def test_the_longest_names_stay_readable(wednesday, page_for, look, width):
    page = page_for(wednesday.cast.people["chairman"], width)
    page.goto("/watch/?whose=people")
    page.evaluate("name => document.querySelectorAll('td:nth-child(3) b').forEach(b => b.replaceChildren(name))", LONG)
    page.keyboard.press("Escape")  # from here on the test moves things
    look(page, f"watch-longest-{width}")
