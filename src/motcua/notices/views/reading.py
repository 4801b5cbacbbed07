"""Messages: the list, one with its tries, what did not arrive."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.acts import Actor, Refused
from motcua.notices import actions, forms, queries, rules
from motcua.notices.queries import browsing, words
from motcua.notices.rules import Purpose
from motcua.notices.views.door import doors, passes
from motcua.ui.doors import OfficerRequest, officer_who, refused
from motcua.ui.paging import asked_rows

__all__ = ["listed", "message", "refuse_purpose", "stuck", "tell_by_hand", "try_again"]

reader = officer_who(rules.may_read)
handler = officer_who(rules.may_handle)
KEPT = ("q", "state", "way", "event")
OPTIONAL = (Purpose.PROGRESS.value, Purpose.SURVEY.value)
INVALID, CONFLICT = 422, 409


def _handles(by: Actor) -> bool:
    return passes(by, rules.may_handle)


@reader
@require_GET
def listed(request: OfficerRequest) -> HttpResponse:
    """Every message of the ward that one may see, newest first."""
    filters = forms.Filters(request.GET)
    kept = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
    context = {
        "filters": filters,
        "filtered": bool(kept),
        "shown": browsing.browse(by=request.actor, at=request.now, wanted=filters.wanted()),
        "address": urlencode(kept),
        "doors": doors(request.actor),
    }
    return render(request, "notices/list.html", context)


@reader
@require_GET
def stuck(request: OfficerRequest) -> HttpResponse:
    """What did not arrive and who must be called, apologies first."""
    shown = browsing.stuck(by=request.actor, at=request.now, size=asked_rows(request.GET))
    return render(
        request,
        "notices/stuck.html",
        {"shown": shown, "handles": _handles(request.actor), "doors": doors(request.actor)},
    )


@reader
@require_GET
def message(request: OfficerRequest, message_id: UUID) -> HttpResponse:
    """One message: its exact words, its tries, what may be done."""
    found = queries.message(by=request.actor, message_id=message_id)
    row = browsing.one(message=found, at=request.now)
    context = {
        "row": row,
        "message": found,
        "tries": list(row.delivery.attempts.all()) if row.delivery else [],
        "outcomes": words.OUTCOMES,
        "handles": _handles(request.actor),
        "optional": found.purpose in OPTIONAL and bool(found.contacts),
    }
    return render(request, "notices/message.html", context)


@handler
@require_POST
def try_again(request: OfficerRequest, delivery_id: UUID) -> HttpResponse:
    """Put a dead letter back into the queue."""
    row = actions.try_again(by=request.actor, at=request.now, delivery_id=delivery_id)
    messages.success(request, _("Đã đưa tin trở lại hàng chờ. Máy gửi trong một phút, trừ giờ yên lặng."))
    return redirect("notices:message", message_id=row.message_id)


@handler
@require_http_methods(["GET", "POST"])
def tell_by_hand(request: OfficerRequest, delivery_id: UUID) -> HttpResponse:
    """Write down that somebody was told in another way, with proof."""
    row = queries.delivery(by=request.actor, delivery_id=delivery_id)
    form, status = forms.Told(request.POST or None), 200
    if request.method == "POST":
        status = INVALID
        if form.is_valid():
            try:
                actions.tell_by_hand(by=request.actor, at=request.now, delivery_id=delivery_id, **form.cleaned_data)
            except Refused as no:
                refused(form, no)
                status = CONFLICT
            else:
                messages.success(request, _("Đã ghi. Tin này không chờ ai nữa."))
                return redirect("notices:stuck")
    context = {"form": form, "delivery": row, "submit": _("Ghi đã báo"), "back": reverse("notices:stuck")}
    return render(request, "notices/tell_by_hand.html", context, status=status)


@handler
@require_POST
def refuse_purpose(request: OfficerRequest, message_id: UUID) -> HttpResponse:
    """Somebody said at the counter that they want no messages like this one."""
    found = queries.message(by=request.actor, message_id=message_id)
    actions.refuse_purpose(
        by=request.actor, at=request.now, contacts=found.contacts, purpose=Purpose(found.purpose), way="counter"
    )
    messages.success(request, _("Đã ghi. Người này không nhận tin loại ấy nữa; tin luật buộc vẫn gửi."))
    return redirect("notices:message", message_id=message_id)
