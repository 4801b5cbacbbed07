"""The clock that only the demonstration moves."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from uuid_utils.compat import uuid7

from motcua.accounts.queries import system_actor
from motcua.acts import Refused
from motcua.config import moment
from motcua.offices import actions as offices

THEN = datetime(2031, 3, 4, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))

SHOWN = "đồng hồ do lệnh mẫu chỉnh"


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


def a_real_ward():
    offices.found_ward(
        by=system_actor(ward_id=uuid7()),
        at=datetime(2022, 1, 4, 8, tzinfo=THEN.tzinfo),
        code="H29.16",
        slug="that",
        name="Phường Thật",
        superior="UBND thành phố",
        valid_from=date(2022, 1, 1),
    )


def test_a_demonstration_sees_the_moved_clock_and_says_so_on_every_page(cast, client_for):
    assert SHOWN not in client_for(cast.people["chairman"]).get("/desk/ward/").content.decode()
    moment.move(to=THEN)
    assert abs(moment.current() - THEN) < timedelta(minutes=1)
    for path in ("/desk/ward/", "/p/hoa-gao/"):
        page = client_for(cast.people["chairman"]).get(path).content.decode()
        assert SHOWN in page
        assert "04/03/2031" in page
    moment.let_go()
    assert moment.moved() == timedelta(0)


def test_nobody_moves_the_clock_of_a_real_ward(cast):
    a_real_ward()
    with pytest.raises(Refused, match=r"clock\.real"):
        moment.move(to=THEN)


def test_a_clock_left_behind_is_not_believed_once_a_real_ward_is_there(cast, home):
    moment.move(to=THEN)
    a_real_ward()
    assert (home / "demo-clock").exists()
    assert moment.moved() == timedelta(0)


def test_a_spoiled_file_moves_nothing(cast, home):
    (home / "demo-clock").write_text("ngày mai")
    assert moment.moved() == timedelta(0)
