"""The door for machines: OpenAPI 3.1 under /api/v1/."""

import json

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from motcua.acts import Refused
from motcua.api.views import acts as acts
from motcua.api.views import reads as reads
from motcua.api.views import road
from motcua.api.views.security import Bearer, OnlyJson, PerKey, answer

__all__ = ["api"]

api = NinjaAPI(
    title="Một Cửa",
    version="1",
    description="Mọi việc trên một hồ sơ, qua đúng thao tác của màn hình. / Everything the screens do to a dossier.",
    urls_namespace="api",
    auth=Bearer(),
    throttle=PerKey(settings.API_CALLS),
    parser=OnlyJson(),
    docs_url=None,
)
api.add_router("", road.router)

STATUS = {
    "missing": 404,
    "ward.unknown": 404,
    "forbidden": 403,
    "body.type": 415,
    "key.text": 422,
    "paper.base64": 422,
}


def _no(code: str, vi: str, en: str, *, status: int, field: str = "", source: str = "") -> HttpResponse:
    return answer({"code": code, "vi": vi, "en": en, "field": field, "source": source}, status=status)


@api.exception_handler(Refused)
def refused(_request: HttpRequest, no: Refused) -> HttpResponse:
    """An anticipated no."""
    return _no(no.code, no.vi, no.en, status=STATUS.get(no.code, 409), field=no.field, source=no.source)


@api.exception_handler(AuthenticationError)
def unknown(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    """No key, or not a key of any ward."""
    response = _no("token", "Thiếu khóa hoặc khóa không còn dùng được.", "No key, or not a valid one.", status=401)
    response["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(ValidationError)
def unreadable(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Input that does not fit the schema: the first place and why."""
    first = error.errors[0] if error.errors else {}
    place = ".".join(str(part) for part in first.get("loc", ())[1:])
    said = json.loads(json.dumps(str(first.get("msg", "")), ensure_ascii=True))
    return _no(
        "input",
        f"Không hiểu được trường “{place}”; xem mô tả API.",
        f"Cannot read “{place}”: {said}.",
        status=422,
        field=place,
    )


@api.exception_handler(RequestDataTooBig)
def too_big(_request: HttpRequest, _error: RequestDataTooBig) -> HttpResponse:
    """A body larger than a dossier with its scans can be."""
    return _no("size", "Nội dung gửi lên lớn hơn 30 MB.", "The body is larger than 30 MB.", status=413)


@api.exception_handler(Throttled)
def too_many(_request: HttpRequest, error: Throttled) -> HttpResponse:
    """More calls in a minute than a machine needs."""
    response = _no("calls", "Gọi quá nhiều trong một phút.", "Too many calls in a minute.", status=429)
    response["Retry-After"] = str(error.wait or 60)
    return response


@api.exception_handler(HttpError)
def malformed(request: HttpRequest, error: HttpError) -> HttpResponse:
    """A body that is not JSON, or does not say so."""
    if isinstance(error.__cause__, Refused):
        return refused(request, error.__cause__)
    return _no("body", "Nội dung gửi lên không phải JSON.", str(error), status=error.status_code)
