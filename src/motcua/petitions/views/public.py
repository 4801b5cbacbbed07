"""For residents: when the chairman receives people, how to complain and to denounce, what is not taken here."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua import law
from motcua.clock import ZONE
from motcua.petitions.queries import public
from motcua.ui.residents import PublicRequest, scriptless

__all__ = ["petitions"]


@scriptless
@require_safe
def petitions(request: PublicRequest, slug: str) -> HttpResponse:
    """The posting of the ward. Nothing is lodged here while the law does not clearly let it be."""
    found = public.posting(slug=slug, at=request.now)
    on = request.now.astimezone(ZONE).date()
    context = {
        "ward": found.ward,
        "plan": found.plan,
        "next_days": found.next_days,
        "missed": found.missed,
        "lodging": law.rule("PETITION_ONLINE_LODGING", on=on).value != "no",
        "online": law.rule("RECEPTION_ONLINE", on=on).value == "yes",
        "group": law.rule("RECEPTION_GROUP", on=on).part("from"),
        "reply": law.rule("RECEPTION_REPLY", on=on).whole,
        "complain_within": law.rule("COMPLAINT_TIME", on=on).whole,
        "accept_within": law.rule("COMPLAINT_ACCEPT", on=on).whole,
        "decide_within": law.rule("COMPLAINT_DECISION", on=on).part("plain"),
        "look_within": law.rule("DENUNCIATION_INITIAL", on=on).whole,
        "resolve_within": law.rule("DENUNCIATION_RESOLVE", on=on).whole,
    }
    return render(request, "petitions/public/petitions.html", context)
