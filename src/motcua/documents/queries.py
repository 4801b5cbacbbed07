"""Papers out of values: one PDF for one form or for two hundred.

Everything a person typed goes to typst as JSON, never as typst source, so no name can become a command.
"""

import io
import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

import segno
import typst

from motcua.acts import Refused
from motcua.documents.rules import Form, FormSet, HandOver, name_of
from motcua.vietnam import clean, number, weekday

__all__ = ["render"]

_TEMPLATES: Final = Path(__file__).parent / "typst"
_ZONE: Final = timezone(timedelta(hours=7))  # Vietnam has kept UTC+7 without summer time since 1975
_LARGE: Final = 1_000_000  # bytes of PDF: some sixty receipts
_REMEMBERED: Final = 10  # compilations
_NOTHING: Final = json.dumps({"title": "", "author": "", "papers": []})
_ONE_AT_A_TIME: Final = Lock()  # typst's compiler is one object with one state; threads take turns


def render(forms: Form | Sequence[Form], *, form_set: FormSet) -> bytes:
    """The PDF of one form, or of many in their order, each beginning on its own page.

    Tagged, in Vietnamese, declared PDF/A-2b; the same values give the same bytes. Titles and numbers follow
    `form_set`. Raises Refused `documents.none` for an empty selection and `documents.not_in_set`.
    """
    chosen: Sequence[Form] = forms if isinstance(forms, Sequence) else [forms]
    if not chosen:
        raise Refused("documents.none", "Chưa chọn giấy nào để in.", "No paper was chosen for printing.")
    papers = [_paper(form, form_set) for form in chosen]
    first = chosen[0]
    job = {
        "title": papers[0]["heading"] if len(papers) == 1 else f"{len(papers)} giấy để in",
        "author": clean(f"{first.head.superior} – {first.head.office}"),
        "papers": papers,
    }
    return _compile(json.dumps(job, ensure_ascii=False), first.issued_at)


def _paper(form: Form, form_set: FormSet) -> dict[str, Any]:
    """A form as its template reads it: its own fields, its name in the set and the QR code of its link."""
    kind = "hand_over_results" if isinstance(form, HandOver) and form.results else form.KIND
    name = name_of(kind=kind, form_set=form_set)
    code = getattr(form, "code", "")
    url = getattr(form, "lookup_url", "")
    return {
        **_printed(form),
        "kind": form.KIND,
        "form": _printed(name),
        "form_set": form_set.value,
        "heading": clean(f"{name.title} {code}"),
        "qr": _qr(url) if url else None,
    }


def _printed(value: Any) -> Any:
    """A value as templates take it: numbers and moments in Vietnamese, text without the unreadable.

    Properties of a form are printed like its fields.
    """
    match value:
        case None | bool():
            return value
        case str():
            return clean(value)
        case int():
            return number(value)
        case date():
            return _moment(value)
        case tuple() | list():
            return [_printed(item) for item in value]
        case _ if is_dataclass(value):
            return {key: _printed(getattr(value, key)) for key in _keys(value.__class__)}
    raise TypeError(f"a paper cannot print {type(value).__name__}")


@cache
def _keys(form: type[Any]) -> tuple[str, ...]:
    properties = (key for key, member in vars(form).items() if isinstance(member, property))
    return (*(field.name for field in fields(form)), *properties)


def _moment(at: date) -> dict[str, str]:
    """A day, or a moment with its hour, in each way that papers write it; `time` is empty for a day."""
    time = clock = ""
    if isinstance(at, datetime):
        if at.tzinfo is None:
            raise ValueError("a moment on paper needs its time zone")
        at = at.astimezone(_ZONE)
        time, clock = f"{at:%H} giờ {at:%M}", f"{at:%H:%M}"
    month = f"{at.month:02}" if at.month <= 2 else str(at.month)  # ND 30/2020: 01 and 02 take a zero
    return {
        "time": time,  # "17 giờ 00"
        "clock": clock,  # "17:00"
        "date": f"{at:%d/%m}/{at.year}",
        "weekday": weekday(at),
        "dateline": f"ngày {at.day:02} tháng {month} năm {at.year}",
    }


@lru_cache(maxsize=512)
def _qr(url: str) -> str:
    """The link as a QR code, an SVG of black squares; level M survives a stamp over a corner."""
    svg = io.BytesIO()
    segno.make(url, error="m", micro=False).save(svg, kind="svg", xmldecl=False, nl=False, border=2)
    return svg.getvalue().decode("ascii")


@cache
def _compiler(*, system_fonts: bool = True) -> typst.Compiler:
    """The process's one compiler: it reads fonts and templates once.

    Without any of the system's Times faces the papers stand in typst's own Libertinus Serif.
    """
    fonts = typst.Fonts(include_system_fonts=system_fonts)
    return typst.Compiler(_TEMPLATES / "main.typ", root=_TEMPLATES, font_paths=fonts)


def _compile(job: str, at: datetime) -> bytes:
    """Declared PDF/A-2b; a paper with a letter that no font here has still prints, undeclared."""
    with _ONE_AT_A_TIME:
        try:
            pdf = _pdf(job, at, archival=True)
        except typst.TypstError:
            pdf = _pdf(job, at, archival=False)
        if len(pdf) > _LARGE:
            _forget(at)
        return pdf


def _forget(at: datetime) -> None:
    """Make typst let go of a large job: it keeps what its last ten compilations used, 150 MB for 200 receipts."""
    for _ in range(_REMEMBERED + 1):
        _pdf(_NOTHING, at, archival=False)


def _pdf(job: str, at: datetime, *, archival: bool) -> bytes:
    pdf = _compiler().compile(
        format="pdf",
        sys_inputs={"job": job},
        pdf_standards="a-2b" if archival else [],
        timestamp=at.astimezone(_ZONE).replace(microsecond=0),  # typst takes whole seconds
    )
    assert isinstance(pdf, bytes)
    return pdf
