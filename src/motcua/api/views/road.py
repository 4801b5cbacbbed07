"""The one router: of two routers the first would hide the other's methods on a path they share."""

from typing import Any

from ninja import Router

from motcua.api.forms.told import Dossier, No

__all__ = ["ACTED", "file_of", "router", "told"]

router = Router()

NOES = frozenset({400, 401, 403, 404, 409, 413, 415, 422, 429})


def told(body: Any, *, status: int = 200) -> dict[Any, Any]:
    """The answers of an operation, for its description: this body, or a no."""
    return {status: body, NOES: No}


ACTED = told(Dossier)  # after every act: the dossier as it stands


def file_of(media_type: str) -> dict[str, Any]:
    """The part of a description that says a file comes back."""
    return {"responses": {200: {"content": {media_type: {"schema": {"type": "string", "format": "binary"}}}}}}
