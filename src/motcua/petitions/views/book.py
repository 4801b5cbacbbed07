"""The book, one petition, and looking at what is secret."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.acts import Refused
from motcua.files import queries as files
from motcua.petitions import actions, rules
from motcua.petitions.forms.receiving import Filters, Receive
from motcua.petitions.models import Petition
from motcua.petitions.queries import book, holding, secrets
from motcua.petitions.queries import page as pages
from motcua.petitions.views.door import kept_nowhere, people
from motcua.petitions.views.showing import shown
from motcua.ui.doors import OfficerRequest, officer_who
from motcua.ui.handing import handed
from motcua.ui.verbs import asked

__all__ = ["browse", "identity", "page", "paper", "receipt", "receive"]

KEPT = ("q", "status", "matter", "mine", "late")


@kept_nowhere
@officer_who(rules.may_enter)
@require_GET
def browse(request: OfficerRequest) -> HttpResponse:
    """The book: the nearest due first."""
    filters = Filters(request.GET)
    kept = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
    context = {
        "filters": filters,
        "filtered": bool(kept),
        "shown": book.browse(by=request.actor, at=request.now, wanted=filters.wanted()),
        "address": urlencode(kept),
        "may_receive": request.actor.has(*rules.RECEIVERS),
        "may_count": request.actor.has(*rules.COUNTERS),
    }
    return render(request, "petitions/book.html", context)


@kept_nowhere
@officer_who(rules.may_receive)
@require_http_methods(["GET", "POST"])
def receive(request: OfficerRequest) -> HttpResponse:
    """Write a petition into the book."""
    offered = people(request.actor)
    posted = request.method == "POST"
    form = Receive(request.POST, request.FILES, people=offered) if posted else Receive(people=offered)

    def act() -> Petition:
        scan = form.cleaned_data["file"]
        new = form.new(previous_id=_previous(request, form.cleaned_data["previous"]))
        papers = [(_("Bản quét đơn"), scan.read())] if scan else []
        return actions.receive(by=request.actor, at=request.now, new=new, files=papers)

    def then(petition: Petition) -> str:
        known = (
            holding.visible_to(request.actor, request.now).filter(pk=petition.pk).exists()
        )  # not when it accuses them
        if not known:
            return reverse("petitions:book")
        return reverse("petitions:page", kwargs={"year": petition.year, "number": petition.number})

    back = reverse("petitions:book")
    return asked(request, form, act, template="petitions/receive.html", done=_received, back=back, then=then)


def _received(petition: Petition) -> str:
    label = f"{petition.number}/{petition.year}"
    return _("Đã vào sổ, số %(label)s. In giấy biên nhận cho người gửi.") % {"label": label}


def _previous(request: OfficerRequest, typed: str) -> UUID | None:
    """The petition that "12/2025" names."""
    if not typed:
        return None
    number, _sep, year = typed.partition("/")
    if number.strip().isdecimal() and year.strip().isdecimal() and len(typed) <= 14:
        rows = holding.visible_to(request.actor, request.now)
        found = rows.filter(number=int(number), year=int(year)).first()
        if found is not None:
            return found.pk
    raise Refused(
        "petition.first",
        "Không có đơn trước nào mang số này. Viết số/năm như 12/2026.",
        "There is no such petition.",
        field="previous",
    )


@kept_nowhere
@officer_who(rules.may_enter)
@require_GET
def page(request: OfficerRequest, year: int, number: int) -> HttpResponse:
    """One petition; of a secret one only what does not tell who and what."""
    found = pages.page(by=request.actor, at=request.now, year=year, number=number)
    return render(request, "petitions/page.html", shown(found, request.now))


@kept_nowhere
@officer_who(rules.may_enter)
@require_GET
def receipt(request: OfficerRequest, year: int, number: int) -> HttpResponse:
    """The slip for whoever handed it in: number, day, by when they hear. It names nobody, so it serves a secret one."""
    found = pages.page(by=request.actor, at=request.now, year=year, number=number)
    context = {"petition": found.petition, "first": found.stages[0].row.promise}
    return render(request, "petitions/receipt.html", context)


@kept_nowhere
@officer_who(rules.may_enter)
@require_POST
def identity(request: OfficerRequest, year: int, number: int) -> HttpResponse:
    """The same with who sent it and what it says; the look is written down first."""
    petition = holding.find(by=request.actor, at=request.now, year=year, number=number)
    look = actions.see_identity(by=request.actor, at=request.now, petition_id=petition.pk)
    found = pages.page(by=request.actor, at=request.now, year=year, number=number, look=look)
    return render(request, "petitions/page.html", shown(found, request.now))


@kept_nowhere
@officer_who(rules.may_enter)
@require_POST
def paper(request: OfficerRequest, year: int, number: int, file_id: UUID) -> HttpResponse:
    """One scan, as a download; of a secret petition only after the look is written down."""
    petition = holding.find(by=request.actor, at=request.now, year=year, number=number)
    by, at = request.actor, request.now
    look = actions.see_file(by=by, at=at, petition_id=petition.pk) if petition.secret else None
    stored = secrets.opened_file(by=by, look=look, petition=petition, attachment_id=file_id)
    ending = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}.get(stored.media_type, "bin")
    name = f"don-{petition.number}-{petition.year}.{ending}"
    return handed(files.content(stored), media_type=stored.media_type, name=name)
