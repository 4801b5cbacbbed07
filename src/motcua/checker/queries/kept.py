"""What somebody kept. Nobody else sees it, or that it is there."""

from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from motcua.acts import Actor, Refused
from motcua.checker.models import Statement
from motcua.checker.rules import discarded
from motcua.ui.paging import Paged, paged

__all__ = ["kept", "locked", "same", "same_locked", "statement"]


def _own(by: Actor) -> QuerySet[Statement]:
    return Statement.objects.filter(ward_id=by.ward_id, kept_by_id=by.id)


def kept(*, by: Actor, rows: int = 0) -> Paged[Statement]:
    """What the actor keeps, newest first, without the texts."""
    mine = _own(by).filter(discarded_at__isnull=True)
    return paged(mine.defer("text").order_by("-kept_at", "-pk"), of=mine, asked=rows)


def statement(*, by: Actor, statement_id: UUID) -> Statement:
    """One statement of the actor's own. Raises Refused `missing`, `statement.discarded`."""
    return _there(_own(by).filter(pk=statement_id).first())


def locked(*, by: Actor, statement_id: UUID) -> Statement:
    """The same, locked, within an action."""
    return _there(_own(by).select_for_update(no_key=True).filter(pk=statement_id).first())


def same(*, by: Actor, sha256: str) -> Statement | None:
    """The statement with this very text that the actor keeps already."""
    return _own(by).filter(discarded_at__isnull=True, sha256=sha256).defer("text").first()


def same_locked(*, by: Actor, sha256: str) -> Statement | None:
    """The same, for an action: who sends one text twice at once waits here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 2))", [f"{by.id} {sha256}"])
    return same(by=by, sha256=sha256)


def _there(found: Statement | None) -> Statement:
    if found is None:
        raise Refused("missing", "Không có bài này trong những bài bạn giữ.", "You keep no such statement.")
    if found.discarded_at is not None:
        raise discarded(found.discarded_at)
    return found
