"""The door of every page for residents: anybody may enter, and no script runs there."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import ParamSpec

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from motcua.acts import Actor

__all__ = ["POLICY", "PublicRequest", "english", "scriptless", "unlisted"]

# These pages carry no script and load nothing from elsewhere; whatever slips into one must not run.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)

P = ParamSpec("P")


class PublicRequest(HttpRequest):
    """A request of anybody, at a moment; `actor` when an officer is signed in in that browser."""

    now: datetime
    actor: Actor | None


def english() -> bool:
    """Whether the page is read in English."""
    return (get_language() or "vi").startswith("en")


def scriptless(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Send POLICY with every answer of a view."""

    @wraps(view)
    def answered(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        response["Content-Security-Policy"] = POLICY
        return response

    return answered


def unlisted(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """`scriptless`, and out of every search engine: the page is for one person."""

    @wraps(view)
    def answered(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = scriptless(view)(*args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    return answered
