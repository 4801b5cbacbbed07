"""The places of the header: which are open to whom, and which of them is marked where."""

import pytest

from motcua.acts import Role
from motcua.ui.parts import PLACES, corners_at, open_to, places_at


def labels(places):
    return [str(place.label) for place in places]


def corners(role, place):
    return next(labels(found.corners) for found in open_to(frozenset({role})) if str(found.label) == place)


@pytest.mark.parametrize(
    ("role", "places"),
    [
        (Role.COUNTER, ["Bàn việc", "Tiếp nhận", "Hồ sơ", "Số liệu", "Lời hẹn", "Người dân"]),
        (Role.DIRECTOR, ["Bàn việc", "Tiếp nhận", "Hồ sơ", "Số liệu", "Toàn phường", "Lời hẹn", "Người dân"]),
        (Role.SPECIALIST, ["Bàn việc", "Hồ sơ", "Số liệu", "Lời hẹn", "Người dân"]),
        (Role.UNIT_HEAD, ["Bàn việc", "Hồ sơ", "Số liệu", "Toàn phường", "Lời hẹn", "Người dân"]),
        (Role.ADMIN, ["Bàn việc", "Hồ sơ", "Số liệu", "Lời hẹn", "Người dân"]),
        (Role.SUPERVISOR, ["Hồ sơ", "Số liệu", "Toàn phường", "Lời hẹn", "Người dân"]),
    ],
)
def test_who_is_led_where(role, places):
    assert labels(open_to(frozenset({role}))) == places


def test_the_corners_are_those_open_to_a_role_and_the_place_leads_to_the_first():
    assert corners(Role.CHAIRMAN, "Lời hẹn") == labels(next(p for p in PLACES if p.key == "L").corners)
    assert "San việc" not in corners(Role.COUNTER, "Lời hẹn")
    assert "Tiếp công dân" not in corners(Role.SPECIALIST, "Người dân")
    people = next(place for place in open_to(frozenset({Role.ADMIN})) if place.key == "N")
    assert labels(people.corners) == ["Hài lòng", "Thái độ", "Tin báo", "Thủ tục thiếu"]
    assert people.href == "/surveys/"


def test_whoever_holds_two_roles_goes_where_either_may():
    both = open_to(frozenset({Role.ADMIN, Role.COUNTER}))
    assert labels(both) == ["Bàn việc", "Tiếp nhận", "Hồ sơ", "Số liệu", "Lời hẹn", "Người dân"]
    assert "Phản ánh" in labels(both[-1].corners)


@pytest.mark.parametrize(
    ("path", "place", "corner"),
    [
        ("/desk/", "Bàn việc", None),
        ("/ward/", "Toàn phường", None),
        ("/ward/people/", "Toàn phường", None),
        ("/dossiers/new/", "Tiếp nhận", None),
        ("/dossiers/H99.16-261118-0004/", "Hồ sơ", None),
        ("/dossiers/unapologised/", "Lời hẹn", "Trễ chưa xin lỗi"),
        ("/figures/lateness/", "Số liệu", None),
        ("/watch/digest/", "Lời hẹn", "Cảnh báo"),
        ("/forecast/", "Lời hẹn", "Có thể trễ"),
        ("/forecast/levelling/", "Lời hẹn", "San việc"),
        ("/petitions/2026/4/", "Người dân", "Đơn thư"),
        ("/petitions/reception/2026/4/", "Người dân", "Tiếp công dân"),
        ("/notices/stuck/", "Người dân", "Tin báo"),
        ("/procedures/requests/new/", "Người dân", "Thủ tục thiếu"),
        ("/procedures/", None, None),
        ("/me/", None, None),
    ],
)
def test_one_place_and_one_corner_are_marked(path, place, corner):
    marked = [str(found.label) for found in places_at(path) if found.current]
    assert marked == ([place] if place else [])
    assert [str(found.label) for found in corners_at(path) if found.current] == ([corner] if corner else [])
