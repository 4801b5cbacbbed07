"""Who hears a warning: escalating from the officer over the head of the unit to the chairman. Pure.

What lies in a queue, given to nobody, is told early to the one person who can only be meant; where several could take
it, to the head alone, who can give it to one of them: telling all would be noise to each, and each would leave it to
the rest. Once something must be done, whoever could take it hears.

A petition may be a denunciation, so it escalates to nobody: its handler alone hears of it, at every band, and not even
who stands in. While nobody handles it, or the handler is away, the chairman hears (of a secret one against him the
vice-chairmen), and never its number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from uuid import UUID

from motcua import law
from motcua.acts import Role
from motcua.law import Rule
from motcua.promises.rules import Kind
from motcua.watch.rules.bands import PARTS, Band

__all__ = ["SILENT", "Holder", "Posts", "above", "heads_of", "hearers", "hears", "holders_of"]

SILENT = frozenset({Kind.PETITION.value})  # told to who has it in hand and to nobody above
Place = tuple[UUID, str]  # a unit and a role


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has a promise in hand: a person, or the queue of a role in a unit."""

    unit_id: UUID
    officer_id: UUID | None = None
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    """Who holds which role in which unit on a day, only people who may sign in; who stands in for whom."""

    holders: Mapping[Place, tuple[UUID, ...]]
    chairmen: tuple[UUID, ...] = ()
    active: frozenset[UUID] = frozenset()
    stand_ins: Mapping[UUID, UUID] = field(default_factory=dict)

    def there(self, people: Iterable[UUID]) -> tuple[UUID, ...]:
        """The people, each absent one replaced by who stands in, each once, in order."""
        return tuple(dict.fromkeys(self._there(person) for person in people))

    def _there(self, person: UUID) -> UUID:
        seen = {person}
        while (other := self.stand_ins.get(person)) is not None and other not in seen:
            seen.add(other)
            person = other
        return person


@lru_cache(maxsize=64)
def hears(*, band: Band, part: bool, on: date) -> tuple[str, ...]:
    """Which posts hear at a band; none for a part's early bands. Source: HEARS_*, PART_HEARS_*."""
    if part and band not in {Band.ACT, Band.LATE, Band.SECOND}:
        return ()
    rule = _rule(band=Band.LATE if part and band is Band.SECOND else band, part=part, on=on)
    return tuple(str(name) for name in rule.value) if isinstance(rule.value, tuple) else ()


def _rule(*, band: Band, part: bool, on: date) -> Rule:
    return law.rule(f"{'PART_' if part else ''}HEARS_{band.upper()}", on=on)


def heads_of(unit_id: UUID, posts: Posts) -> tuple[UUID, ...]:
    """Who answers for a unit: its head, or the director of the centre."""
    for role in (Role.UNIT_HEAD, Role.DIRECTOR):
        if found := posts.holders.get((unit_id, role.value)):
            return posts.there(found)
    return ()


def holders_of(holder: Holder, posts: Posts, *, kind: str, urgent: bool) -> tuple[UUID, ...]:
    """Who is told as the officer; of a queue all when it is urgent. Never nobody, unless the ward has no chairman."""
    if kind in SILENT:
        return _alone(holder, posts)
    if holder.officer_id is not None and holder.officer_id in posts.active:
        return posts.there([holder.officer_id])
    queue = posts.there(posts.holders.get((holder.unit_id, holder.role), ()))
    if len(queue) == 1 or (queue and urgent):
        return queue
    return heads_of(holder.unit_id, posts) or queue or posts.there(posts.chairmen)


def _alone(holder: Holder, posts: Posts) -> tuple[UUID, ...]:
    last = posts.holders.get((holder.unit_id, holder.role), ()) if holder.role else posts.chairmen
    handler = holder.officer_id
    if handler is None or handler not in posts.active:
        return last
    return tuple(dict.fromkeys((handler, *last))) if handler in posts.stand_ins else (handler,)


def above(holder: Holder, posts: Posts, *, kind: str, broken: bool) -> tuple[UUID, ...]:
    """Who reads in the digest what somebody else owes: the head of the unit, and of what is broken the chairman."""
    if kind in PARTS or kind in SILENT:
        return ()
    return heads_of(holder.unit_id, posts) + (posts.there(posts.chairmen) if broken else ())


def hearers(*, band: Band, kind: str, holder: Holder, posts: Posts, on: date) -> tuple[UUID, ...]:
    """Who hears a warning, each once, the nearest to the work first."""
    if kind in SILENT:
        return _alone(holder, posts)
    found: list[UUID] = []
    for post in hears(band=band, part=kind in PARTS, on=on):
        match post:
            case "officer":
                found += holders_of(holder, posts, kind=kind, urgent=band.rank >= Band.ACT.rank)
            case "unit_head":
                found += heads_of(holder.unit_id, posts)
            case "chairman":
                found += posts.there(posts.chairmen)
            case _:
                raise ValueError(f"nobody knows who {post!r} is")
    return tuple(dict.fromkeys(found))
