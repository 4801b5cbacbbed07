"""How long each part of a feedback's way may take: dated records of the law, as limits of the clock."""

from datetime import date, datetime
from decimal import Decimal

from motcua import clock, law
from motcua.clock import Limit, Unit
from motcua.feedback.rules.states import Clock
from motcua.promises.rules import ZONE

__all__ = ["limit", "pause_mode", "reopen_days", "reopen_most", "wait"]

_PORTAL = {
    Clock.RECEIVE: "reject",
    Clock.REFUSE: "reject",
    Clock.ASK: "supplement",
    Clock.HANDLE: "handle",
    Clock.PUBLISH: "publish",
}


def _on(at: datetime) -> date:
    return at.astimezone(ZONE).date()


def limit(which: Clock, *, at: datetime) -> Limit:
    """The limit of a part on a day. Sources: QĐ 766 5.2 (PAKN_PORTAL), ND 20/2008 (PAKN_FORWARD_DAYS)."""
    if which is Clock.FORWARD:
        found = law.rule("PAKN_FORWARD_DAYS", on=_on(at))
        return Limit(value=Decimal(found.whole), unit=Unit(found.unit))
    found = law.rule("PAKN_PORTAL", on=_on(at))
    return Limit(value=Decimal(found.part(_PORTAL[which])), unit=Unit(found.unit))


def wait(*, at: datetime) -> Limit:
    """How long the office waits for what it asked the sender."""
    found = law.rule("PAKN_SUPPLEMENT_WAIT", on=_on(at))
    return Limit(value=Decimal(found.whole), unit=Unit(found.unit))


def pause_mode(*, at: datetime) -> tuple[clock.PauseMode, str]:
    """What waiting for the sender does to the clock, and on what basis."""
    found = law.rule("PAKN_SUPPLEMENT_CLOCK", on=_on(at))
    return clock.PauseMode(str(found.value)), found.basis


def reopen_most(*, at: datetime) -> int:
    """How often a sender may ask for another look."""
    return law.rule("PAKN_REOPEN_MAX", on=_on(at)).whole


def reopen_days(*, at: datetime) -> Limit:
    """How long after the answer."""
    found = law.rule("PAKN_REOPEN_DAYS", on=_on(at))
    return Limit(value=Decimal(found.whole), unit=Unit(found.unit))
