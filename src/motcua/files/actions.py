"""Storing a file: bytes first, safely on disk; then its row, with the act."""

import hashlib
import os
import tempfile
from datetime import datetime
from pathlib import Path
from uuid import UUID

from motcua.acts import Actor
from motcua.files import queries, rules
from motcua.files.models import StoredFile
from motcua.ledger.actions import action, add

__all__ = ["store"]


@action("file.store")
def store(*, by: Actor, at: datetime, name: str, content: bytes, sealed: bool = False) -> StoredFile:
    """Keep the bytes of one paper. Raises Refused `file.*` from the rules.

    A `sealed` file is found only by `queries.sealed`, which the room that stored it asks after judging who may read.
    The bytes are on disk before the row can be committed; a row that rolls back leaves at most an unused file.
    """
    media_type = rules.media_type(content)
    digest = hashlib.sha256(content).hexdigest()
    _write(ward_id=by.ward_id, digest=digest, content=content)
    return add(
        StoredFile(
            ward_id=by.ward_id,
            digest=digest,
            size=len(content),
            media_type=media_type,
            name=rules.clean_name(name),
            stored_at=at,
            sealed=sealed,
        )
    )


def _write(*, ward_id: UUID, digest: str, content: bytes) -> None:
    target = queries.path(ward_id=ward_id, digest=digest)
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, target)  # noqa: PTH105 - Path.replace is the same call with one more object
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Let the new name survive a power cut as well; Windows cannot open a folder and needs not."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
