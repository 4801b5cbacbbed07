"""What every template may need of the house."""

from typing import Any

from django.http import HttpRequest

from motcua.config import moment
from motcua.offices.models import Ward

__all__ = ["house"]


def house(request: HttpRequest) -> dict[str, Any]:
    """The actor, the moment, the ward, and the reader's switches."""
    actor = getattr(request, "actor", None)
    return {
        "actor": actor,
        "now": getattr(request, "now", None),
        "ward": Ward.objects.filter(pk=actor.ward_id).first() if actor else None,
        "clock_moved": bool(moment.moved()),
        "preferences": getattr(getattr(request, "user", None), "preferences", {}) or {},
        "ui": {
            "size": request.COOKIES.get("size", "normal"),
            "contrast": request.COOKIES.get("contrast", "normal"),
        },
    }
