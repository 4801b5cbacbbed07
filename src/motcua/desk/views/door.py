"""The door of this room: who may come in."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from motcua.acts import Actor

__all__ = ["OfficerRequest", "officer"]

P = ParamSpec("P")


class OfficerRequest(HttpRequest):
    """A request of a signed-in officer: who asks, and when."""

    actor: Actor
    now: datetime


def officer(
    view: Callable[Concatenate[OfficerRequest, P], HttpResponse],
) -> Callable[Concatenate[OfficerRequest, P], HttpResponse]:
    """Let in whoever is signed in; the view or its query then asks the rules."""

    @wraps(view)
    def guarded(request: OfficerRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if getattr(request, "actor", None) is None:
            return redirect_to_login(request.get_full_path(), str(settings.LOGIN_URL))
        return view(request, *args, **kwargs)

    return guarded
