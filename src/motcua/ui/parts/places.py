"""The places an officer goes to, as the header shows them."""

from dataclasses import dataclass, replace

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from motcua.acts import Role

__all__ = ["PLACES", "Place", "corners_at", "open_to", "places_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place: its name, its address, the key that goes there after G, and the corners in it (a second row)."""

    label: str | Lazy
    href: str
    key: str = ""
    current: bool = False
    corners: tuple["Place", ...] = ()
    roles: frozenset[Role] = frozenset()  # who may enter; empty: every officer

    def holds(self, path: str) -> int:
        """How much of `path` it answers for: the length of the longest address that begins it, 0 when none does."""
        return max(len(place.href) * path.startswith(place.href) for place in (self, *self.corners))


# As each page's own rule says it; `desk/tests/test_places.py` opens every link as every role.
_CASES = frozenset(Role) - {Role.ADMIN}
_COUNTER = frozenset({Role.COUNTER, Role.DIRECTOR})
_OVERVIEW = frozenset({Role.UNIT_HEAD, Role.DIRECTOR, Role.LEADER, Role.CHAIRMAN, Role.SUPERVISOR})
_HEADS = _OVERVIEW - {Role.SUPERVISOR}
_RECEPTION = frozenset({Role.COUNTER, Role.DIRECTOR, Role.CLERK, Role.LEADER, Role.CHAIRMAN, Role.SUPERVISOR})

# Addresses, not names: `ui` is below the rooms that answer there.
PLACES = (
    Place(label=_("Bàn việc"), href="/desk/", key="B", roles=frozenset(Role) - {Role.SUPERVISOR}),
    Place(label=_("Tiếp nhận"), href="/dossiers/new/", key="T", roles=_COUNTER),
    Place(label=_("Hồ sơ"), href="/dossiers/"),
    Place(label=_("Số liệu"), href="/figures/", key="S"),
    Place(label=_("Toàn phường"), href="/ward/", key="P", roles=_OVERVIEW),
    Place(
        label=_("Lời hẹn"),
        href="/watch/",
        key="L",
        corners=(
            Place(label=_("Cảnh báo"), href="/watch/"),
            Place(label=_("Có thể trễ"), href="/forecast/", roles=_CASES),
            Place(label=_("San việc"), href="/forecast/levelling/", roles=_HEADS),
            Place(label=_("Trễ chưa xin lỗi"), href="/dossiers/unapologised/"),
            Place(label=_("Sổ trách nhiệm"), href="/dossiers/accountability/"),
            Place(label=_("Sự cố"), href="/outages/"),
        ),
    ),
    Place(
        label=_("Người dân"),
        href="/feedback/",
        key="N",
        corners=(
            Place(label=_("Phản ánh"), href="/feedback/", roles=_CASES),
            Place(label=_("Đơn thư"), href="/petitions/", roles=_CASES),
            Place(label=_("Tiếp công dân"), href="/petitions/reception/", roles=_RECEPTION),
            Place(label=_("Hài lòng"), href="/surveys/"),
            Place(label=_("Thái độ"), href="/conduct/"),
            Place(label=_("Tin báo"), href="/notices/"),
            Place(label=_("Thủ tục thiếu"), href="/procedures/requests/"),
        ),
    ),
)


def open_to(roles: frozenset[Role], places: tuple[Place, ...] = PLACES) -> tuple[Place, ...]:
    """The places somebody with these roles may enter; a place leads to the first of its corners that is open to them.

    Only kindness: each page asks for itself who may read it.
    """
    found = []
    for place in places:
        if place.roles and place.roles.isdisjoint(roles):
            continue
        corners = open_to(roles, place.corners)
        if corners:
            found.append(replace(place, corners=corners, href=corners[0].href))
        elif not place.corners:
            found.append(place)
    return tuple(found)


def places_at(path: str, places: tuple[Place, ...] = PLACES) -> tuple[Place, ...]:
    """The places, the one that holds `path` marked: the longest address that begins it."""
    here = max(places, key=lambda place: place.holds(path), default=None)
    return tuple(replace(place, current=place is here and place.holds(path) > 0) for place in places)


def corners_at(path: str, places: tuple[Place, ...] = PLACES) -> tuple[Place, ...]:
    """The corners of the place that holds `path`, the one that is there marked; none where a place is one room."""
    here = next((place for place in places_at(path, places) if place.current), None)
    return places_at(path, here.corners) if here else ()
