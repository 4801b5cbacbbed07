"""What is asked: the versions of the house (YAML beside this room) and, over them, those a ward published."""

from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from motcua.acts import Refused
from motcua.files.queries import plain
from motcua.surveys import models
from motcua.surveys.rules import Instrument, Way, read

__all__ = ["asked", "instrument", "instruments"]

HOUSE = Path(__file__).resolve().parents[1] / "instruments"
ORDER = ("sipas", "evaluation", "short")


@cache
def _house() -> tuple[Instrument, ...]:
    bodies = [plain(ending="yaml", content=path.read_bytes()) for path in sorted(HOUSE.glob("*.yaml"))]
    return tuple(read(body) for versions in bodies for body in versions)


def instruments(*, ward_id: UUID) -> list[Instrument]:
    """Every version there is for a ward, those of the house and its own: by instrument, newest first."""
    own = [read(row.body) for row in models.Instrument.objects.filter(ward_id=ward_id)]
    return sorted([*_house(), *own], key=lambda i: (_place(i.code), -i.version))


def _place(code: str) -> tuple[int, str]:
    return (ORDER.index(code) if code in ORDER else len(ORDER), code)


def asked(*, ward_id: UUID, way: Way, on: date) -> list[Instrument]:
    """What is asked one way on a day: of each instrument the newest version that has begun."""
    found: dict[str, Instrument] = {}
    for one in instruments(ward_id=ward_id):
        if one.starts <= on and (one.code not in found or one.version > found[one.code].version):
            found[one.code] = one
    return [one for one in found.values() if one.way == way.value]


def instrument(*, ward_id: UUID, code: str, on: date) -> Instrument:
    """The version of an instrument in force on a day; the first one before that. Raises Refused `missing`."""
    versions = [one for one in instruments(ward_id=ward_id) if one.code == code]
    if not versions:
        raise Refused("missing", "Không có phiếu hỏi này.", "There is no such instrument.")
    return next((one for one in versions if one.starts <= on), versions[-1])
