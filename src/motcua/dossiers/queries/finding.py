"""Finding dossiers: by code, by name without accents, by phone or ID number."""

import re
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet

from motcua import vietnam
from motcua.acts import Actor
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.holding import missing, visible_to
from motcua.ledger.queries import Prepared, Slot

__all__ = ["by_code", "id_of", "search", "search_query", "search_words"]

LONGEST = 200  # characters of a query that are looked at


def _marked(ward_id: UUID, words: list[str]) -> list[str]:
    """Each word with its ward's mark: the index then finds within one ward without reading the others'.

    Core PostgreSQL cannot combine a full-text index with a plain column (that is contrib's btree_gin).
    """
    mark = ward_id.hex[-8:]
    return [f"{mark}x{word}" for word in words]


def search_words(*, ward_id: UUID, parts: list[str]) -> str:
    """What a dossier is found by, as a tsvector is written: folded words of its name, code, numbers and procedure.

    Kept and not made from a text by the query: where PostgreSQL walks the newest dossiers of a ward it would make the
    words of each anew, 250 ms for a rare name among 14,000.
    """
    words = {w for part in parts for w in re.findall(r"[a-z0-9]+", vietnam.fold(part))}
    return " ".join(_marked(ward_id, sorted(words)))


def search_query(*, ward_id: UUID, words: list[str]) -> str:
    """What finds the dossiers with all these words, the last one by its beginning, as a tsquery is written."""
    return " & ".join([*_marked(ward_id, words[:-1]), *(f"{w}:*" for w in _marked(ward_id, words[-1:]))])


class AsWritten(SearchQuery):
    """A tsquery taken as it is written: the parser would cut a mark that looks like a number, 12345e67, in two."""

    template = "(%(expressions)s)::tsquery"


def search(*, by: Actor, text: str) -> QuerySet[Dossier]:
    """Dossiers whose words all appear, the last one by its beginning. Accents and case do not matter."""
    words = re.findall(r"[a-z0-9]+", vietnam.fold(text[:LONGEST]))
    found = visible_to(by)
    if not words:
        return found.none()
    return found.filter(words=AsWritten(search_query(ward_id=by.ward_id, words=words)))


def by_code(*, by: Actor, code: str) -> Dossier:
    """The dossier with this code. Raises Refused `missing`."""
    found = visible_to(by).filter(code=code[:60]).first()
    if found is None:
        raise missing()
    return found


_ID = Prepared(lambda: Dossier.objects.filter(ward_id=Slot("ward_id"), code=Slot("code")).values_list("id"))


def id_of(*, by: Actor, code: str) -> UUID:
    """The id behind a code. Raises Refused `missing`."""
    found = _ID.first(ward_id=by.ward_id, code=code[:60])
    if found is None:
        raise missing()
    return found[0]
