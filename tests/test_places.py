"""The header of the whole house: no link of it is closed to whoever reads it, and every page stands in its place."""

import re

import pytest

from motcua.ui.parts import open_to

ROLES = ("counter", "director", "specialist", "head", "clerk", "leader", "chairman", "admin", "supervisor")
LONG = ("Nguyễn Thị Tuyết Ngưỡng " * 9)[:120]  # as long as a name may be


def marked(page):
    """The places and corners marked as the one where the page is."""
    return re.findall(r'aria-current="page"[^>]*>([^<]+)</a>', page.split('<div class="title"')[0])


@pytest.mark.parametrize("who", ROLES)
def test_no_link_of_the_header_is_closed_to_its_reader(cast, client_for, who):
    client = client_for(cast.people[who])
    for place in open_to(cast[who].roles):
        for link in (place, *place.corners):
            page = client.get(link.href, follow=True)
            assert page.status_code == 200, (who, link.href)
            expected = [str(place.label)] + [str(link.label)] * (link in place.corners)
            if link is place and place.corners:
                expected.append(str(place.corners[0].label))
            assert marked(page.content.decode()) == expected, link.href


@pytest.mark.parametrize("address", ["/ward/", "/desk/ward/", "/desk/apologies/"])
def test_what_concerns_the_whole_ward_stands_there(cast, client_for, address):
    page = client_for(cast.people["chairman"]).get(address, follow=True)
    assert marked(page.content.decode()) == ["Toàn phường"]


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_seven_places_and_a_long_name_fit(cast, page_for, look, width):
    director = cast.people["director"]
    type(director).objects.filter(pk=director.pk).update(name=LONG)
    page = page_for(director, width)
    page.goto("/watch/")
    places = page.locator(".places a")
    assert places.count() == 7
    for n in range(7):
        box = places.nth(n).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["height"] >= 24
    look(page, f"places-{width}")
