"""From a draft to what everybody may read: drafted, approved or sent back, published or withheld."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from motcua.acts import Actor, Refused
from motcua.dossiers.queries.finding import search_words
from motcua.feedback import rules
from motcua.feedback.actions.lodging import take_photos
from motcua.feedback.actions.owing import keep, opened, owe, touch, wanted
from motcua.feedback.models import Answer, Case
from motcua.feedback.queries import cases
from motcua.feedback.rules import AnswerStatus, Clock, Side, Status, Verb
from motcua.ledger.actions import action, add, change, note

__all__ = ["answer", "approve", "publish", "send_back", "withhold"]


def _text(text: str) -> str:
    return wanted(text, field="text", vi="Chưa ghi câu trả lời.", en="Write the answer.")


@action("feedback.answer")
def answer(
    *,
    by: Actor,
    at: datetime,
    case_id: UUID,
    text: str,
    photos: tuple[bytes, ...] = (),
    seen: int | None = None,
) -> Case:
    """Draft the answer, or draft it anew; a leader approves it before the sender reads it."""
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.ANSWER, seen=seen)
    text = _text(text)
    drafted = cases.answer_now(case)
    if drafted is None:
        add(
            Answer(
                ward_id=case.ward_id,
                case_id=case.pk,
                round=case.reopened,
                status=AnswerStatus.DRAFT.value,
                text=text,
                drafted_by=by.name,
                drafter_id=by.id,
                drafted_at=at,
            )
        )
    else:
        change(drafted, status=AnswerStatus.DRAFT.value, text=text, drafted_by=by.name, drafter_id=by.id, drafted_at=at)
    take_photos(by=by, at=at, case=case, contents=photos, side=Side.OFFICE, first=case.photos.count() + 1)
    return touch(by=by, at=at, case=case)


def _drafted(case: Case) -> Answer:
    found = cases.answer_now(case)
    if found is None:
        raise Refused("feedback.no_draft", "Chưa có dự thảo trả lời để duyệt.", "There is no draft to approve.")
    return found


@action("feedback.approve")
def approve(*, by: Actor, at: datetime, case_id: UUID, text: str, seen: int | None = None) -> Case:
    """A leader answers with the draft, edited or not: all who sent it are answered, their promises are kept.

    A leader may approve a draft of their own: it is their answer either way, and a chairman does not ask a deputy to
    approve the chairman's words. It is written down (`self_approved`), and the page says so.
    """
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.APPROVE, seen=seen)
    drafted = _drafted(case)
    change(
        drafted,
        status=AnswerStatus.APPROVED.value,
        text=_text(text),
        approved_by=by.name,
        approved_at=at,
        self_approved=drafted.drafter_id == by.id,
    )
    for one in (*_following(case, Status.HANDLING), case):
        keep(by=by, at=at, case=one)
        promise = owe(by=by, at=at, case=one, which=Clock.PUBLISH, start=at)
        touch(
            by=by,
            at=at,
            case=one,
            status=Status.ANSWERED.value,
            promise=promise,
            answered_at=one.answered_at or at,
        )
    return case


def _following(case: Case, status: Status) -> list[Case]:
    """What was merged into a feedback and stands where it stands."""
    return [one for one in cases.followers(case) if one.status == status.value]


@action("feedback.send_back")
def send_back(*, by: Actor, at: datetime, case_id: UUID, reason: str, seen: int | None = None) -> Case:
    """A leader returns the draft with a reason; the clock runs on."""
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.SEND_BACK, seen=seen)
    why = wanted(reason, field="reason", vi="Cần nêu lý do trả lại.", en="A reason is needed.")
    note(why)
    change(_drafted(case), status=AnswerStatus.SENT_BACK.value, sent_back_why=why)
    return touch(by=by, at=at, case=case)


@action("feedback.publish")
def publish(
    *,
    by: Actor,
    at: datetime,
    case_id: UUID,
    public_subject: str,
    public_text: str,
    public_answer: str,
    photos: Iterable[int] = (),
    sure: bool = False,
    seen: int | None = None,
) -> Case:
    """Publish in a version of its own, without personal data. Raises Refused `feedback.leak` unless `sure`.

    `photos` are the numbers of the photos that everybody may see.
    """
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.PUBLISH, seen=seen)
    found = cases.answer_now(case)
    if found is None:
        raise Refused("feedback.no_answer", "Chưa có câu trả lời để công khai.", "There is no answer to publish.")
    subject = wanted(public_subject, field="public_subject", vi="Chưa ghi tiêu đề.", en="Give a title.")
    reply = wanted(public_answer, field="public_answer", vi="Chưa ghi câu trả lời.", en="Write the answer.")
    _clean(case, f"{subject}\n{public_text}\n{reply}", sure=sure)
    change(
        found,
        public_subject=subject[:200],
        public_text=public_text.strip(),
        public_answer=reply,
        public_words=search_words(ward_id=case.ward_id, parts=[subject, public_text, reply]),
        published_by=by.name,
        published_at=at,
    )
    chosen = set(photos)
    for photo in case.photos.all():
        change(photo, public=photo.number in chosen)
    for one in (*_following(case, Status.ANSWERED), case):
        keep(by=by, at=at, case=one)
        touch(by=by, at=at, case=one, status=Status.PUBLISHED.value, promise=None)
    return change(case, shown=found)


def _clean(case: Case, text: str, *, sure: bool) -> None:
    sender = cases.sender_of(case)
    named = rules.leaks(text, name=sender.name if sender else "", phone=sender.phone if sender else "")
    if named and not sure:
        told = ", ".join(dict.fromkeys(f"“{one.found}”" for one in named))
        raise Refused(
            "feedback.leak",
            f"Bản công khai có vẻ còn thông tin cá nhân: {told}. Xóa đi, hoặc đánh dấu là đã xem kỹ.",
            f"The public version seems to hold personal data: {told}. Remove it, or say that you looked.",
            source="Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15",
        )


@action("feedback.withhold")
def withhold(*, by: Actor, at: datetime, case_id: UUID, reason: str, seen: int | None = None) -> Case:
    """Answer the sender without publishing, with a reason: private matters stay private."""
    case = opened(by=by, at=at, case_id=case_id, verb=Verb.WITHHOLD, seen=seen)
    why = wanted(reason, field="reason", vi="Cần nêu lý do không công khai.", en="A reason is needed.")
    note(why)
    found = cases.answer_now(case)
    if found is not None:
        change(found, withheld_why=why, withheld_at=at)
    for one in (*_following(case, Status.ANSWERED), case):
        keep(by=by, at=at, case=one)
        touch(by=by, at=at, case=one, status=Status.CLOSED.value, promise=None)
    return case
