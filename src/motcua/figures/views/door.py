"""The door of this room: who may come in, and what they asked."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.figures.forms import Asked
from motcua.figures.rules import Scope, may_read, month_of

__all__ = ["OfficerRequest", "address", "asked", "download", "reader", "wanted"]

P = ParamSpec("P")


class OfficerRequest(HttpRequest):
    """A request of a signed-in officer: who asks, and when."""

    actor: Actor
    now: datetime


def reader(
    view: Callable[Concatenate[OfficerRequest, P], HttpResponse],
) -> Callable[Concatenate[OfficerRequest, P], HttpResponse]:
    """Let in whoever holds a position in the ward today."""

    @wraps(view)
    def guarded(request: OfficerRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if getattr(request, "actor", None) is None:
            return redirect_to_login(request.get_full_path(), str(settings.LOGIN_URL))
        may_read(request.actor)
        return view(request, *args, **kwargs)

    return guarded


def asked(request: OfficerRequest) -> Asked:
    """What the address asks for."""
    return Asked(request.GET, at=request.now, period=month_of(request.now.astimezone(ZONE).date()))


def wanted(request: OfficerRequest) -> Scope:
    """The scope of an address that must be whole: lists and files. Raises Refused with its first problem."""
    form = asked(request)
    if form.is_valid() and form.scope is not None:
        return form.scope
    said = next(iter(form.errors.values()))[0]
    raise Refused("figures.asked", str(said), "The address does not name a report.")


def address(scope: Scope, **more: str | None) -> str:
    """The query of a scope, its moment spelt out, so that a number and its list are of the same instant."""
    asked_for = {
        "first": scope.first.isoformat(),
        "last": scope.last.isoformat(),
        "by": scope.group.value,
        "as_of": scope.as_of.isoformat(),
        **{name: value for name, value in more.items() if value is not None},
    }
    return urlencode(asked_for)


def download(content: bytes, *, name: str, kind: str, inline: bool = False) -> HttpResponse:
    """A file with a plain name."""
    response = HttpResponse(content, content_type=kind)
    how = "inline" if inline else "attachment"
    response["Content-Disposition"] = f'{how}; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
