"""What residents read: one feedback by its receipt, and the published answers of a ward."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, QuerySet

from motcua import clock, vietnam
from motcua.acts import Refused
from motcua.dossiers.queries.finding import AsWritten, search_query
from motcua.feedback import rules
from motcua.feedback.models import Answer, Case, Photo, Word
from motcua.feedback.queries import cases
from motcua.feedback.rules import Clock, Status
from motcua.files import queries as files
from motcua.files.models import StoredFile
from motcua.promises.models import Promise

__all__ = ["PAGE", "Published", "Receipt", "photo", "published", "published_one", "receipt"]

PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One feedback as its sender sees it: no officer, no phone, the name masked."""

    case: Case
    calendar: clock.Calendar
    promise: Promise | None  # the one that runs
    answered_late: bool
    answer_by: datetime | None  # when an answer is owed, also before it is accepted
    who: str
    said: list[Word]
    asked: Word | None
    answer: Answer | None
    photos: int
    others: int  # how many others sent the same
    may_reopen: bool


def receipt(*, ward_id: UUID, code: str, at: datetime) -> Receipt:
    """What a receipt opens. Raises Refused `missing`. At most ten statements."""
    case = cases.of_receipt(ward_id=ward_id, receipt=code)
    calendar = cases.calendar_of(ward_id)
    sender = cases.sender_of(case)
    said = list(case.said.all())
    stages = cases.stages(case)
    handled = [stage.promise for stage in stages if stage.clock == Clock.HANDLE.value]
    main = case.merged_into_id or case.pk
    routed = case.status == Status.ROUTED.value
    return Receipt(
        case=case,
        calendar=calendar,
        promise=case.promise,
        answered_late=any(promise.outcome == "late" for promise in handled),
        answer_by=_answer_by(case, handled, calendar),
        who=vietnam.mask_name(sender.name) if sender else "",
        said=[] if routed else said,
        asked=next((w for w in reversed(said) if w.asks), None) if case.status == Status.WAITING.value else None,
        answer=cases.given_answer(case) if case.answered_at else None,
        photos=case.photos.filter(side=rules.Side.SENDER.value).count(),
        others=Case.objects.filter(merged_into_id=main).count(),
        may_reopen=_may_reopen(case, at=at, calendar=calendar),
    )


def _answer_by(case: Case, handled: list[Promise], calendar: clock.Calendar) -> datetime | None:
    if handled:
        return handled[-1].due_at
    if case.status not in {Status.NEW.value, Status.PENDING.value}:
        return None
    limit = rules.limit(Clock.HANDLE, at=case.lodged_at)
    return clock.due(start=case.lodged_at, limit=limit, calendar=calendar, channel=cases.counted_as(case)).at


def _may_reopen(case: Case, *, at: datetime, calendar: clock.Calendar) -> bool:
    if case.answered_at is None:
        return False
    until = clock.due(start=case.answered_at, limit=rules.reopen_days(at=at), calendar=calendar).at
    try:
        rules.may_reopen(
            status=Status(case.status),
            reopened=case.reopened,
            most=rules.reopen_most(at=at),
            at=at,
            until=until,
        )
    except Refused:
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A page of published answers, how many there are, and how many of each category."""

    rows: list[Case]
    total: int
    page: int
    categories: dict[str, int]

    @property
    def pages(self) -> int:
        """How many pages."""
        return max(1, -(-self.total // PAGE))


def _shown(ward_id: UUID) -> QuerySet[Case]:
    return Case.objects.filter(ward_id=ward_id, shown__isnull=False).exclude(status=Status.ROUTED.value)


def published(*, ward_id: UUID, text: str = "", category: str = "", page: int = 1) -> Published:
    """Published answers, newest first. A search reads the public versions alone. Three statements."""
    found = _shown(ward_id)
    words = list(vietnam.words(text[:200]))
    if words:
        plain = [part for word in words for part in word.split(".")]
        found = found.filter(shown__public_words=AsWritten(search_query(ward_id=ward_id, words=plain)))
    counts = dict(found.order_by().values_list("category").annotate(n=Count("pk")).values_list("category", "n"))
    if category:
        found = found.filter(category=category)
    total = counts.get(category, 0) if category else sum(counts.values())
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    rows = (
        found.select_related("shown")
        .annotate(followed=Count("followers"))
        .order_by(F("shown__published_at").desc(), "-pk")
    )
    return Published(rows=list(rows[(page - 1) * PAGE : page * PAGE]), total=total, page=page, categories=counts)


def published_one(*, ward_id: UUID, code: str) -> tuple[Case, list[Photo]]:
    """One published answer and the photos chosen for everybody. Raises Refused `missing`."""
    found = _shown(ward_id).select_related("shown").annotate(followed=Count("followers")).filter(code=code[:20]).first()
    if found is None:
        raise cases.missing()
    return found, list(found.photos.filter(public=True))


def photo(*, ward_id: UUID, code: str, number: int) -> tuple[StoredFile, bytes]:
    """A photo everybody may see. Raises Refused `missing`."""
    found = (
        Photo.objects.filter(case__in=_shown(ward_id).filter(code=code[:20]), number=number, public=True)
        .select_related("file")
        .first()
    )
    if found is None:
        raise cases.missing()
    return found.file, files.content(found.file)
