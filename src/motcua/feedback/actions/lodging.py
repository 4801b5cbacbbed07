"""How a feedback comes in: from the page of the ward, or written down by an officer."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from uuid import UUID

from motcua.acts import Actor, Refused
from motcua.dossiers.queries.finding import search_words
from motcua.feedback import rules
from motcua.feedback.actions.owing import owe, wanted
from motcua.feedback.models import Case, Photo, Sender
from motcua.feedback.queries import cases
from motcua.feedback.rules import Channel, Clock, Privacy, Side, photos, tries
from motcua.files import actions as files
from motcua.ledger.actions import action, add, change, number

__all__ = ["NewFeedback", "NewSender", "lodge", "take_photos"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSender:
    """Who sends, as far as they say."""

    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFeedback:
    """What is sent. `once` is one for each form shown, so that pressing twice sends once."""

    once: UUID
    category: str
    subject: str
    text: str
    place: str = ""
    privacy: Privacy = Privacy.NAMED
    sender: NewSender = field(default_factory=NewSender)
    photos: tuple[bytes, ...] = ()
    channel: Channel = Channel.ONLINE
    language: str = "vi"


@action("feedback.lodge")
def lodge(*, by: Actor, at: datetime, new: NewFeedback) -> Case:
    """Receive a feedback: its number, the receipt only its sender holds, and the promise of a first look.

    Of an anonymous one nothing of a person is kept, whatever was typed. Raises Refused `forbidden`,
    `feedback.category`, `feedback.subject`, `feedback.text`, `feedback.name`, `photo.*`.
    """
    rules.may_lodge(by)
    sent = cases.once(ward_id=by.ward_id, key=new.once)
    if sent is not None:
        return sent
    about = rules.category(new.category)
    subject = wanted(new.subject, field="subject", vi="Chưa ghi tóm tắt một câu.", en="Give a summary in one line.")
    text = wanted(new.text, field="text", vi="Chưa ghi nội dung phản ánh.", en="Tell us what it is about.")
    if new.privacy is not Privacy.ANONYMOUS:
        wanted(
            new.sender.name,
            field="name",
            vi="Chưa ghi họ tên. Ghi tên, hoặc chọn gửi ẩn danh.",
            en="Give your name, or choose to stay anonymous.",
        )
    case = add(
        Case(
            ward_id=by.ward_id,
            receipt=rules.receipt("".join(secrets.choice(rules.LETTERS) for _ in range(rules.LONG))),
            once=new.once,
            channel=new.channel.value,
            kind=about.kind.value,
            category=about.code,
            subject=subject[:200],
            text=text,
            place=new.place[:300],
            privacy=new.privacy.value,
            language=new.language,
            suspect=tries.suspect(subject=subject, text=text),
            words=search_words(ward_id=by.ward_id, parts=[subject, text, new.place]),
            lodged_at=at,
            complete_at=at,
            touched_at=at,
            touched_by=by.name,
        )
    )
    number(ward_id=by.ward_id, series=rules.series(at), row=case, field="code", form=partial(rules.number_code, at))
    if new.privacy is not Privacy.ANONYMOUS:
        it = new.sender
        add(
            Sender(
                ward_id=by.ward_id, case_id=case.pk, name=it.name, phone=it.phone, email=it.email, address=it.address
            )
        )
    take_photos(by=by, at=at, case=case, contents=new.photos, side=Side.SENDER, first=1)
    change(case, promise=owe(by=by, at=at, case=case, which=Clock.RECEIVE, start=at))
    return case


def take_photos(
    *, by: Actor, at: datetime, case: Case, contents: Iterable[bytes], side: Side, first: int
) -> list[Photo]:
    """Keep photos without their metadata and without the names their files had."""
    given = list(contents)
    if len(given) > photos.MOST:
        raise Refused("photo.many", f"Tối đa {photos.MOST} ảnh.", f"At most {photos.MOST} photos.", field="photo")
    kept = []
    for n, content in enumerate(given, start=first):
        found = photos.read(content)
        stored = files.store(by=by, at=at, name=f"anh-{n}", content=found.content)
        kept.append(
            add(
                Photo(
                    ward_id=by.ward_id,
                    case_id=case.pk,
                    file=stored,
                    number=n,
                    side=side.value,
                    width=found.width,
                    height=found.height,
                    added_at=at,
                )
            )
        )
    return kept
