"""The only code that writes the outage register. It never touches a promise: no due moves, no outcome changes."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor, ActorKind, Refused
from motcua.clock import ZONE
from motcua.files import actions as files
from motcua.ledger.actions import action, add, change, note, number
from motcua.offices import actions as offices
from motcua.outages import queries, rules
from motcua.outages.models import Correction, Evidence, Outage, Reckoning, Touch
from motcua.outages.rules import Stated

__all__ = ["attach_evidence", "correct", "end", "report", "withdraw"]


@action("outage.report")
def report(
    *,
    by: Actor,
    at: datetime,
    stated: Stated,
    noticed_at: datetime | None = None,
    seen_by: str = "",
    description: str = "",
    ticket: str = "",
    evidence: tuple[str, bytes] | None = None,
) -> Outage:
    """Say that a system is down, or was: with its end when it is over already. `evidence` is a file: name, bytes.

    Raises Refused `outage.*`, `file.*`, `forbidden`.
    """
    rules.may_report(by)
    rules.may_state(stated, at=at)
    offices.lock(by.ward_id)  # two people see the same thing at once: the second finds the first
    _not_said_yet(by, stated)
    name = seen_by.strip() or by.name
    person = by.kind is ActorKind.PERSON
    found = queries.seen_by(by=by, name=name) if name != by.name else None
    row = add(
        Outage(
            ward_id=by.ward_id,
            **_fields(stated),
            noticed_at=min(noticed_at or at, at),
            seen_by_id=found.pk if found else by.id if person and name == by.name else None,
            seen_by_name=name,
            description=description.strip(),
            ticket=ticket.strip(),
            reported_by_id=by.id if person else None,
            reported_by_name=by.name,
            reported_at=at,
            ended_by_name=by.name if stated.ends else "",
        )
    )
    year = at.astimezone(ZONE).year
    number(ward_id=by.ward_id, series=f"outage-{year}", row=row, field="number", form=lambda n: f"{n}/{year}")
    if evidence is not None:
        _attach(by=by, at=at, row=row, name=evidence[0], content=evidence[1], said="")
    _reckon(by=by, at=at, row=row)
    return row


@action("outage.end")
def end(*, by: Actor, at: datetime, outage_id: UUID, ends: datetime) -> Outage:
    """Say that it is over: what it touched is counted and frozen. Raises Refused `outage.*`, `forbidden`, `missing`."""
    row = _locked(by=by, outage_id=outage_id)
    if row.ends is not None:
        raise Refused(
            "outage.ended",
            f"Sự cố này đã ghi hết, {row.ended_by_name} ghi. Giờ ghi nhầm thì đính chính.",
            "This outage is over already. Correct it when its time is wrong.",
        )
    rules.may_state(row.stated.ended(ends), at=at)
    change(row, ends=ends, ended_by_name=by.name)
    _reckon(by=by, at=at, row=row)
    return row


@action("outage.correct")
def correct(
    *, by: Actor, at: datetime, outage_id: UUID, stated: Stated, reason: str, seen: int | None = None
) -> Outage:
    """Correct a mistaken system, start, end or announcement; what stood before stays readable, with the reason.

    What it touched is counted anew. `seen` is the version somebody looked at. Raises Refused `outage.*`,
    `reason.missing`, `forbidden`.
    """
    row = _locked(by=by, outage_id=outage_id)
    why = _reason(reason)
    if seen is not None and seen != row.version:
        raise Refused(
            "outage.moved",
            "Sự cố này vừa được người khác đính chính. Xem lại rồi sửa tiếp.",
            "Somebody else has just corrected this outage. Look again.",
        )
    if (stated.ends is None) != (row.ends is None):
        raise Refused(
            "outage.reopened",
            "Đính chính không mở lại và không kết thúc sự cố. Hệ thống lại lỗi thì báo sự cố mới.",
            "A correction neither ends nor reopens an outage. Report a new one.",
            field="ends",
        )
    rules.may_state(stated, at=at)
    if stated.starts > row.reported_at:
        raise Refused(
            "outage.after_report",
            "Giờ bắt đầu không thể sau lúc sự cố được báo.",
            "An outage cannot begin after it was reported.",
            field="starts",
        )
    if _fields(stated) == _fields(row.stated):
        raise Refused("outage.same", "Chưa sửa gì so với bản đang có.", "Nothing is corrected.", field="starts")
    if row.open:
        offices.lock(by.ward_id)
        _not_said_yet(by, stated, but=row.pk)
    add(
        Correction(
            ward_id=by.ward_id,
            outage=row,
            **_fields(row.stated),
            version=row.version,
            reason=why,
            at=at,
            by_name=by.name,
        )
    )
    change(row, **_fields(stated), version=row.version + 1)
    note(why)
    _reckon(by=by, at=at, row=row)
    return row


@action("outage.attach_evidence")
def attach_evidence(*, by: Actor, at: datetime, outage_id: UUID, name: str, content: bytes, said: str = "") -> Outage:
    """Add a file that shows it. Raises Refused `file.*`, `outage.withdrawn`, `forbidden`, `missing`."""
    rules.may_report(by)
    row = queries.locked(by=by, outage_id=outage_id)
    _not_withdrawn(row)
    _attach(by=by, at=at, row=row, name=name, content=content, said=said)
    return row


@action("outage.withdraw")
def withdraw(*, by: Actor, at: datetime, outage_id: UUID, reason: str) -> Outage:
    """Take back what was reported by mistake; it stays readable and touches nothing any more.

    Raises Refused `reason.missing`, `outage.withdrawn`, `forbidden`, `missing`.
    """
    row = _locked(by=by, outage_id=outage_id)
    why = _reason(reason)
    change(row, withdrawn_at=at, withdrawn_by_name=by.name, withdrawn_reason=why)
    note(why)
    _void(row, at)
    return row


def _locked(*, by: Actor, outage_id: UUID) -> Outage:
    """The outage, locked, of somebody who may change it."""
    row = queries.locked(by=by, outage_id=outage_id)
    rules.may_amend(by, reported_by=row.reported_by_id)
    _not_withdrawn(row)
    return row


def _not_withdrawn(row: Outage) -> None:
    if row.withdrawn_at is not None:
        raise Refused(
            "outage.withdrawn",
            f"Sự cố này {row.withdrawn_by_name} đã rút, không sửa được nữa. Cần thì báo lại.",
            "This outage was withdrawn and cannot be changed.",
        )


def _not_said_yet(by: Actor, stated: Stated, *, but: UUID | None = None) -> None:
    """One open outage of a system at a time."""
    if stated.ends is not None:
        return
    for row in queries.open_now(ward_id=by.ward_id):
        if row.pk != but and (row.system, row.other) == (stated.system.value, stated.other.strip()):
            since = f"{row.starts.astimezone(ZONE):%H:%M ngày %d/%m}"
            raise Refused(
                "outage.open_already",
                f"{queries.called(row)}: {row.reported_by_name} đã báo lỗi từ {since}, chưa hết. Không cần báo lại.",
                "This system has been reported down already.",
                field="system",
            )


def _reason(text: str) -> str:
    if not text.strip():
        raise Refused("reason.missing", "Cần nêu lý do.", "A reason is needed.", field="reason")
    return text.strip()[:500]


def _fields(stated: Stated) -> dict[str, object]:
    return {
        "system": stated.system.value,
        "other": stated.other.strip() if stated.system is rules.System.OTHER else "",
        "kinds": sorted(kind.value for kind in stated.kinds),
        "starts": stated.starts,
        "ends": stated.ends,
        "announced_on": stated.announced_on,
    }


def _attach(*, by: Actor, at: datetime, row: Outage, name: str, content: bytes, said: str) -> None:
    stored = files.store(by=by, at=at, name=name, content=content)
    add(
        Evidence(
            ward_id=by.ward_id,
            outage=row,
            file=stored,
            said=said.strip()[:200],
            added_at=at,
            added_by_name=by.name,
        )
    )


def _void(row: Outage, at: datetime) -> None:
    for one in row.reckonings.select_for_update().filter(void_at__isnull=True):
        change(one, void_at=at)


def _reckon(*, by: Actor, at: datetime, row: Outage) -> None:
    """Freeze what an ended outage touched; what its earlier version touched no longer counts, and stays readable."""
    _void(row, at)
    if row.ends is None:
        return
    found = queries.derived(ward_id=by.ward_id, stated=row.stated, until=row.ends)
    reckoning = add(
        Reckoning(
            ward_id=by.ward_id,
            outage=row,
            version=row.version,
            starts=row.starts,
            ends=row.ends,
            at=at,
            promises=len(found),
            minutes=sum(minutes for _, _, minutes in found),
        )
    )
    for promise_id, _, minutes in found:
        add(Touch(ward_id=by.ward_id, reckoning=reckoning, promise_id=promise_id, minutes=minutes))
