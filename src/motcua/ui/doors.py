"""The door of every officers' room: who asks, when, and how an anticipated no is shown beside what was typed.

Only the sign-in is asked here; what somebody may do is asked of the rules, by the view and again by the action.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec

from django import forms
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from motcua.acts import Actor, Refused

__all__ = ["OfficerRequest", "officer", "officer_who", "refused"]

P = ParamSpec("P")


class OfficerRequest(HttpRequest):
    """A request of a signed-in officer: who asks, and when."""

    actor: Actor
    now: datetime


View = Callable[Concatenate[OfficerRequest, P], HttpResponse]


def officer(view: View[P]) -> View[P]:
    """Let in whoever is signed in; others go to the sign-in and come back."""

    @wraps(view)
    def guarded(request: OfficerRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if getattr(request, "actor", None) is None:
            return redirect_to_login(request.get_full_path(), str(settings.LOGIN_URL))
        return view(request, *args, **kwargs)

    return guarded


def officer_who(may: Callable[[Actor], None]) -> Callable[[View[P]], View[P]]:
    """Let in whoever is signed in and passes a rule, which raises Refused."""

    def decorate(view: View[P]) -> View[P]:
        @officer
        @wraps(view)
        def guarded(request: OfficerRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            may(request.actor)
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def refused(form: forms.Form, no: Refused) -> None:
    """Put an anticipated no beside the field it concerns, or over the form. A record that is not there stays a 404."""
    if no.code == "missing":
        raise no
    source = f" ({no.source})" if no.source else ""
    form.add_error(no.field if no.field in form.fields else None, f"{no.vi}{source}")
