"""The headings of a table: which rows they are, and what each column counts."""

import re
from collections.abc import Sequence
from itertools import pairwise

from motcua.statements.sheets.grids import Cell
from motcua.statements.signs.lexicon import Sort, labels
from motcua.statements.signs.numerals import Numeral

__all__ = ["column_tags", "head_rows", "headings", "in_turn", "is_index_row", "own_tags"]

_ALL = re.compile(
    r"(?:tổng(?: số)?|tổng cộng|cộng|total|all)?\s*(?:số )?(?:hồ sơ|hs|dossiers|cases|files)?(?:\s*\(.*\))?",
    re.IGNORECASE,
)
_OVER_A_COLUMN: tuple[tuple[re.Pattern[str], dict[Sort, str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), {sort: value})
    for pattern, sort, value in (
        (r"(?:hồ sơ )?(?:chuyển|mang|tồn|tồn cũ) sang|tồn|cũ", Sort.ARRIVAL, "carried"),
        (r"(?:hồ sơ |đã )?nhận|vào|(?:được )?giao", Sort.STAGE, "received"),
        (r"(?:hồ sơ |đã )?trả|(?:đã )?xong|ra", Sort.STAGE, "settled"),
        (r"còn|(?:chưa|còn) (?:trả|xong)", Sort.STAGE, "pending"),
        (r"đúng", Sort.TIMING, "on_time"),
        (r"counter|quầy", Sort.CHANNEL, "direct"),
        (r"mạng", Sort.CHANNEL, "online"),
    )
)
_ORDINAL = re.compile(r"[(\[]?(\d{1,2}|[A-ZĐ])[)\]]?(?:\s*=.*)?")
_LEAST_ORDINALS = 3  # cells of a row that only numbers the columns
_WAYS = frozenset({Sort.CHANNEL, Sort.LEVEL, Sort.ARRIVAL})
_SETTLED_IN_TIME = frozenset({"early", "on_time", "early_on_time"})
_STAGE_OF_TIMING = {"early": "settled", "on_time": "settled", "early_on_time": "settled", "in_time": "pending"}


def head_rows(rows: Sequence[Sequence[Cell]], numbers: Sequence[Sequence[Numeral | None]]) -> int:
    """How many rows at the top are headings: those before the first that is mostly numbers."""
    for row, found in enumerate(numbers):
        filled = sum(bool(cell.text) for cell in rows[row])
        counted = sum(one is not None for one in found)
        if filled > 1 and not is_index_row(rows[row]) and counted >= max(1, (filled - 1) / 2):
            return row
    return 0


def is_index_row(row: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3), or 1 2 3=4+5."""
    filled = [_ORDINAL.fullmatch(cell.text) for cell in row if cell.text]
    if len(filled) < _LEAST_ORDINALS or not all(filled):
        return False
    numbers = [int(one[1]) for one in filled if one and one[1].isdigit()]
    return len(numbers) > 1 and all(b - a == 1 for a, b in pairwise(numbers))


def headings(rows: Sequence[Sequence[Cell]], width: int) -> list[tuple[str, ...]]:
    """The headings of each column from the top down: what stands over it, a merged heading over all it spans."""
    texts: list[tuple[str, ...]] = [()] * width
    told = [row for row in rows if not is_index_row(row)]
    for number, row in enumerate(told):
        last, below = "", told[number + 1 :]
        for column, cell in enumerate(row):
            last = "" if any(above[column].text for above in told[:number]) else last
            last = cell.text or (last if any(other[column].text for other in below) else "")
            texts[column] = (*texts[column], last) if last else texts[column]
    return texts


def column_tags(names: Sequence[str]) -> list[dict[Sort, str]]:
    """What each heading says; a column that says only when or how is of the stage to its left."""
    own = [own_tags(name) or _bare(name) for name in names]
    for number, name in enumerate(names):
        later = own[number + 1 :]
        by_way = bool(later) and later[0].get(Sort.STAGE, "received") == "received" and bool(later[0].keys() & _WAYS)
        settled_later = number == 0 and any(one.get(Sort.STAGE) == "settled" for one in later)
        if not own[number] and _ALL.fullmatch(name.strip()) and (by_way or settled_later):
            own[number] = {Sort.STAGE: "received"}
    return in_turn(own)


def _bare(name: str) -> dict[Sort, str]:
    """What a word says over a column and nowhere else."""
    return next((dict(tags) for pattern, tags in _OVER_A_COLUMN if pattern.fullmatch(name.strip())), {})


def own_tags(name: str) -> dict[Sort, str]:
    """What the labels of a heading say; the first of a sort counts, but "received, in progress" is in progress."""
    found: dict[Sort, str] = {}
    for one in labels(name.replace("_", " ")):
        if one.sort is Sort.STAGE and one.value == "pending" and found.get(Sort.STAGE) in {"received", "settled"}:
            found[Sort.STAGE] = one.value
        elif one.sort is not None:
            found.setdefault(one.sort, one.value)
    if Sort.LEVEL in found:
        found.pop(Sort.CHANNEL, None)
    if found.get(Sort.STAGE, "received") != "received" and found.get(Sort.ARRIVAL) == "in_period":
        del found[Sort.ARRIVAL]
    return found


def in_turn(own: Sequence[dict[Sort, str]]) -> list[dict[Sort, str]]:
    """Tags of neighbours in reading order: what says only when is of the stage before it."""
    stage, found = "", list[dict[Sort, str]]()
    for one in own:
        tags = dict(one)
        timing = tags.get(Sort.TIMING)
        if timing is None:
            stage = tags.get(Sort.STAGE, stage)
        elif Sort.STAGE not in tags:
            told_apart = any(before.get(Sort.TIMING) in _SETTLED_IN_TIME for before in found)
            stage = _stage(timing, stage if not (timing == "in_time" and told_apart) else "")
            if stage in {"settled", "pending"}:
                tags[Sort.STAGE] = stage
                if timing == "in_time" and stage == "settled":
                    tags[Sort.TIMING] = "early_on_time"
        found.append(tags)
    return found


def _stage(timing: str, before: str) -> str:
    """The stage of a timing after this stage; "trong hạn" right after what was settled means settled in time."""
    wanted = _STAGE_OF_TIMING.get(timing)
    return before if wanted is None or (timing == "in_time" and before == "settled") else wanted
