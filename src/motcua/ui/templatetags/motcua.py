"""The one tag library: `{% load motcua %}`. README.md shows every part with its arguments."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, FileInput, RadioSelect
from django.forms.widgets import CheckboxSelectMultiple
from django.http import QueryDict
from django.template import Context
from django.utils.formats import date_format
from django.utils.functional import Promise as Lazy
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from motcua import vietnam
from motcua.clock import ZONE, Reason, StripDay
from motcua.ui import parts
from motcua.ui.residents import english

register = template.Library()

Words = str | Lazy
GROUPS = (RadioSelect, CheckboxSelectMultiple)
SIZES = ("small", "normal", "large", "larger")


# --- Filters: numbers and moments as people read them, in the language of the page.


@register.filter
def number(value: int | Decimal | None) -> str:
    """12558 → "12.558"; nothing → "–"."""
    if value is None:
        return "–"
    return f"{value:,}" if english() else vietnam.number(value)


@register.filter
def percent(value: Decimal | int | None, decimals: int = 2) -> str:
    """Decimal("95.89") → "95,89 %"; nothing → "–"."""
    if value is None:
        return "–"
    said = vietnam.percent(value, decimals)
    return said.translate(str.maketrans(",.", ".,")) if english() else said


@register.filter
def money(dong: int | Decimal) -> str:
    """50000 → "50.000 đồng"."""
    return f"{int(dong):,} VND" if english() else vietnam.money(int(dong))


@register.filter
def day(on: date | datetime | None, form: str = "") -> str:
    """“thứ Năm 26/11”; with "year" the year too, with "first" a capital."""
    if on is None:
        return "–"
    local = _local(on)
    if english():
        return date_format(local, "l d/m/Y" if "year" in form else "l d/m")
    said = vietnam.day(local, year="year" in form)
    return _capital(said) if "first" in form else said


@register.filter
def moment(at: datetime | None, today: date | datetime | None = None) -> str:
    """“hôm nay, 17:00”, "thứ Năm 26/11, 17:00"; without `today` in full, for what is read on another day."""
    if at is None:
        return "–"
    seen = _local(today) if today else None
    if not english():
        return vietnam.moment(at, seen or _local(at), year=seen is None)
    words = {0: "today", 1: "tomorrow"} if seen else {}
    on = _local(at)
    said = words.get((on - seen).days) if seen else None
    return f"{said or date_format(on, 'l d/m' if seen and seen.year == on.year else 'l d/m/Y')}, {time(at)}"


@register.filter
def time(at: datetime | None, form: str = "") -> str:  # noqa: ARG001 - Django's own filter takes one
    """“17:00”, in the office's time zone."""
    return f"{at.astimezone(ZONE):%H:%M}" if at else "–"


@register.filter
def short(at: date | datetime | None) -> str:
    """“23/11, 17:00” for a moment, "23/11" for a day: dense rows."""
    if at is None:
        return "–"
    return f"{at.astimezone(ZONE):%d/%m, %H:%M}" if isinstance(at, datetime) else f"{at:%d/%m}"


@register.filter
def capital(words: Words) -> str:
    """The words as a sentence begins."""
    return _capital(str(words))


@register.filter
def code(text: str) -> SafeString:
    """A dossier code whose tail, the part people say aloud, is bold."""
    stem, last = vietnam.tail(str(text))
    return format_html("{}<b>{}</b>", stem, last)


def _local(at: date | datetime) -> date:
    return at.astimezone(ZONE).date() if isinstance(at, datetime) else at


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


# --- Signs


@register.simple_tag
def glyph(kind: str, extra: str = "") -> SafeString:
    """The shape of a kind: late today soon later paused done kept fails contrast. Words stand beside it."""
    shape = parts.GLYPHS.get(str(kind), "")
    return format_html(
        '<svg class="gl {}" viewBox="0 0 12 12" aria-hidden="true">{}</svg>',
        extra,
        mark_safe(shape),  # noqa: S308 - our own drawing
    )


@register.simple_tag
def badge(kind: str, words: Words) -> SafeString:
    """Time left: word, shape, colour."""
    return format_html('<span class="left {}">{}{}</span>', str(kind), glyph(kind), words)


@register.simple_tag
def kbd(*keys: str) -> SafeString:
    """The keys of a shortcut."""
    return format_html_join(" ", "<kbd>{}</kbd>", ((key,) for key in keys))


@register.inclusion_tag("ui/parts/mark.html")
def house_mark() -> dict[str, Any]:
    """The mark of the house: a door ajar. Once a page, top left."""
    return {}


@register.inclusion_tag("ui/parts/ruler.html")
def ruler(units: float, used: float, late: float = 0, paused: object = False) -> dict[str, Any]:  # noqa: FBT002 - a template's own way
    """The small promise ruler; never alone, its words stand beside it."""
    return {"ruler": parts.ruler(units=units, used=used, late=late, paused=bool(paused))}


# --- The promise


@register.inclusion_tag("ui/parts/sentence.html")
def sentence(said: object, heading: Words = "") -> dict[str, Any]:
    """The promise sentence from anything with `broken` and `rest`; `heading` makes it a heading with that id."""
    return {"said": said, "heading": heading}


@register.inclusion_tag("ui/parts/strip.html")
def strip(
    days: Sequence[StripDay], due_at: datetime | None = None, name: str = "strip", now_said: Words = ""
) -> dict[str, Any]:
    """The calendar strip of `clock.explain(…).strip()`; `name` is unique on the page."""
    cells = parts.strip(days, due_at=due_at, now_said=str(now_said))
    kinds = {kind for cell in cells for kind, _x, _w in cell.bars}
    return {
        "cells": cells,
        "name": name,
        "long": len(cells) > parts.MOST_IN_ONE_ROW,
        "first": days[0].date if days else None,
        "last": days[-1].date if days else None,
        "kinds": kinds | ({"off"} if any(cell.off for cell in cells) else set()),
    }


@register.inclusion_tag("ui/parts/reasons.html")
def reasons(lines: Iterable[Reason]) -> dict[str, Any]:
    """The reasons of `clock.explain`, one line each."""
    return {"lines": lines}


@register.inclusion_tag("ui/parts/rail.html")
def rail(stations: Iterable[object]) -> dict[str, Any]:
    """The steps as a timetable, of anything like `parts.Station`."""
    return {"stations": stations}


@register.inclusion_tag("ui/parts/timeline.html")
def timeline(lines: Iterable[parts.Line], today: date | datetime) -> dict[str, Any]:
    """Acts by day in the order given (newest first), of anything like `parts.Line`."""
    return {"days": parts.by_day(lines), "today": _local(today)}


@register.inclusion_tag("ui/parts/stages.html")
def stages(items: Iterable[object]) -> dict[str, Any]:
    """The stages of an apology slip, of anything like `parts.Stage`."""
    return {"items": items}


@register.inclusion_tag("ui/parts/steps.html")
def steps(items: Iterable[object]) -> dict[str, Any]:
    """How far a dossier has come, for residents; of anything like `parts.Stage`."""
    return {"items": items}


@register.inclusion_tag("ui/parts/clock.html")
def working_clock(now: datetime | None, hours: Words = "") -> dict[str, Any]:
    """The working clock: the moment, and today's hours in words."""
    return {"now": now, "hours": hours}


# --- Figures


@register.simple_tag
def figure(
    value: int | None,
    href: str = "",
    label: Words = "",
    kind: str = "",
    current: object = None,
) -> SafeString:
    """A number that opens its list beside it; zero is plain. `kind` "over" is son; `label` names the list."""
    said = number(value)
    if not value or not href:
        return format_html('<span class="figure {}">{}</span>', "zero" if not value else "", said)
    return format_html(
        '<a class="figure {}" href="{}" data-drill{}{}>{}</a>',
        kind,
        href,
        mark_safe(' aria-current="true"' if current else ""),  # noqa: S308 - ours
        format_html(' aria-label="{}: {}"', said, label) if label else "",
        said,
    )


@register.inclusion_tag("ui/parts/identity.html")
def identity(item: object) -> dict[str, Any]:
    """One checked sum, as an item of `ul.ids`; of anything like `parts.Identity`."""
    return {"item": item}


@register.inclusion_tag("ui/parts/rate.html")
def rate(title: Words, value: Decimal | None, over: Words, under: Words, note: Words = "") -> dict[str, Any]:
    """A rate with its fraction, as an item of `div.rates`; never a percentage without its denominator."""
    return {"title": title, "value": value, "over": over, "under": under, "note": note}


@register.inclusion_tag("ui/parts/bars.html")
def bars(rows: Sequence[parts.Bar], headings: Sequence[Words], scale: Words = "") -> dict[str, Any]:
    """Bars and their table twin; `headings` name the twin's columns, `scale` the end of the track."""
    drawn = [(row, parts.bar_width(row.share)) for row in rows]
    return {"drawn": drawn, "rows": rows, "headings": headings, "scale": scale}


@register.inclusion_tag("ui/parts/stack.html")
def stack(late: int, today: int, soon: int, later: int, most: int) -> dict[str, Any]:
    """Promises by band as one line, drawn against `most`; the numbers stand in columns beside it."""
    counts = (("late", late), ("today", today), ("soon", soon), ("later", later))
    return {"shares": parts.shares(counts, most)}


@register.inclusion_tag("ui/parts/workload.html")
def workload(name: str, hours: int, capacity: int, most: int, note: Words = "") -> dict[str, Any]:
    """The work somebody has against what they can do, both in hours; an item of a list."""
    return {
        "name": name,
        "note": note,
        "hours": hours,
        "spare": capacity - hours,
        "over": hours - capacity,
        "shares": list(parts.shares((("fill", min(hours, capacity)), ("more-than", max(0, hours - capacity))), most)),
        "mark": parts.bar_width(capacity / max(most, 1)),
    }


# --- Said to the reader


@register.simple_block_tag
def notice(content: str, kind: str = "now", first: Words = "", source: Words = "", role: str = "") -> SafeString:
    """A notice: `kind` calm, now or late; `first` is the first sentence, bold and complete."""
    return format_html(
        '<div class="note {}"{}>{}{}{}</div>',
        kind,
        format_html(' role="{}"', role) if role else "",
        format_html("<b>{}</b>", first) if first else "",
        conditional_escape(content.strip()),
        format_html(" <small>{}</small>", source) if source else "",
    )


@register.simple_block_tag
def nothing(content: str, title: Words, href: str = "", label: Words = "") -> SafeString:
    """An empty state: what is true, what is next, one button."""
    button = format_html('<a class="btn" href="{}">{}</a>', href, label) if href else ""
    return format_html(
        '<div class="nothing"><h2>{}</h2><p>{}</p>{}</div>', title, conditional_escape(content.strip()), button
    )


@register.inclusion_tag("ui/parts/more.html")
def more(count: int, href: str) -> dict[str, Any]:
    """The rest of a list: "Xem 28 hồ sơ còn lại". Nothing when nothing is left."""
    return {"count": count, "href": href}


@register.inclusion_tag("ui/parts/progress.html")
def progress(what: Words, done: int, of: int, left: Words = "", stop: str = "", keeping: Words = "") -> dict[str, Any]:
    """Long work: what, done of all, time left in words, the address that stops it and what stopping keeps."""
    return {"what": what, "done": done, "of": of, "left": left, "stop": stop, "keeping": keeping}


@register.inclusion_tag("ui/parts/slip.html")
def slip(paper: object) -> dict[str, Any]:
    """A paper as it looks on the screen, of anything like `parts.Slip`."""
    return {"slip": paper}


# --- Forms and choices


@register.inclusion_tag("ui/parts/field.html")
def field(
    bound: BoundField, width: str = "", hint: Words = "", label: Words = "", either: object = None
) -> dict[str, Any]:
    """A form field with its label, hint, error and their ties. `width`: c2–c8 of twelve, w4 w10 w16, scan.

    `either`: one of several fields must be filled, so none of them is marked as left open.
    """
    ident = bound.auto_id or f"id_{bound.html_name}"
    said = hint or bound.help_text
    widget = bound.field.widget
    ties = " ".join(tie for tie, there in ((f"{ident}_hint", said), (f"{ident}_error", bound.errors)) if there)
    attrs = {"aria-describedby": ties} if ties else {}
    if bound.errors:
        attrs["aria-invalid"] = "true"
    group = isinstance(widget, GROUPS)
    return {
        "bound": bound,
        "ident": ident,
        "label": label or bound.label,
        "hint": said,
        "errors": bound.errors,
        "width": width,
        "optional": not bound.field.required and not either,
        "control": bound if group else bound.as_widget(attrs={**attrs}),
        "ties": ties,
        "group": group,
        "check": isinstance(widget, CheckboxInput),
        "file": isinstance(widget, FileInput),
    }


@register.inclusion_tag("ui/parts/problems.html")
def problems(form: BaseForm) -> dict[str, Any]:
    """What is to be corrected, beside the buttons, each a link to its field. Nothing when all is well."""
    wrong = [bound for bound in form if bound.errors]
    return {"wrong": wrong, "others": form.non_field_errors(), "count": len(wrong)}


@register.inclusion_tag("ui/parts/outcomes.html")
def outcomes(
    items: Sequence[parts.Outcome] = parts.INTAKE_OUTCOMES, name: str = "outcome", note: Words = ""
) -> dict[str, Any]:
    """The outcome buttons, exactly three: the first filled, the last in ink."""
    return {"items": items, "name": name, "note": note}


@register.inclusion_tag("ui/parts/seg.html")
def seg(choices: Iterable[object], label: Words) -> dict[str, Any]:
    """One of several views, as links; of anything like `parts.Choice`."""
    return {"choices": choices, "label": label}


# --- The frame


@register.inclusion_tag("ui/parts/places.html", takes_context=True)
def places(context: Context) -> dict[str, Any]:
    """The places of the header that are open to the actor; the current one is marked, or the `place` a page names."""
    return {"places": parts.places_at(_path(context), _open(context))}


@register.inclusion_tag("ui/parts/corners.html", takes_context=True)
def corners(context: Context) -> dict[str, Any]:
    """The corners of the current place, a second row under the header; nothing where a place is one room."""
    return {"corners": parts.corners_at(_path(context), _open(context))}


def _path(context: Context) -> str:
    request = context.get("request")
    return str(context.get("place") or (request.path if request else ""))


def _open(context: Context) -> tuple[parts.Place, ...]:
    actor = context.get("actor")
    return parts.open_to(actor.roles if actor else frozenset())


@register.inclusion_tag("ui/parts/switches.html", takes_context=True)
def switches(context: Context) -> dict[str, Any]:
    """Text size, contrast and language as plain links: `?size=`, `?contrast=`, `?lang=` on the same page."""
    ui: Mapping[str, str] = context.get("ui") or {}
    size = ui.get("size", "normal")
    step = SIZES.index(size) if size in SIZES else SIZES.index("normal")
    high = ui.get("contrast") == "high"
    language = "en" if english() else "vi"

    def link(**switch: str) -> str:
        request = context.get("request")
        query = request.GET.copy() if request else QueryDict(mutable=True)
        for name, value in switch.items():
            query[name] = value
        return f"?{query.urlencode()}"

    return {
        "smaller": link(size=SIZES[max(step - 1, 0)]),
        "normal": link(size="normal"),
        "larger": link(size=SIZES[min(step + 1, len(SIZES) - 1)]),
        "contrast": link(contrast="normal" if high else "high"),
        "vi": link(lang="vi"),
        "en": link(lang="en"),
        "size": SIZES[step],
        "high": high,
        "language": language,
    }


@register.simple_tag(takes_context=True)
def keys(context: Context) -> tuple[tuple[str, Words], ...]:
    """Every key and what it does, for the `?` list; of those that go somewhere, the ones whose place is open."""
    ours = _goes(context)
    return tuple(key for key in parts.KEYS if not key[0].startswith("G ") or key[0] in ours)


@register.simple_tag(takes_context=True)
def to_desk(context: Context) -> SafeString:
    """The keys to the desk for the foot of a page; nothing for whoever has no desk."""
    if "G B" not in _goes(context):
        return SafeString("")
    return format_html('<span class="keys"><kbd>G</kbd> <kbd>B</kbd> {}</span>', dict(parts.KEYS)["G B"])


def _goes(context: Context) -> set[str]:
    return {f"G {place.key}" for place in _open(context) if place.key}
