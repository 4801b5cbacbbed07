"""Handing out the bytes of a stored file: somebody's scan or photo, never a page of ours."""

from urllib.parse import quote

from django.http import HttpResponse

__all__ = ["handed"]


def handed(content: bytes, *, media_type: str, name: str = "", caching: str = "private, no-store") -> HttpResponse:
    """The bytes as what they are and nothing else: a download when they have a `name`, else shown in their place."""
    response = HttpResponse(content, content_type=media_type)
    if name:
        response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = caching
    return response
