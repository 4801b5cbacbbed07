"""The doors between the pages of messages: those that somebody may open."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.acts import Actor, Refused
from motcua.notices import rules

__all__ = ["doors", "passes"]


def passes(by: Actor, may: Callable[[Actor], None]) -> bool:
    """Whether a rule lets somebody through."""
    try:
        may(by)
    except Refused:
        return False
    return True


def doors(by: Actor) -> list[tuple[str, str]]:
    """Name and address of each page that somebody may open."""
    found = (
        (_("Tin đã báo"), "list", rules.may_read),
        (_("Chưa tới nơi"), "stuck", rules.may_read),
        (_("Lời tin"), "wordings", rules.may_change_words),
        (_("Kênh gửi"), "channels", rules.may_change_channels),
    )
    return [(name, reverse(f"notices:{page}")) for name, page, may in found if passes(by, may)]
