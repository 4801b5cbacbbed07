"""The pages of warnings: mine, my people's, and the digest of the morning."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from motcua import vietnam
from motcua.accounts import queries as accounts
from motcua.accounts.rules import digest_hour
from motcua.clock import ZONE
from motcua.offices import queries as offices
from motcua.ui.doors import OfficerRequest, officer
from motcua.ui.paging import asked_rows
from motcua.ui.parts import Choice
from motcua.watch import actions, forms, queries, rules
from motcua.watch.models import Digest
from motcua.watch.rules import Band, Group, Line

__all__ = ["digest", "see", "warnings"]

BANDS: dict[Band, tuple[str | Lazy, str | Lazy, str]] = {  # name, note, the shape beside it
    Band.SECOND: (
        gettext_lazy("Trễ cả ngày hẹn lại"),
        gettext_lazy("không hẹn lại được nữa: Chủ tịch quyết định"),
        "late",
    ),
    Band.LATE: (gettext_lazy("Đã trễ"), gettext_lazy("xin lỗi trước, rồi làm ngay"), "late"),
    Band.ACT: (gettext_lazy("Phải làm ngay"), gettext_lazy("trước mọi việc khác"), "today"),
    Band.WARN: (gettext_lazy("Sắp đến hạn"), gettext_lazy("xếp vào việc của hôm nay, ngày mai"), "soon"),
    Band.FAR: (gettext_lazy("Còn xa hạn"), gettext_lazy("nhiệm vụ dài, nhắc sớm"), "later"),
}
GROUPS: dict[Group, tuple[str | Lazy, str]] = {
    Group.BROKEN: (gettext_lazy("Đã trễ"), "late"),
    Group.TODAY: (gettext_lazy("Phải xong hôm nay"), "today"),
    Group.TOMORROW: (gettext_lazy("Đến hạn ngày làm việc tới"), "soon"),
    Group.TWO_DAYS: (gettext_lazy("Đến hạn trong hai ngày làm việc"), "later"),
}


@officer
@require_GET
def warnings(request: OfficerRequest) -> HttpResponse:
    """What I was warned of and still holds; for heads and leaders also what their people were warned of.

    Whoever only reads has no warnings and sees at once who else was warned.
    """
    reads = rules.only_reads(request.actor)
    people = reads or request.GET.get("whose") == "people"
    size = asked_rows(request.GET)
    found = queries.shown(by=request.actor, at=request.now, people=people, size=size)
    context = {
        "found": found,
        "parts": [(*BANDS[part.band], part.rows) for part in found.parts],
        "people": people,
        "reads": reads,
        "tabs": [] if reads else _tabs(people=people, oversees=rules.oversees(request.actor)),
        "more_href": f"?rows={found.next_rows}{'&whose=people' if people else ''}",
    }
    return render(request, "watch/warnings.html", context)


def _tabs(*, people: bool, oversees: bool) -> list[Choice]:
    """One's own and one's people's."""
    mine = Choice(label=_("Nhắc tôi"), href="?whose=me", current=not people)
    theirs = Choice(label=_("Nhắc người của tôi"), href="?whose=people", current=people)
    return [mine, theirs] if oversees else []


@officer
@require_POST
def see(request: OfficerRequest) -> HttpResponse:
    """I have seen what stood on the page."""
    form = forms.See(request.POST)
    if form.is_valid():
        actions.see(by=request.actor, at=request.now, until=form.cleaned_data["until"])
        messages.success(request, _("Đã ghi là đã xem. Việc vẫn ở đây đến khi làm xong."))
    else:
        messages.info(request, str(form.errors["until"][0]))
    return redirect("watch:warnings")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A line and the shape of its badge."""

    line: Line
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A digest as the page draws it. `sent` tells one that was given from one made for this look."""

    parts: list[tuple[str | Lazy, str, list[Shown]]]
    said: str
    more: int
    sent: Digest | None


@officer
@require_GET
def digest(request: OfficerRequest) -> HttpResponse:
    """Today's digest as it was given this morning; before that, or for whoever wants none sent, as it would be now."""
    today = request.now.astimezone(ZONE).date()
    given = queries.digest_of(by=request.actor, day=today)
    person = accounts.person(by=request.actor, person_id=request.actor.id)
    context: dict[str, Any] = {
        "told": _given(given) if given else _made(request),
        "title": _("Bảng nhắc sáng %(day)s") % {"day": vietnam.day(today)},
        "hour": digest_hour(chosen=person.preferences.get("digest_at", ""), on=today),
        "off": person.preferences.get("digest") == "off",
    }
    return render(request, "watch/digest.html", context)


def _given(given: Digest) -> Told:
    counts = {name.value: getattr(given, name.value) for name in rules.GROUPS}
    return _told(rules.page(counts=counts, others=given.others, lines=[Line(**line) for line in given.lines]), given)


def _made(request: OfficerRequest) -> Told:
    calendar = offices.calendar(offices.now_of(request.actor.ward_id))
    person = request.actor.id
    pages = queries.pages(by=request.actor, at=request.now, calendar=calendar, people=[person])
    return _told(pages[person], None)


def _told(page: rules.Page, sent: Digest | None) -> Told:
    lines = [Shown(line=line, shape=GROUPS[Group(line.group)][1]) for line in page.lines]
    own = [(*GROUPS[name], [x for x in lines if x.line.group == name and not x.line.who]) for name in rules.GROUPS]
    theirs = (_("Người khác còn nợ"), "later", [x for x in lines if x.line.who])
    return Told(parts=[part for part in (*own, theirs) if part[2]], said=rules.said(page), more=page.more, sent=sent)
