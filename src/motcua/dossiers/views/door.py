"""What the pages of this room share besides `ui.doors`."""

from django.http import HttpRequest

__all__ = ["site"]


def site(request: HttpRequest) -> str:
    """Scheme and host, for the look-up address on papers."""
    return f"{request.scheme}://{request.get_host()}"
