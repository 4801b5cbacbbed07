"""The one router: of two routers the first would hide the other's methods on a path they share."""

from ninja import Router

__all__ = ["router"]

router = Router()
