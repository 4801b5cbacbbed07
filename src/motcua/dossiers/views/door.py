"""The door of this room: who may come in, and how an anticipated no is shown beside what was typed."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec

from django import forms
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from motcua.acts import Actor, Refused

__all__ = ["OfficerRequest", "officer", "refused", "site"]

P = ParamSpec("P")


class OfficerRequest(HttpRequest):
    """A request of a signed-in officer: who asks, and when."""

    actor: Actor
    now: datetime


def officer(
    view: Callable[Concatenate[OfficerRequest, P], HttpResponse],
) -> Callable[Concatenate[OfficerRequest, P], HttpResponse]:
    """Let in whoever is signed in; the view then asks the rules about the object."""

    @wraps(view)
    def guarded(request: OfficerRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if getattr(request, "actor", None) is None:
            return redirect_to_login(request.get_full_path(), str(settings.LOGIN_URL))
        return view(request, *args, **kwargs)

    return guarded


def refused(form: forms.Form, no: Refused) -> None:
    """Put an anticipated no beside the field it concerns, or over the form. A record that is not there stays a 404."""
    if no.code == "missing":
        raise no
    source = f" ({no.source})" if no.source else ""
    form.add_error(no.field if no.field in form.fields else None, f"{no.vi}{source}")


def site(request: HttpRequest) -> str:
    """Scheme and host, for the look-up address on papers."""
    return f"{request.scheme}://{request.get_host()}"
