"""The places an officer goes to, as the header shows them."""

from dataclasses import dataclass, replace

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

__all__ = ["PLACES", "Place", "corners_at", "places_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place: its name, its address, the key that goes there after G, and the corners in it (a second row)."""

    label: str | Lazy
    href: str
    key: str = ""
    current: bool = False
    corners: tuple["Place", ...] = ()

    def holds(self, path: str) -> int:
        """How much of `path` it answers for: the length of the longest address that begins it, 0 when none does."""
        return max(len(place.href) * path.startswith(place.href) for place in (self, *self.corners))


# Addresses, not names: `ui` is below the rooms that answer there.
PLACES = (
    Place(label=_("Bàn việc"), href="/desk/", key="B"),
    Place(label=_("Tiếp nhận"), href="/dossiers/new/", key="T"),
    Place(label=_("Hồ sơ"), href="/dossiers/"),
    Place(label=_("Số liệu"), href="/figures/", key="S"),
    Place(label=_("Toàn phường"), href="/ward/", key="P"),
)


def places_at(path: str, places: tuple[Place, ...] = PLACES) -> tuple[Place, ...]:
    """The places, the one that holds `path` marked: the longest address that begins it."""
    here = max(places, key=lambda place: place.holds(path), default=None)
    return tuple(replace(place, current=place is here and place.holds(path) > 0) for place in places)


def corners_at(path: str, places: tuple[Place, ...] = PLACES) -> tuple[Place, ...]:
    """The corners of the place that holds `path`, the one that is there marked; none where a place is one room."""
    here = next((place for place in places_at(path, places) if place.current), None)
    return places_at(path, here.corners) if here else ()
