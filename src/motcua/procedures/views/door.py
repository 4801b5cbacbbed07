"""The door of this room: officers read the catalogue, the administrator writes it."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec

from django import forms
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from motcua.accounts.rules import may_administer
from motcua.acts import Actor, Refused

__all__ = ["OfficerRequest", "administrator", "officer", "refused"]

P = ParamSpec("P")


class OfficerRequest(HttpRequest):
    """A request of a signed-in officer: who asks, and when."""

    actor: Actor
    now: datetime


View = Callable[Concatenate[OfficerRequest, P], HttpResponse]


def officer(view: View[P]) -> View[P]:
    """Let in whoever is signed in."""

    @wraps(view)
    def guarded(request: OfficerRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if getattr(request, "actor", None) is None:
            return redirect_to_login(request.get_full_path(), str(settings.LOGIN_URL))
        return view(request, *args, **kwargs)

    return guarded


def administrator(view: View[P]) -> View[P]:
    """Let in the ward's administrator; the actions ask again."""

    @officer
    @wraps(view)
    def guarded(request: OfficerRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        may_administer(request.actor)
        return view(request, *args, **kwargs)

    return guarded


def refused(form: forms.Form, no: Refused) -> None:
    """Put an anticipated no beside its field, or over the form. A record that is not there stays a 404."""
    if no.code == "missing":
        raise no
    form.add_error(no.field if no.field in form.fields else None, no.vi)
