"""Keeping a checked statement, and discarding it. Both are only the keeper's own."""

from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from motcua.acts import Actor
from motcua.checker import rules
from motcua.checker.models import Statement
from motcua.checker.queries import kept
from motcua.ledger.actions import action, add, change

__all__ = ["discard", "keep"]


@action("statement.keep")
def keep(
    *,
    by: Actor,
    at: datetime,
    text: str,
    title: str = "",
    source: str = "",
    first: date | None = None,
    last: date | None = None,
) -> Statement:
    """Keep a statement as it was checked, with what the checker says of it now; without a title it gets its first line.

    Raises Refused `forbidden`, `statement.kept`, `checker.*`.
    """
    rules.may_keep(by)
    first, last = rules.in_order(first, last)
    found = rules.checked(text)
    sha256 = rules.fingerprint(found.text)
    same = kept.same_locked(by=by, sha256=sha256)
    if same is not None:
        raise rules.kept_already(same.kept_at)
    return add(
        Statement(
            ward_id=by.ward_id,
            title=rules.title_of(found.text, file=title),
            source=source,
            text=found.text,
            sha256=sha256,
            first=first,
            last=last,
            kept_by_id=by.id,
            kept_at=at,
            **asdict(rules.counted(found)),
        )
    )


@action("statement.discard")
def discard(*, by: Actor, at: datetime, statement_id: UUID) -> Statement:
    """Erase the text of a statement; that it was kept, its title and its counts stay.

    Raises Refused `missing` for everybody but the keeper, `statement.discarded`.
    """
    statement = kept.locked(by=by, statement_id=statement_id)
    return change(statement, text="", discarded_at=at, discarded_by=by.name)
