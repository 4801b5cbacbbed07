"""Pages for residents: published answers, a new feedback, and what a receipt opens. No script, no sign-in."""

from collections.abc import Mapping
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua import vietnam
from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.feedback import actions, queries
from motcua.feedback.forms import public as forms
from motcua.feedback.models import Case
from motcua.feedback.queries import public as reads
from motcua.feedback.queries import words
from motcua.feedback.queries.cases import sender_actor
from motcua.feedback.rules import OPEN, Clock, Ground, Status, limit, tries
from motcua.feedback.views import public_saying as saying
from motcua.offices.models import Ward
from motcua.tries.actions import count_try
from motcua.tries.rules import Window, opens_again
from motcua.ui.handing import handed
from motcua.ui.residents import PublicRequest, english, scriptless, unlisted

__all__ = ["add_words", "answers", "find", "lodge", "photo", "published", "rate", "receipt", "reopen"]

INVALID, OFTEN, CONFLICT = 422, 429, 409


def _language() -> str:
    return "en" if english() else "vi"


def _no(form: django_forms.Form, no: Refused) -> None:
    """An anticipated no beside its field, in the language of the page."""
    if no.code == "missing":
        raise no
    form.add_error(no.field if no.field in form.fields else None, no.en if _language() == "en" else no.vi)


def _tried(request: PublicRequest, windows: tuple[Window, ...]) -> str:
    """Count a try; when there were too many, the sentence that says until when."""
    address = request.META.get("REMOTE_ADDR", "")
    spent = count_try(counted=[(window, address) for window in windows], at=request.now)
    if spent is None:
        return ""
    again = opens_again(request.now, spent).astimezone(ZONE)
    return _("Đã gửi quá nhiều lần từ nơi này. Thử lại sau %(when)s, hoặc gọi phường.") % {
        "when": f"{again:%H:%M, %d/%m}"
    }


@scriptless
@require_safe
def answers(request: PublicRequest, slug: str) -> HttpResponse:
    """What was asked and answered, for everybody: searched, by category, a page at a time."""
    ward = queries.ward_named(slug)
    typed = vietnam.clean(request.GET.get("q", "")[:800])[:200]
    category = request.GET.get("category", "")
    known = dict(words.subjects())
    number = request.GET.get("page", "1")[:6]
    found = reads.published(
        ward_id=ward.pk,
        text=typed,
        category=category if category in known else "",
        page=int(number) if number.isascii() and number.isdigit() else 1,
    )
    context = {
        "ward": ward,
        "found": found,
        "rows": [(case, words.about(case.category)) for case in found.rows],
        "typed": typed,
        "category": category,
        "categories": [(code, label, n) for code, label in known.items() if (n := found.categories.get(code))],
        "form": forms.Find(),
    }
    return render(request, "feedback/public/answers.html", context)


@scriptless
@require_safe
def published(request: PublicRequest, slug: str, code: str) -> HttpResponse:
    """One published answer."""
    ward = queries.ward_named(slug)
    case, photos = reads.published_one(ward_id=ward.pk, code=code)
    context = {"ward": ward, "case": case, "answer": case.shown, "about": words.about(case.category), "photos": photos}
    return render(request, "feedback/public/published.html", context)


@require_safe
def photo(_request: PublicRequest, slug: str, code: str, number: int) -> HttpResponse:
    """A published photo, as the picture it is and nothing else."""
    ward = queries.ward_named(slug)
    stored, content = reads.photo(ward_id=ward.pk, code=code, number=number)
    return handed(content, media_type=stored.media_type, caching="public, max-age=3600")


@unlisted
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lodge(request: PublicRequest, slug: str) -> HttpResponse:
    """First the plain question which door it is, then the form, then the receipt."""
    ward = queries.ward_named(slug)
    if request.method != "POST":
        if "form" not in request.GET:
            return render(request, "feedback/public/which.html", {"ward": ward})
        return _form(request, ward, forms.Lodge(now=request.now, initial={"ticket": forms.ticket(request.now)}))
    form = forms.Lodge(request.POST, request.FILES, now=request.now)
    if not form.is_valid():
        return _form(request, ward, form, status=INVALID)
    often = _tried(request, tries.LODGING)
    if often:
        form.add_error(None, often)
        return _form(request, ward, form, status=OFTEN)
    try:
        case = actions.lodge(by=sender_actor(ward.pk), at=request.now, new=form.new(language=_language()))
    except Refused as no:
        _no(form, no)
        return _form(request, ward, form, status=CONFLICT)
    messages.success(request, _("Phường đã nhận phản ánh của ông bà."))
    return redirect("feedback:receipt", slug=ward.slug, code=case.receipt)


def _form(request: PublicRequest, ward: Ward, form: forms.Lodge, *, status: int = 200) -> HttpResponse:
    if form.is_bound and form.once is None:  # the old ticket is no good any more: a new one, nothing typed is lost
        form.data = (
            {**form.data.dict(), "ticket": forms.ticket(request.now)} if isinstance(form.data, QueryDict) else {}
        )
    look, reply = (limit(which, at=request.now).value for which in (Clock.RECEIVE, Clock.HANDLE))
    context = {"ward": ward, "form": form, "look": look, "reply": reply}
    return render(request, "feedback/public/lodge.html", context, status=status)


@unlisted
@never_cache
@require_safe
def find(request: PublicRequest, slug: str) -> HttpResponse:
    """From a typed receipt to its page."""
    ward = queries.ward_named(slug)
    form = forms.Find(request.GET if "code" in request.GET else None)
    status = 200
    if form.is_bound:
        often = _tried(request, tries.FINDING)
        if often:
            status = OFTEN
        elif form.is_valid():
            code = form.cleaned_data["code"]
            if Case.objects.filter(ward_id=ward.pk, receipt=code).exists():
                return redirect("feedback:receipt", slug=ward.slug, code=code)
            status, often = 404, _("Không có phản ánh nào với mã này. Xem lại mã biên nhận.")
        else:
            status = INVALID
        if often:
            form.add_error(None if status == OFTEN else "code", often)
    return render(request, "feedback/public/find.html", {"ward": ward, "form": form}, status=status)


@unlisted
@never_cache
@require_safe
def receipt(request: PublicRequest, slug: str, code: str) -> HttpResponse:
    """What a receipt opens: where it stands, the answer, and what the sender can do."""
    ward = queries.ward_named(slug)
    if _tried(request, tries.FINDING):
        return _often(request, ward)
    return _receipt(request, ward, code)


def _often(request: PublicRequest, ward: Ward) -> HttpResponse:
    form = forms.Find({"code": ""})
    form.add_error(None, _("Đã tra cứu quá nhiều lần từ nơi này. Chờ mười phút rồi thử lại."))
    return render(request, "feedback/public/find.html", {"ward": ward, "form": form}, status=OFTEN)


def _receipt(
    request: PublicRequest,
    ward: Ward,
    code: str,
    *,
    status: int = 200,
    given: Mapping[str, django_forms.Form] | None = None,
) -> HttpResponse:
    it = reads.receipt(ward_id=ward.pk, code=code, at=request.now)
    state = Status(it.case.status)
    context: dict[str, Any] = {
        "ward": ward,
        "it": it,
        "case": it.case,
        "about": words.about(it.case.category),
        "state": words.STATUSES[state],
        "ground": words.GROUNDS[Ground(it.case.ground)] if state is Status.REJECTED else "",
        "said": saying.said(it, at=request.now),
        "stages": saying.way(it),
        "open": state in OPEN,
        "add": forms.Add(),
        "reopen": forms.Reopen(),
        **(given or {}),
    }
    return render(request, "feedback/public/receipt.html", context, status=status)


def _opened(slug: str, code: str) -> tuple[Ward, Case]:
    ward = queries.ward_named(slug)
    return ward, queries.of_receipt(ward_id=ward.pk, receipt=code)


@unlisted
@never_cache
@require_POST
def add_words(request: PublicRequest, slug: str, code: str) -> HttpResponse:
    """An addition; it is the reply when the office waits for one."""
    ward, case = _opened(slug, code)
    form = forms.Add(request.POST, request.FILES)
    if not form.is_valid():
        return _receipt(request, ward, code, status=INVALID, given={"add": form})
    often = _tried(request, tries.LODGING)
    if often:
        form.add_error(None, often)
        return _receipt(request, ward, code, status=OFTEN, given={"add": form})
    photo = form.cleaned_data["photo1"]
    perform = actions.supply if case.status == Status.WAITING.value else actions.add_words
    try:
        perform(
            by=sender_actor(ward.pk),
            at=request.now,
            case_id=case.pk,
            text=form.cleaned_data["text"],
            photos=(photo,) if photo else (),
        )
    except Refused as no:
        _no(form, no)
        return _receipt(request, ward, code, status=CONFLICT, given={"add": form})
    messages.success(request, _("Phường đã nhận phần ông bà thêm."))
    return redirect("feedback:receipt", slug=ward.slug, code=case.receipt)


@unlisted
@never_cache
@require_POST
def rate(request: PublicRequest, slug: str, code: str) -> HttpResponse:
    """Like or dislike the answer."""
    ward, case = _opened(slug, code)
    form = forms.Rate(request.POST)
    if not form.is_valid():
        return _receipt(request, ward, code, status=INVALID)
    actions.rate(by=sender_actor(ward.pk), at=request.now, case_id=case.pk, liked=form.cleaned_data["liked"] == "yes")
    messages.success(request, _("Cảm ơn ông bà. Phường đã ghi lại."))
    return redirect("feedback:receipt", slug=ward.slug, code=case.receipt)


@unlisted
@never_cache
@require_POST
def reopen(request: PublicRequest, slug: str, code: str) -> HttpResponse:
    """Ask for another look."""
    ward, case = _opened(slug, code)
    form = forms.Reopen(request.POST)
    if not form.is_valid():
        return _receipt(request, ward, code, status=INVALID, given={"reopen": form})
    try:
        actions.reopen(by=sender_actor(ward.pk), at=request.now, case_id=case.pk, text=form.cleaned_data["why"])
    except Refused as no:
        _no(form, no)
        return _receipt(request, ward, code, status=CONFLICT, given={"reopen": form})
    messages.success(request, _("Phường sẽ xem lại và trả lời ông bà."))
    return redirect("feedback:receipt", slug=ward.slug, code=case.receipt)
