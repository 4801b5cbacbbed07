"""What a ward sets itself: its words, seen with real data before they are kept, and its channels."""

from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.acts import Refused
from motcua.notices import actions, forms, gateways, rules
from motcua.notices.models import Channel
from motcua.notices.queries import browsing, editing, words
from motcua.notices.rules import Language, Way
from motcua.notices.views.door import doors
from motcua.offices.models import Ward
from motcua.ui.doors import OfficerRequest, officer_who, refused

__all__ = ["channel", "channels", "restore_wording", "wording", "wordings"]

writer = officer_who(rules.may_change_words)
administrator = officer_who(rules.may_change_channels)
INVALID, CONFLICT = 422, 409


@writer
@require_GET
def wordings(request: OfficerRequest) -> HttpResponse:
    """Every event and its wordings."""
    kept = browsing.kept_words(by=request.actor, at=request.now)
    context = {
        "kept": kept,
        "slots": words.SLOTS,
        "languages": words.LANGUAGES,
        "doors": doors(request.actor),
    }
    return render(request, "notices/wordings.html", context)


def _named(request: OfficerRequest) -> forms.Names:
    names = forms.Which(request.GET).names()
    if names is None:
        raise Refused("missing", "Không có lời tin này.", "There is no such wording.")
    return names


@writer
@require_http_methods(["GET", "POST"])
def wording(request: OfficerRequest) -> HttpResponse:
    """Edit one wording: look at it with a real dossier's data, then keep exactly what was seen."""
    which = _named(request)
    event, slot, language = which["event"], which["slot"], which["language"]
    by, status, seen = request.actor, 200, None
    if request.method == "POST":
        form = forms.WordingForm(request.POST, slot=slot)
        status = INVALID
        if form.is_valid():
            typed = form.words()
            try:
                if "keep" in request.POST and request.POST.get("seen") == editing.mark(typed):
                    actions.write_wording(by=by, at=request.now, **which, subject=typed.subject, text=typed.text)
                    messages.success(request, _("Phường dùng lời này từ bây giờ. Tin đã gửi giữ nguyên lời cũ."))
                    return redirect("notices:wordings")
                seen, status = editing.preview(by=by, words=typed, **which), 200
            except Refused as no:
                refused(form, no)
                status = CONFLICT
    else:
        now = editing.current(by=by, **which)
        form = forms.WordingForm(initial={"subject": now.subject, "text": now.text}, slot=slot)
    context = {
        "form": form,
        "title": words.EVENTS[event],
        "kind": f"{words.SLOTS[slot]}, {words.LANGUAGES[language]}",
        "english": language is Language.ENGLISH,
        "blanks": sorted(place.value for place in rules.allowed(event, slot)),
        "seen": seen,
        "mark": editing.mark(form.words()) if seen else "",
        "history": editing.history(by=by, **which),
        "address": request.GET.urlencode(),
        "back": reverse("notices:wordings"),
        "submit": _("Xem thử"),
    }
    return render(request, "notices/wording.html", context, status=status)


@writer
@require_POST
def restore_wording(request: OfficerRequest) -> HttpResponse:
    """Back to the words that come with the product."""
    actions.restore_wording(by=request.actor, at=request.now, **_named(request))
    messages.success(request, _("Đã trở về lời gốc. Lời của phường còn trong lịch sử."))
    return redirect("notices:wordings")


def _has_secret(row: Channel, ward: Ward) -> bool:
    setting = gateways.Setting(
        way=row.way, address="", sender="", account="", security="", ward_code=ward.code, ward_slug=ward.slug
    )
    return bool(gateways.secret(setting, home=Path(settings.HOME)))


@administrator
@require_GET
def channels(request: OfficerRequest) -> HttpResponse:
    """The ways to reach people, and which are on."""
    ward = Ward.objects.get(pk=request.actor.ward_id)
    set_ = browsing.ways(by=request.actor)
    rows = []
    for way in forms.CARRIED:
        row = set_.get(way.value) or Channel(ward_id=ward.pk, way=way.value)
        rows.append((words.WAYS[way], row, _has_secret(row, ward)))
    return render(
        request,
        "notices/channels.html",
        {"rows": rows, "doors": doors(request.actor), "quiet": rules.quiet_hours(request.now)},
    )


@administrator
@require_http_methods(["GET", "POST"])
def channel(request: OfficerRequest) -> HttpResponse:
    """Set one way."""
    way = next((one for one in forms.CARRIED if one.value == request.GET.get("way")), None)
    if way is None:
        raise Refused("missing", "Không có kênh này.", "There is no such channel.")
    row = browsing.ways(by=request.actor).get(way.value)
    names = ("on", "address", "sender", "account", "security")
    first = {name: getattr(row, name) for name in names} if row else {"security": "starttls"}
    form, status = forms.ChannelForm(request.POST or None, way=way, initial=first), 200
    if request.method == "POST":
        status = INVALID
        if form.is_valid():
            typed = {name: value for name, value in form.cleaned_data.items() if value != ""}
            try:
                actions.set_channel(by=request.actor, at=request.now, way=way, **{"address": "", "sender": "", **typed})
            except Refused as no:
                refused(form, no)
                status = CONFLICT
            else:
                messages.success(request, _("Đã ghi kênh."))
                return redirect("notices:channels")
    ward = Ward.objects.get(pk=request.actor.ward_id)
    name = f"MOTCUA_NOTICES_{way.upper()}"
    context = {
        "form": form,
        "title": words.WAYS[way],
        "mail": way is Way.EMAIL,
        "variable": name,
        "file": f"secrets/notices-{way}-{ward.code}",
        "submit": _("Ghi kênh"),
        "back": reverse("notices:channels"),
    }
    return render(request, "notices/channel.html", context, status=status)
