"""Answers taken, tablets switched on and off, instruments published."""

import hashlib
import json
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from motcua import law
from motcua.accounts import queries as accounts
from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.dossiers import queries as dossiers
from motcua.dossiers.rules import Status
from motcua.files.queries import ending_of, plain
from motcua.ledger.actions import action, add, change, remember, standing, subject
from motcua.surveys import models, queries, rules
from motcua.surveys.models import Answer, Slip, Stand
from motcua.surveys.rules import Sheet, Way

__all__ = ["answer", "close_tablet", "open_tablet", "publish", "tap"]

KEY = 16  # random bytes of a tablet's address


@action("survey.answer")
def answer(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    sheets: Sequence[Sheet],
    words: str = "",
    seconds: float | None = None,
    inside: bool = False,
    corrects: Sequence[UUID] = (),
) -> list[Answer]:
    """Take the answers of one dossier's invitation, once; `corrects` are the answers it replaces.

    The caller has opened the token, and gives at least one sheet; `inside`: an officer is signed in in that browser.
    Raises Refused `survey.used`, `survey.early`, `survey.over`, `survey.choice`, `survey.missing`, `survey.words`.
    """
    dossier = dossiers.locked(by=by, dossier_id=dossier_id)
    returned = dossier.closed_at if dossier.status == Status.RETURNED.value else None
    rules.of_link(returned_at=returned, at=at)
    if len(words) > rules.answering.LONGEST_WORDS:
        raise Refused(
            "survey.words",
            "Lời góp ý dài quá 1.000 chữ cái. Viết gọn lại.",
            "Keep it under 1,000 letters.",
            field="words",
        )
    taken = [(sheet, rules.checked(sheet)) for sheet in sheets]
    replaced = _replaced(by=by, at=at, ids=corrects)
    digest = queries.slip_digest(dossier.pk)
    if not replaced:
        if standing(Slip.objects.filter(digest=digest), lambda slip: slip.digest == digest):
            raise _used()
        add(Slip(ward_id=by.ward_id, digest=digest))
    flags = rules.flags_of(seconds=seconds, at=at, inside=inside)
    version = dossier.version_pinned_id
    field = remember(("field", version), lambda: dossier.version_pinned.field)
    given = [
        add(
            Answer(
                ward_id=by.ward_id,
                instrument=sheet.instrument.code,
                version=sheet.instrument.version,
                digest=sheet.instrument.digest,
                way=Way.LINK.value,
                month=rules.month_of(at),
                procedure_id=dossier.procedure_id,
                field=field,
                channel=dossier.channel,
                unit_id=dossier.unit_id,
                officer_id=dossier.officer_id,
                counter_id=dossier.received_by_id,
                choices=choices,
                words=words if n == 0 else "",
                flags=flags,
                replaces=replaced.get(sheet.instrument.code),
            )
        )
        for n, (sheet, choices) in enumerate(taken)
    ]
    subject(given[0])
    return given


def _used() -> Refused:
    return Refused(
        "survey.used",
        "Lời mời này đã có phiếu trả lời. Mỗi hồ sơ trả lời một lần.",
        "This invitation has been answered already. One answer for each dossier.",
    )


def _replaced(*, by: Actor, at: datetime, ids: Sequence[UUID]) -> dict[str, Answer]:
    """The answers that a correction replaces, by instrument: of this month, not replaced yet. Refused `survey.used`."""
    if not ids:
        return {}
    found = Answer.objects.filter(
        ward_id=by.ward_id, pk__in=ids, replaced_by__isnull=True, month=rules.month_of(at), way=Way.LINK.value
    )
    rows = {row.instrument: row for row in found}
    if len(rows) != len(set(ids)):
        raise _used()
    return rows


@action("survey.open_tablet")
def open_tablet(*, by: Actor, at: datetime, name: str, officer_id: UUID, key: str = "") -> Stand:
    """Switch a tablet on at a counter for a day's hours; `key` is the secret of its address (`new_key`)."""
    rules.may_open_tablet(by)
    officer = accounts.person(by=by, person_id=officer_id)
    held = accounts.positions_of(by=by, person_id=officer.pk, on=at.astimezone(ZONE).date())
    desk = next((p for p in held if p.role in {"counter", "director"}), None)
    if desk is None:
        raise Refused(
            "tablet.officer",
            "Người này hôm nay không trực một cửa. Chọn người khác.",
            "This person is not on duty at the one-stop today.",
            field="officer",
        )
    hours = law.rule("SURVEY_TABLET", on=at.astimezone(ZONE).date()).part("hours_open")
    return add(
        Stand(
            ward_id=by.ward_id,
            digest=queries.key_digest(key or new_key()),
            name=name,
            unit_id=desk.unit_id,
            officer_id=officer.pk,
            opened_at=at,
            closes_at=at + timedelta(hours=hours),
        )
    )


def new_key() -> str:
    """A secret for a tablet's address."""
    return secrets.token_urlsafe(KEY)


@action("survey.close_tablet")
def close_tablet(*, by: Actor, at: datetime, stand_id: UUID) -> Stand:
    """Switch a tablet off. A second time changes nothing."""
    rules.may_open_tablet(by)
    stand = queries.stand_locked(by=by, stand_id=stand_id)
    return stand if stand.closed_at else change(stand, closed_at=at)


@action("survey.tap")
def tap(*, by: Actor, at: datetime, key: str, sheet: Sheet, inside: bool = False) -> Stand:
    """Take two taps of a tablet. Raises Refused `tablet.closed`, `tablet.soon`, `survey.choice`, `survey.missing`."""
    stand = queries.stand_locked(by=by, digest=queries.key_digest(key))
    rules.may_tap(closes_at=stand.closes_at, closed_at=stand.closed_at, answered_at=stand.answered_at, at=at)
    choices = rules.checked(sheet)
    hour = at.replace(minute=0, second=0, microsecond=0)
    recent = stand.in_hour if stand.hour == hour else 0
    same = hashlib.sha256(json.dumps(choices, sort_keys=True).encode()).hexdigest()
    quick = stand.answered_at is not None and at - stand.answered_at < timedelta(minutes=1)
    add(
        Answer(
            ward_id=by.ward_id,
            instrument=sheet.instrument.code,
            version=sheet.instrument.version,
            digest=sheet.instrument.digest,
            way=Way.TABLET.value,
            month=rules.month_of(at),
            unit_id=stand.unit_id,
            officer_id=stand.officer_id,
            counter_id=stand.officer_id,
            choices=choices,
            flags=rules.flags_of(
                seconds=None, at=at, recent=recent, repeated=quick and same == stand.last, inside=inside
            ),
        )
    )
    return change(stand, answered_at=at, hour=hour, in_hour=recent + 1, last=same)


@action("survey.publish")
def publish(*, by: Actor, at: datetime, name: str, content: bytes) -> models.Instrument:
    """Publish a ward's version of an instrument from a YAML or JSON file; it begins today or later, and stays.

    Raises Refused `upload.*`, `survey.instrument`, `survey.version`, `survey.starts`.
    """
    rules.may_publish(by)
    body = plain(ending=ending_of(name=name, content=content, takes=("yaml", "json")), content=content)
    new = rules.read(body[0] if isinstance(body, list) and len(body) == 1 else body)
    known = [one.version for one in queries.instruments(ward_id=by.ward_id) if one.code == new.code]
    if known and new.version != max(known) + 1:
        raise Refused(
            "survey.version",
            f"Bản sau của phiếu “{new.code}” mang số {max(known) + 1}.",
            f"The next version of {new.code} is number {max(known) + 1}.",
            field="file",
        )
    if new.starts < at.astimezone(ZONE).date():
        raise Refused(
            "survey.starts",
            "Phiếu hỏi mới bắt đầu từ hôm nay hoặc sau đó, không lùi ngày.",
            "A new version begins today or later.",
            field="file",
        )
    return add(
        models.Instrument(
            ward_id=by.ward_id,
            code=new.code,
            version=new.version,
            title=new.vi,
            starts=new.starts,
            body=new.body(),
            digest=new.digest,
            published_at=at,
            published_by=by.name,
        )
    )
