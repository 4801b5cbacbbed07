"""Which division processes a procedure: from now on another one, for dossiers that are still to come."""

from datetime import datetime
from uuid import UUID

from motcua.accounts.rules import may_administer
from motcua.acts import Actor, Refused
from motcua.ledger.actions import action, change, note
from motcua.offices import actions as offices
from motcua.offices import queries as units
from motcua.offices.rules import UnitKind
from motcua.procedures.models import Procedure

__all__ = ["set_division"]


@action("procedure.set_division")
def set_division(*, by: Actor, at: datetime, code: str, unit_id: UUID, reason: str) -> Procedure:
    """Another division processes a procedure from now on; dossiers already received stay with theirs.

    Raises Refused `missing` for what is not this ward's, `procedure.not_division`, `procedure.same_division`.
    """
    may_administer(by)
    offices.bump_catalogue(by=by, at=at)  # takes the lock of the ward: one change of the catalogue after the other
    procedure = Procedure.objects.filter(ward_id=by.ward_id, code=code).first()
    if procedure is None:
        raise Refused("missing", "Không có thủ tục này.", "There is no such procedure.")
    unit = units.units(by=by).filter(pk=unit_id).first()
    if unit is None:
        raise Refused("missing", "Không có đơn vị này trong phường.", "There is no such unit.", field="unit")
    if unit.kind != UnitKind.DIVISION.value or unit.valid_to is not None:
        raise Refused(
            "procedure.not_division",
            f"{unit.name} không phải phòng chuyên môn đang hoạt động nên không thụ lý thủ tục được.",
            f"{unit.name} is not a division at work, so it processes no procedures.",
            field="unit",
        )
    if unit.pk == procedure.unit_id:
        raise Refused(
            "procedure.same_division",
            f"{unit.name} đang thụ lý thủ tục này. Chọn phòng khác.",
            f"{unit.name} processes this procedure already. Choose another.",
            field="unit",
        )
    if len(reason.strip()) < 3:
        raise Refused("reason.missing", "Cần nêu lý do đổi phòng.", "A reason is needed.", field="reason")
    note(reason)
    return change(procedure, unit_id=unit.pk)
