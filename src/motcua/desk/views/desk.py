"""The officer's desk, and what is done to many of its rows at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from motcua import vietnam
from motcua.accounts import actions as accounts
from motcua.acts import Role
from motcua.clock import ZONE
from motcua.conduct import queries as conduct
from motcua.conduct.rules import Presence
from motcua.desk import forms, rules
from motcua.desk.queries import desk as desks
from motcua.desk.queries.desk import BandShown, Desk
from motcua.desk.queries.rows import Row
from motcua.desk.rules import Band, Scope
from motcua.dossiers import queries as dossiers
from motcua.dossiers.queries import words
from motcua.dossiers.rules import Channel
from motcua.notices import queries as notices
from motcua.outages import queries as outages
from motcua.outages.models import Outage
from motcua.procedures import queries as procedures
from motcua.ui.doors import OfficerRequest, officer

__all__ = ["density", "desk", "down"]

KEPT = ("scope", "procedure", "step", "channel", "paused")  # filters that stay from day to day
DRILLED = ("unit", "officer", "band", "apology")  # filters that belong to the number that was opened
OTHERS = ("rows", "clear")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A band as `ui/parts/desk.html` draws it."""

    kind: str
    name: str
    note: str
    none: str
    rows: list[Row]
    more: int
    more_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One scope as a segment of the filter line."""

    label: str
    href: str
    count: int
    current: bool


@officer
@require_GET
def desk(request: OfficerRequest) -> HttpResponse:
    """What is due, when, and what to do about it; for those without dossiers, the page where their work is."""
    typed: Mapping[str, str] = request.GET
    if not any(name in typed for name in (*KEPT, *DRILLED, *OTHERS)):
        if not rules.has_desk(request.actor) and rules.oversees(request.actor):
            return redirect("desk:ward")
        typed = request.session.get("desk", {})
    elif "clear" in typed:
        typed = {"scope": typed.get("scope", "")}
    wanted = forms.wanted(typed, by=request.actor)
    _keep(request, typed)
    found = desks.desk(by=request.actor, at=request.now, wanted=wanted)
    return render(request, "desk/desk.html", _context(found, typed) | _told(request))


def _told(request: OfficerRequest) -> dict[str, Any]:
    """What the desk says before the rows: what is down, whom no apology reached, what waits, what was answered."""
    by = request.actor
    return {
        "down": down(request),
        "unreached": notices.unreached(by=by),
        "undecided": dossiers.undecided(by=by) if by.has(Role.CHAIRMAN) else 0,
        "waiting": procedures.waiting(by=by) if by.has(Role.ADMIN) else 0,
        "noted": [p for p in conduct.to_explain(by=by, at=request.now) if p.found != Presence.PRESENT.value],
        "answered": list(procedures.answered_for(by=by, at=request.now)),
    }


def down(request: OfficerRequest) -> list[tuple[Outage, str, str]]:
    """What is down now, what it is called and since when: “9:10”, on later days "9:10 ngày 26/11"."""
    today = request.now.astimezone(ZONE).date()
    found = []
    for row in outages.open_now(ward_id=request.actor.ward_id):
        began = row.starts.astimezone(ZONE)
        on = "" if began.date() == today else _(" ngày %(day)s") % {"day": f"{began:%d/%m}"}
        found.append((row, outages.called(row), f"{began:%H:%M}{on}"))
    return found


def _keep(request: OfficerRequest, typed: Mapping[str, str]) -> None:
    """Filters stay until they are lifted; those of an opened number do not."""
    if any(typed.get(name) for name in DRILLED):
        return
    kept = {name: forms.text(typed, name, most=300) for name in KEPT if typed.get(name)}
    if request.session.get("desk", {}) != kept:
        request.session["desk"] = kept


def _context(found: Desk, typed: Mapping[str, str]) -> dict[str, Any]:
    asked = {name: str(typed[name]) for name in (*KEPT, *DRILLED) if typed.get(name)}
    more = "?" + urlencode({**asked, "scope": found.wanted.scope.value, "rows": found.next_rows})
    rows = [row for band in found.bands for row in band.rows]
    return {
        "desk": found,
        "title": _title(found),
        "tabs": [_tab(found, scope) for scope in found.tabs],
        "bands": [_band(band, found, more) for band in found.bands],
        "chosen": {name: asked.get(name, "") for name in (*KEPT, *DRILLED)},
        "channels": [(c, words.CHANNELS[Channel(c)]) for c in found.offered.channels],
        "drilled": _drilled(found),
        "hours": found.hours,
        "caption": _("%(title)s theo thời gian còn lại") % {"title": _title(found)},
        "batch_action": reverse("desk:batch"),
        "batch": _batch(rows),
        "clear": f"?clear=1&scope={found.wanted.scope}",
    }


def _title(found: Desk) -> str:
    match found.wanted.scope:
        case Scope.MINE:
            return _("Bàn việc của tôi")
        case Scope.UNIT:
            return _("Bàn việc của đơn vị")
        case Scope.CONSULTED:
            return _("Chờ phối hợp")
        case Scope.WARD:
            return _("Lời hẹn đang mở")


def _tab(found: Desk, scope: Scope) -> Tab:
    only = list(found.unit_names.values()) if len(found.unit_names) == 1 else []
    labels = {
        Scope.MINE: _("Của tôi"),
        Scope.UNIT: only[0] if only and not found.wanted.unit_id else _("Của đơn vị"),
        Scope.CONSULTED: _("Chờ phối hợp"),
        Scope.WARD: _("Đang mở"),
    }
    return Tab(
        label=labels[scope], href=f"?scope={scope}", count=found.tabs[scope], current=scope is found.wanted.scope
    )


def _band(band: BandShown, found: Desk, more: str) -> Shown:
    name, note, none = {
        Band.LATE: (_("Quá hạn"), _("xin lỗi trước, rồi làm ngay"), _("Không lời hẹn nào trễ.")),
        Band.TODAY: (
            _("Hôm nay"),
            _("phải xong trước %(when)s") % {"when": found.closes} if found.closes else "",
            _("Không việc nào phải xong hôm nay."),
        ),
        Band.SOON: (
            _("Sắp đến hạn"),
            _("trong %(n)s ngày làm việc tới") % {"n": found.soon_days},
            _("Không việc nào đến hạn trong %(n)s ngày làm việc tới.") % {"n": found.soon_days},
        ),
        Band.LATER: (_("Còn thời gian"), _("xếp theo thời gian còn lại"), _("Không còn việc nào.")),
    }[band.band]
    count = _count(band.count) if band.count else ""
    return Shown(
        kind=band.band.value,
        name=name,
        note=" · ".join(part for part in (count, note if band.count else "") if part),
        none="" if band.count else none,
        rows=band.rows,
        more=band.more,
        more_href=more,
    )


def _count(n: int) -> str:
    return ngettext("%(n)s hồ sơ", "%(n)s hồ sơ", n) % {"n": vietnam.number(n)}


def _drilled(found: Desk) -> list[str]:
    """What an opened number stands for, in words."""
    wanted = found.wanted
    bands = {
        Band.LATE: _("quá hạn"),
        Band.TODAY: _("hôm nay"),
        Band.SOON: _("sắp đến hạn"),
        Band.LATER: _("còn thời gian"),
    }
    unit = found.unit_names.get(wanted.unit_id, "") if wanted.unit_id else ""
    nobody = _("chưa giao ai") if wanted.officer == desks.NOBODY else ""
    band = bands[Band(wanted.band)] if wanted.band else ""
    unsaid = _("chưa có lời xin lỗi") if wanted.unapologised else ""
    return [part for part in (unit, found.officer_name, nobody, band, unsaid) if part]


def _batch(rows: list[Row]) -> list[tuple[str, str, str]]:
    """The acts of the batch bar: value, words with {n}, what a row must allow. None when no row allows any."""
    able = {word for row in rows for word in row.can.split()}
    labels = {row.onward for row in rows if "advance" in row.can.split()}
    onward = _("%(act)s: {n} hồ sơ") % {"act": labels.pop()} if len(labels) == 1 else _("Chuyển bước {n} hồ sơ")
    acts = [
        ("advance", onward, "advance"),
        ("print", _("In {n} phiếu kiểm soát"), "print"),
        ("assign", _("Bàn giao {n} hồ sơ…"), "assign"),
    ]
    return [act for act in acts if act[2] in able]


@officer
@require_POST
def density(request: OfficerRequest) -> HttpResponse:
    """Dense or roomy rows, kept per person."""
    value = "roomy" if request.POST.get("density") == "roomy" else "dense"
    accounts.set_preferences(
        by=request.actor, at=request.now, person_id=request.actor.id, preferences={"density": value}
    )
    back = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if ours else "desk:desk")
