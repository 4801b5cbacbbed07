"""Reads of stored files."""

from pathlib import Path
from uuid import UUID

from django.conf import settings

from motcua.acts import Actor, Refused
from motcua.files.models import StoredFile

__all__ = ["content", "get", "path", "sealed"]


def path(*, ward_id: UUID, digest: str) -> Path:
    """Where the bytes of a digest lie."""
    return Path(settings.FILES_ROOT) / ward_id.hex / digest[:2] / digest


def get(*, by: Actor, file_id: UUID) -> StoredFile:
    """One file of the actor's ward that is not sealed. Raises Refused `missing`."""
    return _one(by=by, file_id=file_id, sealed=False)


def sealed(*, by: Actor, file_id: UUID) -> StoredFile:
    """A sealed file, for the room that stored it and has judged that `by` may read it. Raises Refused `missing`."""
    return _one(by=by, file_id=file_id, sealed=True)


def _one(*, by: Actor, file_id: UUID, sealed: bool) -> StoredFile:
    found = StoredFile.objects.filter(ward_id=by.ward_id, pk=file_id, sealed=sealed).first()
    if found is None:
        raise Refused("missing", "Không có tệp này.", "There is no such file.")
    return found


def content(file: StoredFile) -> bytes:
    """The bytes of a stored file."""
    return path(ward_id=file.ward_id, digest=file.digest).read_bytes()
