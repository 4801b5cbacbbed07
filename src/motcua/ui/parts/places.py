"""The places an officer goes to, as the header shows them."""

from dataclasses import dataclass

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

__all__ = ["PLACES", "Place", "places_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place: its name, its address, the key that goes there after G."""

    label: str | Lazy
    href: str
    key: str = ""
    current: bool = False


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
    inside = [place.href for place in places if path.startswith(place.href)]
    here = max(inside, key=len, default="")
    return tuple(
        Place(label=place.label, href=place.href, key=place.key, current=place.href == here) for place in places
    )
