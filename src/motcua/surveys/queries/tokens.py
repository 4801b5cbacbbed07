"""The address that invites one dossier's applicant: made from the dossier and the house's key, stored nowhere.

A token is the dossier's id and a seal over it (HMAC-SHA-256, cut to 80 bits): it cannot be guessed, and an invitation
needs no row. Once used, another seal of the same dossier is kept as a `Slip`, which names no dossier.
"""

import base64
import binascii
import hmac
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.crypto import salted_hmac

from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Status
from motcua.surveys import rules
from motcua.surveys.models import Slip
from motcua.surveys.queries.instruments import asked
from motcua.surveys.rules import Instrument, Way

__all__ = ["Invitation", "invitation", "link", "slip_digest", "token_of", "used"]

SEAL = 10  # bytes
ID = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What a token opens: the dossier it is about, what is asked, whether it was answered."""

    dossier: Dossier
    instruments: list[Instrument]
    used: bool


def _seal(dossier_id: UUID, purpose: str) -> bytes:
    return salted_hmac(f"motcua.surveys.{purpose}", dossier_id.bytes, algorithm="sha256").digest()


def token_of(dossier_id: UUID) -> str:
    """The token of a dossier, 35 characters."""
    return base64.urlsafe_b64encode(dossier_id.bytes + _seal(dossier_id, "token")[:SEAL]).decode().rstrip("=")


def slip_digest(dossier_id: UUID) -> str:
    """What is kept once the token was used."""
    return _seal(dossier_id, "slip").hex()


def used(*, dossier_id: UUID) -> bool:
    """Whether a dossier's token was used."""
    return Slip.objects.filter(digest=slip_digest(dossier_id)).exists()


def link(*, dossier: Dossier, at: datetime) -> str:
    """The path of a dossier's invitation while it may be answered, else "". One statement; none before the return."""
    if dossier.status != Status.RETURNED.value or not rules.link_open(returned_at=dossier.closed_at, at=at):
        return ""
    return "" if used(dossier_id=dossier.pk) else f"/p/{dossier.ward.slug}/survey/{token_of(dossier.pk)}/"


def invitation(*, slug: str, token: str, at: datetime) -> Invitation:
    """What a token opens. Raises Refused `missing` for every token that is not ours, `survey.early`, `survey.over`."""
    dossier_id = _opened(token)
    found = (
        Dossier.objects.select_related("ward", "version_pinned", "procedure")
        .filter(pk=dossier_id, ward__slug=slug[:60])
        .first()
        if dossier_id
        else None
    )
    if found is None:
        raise Refused("missing", "Không có lời mời này. Xem lại đường dẫn.", "There is no such invitation.")
    returned = found.closed_at if found.status == Status.RETURNED.value else None
    rules.of_link(returned_at=returned, at=at)
    return Invitation(
        dossier=found,
        instruments=asked(ward_id=found.ward_id, way=Way.LINK, on=at.astimezone(ZONE).date()),
        used=used(dossier_id=found.pk),
    )


def _opened(token: str) -> UUID | None:
    """The dossier a token names, when its seal is ours."""
    if not token.isascii() or len(token) > 60:
        return None
    try:
        told = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(told) != ID + SEAL:
        return None
    dossier_id = UUID(bytes=told[:ID])
    return dossier_id if hmac.compare_digest(told[ID:], _seal(dossier_id, "token")[:SEAL]) else None
