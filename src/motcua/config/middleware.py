"""What every request carries: the moment, the actor, and an answer for each anticipated no."""

import os
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import translation

from motcua.accounts import queries as accounts
from motcua.accounts.models import Person
from motcua.acts import Actor, Refused
from motcua.config import moment
from motcua.config.proxies import address_of

__all__ = [
    "HouseRequest",
    "actor",
    "address",
    "counting",
    "language",
    "machines",
    "now",
    "refusals",
    "status_of",
    "switches",
]

Handler = Callable[[HttpRequest], HttpResponse]


class HouseRequest(HttpRequest):
    """A request inside the house: who asks and when."""

    now: datetime
    actor: Actor | None


def address(get_response: Handler) -> Handler:
    """Who is at the other end, for every limit that counts by address: the visitor, not the reverse proxy."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.META["REMOTE_ADDR"] = address_of(
            peer=request.META.get("REMOTE_ADDR", ""),
            forwarded=request.META.get("HTTP_X_FORWARDED_FOR", ""),
            proxies=settings.TRUSTED_PROXIES,
        )
        return get_response(request)

    return middleware


def now(get_response: Handler) -> Handler:
    """Ask the clock once, at the door; everything below takes `at`."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.now = moment.current()  # type: ignore[attr-defined]  # HouseRequest
        return get_response(request)

    return middleware


def actor(get_response: Handler) -> Handler:
    """Who asks: the signed-in person with the positions held today, or nobody."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.actor = None  # type: ignore[attr-defined]  # HouseRequest
        user = getattr(request, "user", None)
        if isinstance(user, Person) and user.is_active:
            request.actor = accounts.actor_for_person(person=user, on=request.now.date())  # type: ignore[attr-defined]  # HouseRequest
        return get_response(request)

    return middleware


SWITCHES = {"size": ("small", "normal", "large", "larger"), "contrast": ("normal", "high"), "lang": ("vi", "en")}
YEAR = 365 * 24 * 3600


def switches(get_response: Handler) -> Handler:
    """Text size, contrast and language: a link on the page sets a cookie and comes back to the same page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        asked = {n: v for n, of in SWITCHES.items() if (v := request.GET.get(n, "")) in of}
        if request.method != "GET" or not asked:
            return get_response(request)
        rest = request.GET.copy()
        for name in SWITCHES:
            rest.pop(name, None)
        # our own path, one slash: never another host
        path = "/" + request.path.lstrip("/")
        answer = HttpResponseRedirect(f"{path}?{rest.urlencode()}" if rest else path)
        for name, value in asked.items():
            answer.set_cookie(name, value, max_age=YEAR, samesite="Lax", secure=request.is_secure())
        return answer

    return middleware


class language:  # noqa: N801 - a middleware is named like the functions beside it
    """Vietnamese everywhere; English only where a page is complete in it, when the reader chose it."""

    ENGLISH = (
        "motcua.portal.",
        *(f"motcua.{room}.views.public" for room in ("checker", "feedback", "notices", "petitions", "surveys")),
    )

    def __init__(self, get_response: Handler) -> None:
        """Django's protocol."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Begin each request in Vietnamese."""
        translation.activate("vi")
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language() or "vi")
        return response

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponse], *_: Any) -> None:
        """Know the room that answers."""
        chosen = request.COOKIES.get("lang") == "en" and view.__module__.startswith(self.ENGLISH)
        translation.activate("en" if chosen else "vi")


def status_of(no: Refused) -> int:
    """The HTTP status of an anticipated no: a record of another ward is 404, a conflict 409."""
    return {"missing": 404, "forbidden": 403}.get(no.code, 409)


def counting(get_response: Handler) -> Handler:
    """Say in a header how many statements a request took; only while measuring (MOTCUA_COUNT_SQL=1)."""
    if os.environ.get("MOTCUA_COUNT_SQL") != "1":
        raise MiddlewareNotUsed

    def middleware(request: HttpRequest) -> HttpResponse:
        count = 0

        def counted(execute: Callable[..., Any], *args: Any) -> Any:
            nonlocal count
            count += 1
            return execute(*args)

        with connection.execute_wrapper(counted):
            response = get_response(request)
        response["X-Sql-Count"] = str(count)
        return response

    return middleware


SAID = {
    404: ("address", "Không có địa chỉ này.", "There is no such address."),
    405: ("method", "Địa chỉ này không nhận phương thức ấy.", "This address does not take that method."),
    500: ("bug", "Phần mềm có lỗi, việc chưa được ghi.", "A bug in the software; nothing was written."),
}
UNREADABLE = ("request", "Không hiểu được yêu cầu.", "Cannot read the request.")


def machines(get_response: Handler) -> Handler:
    """Whatever goes wrong on the way to the API or in it, a machine reads JSON and never a page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path.startswith("/api/") or response.status_code < 400:
            return response
        if response.headers.get("Content-Type") == "application/json":
            return response
        code, vi, en = SAID.get(response.status_code, UNREADABLE)
        told = JsonResponse({"code": code, "vi": vi, "en": en}, status=response.status_code)
        if "Allow" in response.headers:
            told["Allow"] = response.headers["Allow"]
        return told

    return middleware


class refusals:  # noqa: N801 - a middleware is named like the functions beside it
    """Turn a Refused that no view handled into a page, or into JSON for machines."""

    def __init__(self, get_response: Handler) -> None:
        """Django's protocol."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer an anticipated no; everything else is a bug and stays loud."""
        if not isinstance(error, Refused):
            return None
        status = status_of(error)
        if request.path.startswith("/api/"):
            return JsonResponse({"code": error.code, "vi": error.vi, "en": error.en}, status=status)
        return render(request, "ui/error.html", {"no": error, "status": status}, status=status)
