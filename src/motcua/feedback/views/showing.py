"""What the officers' pages say: the sentence, the buttons, the figures with their sums."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua import vietnam
from motcua.feedback.queries import words
from motcua.feedback.queries.indicators import Indicators
from motcua.feedback.queries.page import Page
from motcua.feedback.rules import OPEN, Status, Verb
from motcua.ui.parts import Identity
from motcua.ui.templatetags import motcua as say

__all__ = ["BUTTONS", "Figures", "Said", "buttons", "period", "said"]

BUTTONS: dict[Verb, str | Lazy] = {
    Verb.ACCEPT: gettext_lazy("Tiếp nhận…"),
    Verb.APPROVE: gettext_lazy("Duyệt câu trả lời…"),
    Verb.PUBLISH: gettext_lazy("Công khai…"),
    Verb.ANSWER: gettext_lazy("Soạn trả lời…"),
    Verb.SUPPLY: gettext_lazy("Ghi bổ sung…"),
    Verb.ASK_SUPPLEMENT: gettext_lazy("Hỏi người gửi…"),
    Verb.SEND_BACK: gettext_lazy("Trả lại dự thảo…"),
    Verb.WITHHOLD: gettext_lazy("Không công khai…"),
    Verb.ASSIGN: gettext_lazy("Giao việc…"),
    Verb.MERGE: gettext_lazy("Gộp…"),
    Verb.UNMERGE: gettext_lazy("Tách ra…"),
    Verb.FORWARD: gettext_lazy("Chuyển cơ quan khác…"),
    Verb.REJECT: gettext_lazy("Từ chối, nêu lý do…"),
    Verb.ROUTE: gettext_lazy("Là khiếu nại, tố cáo…"),
}


def buttons(page: Page) -> list[tuple[str, str | Lazy]]:
    """The verbs this officer may do now, the next one first. Looking at the sender has a place of its own."""
    return [(verb.value, label) for verb, label in BUTTONS.items() if verb in page.offers]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The sentence: `tone` is its bar, `broken` the half a broken promise turns red."""

    tone: str
    rest: str
    broken: str = ""


def said(page: Page, *, at: datetime) -> Said:
    """Who owes what by when, in one sentence."""
    case, status, promise = page.case, Status(page.case.status), page.case.promise
    if status not in OPEN and status is not Status.ANSWERED:
        return Said(tone="calm", rest=f"{page.state}.")
    if promise is None:
        return Said(tone="calm", rest=f"{page.state}.")
    stopped = promise.paused_at or at
    late = stopped > promise.late_after
    due = say.moment(promise.due_at, at)
    owes = case.unit.name if case.unit else _("Một cửa")
    rest = {
        Status.NEW: _("%(unit)s hẹn xem và quyết định tiếp nhận %(due)s."),
        Status.PENDING: _("%(unit)s hẹn xem và quyết định tiếp nhận %(due)s."),
        Status.HANDLING: _("%(unit)s hẹn trả lời người gửi %(due)s."),
        Status.WAITING: _("Chờ người gửi bổ sung; %(unit)s hẹn trả lời %(due)s, tính tiếp khi có bổ sung."),
        Status.ANSWERED: _("Đã trả lời; lãnh đạo hẹn công khai %(due)s."),
    }[status] % {"unit": owes, "due": due}
    if late and page.running is not None:
        return Said(tone="late", broken=_("Lời hẹn đã %(late)s.") % {"late": page.running.words}, rest=rest)
    return Said(tone="now" if status is Status.WAITING else "calm", rest=rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number with the address of its list."""

    label: str | Lazy
    value: int
    href: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The page of the indicators."""

    classes: list[Number]
    cells: list[Number]
    ratings: list[Number]
    aside: list[Number]
    total: Number
    identities: list[Identity]
    on_time: Decimal | None
    satisfied: Decimal | None
    over_on_time: str
    over_satisfied: str
    under: str


def period(found: Indicators) -> Figures:
    """The figures of a period as the page shows them."""

    def one(name: str) -> Number:
        kind = "over" if name in {"done_late", "open_late", "overdue"} else ""
        return Number(
            label=words.FIGURES[name],
            value=found.sums.figures[name],
            href=_address(found.first, found.last, name),
            kind=kind,
        )

    return Figures(
        total=one("all"),
        classes=[one(name) for name in ("rules", "conduct", "field", "other")],
        cells=[one(name) for name in ("done_in_time", "done_late", "open_in_time", "open_late")],
        ratings=[one(name) for name in ("liked", "disliked", "unrated", "repeated", "overdue", "unhappy")],
        aside=[one(name) for name in ("merged", "aside")],
        identities=[_identity(found, parts, whole) for parts, whole in found.sums.IDENTITIES],
        on_time=found.sums.share("in_time"),
        satisfied=found.sums.share("satisfied"),
        over_on_time=vietnam.number(found.sums.figures["in_time"]),
        over_satisfied=vietnam.number(found.sums.figures["satisfied"]),
        under=vietnam.number(found.n),
    )


def _address(first: date, last: date, figure: str) -> str:
    return f"{reverse('feedback:counted')}?{urlencode({'figure': figure, 'first': first, 'last': last})}"


def _identity(found: Indicators, parts: tuple[str, ...], whole: str) -> Identity:
    values = [found.sums.figures[name] for name in parts]
    total = found.sums.figures[whole]
    text = f"{' + '.join(vietnam.number(v) for v in values)} = {vietnam.number(total)}"
    named = " + ".join(str(words.FIGURES[name]) for name in parts)
    return Identity(holds=sum(values) == total, text=text, note=f"{named} = {words.FIGURES[whole]}")
