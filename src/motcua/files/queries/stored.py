"""Reads of stored files."""

from pathlib import Path
from uuid import UUID

from django.conf import settings

from motcua.acts import Actor, Refused
from motcua.files.models import StoredFile

__all__ = ["content", "get", "path"]


def path(*, ward_id: UUID, digest: str) -> Path:
    """Where the bytes of a digest lie."""
    return Path(settings.FILES_ROOT) / ward_id.hex / digest[:2] / digest


def get(*, by: Actor, file_id: UUID) -> StoredFile:
    """One file of the actor's ward. Raises Refused `missing`."""
    found = StoredFile.objects.filter(ward_id=by.ward_id, pk=file_id).first()
    if found is None:
        raise Refused("missing", "Không có tệp này.", "There is no such file.")
    return found


def content(file: StoredFile) -> bytes:
    """The bytes of a stored file."""
    return path(ward_id=file.ward_id, digest=file.digest).read_bytes()
