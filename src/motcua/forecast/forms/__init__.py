"""What the addresses and forms of the forecast may say. Odd values are ignored, never an error."""

from collections.abc import Mapping
from uuid import UUID

from motcua.forecast.queries.board import NOBODY, Wanted

__all__ = ["Picked", "moves", "wanted"]

MOST_MOVES = 200
Picked = tuple[UUID, int, UUID]  # a dossier, the state it was seen in, and who would be given it


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value[:64])
    except ValueError:
        return None


def wanted(typed: Mapping[str, str]) -> Wanted:
    """The rows an address asks for."""
    officer, rows = str(typed.get("officer", "")), str(typed.get("rows", ""))[:6]
    return Wanted(
        unit=str(_uuid(str(typed.get("unit", ""))) or ""),
        officer=officer if officer == NOBODY else str(_uuid(officer) or ""),
        everything=typed.get("all") == "1",
        rows=int(rows) if rows.isascii() and rows.isdigit() else 0,
    )


def moves(values: list[str]) -> list[Picked]:
    """The ticked moves, each dossier once, in the order of the page; what cannot be read is left out."""
    found: dict[UUID, Picked] = {}
    for value in values[:MOST_MOVES]:
        ident, seen, to = [*value[:160].split("."), "", ""][:3]
        dossier, person = _uuid(ident), _uuid(to)
        if dossier and person and seen.isascii() and seen.isdigit():
            found[dossier] = (dossier, int(seen), person)
    return list(found.values())
