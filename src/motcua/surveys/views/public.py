"""Pages for people: one invitation, answered once; the tablet at the counter, two taps. No script, no trace of who."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua import law
from motcua.accounts import queries as accounts
from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.surveys import actions, queries
from motcua.surveys.forms.public import Answering
from motcua.surveys.models import Stand
from motcua.surveys.queries import Invitation
from motcua.surveys.rules import Instrument, Question, Sheet, Way, least
from motcua.ui.residents import PublicRequest, english, unlisted

__all__ = ["answer", "tap"]

INVALID, CONFLICT, GONE = 422, 409, 410
SALT = "motcua.surveys"
SKIP = "skip"


# -- the invitation ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What this device answered a few minutes ago; only the device knows it."""

    ids: tuple[UUID, ...]
    at: datetime


@unlisted
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: PublicRequest, slug: str, token: str) -> HttpResponse:
    """Ask, take the answer, thank. The device that answered may correct it for some minutes."""
    try:
        found = queries.invitation(slug=slug, token=token, at=request.now)
    except Refused as no:
        if no.code == "missing":
            raise
        return _closed(request, no)
    given = _given(request, token) if found.used else None
    if found.used and given is None:
        return render(request, "surveys/public/thanks.html", {"ward": found.dossier.ward})
    if request.method == "POST":
        return _take(request, found, token, given)
    if given and "correct" not in request.GET:
        context = {"ward": found.dossier.ward, "until": given.at + _minutes(given.at), "fresh": True}
        return render(request, "surveys/public/thanks.html", context)
    return _ask(request, found, Answering(instruments=found.instruments))


def _take(request: PublicRequest, found: Invitation, token: str, given: _Given | None) -> HttpResponse:
    form = Answering(request.POST, instruments=found.instruments)
    if not form.is_valid():
        return _ask(request, found, form, status=INVALID)
    try:
        rows = actions.answer(
            by=accounts.system_actor(ward_id=found.dossier.ward_id),
            at=request.now,
            dossier_id=found.dossier.pk,
            sheets=form.sheets(),
            words=form.cleaned_data["words"],
            seconds=_seconds(request),
            inside=request.actor is not None,
            corrects=given.ids if given else (),
        )
    except Refused as no:
        form.add_error(no.field if no.field in form.fields else None, _said(no))
        return _ask(request, found, form, status=CONFLICT)
    response = redirect(request.path)
    told = signing.dumps(
        {"token": token, "ids": [str(row.pk) for row in rows], "at": request.now.isoformat()}, salt=SALT
    )
    response.set_cookie(
        "survey",
        told,
        max_age=int(_minutes(request.now).total_seconds()),
        path=request.path,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def _ask(request: PublicRequest, found: Invitation, form: Answering, *, status: int = 200) -> HttpResponse:
    begun = request.POST.get("begun") or signing.dumps(request.now.isoformat(), salt=SALT)
    context = {
        "ward": found.dossier.ward,
        "dossier": found.dossier,
        "form": form,
        "begun": begun,
        "least": least(request.now.astimezone(ZONE).date()),
    }
    return render(request, "surveys/public/answer.html", context, status=status)


def _closed(request: PublicRequest, no: Refused) -> HttpResponse:
    return render(request, "surveys/public/closed.html", {"said": _said(no)}, status=GONE)


def _said(no: Refused) -> str:
    return no.en if english() else no.vi


def _minutes(at: datetime) -> timedelta:
    return timedelta(minutes=law.rule("SURVEY_CORRECT_MINUTES", on=at.astimezone(ZONE).date()).whole)


def _given(request: PublicRequest, token: str) -> _Given | None:
    """The answer this device gave to this token, while it may still be corrected."""
    try:
        told = signing.loads(request.COOKIES.get("survey", ""), salt=SALT)
        given = _Given(ids=tuple(UUID(i) for i in told["ids"]), at=datetime.fromisoformat(told["at"]))
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return None
    return given if told["token"] == token and request.now <= given.at + _minutes(given.at) else None


def _seconds(request: PublicRequest) -> float | None:
    """How long the page was open; None when it does not say so truly."""
    try:
        begun = datetime.fromisoformat(signing.loads(request.POST.get("begun", ""), salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return (request.now - begun).total_seconds()


# -- the tablet --------------------------------------------------------------------------------------------------------


@unlisted
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tap(request: PublicRequest, slug: str, key: str) -> HttpResponse:
    """One question at a time, big; after the last a thank-you; by itself back to the first for the next person."""
    stand = queries.stand_by_key(slug=slug, key=key)
    on = request.now.astimezone(ZONE).date()
    reset = law.rule("SURVEY_TABLET", on=on).part("reset_seconds")
    if stand.closed_at is not None or request.now >= stand.closes_at:
        return render(request, "surveys/public/tablet_closed.html", {"ward": stand.ward}, status=GONE)
    asked = queries.asked(ward_id=stand.ward_id, way=Way.TABLET, on=on)[0]
    if request.method != "POST":
        if "thanks" in request.GET:
            pause = law.rule("SURVEY_TABLET", on=on).part("cooldown_seconds")
            return _back(render(request, "surveys/public/tablet_thanks.html", {"ward": stand.ward}), request, pause)
        return _question(request, stand, asked, {})
    given = {q.key: v for q in asked.questions if (v := request.POST.get(q.key, "")) and _fits(q, v)}
    if len(given) < len(asked.questions):
        more = 6 if "more" in request.POST else 1
        return _back(_question(request, stand, asked, given), request, reset * more)
    choices = {name: int(value) for name, value in given.items() if value != SKIP}
    by = accounts.system_actor(ward_id=stand.ward_id)
    try:
        actions.tap(
            by=by,
            at=request.now,
            key=key,
            sheet=Sheet(instrument=asked, choices=choices),
            inside=request.actor is not None,
        )
    except Refused as no:
        if no.code == "missing":
            raise
        return _back(_question(request, stand, asked, {}, said=_said(no), status=CONFLICT), request, reset)
    return redirect(f"{request.path}?thanks")


def _fits(question: Question, value: str) -> bool:
    """Whether a tap is one of the offered ones."""
    return value in {str(o.value) for o in question.options} or (value == SKIP and not question.must)


def _back(response: HttpResponse, request: PublicRequest, seconds: int) -> HttpResponse:
    """Return to the first question in Vietnamese after some seconds, as the next person expects it."""
    response["Refresh"] = f"{seconds}; url={request.path}?lang=vi"
    return response


def _question(
    request: PublicRequest,
    stand: Stand,
    asked: Instrument,
    given: dict[str, str],
    *,
    said: str = "",
    status: int = 200,
) -> HttpResponse:
    number, question = next((n, q) for n, q in enumerate(asked.questions, start=1) if q.key not in given)
    in_english = english()
    context: dict[str, Any] = {
        "ward": stand.ward,
        "stand": stand,
        "question": question.en if in_english else question.vi,
        "name": question.key,
        "options": [(o.value, o.en if in_english else o.vi) for o in question.options],
        "given": given,
        "may_skip": not question.must,
        "progress": _("Câu %(n)s / %(all)s") % {"n": number, "all": len(asked.questions)},
        "said": said,
    }
    return render(request, "surveys/public/tablet.html", context, status=status)
