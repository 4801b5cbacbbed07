"""Who may read and who may close a report, and what it means that the records moved since."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.clock import Channel
from motcua.figures.rules.cells import Bucket, Cell
from motcua.figures.rules.periods import Scope

__all__ = ["CLOSERS", "Frozen", "Moved", "Placed", "digest", "may_close", "may_read", "moved"]

CLOSERS = (Role.DIRECTOR, Role.LEADER, Role.CHAIRMAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where one dossier was counted: its row and its bucket."""

    code: str
    key: str
    bucket: Bucket


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A row of a closed report: its key, its label and the codes of its dossiers, bucket by bucket."""

    key: str
    label: str
    lists: tuple[tuple[Bucket, tuple[str, ...]], ...]

    def places(self) -> Iterator[Placed]:
        """Every dossier of the row."""
        for bucket, codes in self.lists:
            for code in codes:
                yield Placed(code=code, key=self.key, bucket=bucket)

    def stored(self) -> list[dict[str, object]]:
        """The lists as JSON."""
        return [
            {
                "channel": bucket.channel.value,
                "carried": bucket.carried,
                "cell": bucket.cell.value,
                "handed": bucket.handed,
                "codes": list(codes),
            }
            for bucket, codes in self.lists
        ]

    @classmethod
    def read(cls, *, key: str, label: str, lists: Sequence[Mapping[str, object]]) -> "Frozen":
        """The row from its JSON."""
        return cls(
            key=key,
            label=label,
            lists=tuple(
                (
                    Bucket(
                        channel=Channel(str(entry["channel"])),
                        carried=bool(entry["carried"]),
                        cell=Cell(str(entry["cell"])),
                        handed=bool(entry["handed"]),
                    ),
                    _codes(entry["codes"]),
                )
                for entry in lists
            ),
        )


def _codes(stored: object) -> tuple[str, ...]:
    assert isinstance(stored, list)
    return tuple(str(code) for code in stored)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A dossier that is no longer where the closed report counted it; None is not counted at all."""

    code: str
    before: Placed | None
    now: Placed | None


def moved(*, before: Sequence[Placed], now: Sequence[Placed]) -> tuple[Moved, ...]:
    """Which dossiers changed their place since, by code."""
    then, today = {p.code: p for p in before}, {p.code: p for p in now}
    return tuple(
        Moved(code=code, before=then.get(code), now=today.get(code))
        for code in sorted(then.keys() | today.keys())
        if then.get(code) != today.get(code)
    )


def digest(rows: Sequence[Frozen]) -> str:
    """SHA-256 over every row and list: printed into the ledger, so that a closed report cannot be rewritten."""
    body = [[row.key, row.label, row.stored()] for row in rows]
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def may_read(by: Actor) -> None:
    """Everybody who holds a position in the ward reads its figures, a supervising delegation too."""
    if by.kind is not ActorKind.SYSTEM and not by.roles:
        raise Refused(
            "forbidden",
            "Bạn không giữ vị trí nào ở phường hôm nay nên chưa xem được số liệu.",
            "You hold no position in this ward today, so its figures are not open to you.",
        )


def may_close(*, by: Actor, at: datetime, scope: Scope) -> None:
    """The director or a leader closes a report, of a moment that has come."""
    if by.kind is not ActorKind.SYSTEM and not by.has(*CLOSERS):
        raise Refused(
            "forbidden",
            "Giám đốc trung tâm hoặc lãnh đạo UBND khóa sổ báo cáo.",
            "The director of the centre or a leader closes a report.",
        )
    if scope.as_of > at:
        raise Refused(
            "figures.future",
            "Chưa tới thời điểm này nên chưa khóa sổ được.",
            "This moment has not come yet, so the report cannot be closed.",
            field="as_of",
        )
