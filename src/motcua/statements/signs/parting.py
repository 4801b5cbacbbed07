"""What tells the parts of a whole apart, and what they tell of a whole that no label names."""

from collections.abc import Mapping, Sequence

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Sort, Topic

__all__ = ["HANDLED", "INTAKE", "PARTS", "STAGE_OF_TIMING", "clash", "name_whole", "sort_of"]

STAGE_OF_TIMING = {"early": "settled", "on_time": "settled", "early_on_time": "settled", "in_time": "pending"}
INTAKE = (Sort.CHANNEL, Sort.LEVEL, Sort.ARRIVAL)
HANDLED = frozenset({Topic.DOSSIERS, Topic.TASKS, Topic.FEEDBACK, Topic.PETITIONS, None})  # received and settled
PARTS = (Sort.TIMING, Sort.LEVEL, Sort.CHANNEL, Sort.ARRIVAL, Sort.OPINION)
_GOOD = frozenset({"early", "on_time", "early_on_time"})


def sort_of(tags: Mapping[Sort, str]) -> Sort | None:
    """What tells a part apart from its sisters."""
    return next((sort for sort in (*PARTS, Sort.STAGE) if sort in tags), None)


def clash(timings: set[str | None]) -> bool:
    """Whether these cannot be parts of one whole: what is in time is in progress, what is on time is settled."""
    return ("in_time" in timings and bool(timings & _GOOD)) or (
        "early_on_time" in timings and bool(timings & {"early", "on_time"})
    )


def name_whole(whole: Figure, tags: Mapping[Sort, str], parts: Sequence[Figure]) -> None:
    """Tag a whole as what only such a whole has such parts of; the latest is tagged `tags`, the others stand before it.

    What came in by some way, or is settled in part and in progress for the rest, was received; what is on time was
    settled. What was carried over in part came "in the period" only as a manner of speaking: it is all that came.
    """
    if tags.get(Sort.ARRIVAL) == "carried" and whole.tags.get(Sort.ARRIVAL) == "in_period":
        whole.tags = {Sort.STAGE: "received"}
    if whole.tags or whole.topic not in HANDLED:
        return
    sort, stages = sort_of(tags), {tags.get(Sort.STAGE), *(one.tags.get(Sort.STAGE) for one in parts)}
    if (not parts and sort in INTAKE) or {"settled", "pending"} <= stages:
        whole.tags = {Sort.STAGE: "received"}
    elif not parts and sort is Sort.TIMING and (stage := STAGE_OF_TIMING.get(tags[Sort.TIMING])):
        whole.tags = {Sort.STAGE: stage}
