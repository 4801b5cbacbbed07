"""Three readers of a dossier: the officer's page, the leader's board, the resident's page. They must say the same.

The pages are asked for as a browser does, at the hour of the demonstration.
"""

from collections.abc import Iterator
from datetime import datetime

from django.test import Client

from motcua.accounts import queries as accounts
from motcua.accounts.models import Person
from motcua.config.month.acting import owed
from motcua.desk.queries import ward as board_of
from motcua.dossiers.models import Dossier, Extension
from motcua.dossiers.rules import OPEN, ExtensionStatus, Status
from motcua.promises import queries as promises

__all__ = ["disagreements"]

SORRY, SENT, SILENT = "Thư xin lỗi", "đã gửi", "chưa có thư xin lỗi"  # as the resident's page says them
ALL_SORRY = "Ai bị trễ hẹn đều đã nhận lời xin lỗi."  # as the board says it


def disagreements(*, dossiers: list[Dossier], chairman: Person, at: datetime) -> Iterator[str]:
    """What one page says of these dossiers and another does not; nothing when they agree."""
    inside = Client()
    inside.force_login(chairman)
    late_outside = silent_outside = 0
    for number, dossier in enumerate(dossiers):
        outside = _resident_sees(dossier, visitor=number)
        slip = Extension.objects.filter(dossier_id=dossier.pk, status=ExtensionStatus.SENT.value).first()
        late = promises.is_broken(owed(dossier), at=at)
        silent_outside += SILENT in outside
        late_outside += late and Status(dossier.status) in OPEN and (SORRY in outside)
        if late and (slip is None) is not (SILENT in outside):
            yield f"{dossier.code}: trang của người dân nói khác sổ / the resident's page differs from the records"
        if slip is not None and not (SORRY in outside and SENT in outside):
            yield f"{dossier.code}: người dân không thấy thư xin lỗi / the resident does not see the apology"
        if slip is not None and slip.number not in inside.get(f"/dossiers/{dossier.code}/").content.decode():
            yield f"{dossier.code}: công chức không thấy thư xin lỗi / the officer does not see the apology"
    yield from _board(inside, chairman=chairman, at=at, late=late_outside, silent=silent_outside)


def _board(inside: Client, *, chairman: Person, at: datetime, late: int, silent: int) -> Iterator[str]:
    board = board_of.ward(by=accounts.actor_for_person(person=chairman, on=at.date()), at=at)
    if board.total.late != late:
        yield f"bảng lãnh đạo {board.total.late} hồ sơ trễ, người dân thấy {late} / the board and residents differ"
    if (ALL_SORRY in inside.get("/desk/ward/").content.decode()) is not (silent == 0):
        yield "bảng lãnh đạo nói khác về lời xin lỗi / the board says something else of apologies"


def _resident_sees(dossier: Dossier, *, visitor: int) -> str:
    """The look-up page as somebody with the receipt sees it; each visitor from another address."""
    client = Client(REMOTE_ADDR=f"10.0.{visitor // 250}.{visitor % 250 + 1}")
    tail = (dossier.applicant_phone or dossier.applicant_id)[-4:]
    return client.post("/lookup/", {"code": dossier.code, "tail": tail}).content.decode()
