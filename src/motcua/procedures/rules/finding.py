"""Finding a procedure as officers type: "ks", "khai sinh", "dang ky ket hon", "1.001193". Pure; a ward has ≤ 500."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from motcua import vietnam

__all__ = ["Entry", "entry", "ranked", "search_text"]

T = TypeVar("T")

_PREFIXES: Final = ("thu tuc ", "lien thong thu tuc hanh chinh ve ", "lien thong thu tuc hanh chinh ")
_VERBS: Final = ("dang ky ", "cap ", "xac nhan ", "thong bao ", "giai quyet ", "thuc hien ", "ho tro ")
_MOST: Final = 200  # characters of a query that are looked at
_TYPO_FROM: Final = 3  # letters, below which a slip cannot be told from another word
_JOINED_FROM: Final = 4
_SLIP: Final = 11  # the rank of a forgiven slip


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[T]):
    """A procedure as the index knows it: folded names and what it stands for."""

    value: T
    code: str
    core: str  # the folded name without "thủ tục"
    bare: str  # … and without the common verb it begins with
    letters: tuple[str, ...]  # initials of core and bare
    words: tuple[str, ...]
    keywords: frozenset[str]
    uses: int


def entry(value: T, *, code: str, name: str, keywords: Iterable[str] = (), field: str = "", uses: int = 0) -> Entry[T]:
    """The index entry of a procedure."""
    core = " ".join(vietnam.words(name))
    for prefix in _PREFIXES:
        core = core.removeprefix(prefix)
    bare = next((core.removeprefix(verb) for verb in _VERBS if core.startswith(verb)), core)
    folded = frozenset(" ".join(vietnam.words(word)) for word in keywords)
    return Entry(
        value=value,
        code=code.lower(),
        core=core,
        bare=bare,
        letters=tuple(dict.fromkeys((vietnam.initials(core), vietnam.initials(bare)))),
        words=tuple(
            dict.fromkeys((*core.split(), *(w for k in sorted(folded) for w in k.split()), *vietnam.words(field)))
        ),
        keywords=folded,
        uses=uses,
    )


def search_text(*, code: str, name: str, keywords: Iterable[str] = ()) -> str:
    """What is stored for searching in SQL: folded name, code, keywords, initials."""
    it = entry(None, code=code, name=name, keywords=keywords)
    return " ".join((vietnam.fold(name), it.code, *sorted(it.keywords), *it.letters))


def ranked(entries: Iterable[Entry[T]], text: str, *, limit: int = 20) -> list[T]:
    """The entries that answer `text`, best first; among equals the most used, then the shortest name.

    An empty text answers with everything, the most used first.
    """
    asked = vietnam.words(text[:_MOST])
    if not asked:
        ordered = sorted(entries, key=lambda e: (-e.uses, e.core, e.code))
        return [e.value for e in ordered[:limit]]
    query = " ".join(asked)
    scored = [(rank, e) for e in entries if (rank := _rank(e, query, asked)) is not None]
    if any(rank < _SLIP for rank, _ in scored):
        scored = [pair for pair in scored if pair[0] < _SLIP]  # slips are forgiven only when nothing else answers
    scored.sort(key=lambda pair: (pair[0], -pair[1].uses, len(pair[1].core), pair[1].code))
    return [e.value for _, e in scored[:limit]]


def _rank(it: Entry[T], query: str, asked: tuple[str, ...]) -> int | None:
    """How well an entry answers, 0 the best; None when it does not."""
    joined = query.replace(" ", "")
    one = len(asked) == 1
    tests = (
        (0, _bare(it.code) == _bare(joined)),
        (1, query in {it.core, it.bare} or query in it.keywords),
        (2, one and query in it.letters),
        (3, joined.replace(".", "").isdigit() and it.code.replace(".", "").startswith(joined.replace(".", ""))),
        (4, f"{it.core} ".startswith(f"{query} ") or f"{it.bare} ".startswith(f"{query} ")),
        (5, it.core.startswith(query) or it.bare.startswith(query) or any(k.startswith(query) for k in it.keywords)),
        (6, f" {query} " in f" {it.core} "),
        (7, f" {query}" in f" {it.core}"),
        (8, len(joined) >= _JOINED_FROM and joined in it.core.replace(" ", "")),
        (9, all(any(w.startswith(a) for w in it.words) for a in asked)),
        (10, one and len(query) > 1 and any(query in letters for letters in it.letters)),
        (_SLIP, all(any(_near(a, w) for w in it.words) for a in asked)),
    )
    return next((rank for rank, holds in tests if holds), None)


def _bare(code: str) -> str:
    """A code without what people leave out: "1.001193" and "1001193", "P.09" and "p09"."""
    return "".join(c for c in code.lower() if c.isalnum())


def _near(typed: str, word: str) -> bool:
    """Whether a word was meant: it begins so, or is one slip away (a letter wrong, missing, doubled or swapped)."""
    if word.startswith(typed):
        return True
    if len(typed) < _TYPO_FROM or abs(len(typed) - len(word)) > 1 or typed[0] != word[0]:
        return False
    n = next((i for i, (a, b) in enumerate(zip(typed, word, strict=False)) if a != b), min(len(typed), len(word)))
    a, b = typed[n:], word[n:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
