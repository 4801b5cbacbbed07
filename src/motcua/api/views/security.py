"""Keys of machines and their limits, idempotency, and one way to read and to answer."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from ninja.parser import Parser
from ninja.security import HttpBearer
from ninja.throttling import BaseThrottle

from motcua.accounts import queries as accounts
from motcua.acts import Actor, Refused
from motcua.api.models import Answered
from motcua.api.queries import as_dict
from motcua.dossiers.models import Dossier
from motcua.ledger.actions import alongside
from motcua.ledger.models import Record
from motcua.ledger.queries import Prepared, Slot

__all__ = ["Bearer", "OnlyJson", "PerKey", "answer", "by_of", "once"]


class Bearer(HttpBearer):
    """`Authorization: Bearer mc_…`, a key issued for one ward."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:  # noqa: ARG002 - ninja's signature
        """The actor behind a key."""
        return accounts.actor_for_token(token[:200])


class PerKey(BaseThrottle):
    """So many calls a minute and key in each process: a machine that runs wild leaves room for the others."""

    def __init__(self, calls: int) -> None:
        """`calls` a minute."""
        self.calls = calls
        self.minute = 0
        self.counted: Counter[UUID] = Counter()

    def allow_request(self, request: HttpRequest) -> bool:
        """Count one call."""
        self.second = int(request.now.timestamp())  # type: ignore[attr-defined]  # HouseRequest
        if self.second // 60 != self.minute:
            self.minute, self.counted = self.second // 60, Counter()
        who = by_of(request).id
        self.counted[who] += 1
        return self.counted[who] <= self.calls

    def wait(self) -> float:
        """Seconds until the next minute."""
        return 60 - self.second % 60


class OnlyJson(Parser):
    """Bodies are JSON and say so."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The body. Raises Refused `body.type`, ValueError."""
        if request.content_type != "application/json":
            raise Refused("body.type", "Gửi nội dung dạng application/json.", "Send the body as application/json.")
        return cast("dict[str, Any]", json.loads(request.body, parse_constant=_no_number))


def _no_number(name: str) -> None:
    raise ValueError(name)


def by_of(request: HttpRequest) -> Actor:
    """The actor of an authenticated request."""
    return cast("Actor", request.auth)  # type: ignore[attr-defined]  # set by ninja


def answer(body: object, *, status: int = 200) -> HttpResponse:
    """JSON without a second pass through schemas."""
    return HttpResponse(json.dumps(body, ensure_ascii=False), content_type="application/json", status=status)


def once(request: HttpRequest, act: Callable[[], Dossier], *, status: int = 200) -> HttpResponse:
    """Perform an act at most once per Idempotency-Key: the key and the answer are written with the act.

    The same key with another request is refused; the same request again gets the first answer.
    """
    by = by_of(request)
    key = request.headers.get("Idempotency-Key", "")
    if not key:
        return answer(as_dict(by=by, code=act().code), status=status)
    if len(key) > 120 or not key.isprintable():
        raise Refused("key.text", "Khóa lặp dài quá 120 ký tự.", "The idempotency key is longer than 120 characters.")
    digest = hashlib.sha256(b"\n".join([str(request.method).encode(), request.path.encode(), request.body])).hexdigest()
    before = _before(by=by, key=key, digest=digest, status=status)
    if before is not None:
        return before
    told: list[str] = []

    def write(subject: Record) -> Answered:
        told.append(json.dumps(as_dict(by=by, code=subject.label()), ensure_ascii=False))
        return Answered(token_id=by.id, key=key, request=digest, answer=told[0], at=request.now)  # type: ignore[attr-defined]  # HouseRequest

    try:
        with alongside(write):
            act()
    except (IntegrityError, Refused):  # the same request was faster by a moment: its answer is ours
        again = _before(by=by, key=key, digest=digest, status=status)
        if again is None:
            raise
        return again
    return HttpResponse(told[0], content_type="application/json", status=status)


_KEPT = Prepared(
    lambda: Answered.objects.filter(token_id=Slot("token_id"), key=Slot("key")).values_list("request", "answer")
)


def _before(*, by: Actor, key: str, digest: str, status: int) -> HttpResponse | None:
    kept = _KEPT.first(token_id=by.id, key=key)
    if kept is None:
        return None
    if kept[0] != digest:
        raise Refused(
            "key.reused",
            "Khóa lặp này đã dùng cho một yêu cầu khác.",
            "This idempotency key was used for another request.",
        )
    response = HttpResponse(kept[1], content_type="application/json", status=status)
    response["Idempotent-Replay"] = "true"
    return response
