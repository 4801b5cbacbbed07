"""The door of this room: who may come in, and what they asked."""

from urllib.parse import urlencode

from django.http import HttpResponse

from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.figures.forms import Asked
from motcua.figures.rules import Scope, may_read, month_of
from motcua.ui.doors import OfficerRequest, officer_who

__all__ = ["OfficerRequest", "address", "asked", "download", "reader", "wanted"]

reader = officer_who(may_read)


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
