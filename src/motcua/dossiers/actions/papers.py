"""A paper that comes later: brought as a supplement, or scanned after the counter was quiet."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor, Refused
from motcua.dossiers import queries, rules
from motcua.dossiers.actions.steps import touch
from motcua.dossiers.models import Dossier, Paper
from motcua.dossiers.rules import PaperIn, Status
from motcua.dossiers.rules.offers import may_work
from motcua.files import actions as storing
from motcua.files import queries as files
from motcua.ledger.actions import action, add

__all__ = ["attach_paper"]

ATTACHABLE = rules.OPEN | {Status.LODGED, Status.AWAITING, Status.FINISHED}


@action("dossier.attach_paper")
def attach_paper(*, by: Actor, at: datetime, dossier_id: UUID, paper: PaperIn, seen: int | None = None) -> Dossier:
    """Add one paper, with its scan if there is one, to a dossier that has not ended. Papers are never taken out."""
    may_work(by)
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    if Status(dossier.status) not in ATTACHABLE:
        raise Refused("dossier.closed", "Hồ sơ này đã kết thúc.", "This dossier has ended.")
    rules.in_order(at=at, last_at=dossier.touched_at)
    if not paper.name.strip():
        raise Refused("paper.name", "Ghi tên giấy tờ.", "Give the paper's name.", field="name")
    file_id = paper.file_id
    if paper.content is not None:
        file_id = storing.store(by=by, at=at, name=paper.file_name, content=paper.content).pk
    elif file_id is not None:
        files.get(by=by, file_id=file_id)
    add(
        Paper(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            component_id=paper.component_id,
            name=paper.name,
            copy=paper.copy.value,
            quantity=paper.quantity,
            pages=paper.pages,
            file_id=file_id,
            added_at=at,
        )
    )
    return touch(by=by, at=at, dossier=dossier)
