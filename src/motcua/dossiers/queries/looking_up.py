"""The public look-up: state and dates for whoever knows the code and the end of the phone or ID number."""

import hmac
from typing import Any
from uuid import UUID

from motcua import vietnam
from motcua.acts import Refused
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Status

__all__ = ["TAIL", "find", "look_up"]

TAIL = 4  # last digits of the phone or ID number


def _unknown() -> Refused:
    """One answer for a code that is not there and for digits that do not match: nothing can be enumerated."""
    return Refused(
        "lookup.none",
        "Không tìm thấy hồ sơ với mã và số cuối này. Xem lại giấy hẹn rồi nhập lại.",
        "No dossier matches this code and these digits. Check the receipt and try again.",
    )


def find(*, code: str, tail: str, ward_id: UUID | None = None) -> Dossier:
    """The dossier with this code whose applicant's or comer's phone or ID number ends in `tail` (4 digits).

    `ward_id` looks in one ward only. Raises Refused `lookup.tail`, `lookup.none`.
    """
    digits = "".join(c for c in tail if c in "0123456789")
    if len(digits) != TAIL:
        raise Refused(
            "lookup.tail",
            "Nhập đúng 4 số cuối của điện thoại hoặc số căn cước.",
            "Enter exactly the last 4 digits of the phone or ID number.",
            field="tail",
        )
    where = {"ward_id": ward_id} if ward_id else {}
    dossier = (
        Dossier.objects.select_related("promise", "ward", "version_pinned", "unit", "step")
        .filter(code=code.strip().upper()[:60], **where)
        .first()
    )
    numbers = (
        (dossier.applicant_phone, dossier.applicant_id, dossier.comer_phone, dossier.comer_id) if dossier else ("",)
    )
    # every number is compared in the same time, so that the clock tells nothing either
    matches = [hmac.compare_digest(n[-TAIL:].encode(), digits.encode()) for n in numbers]
    if dossier is None or not any(matches):
        raise _unknown()
    return dossier


def look_up(*, code: str, tail: str, ward_id: UUID) -> dict[str, Any]:
    """What the public may know of one dossier: state, dates, office, masked name."""
    dossier = find(code=code, tail=tail, ward_id=ward_id)
    promise = dossier.promise
    return {
        "code": dossier.code,
        "office": dossier.ward.name,
        "procedure": dossier.version_pinned.name,
        "applicant": vietnam.mask_name(dossier.applicant_name),
        "status": dossier.status,
        "finished": dossier.status in {Status.FINISHED.value, Status.RETURNED.value},
        "lodged_at": dossier.lodged_at.isoformat(),
        "accepted_at": dossier.accepted_at.isoformat() if dossier.accepted_at else None,
        "first_due_at": promise.first_due_at.isoformat() if promise else None,
        "due_at": promise.due_at.isoformat() if promise else None,
        "new_due_at": promise.extended_due_at.isoformat() if promise and promise.extended_due_at else None,
        "finished_at": dossier.finished_at.isoformat() if dossier.finished_at else None,
        "returned_at": dossier.closed_at.isoformat() if dossier.closed_at else None,
    }
