"""The chance that an open dossier will be late, by counting past ones that stood where it stands now.

Its fellows are the finished dossiers that had not left this step either when as much of their promise was used. Those
count as late whose remaining way would not fit into what is left. A longer queue makes the way through this step
longer, an absence of its holder the whole. When it is slower than nearly all, the slowest known stand in, as if they
left now.
Few dossiers of the procedure are helped out by its field, and that by the ward. docs/forecast.md tells how good it is.
"""

from dataclasses import dataclass
from enum import StrEnum

from motcua.forecast.rules.experience import WHOLE, Experience, Passed, Place, middle

__all__ = ["AWAY_WEIGHT", "HELP", "QUEUE_WEIGHT", "Level", "Odds", "Outlook", "away_share", "odds", "queue_factor"]

HELP = 10  # how many dossiers of its own the wider experience counts for
QUEUE_WEIGHT = 0.1  # a queue twice as long as usual makes the step a tenth longer: most of a step is not this queue
AWAY_WEIGHT = 0.5  # of the time somebody is away, their stand-in does half of what they would have done
_USUAL = 1.5  # up to here a queue is as long as usual, and shorter ones are not counted on
_MOST = 3.0  # a queue counts as at most three times as long


class Level(StrEnum):
    """Whose past was counted."""

    PROCEDURE = "procedure"
    FIELD = "field"
    WARD = "ward"


_LEVELS = (Level.WARD, Level.FIELD, Level.PROCEDURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """An open dossier now: `used` and `left` in thousandths of its promise.

    `queue`: the factor of `queue_factor`; `away`: what an absence of its holder takes, in thousandths as well.
    """

    place: Place
    used: int
    left: int
    queue: float = 1.0
    away: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """`chance` from 0 to 1; None when fewer than `least` dossiers are known even in the ward.

    `late` of `n` past dossiers of `level` would not fit; half of them still took `need` thousandths of the promise or
    less. `slower`: too few fellows, so that the slowest ones known stand in.
    """

    chance: float | None
    level: Level = Level.WARD
    n: int = 0
    late: int = 0
    need: int | None = None
    slower: bool = False


def queue_factor(*, now: float, usual: float) -> float:
    """How much longer the way through a step becomes when `now` steps wait where usually `usual` do."""
    ratio = min((now + 1) / (usual + 1), _MOST)
    return 1 + QUEUE_WEIGHT * (ratio - 1) if ratio > _USUAL else 1.0


def odds(*, known: Experience, outlook: Outlook, least: int) -> Odds:
    """The chance of being late, and what was counted. `least`: below so many past dossiers nothing is said."""
    found = Odds(chance=None)
    for level, key in zip(_LEVELS, outlook.place.keys, strict=True):
        fellows = known.fellows(key, used=outlook.used)
        slower = len(fellows) < least
        if slower and len(slowest := known.slowest(key, n=least)) == least:
            fellows = slowest
        if not fellows or (found.chance is None and len(fellows) < least):
            continue
        ways = [_way(passed, outlook) for passed in fellows]
        late = sum(way > outlook.left for way in ways)
        if len(fellows) < least:  # too few to be told of, not to be heard
            found = Odds(
                chance=_leaning(late, len(ways), found.chance),
                level=found.level,
                n=found.n,
                late=found.late,
                need=found.need,
                slower=found.slower,
            )
        else:
            found = Odds(
                chance=_leaning(late, len(ways), found.chance),
                level=level,
                n=len(ways),
                late=late,
                need=middle(ways),
                slower=slower,
            )
    return found


def away_share(*, minutes: int, total: int) -> int:
    """What an absence of `minutes` working minutes costs a promise of `total`, in thousandths: somebody stands in."""
    return round(minutes * AWAY_WEIGHT * WHOLE / max(total, 1))


def _leaning(late: int, n: int, wider: float | None) -> float:
    return late / n if wider is None else (late + HELP * wider) / (n + HELP)


def _way(passed: Passed, outlook: Outlook) -> float:
    """What a past dossier still took from here; one that had left earlier is thought to leave now."""
    through = max(passed.left - outlook.used, 0)
    return through * outlook.queue + (passed.ended - passed.left) + outlook.away
