"""What the addresses of the desk may say. Odd values are ignored, never an error."""

from collections.abc import Mapping
from uuid import UUID

from motcua import vietnam
from motcua.acts import Actor
from motcua.desk import rules
from motcua.desk.queries.desk import NOBODY, Wanted
from motcua.desk.rules import Band, Scope
from motcua.dossiers.rules import Channel

__all__ = ["Pick", "picks", "text", "uuid", "wanted"]

FIELD = "f:"  # a whole field instead of one procedure
LONGEST = 200
MOST_PICKED = 500
Pick = tuple[UUID, int]  # a dossier and the state it was seen in


def text(typed: Mapping[str, str], name: str, *, most: int = LONGEST) -> str:
    """A value as it may be looked for or stored."""
    return vietnam.clean(str(typed.get(name, ""))[: most * 4])[:most]


def uuid(value: str) -> UUID | None:
    """An id, or nothing."""
    try:
        return UUID(value[:64])
    except ValueError:
        return None


def wanted(typed: Mapping[str, str], *, by: Actor) -> Wanted:
    """The rows an address asks for, within what this actor may see."""
    scope, which, officer = text(typed, "scope"), text(typed, "procedure"), text(typed, "officer")
    channel, band, rows = text(typed, "channel"), text(typed, "band"), text(typed, "rows", most=6)
    return Wanted(
        scope=Scope(scope) if scope in rules.scopes(by) else rules.home_scope(by),
        procedure_id=None if which.startswith(FIELD) else uuid(which),
        field=which.removeprefix(FIELD) if which.startswith(FIELD) else "",
        step=text(typed, "step", most=300),
        channel=channel if channel in set(Channel) else "",
        paused=text(typed, "paused") != "0",
        unit_id=uuid(text(typed, "unit")),
        officer=officer if officer == NOBODY else str(uuid(officer) or ""),
        band=band if band in set(Band) else "",
        unapologised=text(typed, "apology") == "none",
        rows=int(rows) if rows.isascii() and rows.isdigit() else 0,
    )


def picks(values: list[str]) -> list[Pick]:
    """The chosen rows, each once, in the order of the page; what cannot be read is left out."""
    found: dict[UUID, int] = {}
    for value in values[:MOST_PICKED]:
        ident, _, seen = value[:80].partition(".")
        pk = uuid(ident)
        if pk is not None and seen.isascii() and seen.isdigit():
            found[pk] = int(seen)
    return list(found.items())
