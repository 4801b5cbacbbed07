"""What a leader wrote better in the slips to sign. Each slip has its own fields, named with the dossier's id."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from motcua import vietnam
from motcua.acts import Refused
from motcua.dossiers.rules import Cause

__all__ = ["Edited", "edited", "kept"]

LONGEST = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The slip as the leader left it; None keeps what stands in it."""

    reason: str | None
    cause: Cause | None
    new_due: date | None


def edited(typed: Mapping[str, str], dossier_id: UUID) -> Edited:
    """The fields of one slip. Raises Refused where a day cannot be read."""
    reason, cause = typed.get(f"reason-{dossier_id}"), typed.get(f"cause-{dossier_id}", "")
    day = vietnam.clean(typed.get(f"new_due-{dossier_id}", "")[:40])
    lines = (vietnam.clean(line) for line in (reason or "")[: LONGEST * 2].splitlines())
    return Edited(
        reason=None if reason is None else "\n".join(line for line in lines if line)[:LONGEST],
        cause=Cause(cause) if cause in set(Cause) else None,
        new_due=_day(day) if day else None,
    )


def kept(typed: Mapping[str, str], name: str, dossier_id: UUID, value: str) -> str:
    """What was typed in a field of one slip, to be shown again; `value` where the slip was not on the page sent."""
    found = typed.get(f"{name}-{dossier_id}")
    return value if found is None else found[: LONGEST * 2].replace("\r\n", "\n")


def _day(text: str) -> date:
    try:
        return vietnam.parse_date(text)
    except (Refused, ValueError):
        raise Refused(
            "extension.day",
            f"Không đọc được ngày hẹn lại “{text}”. Viết như 23/11/2026.",
            f"Cannot read the day “{text}”.",
            field="new_due",
        ) from None
