"""What the pages of this room share."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.cache import patch_cache_control

from motcua.accounts import queries as accounts
from motcua.acts import Actor

__all__ = ["kept_nowhere", "people"]


def people(by: Actor) -> list[tuple[UUID, str]]:
    """The officers of the ward, to choose from."""
    return list(accounts.people(by=by).filter(is_active=True).order_by("name_folded").values_list("id", "name"))


def kept_nowhere(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of this room stays in no cache and in no history of the browser's disk."""

    @wraps(view)
    def answered(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        return response

    return answered
