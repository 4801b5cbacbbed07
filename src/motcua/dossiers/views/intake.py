"""The intake page: works as plain form posts; scripts only save the round trips."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from uuid_utils.compat import uuid7

from motcua import vietnam
from motcua.acts import Actor, Refused
from motcua.dossiers import actions, rules
from motcua.dossiers.forms.intake import IntakeForm, PaperForm, carded, paper_forms
from motcua.dossiers.forms.verbs import AskCompletion, TurnAway
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import cases
from motcua.dossiers.queries import page as pages
from motcua.dossiers.queries.papers import printables
from motcua.dossiers.rules import Channel, ComerKind, PaperIn
from motcua.files import actions as files
from motcua.ui.doors import OfficerRequest, officer, refused

__all__ = ["card", "intake", "procedures", "promise", "received"]

OUTCOMES = {"accept": None, "ask_completion": AskCompletion, "turn_away": TurnAway}
INVALID, CONFLICT = 422, 409


@dataclass(slots=True, kw_only=True)
class Desk:
    """What lies on the counter: the forms of one visit and what was found for them."""

    form: IntakeForm
    papers: list[PaperForm] = field(default_factory=list)
    chosen: cases.Chosen | None = None
    options: list[cases.Option] | None = None
    question: AskCompletion | TurnAway | None = None
    outcome: str = ""
    filled: int = 0
    warnings: list[str] = field(default_factory=list)
    visit: str = ""

    @property
    def wrong(self) -> list[tuple[str, str, str]]:
        """Fields to correct, for the summary: id of the field, its label, what is wrong."""
        found = [
            (f"id_{name}", str(self.form.fields[name].label), str(errors[0]))
            for name, errors in self.form.errors.items()
            if name in self.form.fields
        ]
        for line in self.papers:
            found += [
                (f"id_{line.add_prefix(name)}", line.component.name if line.component else _("Giấy tờ khác"), str(e[0]))
                for name, e in line.errors.items()
            ]
        return found


def _counter(by: Actor) -> None:
    """Only the counter has this page."""
    rules.may_receive(by=by, applicant=rules.Applicant(name="-"), comer=rules.Comer())


@officer
@require_http_methods(["GET", "POST"])
def intake(request: OfficerRequest) -> HttpResponse:
    """Receive somebody: one form, one of three outcomes."""
    _counter(request.actor)
    if request.method != "POST":
        return _page(request, Desk(form=IntakeForm(initial={"case": request.GET.get("case", "")})))
    again = request.session.get("visit", ["", ""])
    if request.POST.get("visit") and request.POST["visit"] == again[0]:
        return redirect("dossiers:received", code=again[1])  # the same visit sent twice is one dossier
    data = request.POST.copy()
    desk = Desk(form=IntakeForm(), visit=request.POST.get("visit", "")[:40])
    try:
        _keep_scans(request, data)
    except Refused as no:
        return _again(request, desk, data, said=no.vi)
    act = data.get("do", "")
    if act in OUTCOMES:
        return _decide(request, desk, data, act)
    if act == "card":
        desk.warnings = _scan(data, desk)
    if act == "find" or "find" in data:
        desk.options = cases.options(by=request.actor, at=request.now, text=data.get("q", ""))
    if data.get("pick"):
        data["case"] = str(data["pick"])
    return _again(request, desk, data)


def _again(request: OfficerRequest, desk: Desk, data: QueryDict, said: str = "") -> HttpResponse:
    """Show the page with what was typed and judge nothing yet."""
    kept = {key: value for key, value in data.items() if isinstance(value, str)}
    desk.form = IntakeForm(initial=kept)
    desk.chosen = _chosen(request, kept)
    desk.papers = paper_forms(desk.chosen.context.plan.components, kept=kept) if desk.chosen else []
    if said:
        desk.warnings = [*desk.warnings, said]
    return _page(request, desk)


def _decide(request: OfficerRequest, desk: Desk, data: QueryDict, outcome: str) -> HttpResponse:
    desk.form, desk.outcome = IntakeForm(data), outcome
    desk.chosen = _chosen(request, data)
    components = desk.chosen.context.plan.components if desk.chosen else ()
    desk.papers = paper_forms(components, data=data)
    good = all([desk.form.is_valid(), *(line.is_valid() for line in desk.papers)])
    asks = OUTCOMES[outcome]
    if asks is not None:
        desk.question = asks(data) if "asked" in data else asks(initial={"items": _not_there(desk.papers)})
        good = desk.question.is_bound and desk.question.is_valid() and good
        if not desk.question.is_bound:
            return _page(request, desk)
    if not good:
        return _page(request, desk, status=INVALID)
    papers = [paper for line in desk.papers if (paper := line.paper())]
    try:
        dossier = _perform(request, desk, papers)
    except Refused as no:
        refused(desk.question if desk.question and no.field in desk.question.fields else desk.form, no)
        return _page(request, desk, status=CONFLICT)
    request.session["visit"] = [desk.visit, dossier.code]
    return redirect("dossiers:received", code=dossier.code)


def _perform(request: OfficerRequest, desk: Desk, papers: list[PaperIn]) -> Dossier:
    who: dict[str, Any] = {"by": request.actor, "at": request.now, "intake": desk.form.intake(papers)}
    typed = desk.question.typed() if desk.question else {}
    typed.pop("seen", None)
    if desk.outcome == "ask_completion":
        return actions.ask_completion(**who, **typed)
    if desk.outcome == "turn_away":
        return actions.turn_away(**who, **typed)
    return actions.accept(**who)


def _not_there(lines: list[PaperForm]) -> str:
    """The required papers that were not ticked: what to ask for begins with them."""
    names = [line.component.name for line in lines if line.component and line.required and not line["have"].value()]
    return "\n".join(names)


def _keep_scans(request: OfficerRequest, data: QueryDict) -> None:
    """Store what was uploaded at once, so that a form with a mistake does not lose it."""
    for key, file in request.FILES.items():
        if key.startswith("p-") and key.endswith("-file") and not isinstance(file, list):
            stored = files.store(by=request.actor, at=request.now, name=file.name or "", content=file.read())
            data[f"{key}_id"] = str(stored.pk)


def _scan(data: QueryDict, desk: Desk) -> list[str]:
    """Fill the form from a card; what to look at comes back as sentences."""
    try:
        found = vietnam.parse_card(data.get("scan", ""))
    except Refused as no:
        return [no.vi]
    values = carded(found, proxy=data.get("comer_kind") == ComerKind.PROXY.value)
    data.update(values)
    for name, value in values.items():
        data[name] = value
    desk.filled = sum(bool(value) for value in values.values())
    return [str(warning) for warning in found.warnings]


def _chosen(request: OfficerRequest, data: Any) -> cases.Chosen | None:
    """The case in hand, when one that exists was chosen."""
    case_id = _id(data.get("case") or "")
    if case_id is None:
        return None
    channel = Channel.POST if data.get("channel") == Channel.POST.value else Channel.DIRECT
    try:
        return cases.chosen(by=request.actor, at=request.now, case_id=case_id, channel=channel)
    except Refused:
        return None  # the form says it, beside the field


def _id(text: str) -> UUID | None:
    try:
        return UUID(text[:64])
    except ValueError:
        return None


def _page(request: OfficerRequest, desk: Desk, *, status: int = 200) -> HttpResponse:
    if desk.chosen is None and not desk.form.is_bound and desk.form.initial.get("case"):
        desk.chosen = _chosen(request, desk.form.initial)
        desk.papers = paper_forms(desk.chosen.context.plan.components) if desk.chosen else []
    desk.visit = desk.visit or str(uuid7())
    return render(request, "dossiers/intake.html", {"desk": desk, "form": desk.form}, status=status)


@officer
@require_POST
def card(request: OfficerRequest) -> HttpResponse:
    """Part 1 filled from the text of a card, for htmx."""
    _counter(request.actor)
    data = request.POST.copy()
    desk = Desk(form=IntakeForm())
    desk.warnings = _scan(data, desk)
    desk.form = IntakeForm(initial=dict(data.items()))
    return render(request, "dossiers/intake/who.html", {"desk": desk, "form": desk.form})


@officer
@require_GET
def procedures(request: OfficerRequest) -> HttpResponse:
    """Procedures that answer what was typed so far, as options of a list box."""
    _counter(request.actor)
    found = cases.options(by=request.actor, at=request.now, text=request.GET.get("q", ""))
    return render(
        request, "dossiers/intake/options.html", {"options": found, "live": True, "q": request.GET.get("q", "")[:400]}
    )


@officer
@require_GET
def promise(request: OfficerRequest) -> HttpResponse:
    """What would be promised now for a case, with its papers and its fee, for htmx."""
    _counter(request.actor)
    desk = Desk(form=IntakeForm(initial=dict(request.GET.items())))
    desk.chosen = _chosen(request, request.GET)
    if desk.chosen is not None and "panel" not in request.GET:
        desk.papers = paper_forms(desk.chosen.context.plan.components)
    return render(
        request,
        "dossiers/intake/promise.html",
        {"desk": desk, "form": desk.form, "panel": "panel" in request.GET, "live": True},
    )


@officer
@require_GET
def received(request: OfficerRequest, code: str) -> HttpResponse:
    """What came of a visit: the code, the paper to print, the next person."""
    dossier = pages.opened(by=request.actor, code=code)
    return render(request, "dossiers/received.html", {"dossier": dossier, "printables": printables(dossier)})
