"""The page of a verb: a form, what it does, where it goes on; an anticipated no stands beside what was typed.

`performed` is the heart; `asked` is a page around it, and `Verbs` the pages of all verbs of a room.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeAlias, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from motcua.acts import Refused
from motcua.ui.doors import OfficerRequest, officer, refused

__all__ = ["CONFLICT", "DONE", "INVALID", "Perform", "Prepare", "Typed", "Verbs", "View", "asked", "performed"]

DONE, INVALID, CONFLICT = 200, 422, 409
T = TypeVar("T")


def performed(form: forms.Form, act: Callable[[], object]) -> int:
    """Do what a filled form asks. DONE, or else the status of the page that shows the form again, which says why."""
    if not form.is_valid():
        return INVALID
    try:
        act()
    except Refused as no:
        refused(form, no)
        return CONFLICT
    return DONE


def asked(
    request: OfficerRequest,
    form: forms.Form,
    act: Callable[[], T],
    *,
    template: str,
    done: str | Callable[[T], str],
    back: str,
    then: Callable[[T], str] | None = None,
    **more: Any,
) -> HttpResponse:
    """One question on its page; `more` is what the page shows.

    Answered well, `done` is said at the address `back`; either may be made of what `act` gave (`then` for the address).
    """
    status = DONE
    if request.method == "POST":
        made: list[T] = []
        status = performed(form, lambda: made.append(act()))
        if status == DONE:
            messages.success(request, done(made[0]) if callable(done) else done)
            return redirect(then(made[0]) if then else back)
    context = {"form": form, "conflict": status == CONFLICT, "back": back, **more}
    return render(request, template, context, status=status)


class Typed(forms.Form):
    """What a verb asks."""

    def typed(self) -> dict[str, Any]:
        """The arguments of the action. The form is valid."""
        return dict(self.cleaned_data)


R = TypeVar("R")
V = TypeVar("V", bound=StrEnum)
View: TypeAlias = Callable[..., HttpResponse]
Perform: TypeAlias = Callable[[OfficerRequest, R, dict[str, Any]], object]
Prepare: TypeAlias = Callable[[OfficerRequest, R], dict[str, Any]]


def _nothing(_request: OfficerRequest, _record: object) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs(Generic[V, R]):
    """How the verbs of one room are asked for: each is a page of its own, `<room>/<verb>.html`.

    `find` reads the record that an address names, or raises Refused `missing`; `ask` raises Refused where the verb is
    not offered; `seen` is the version a record has now, `called` its name in templates, `back` where one goes after.
    """

    room: str
    called: str
    find: Callable[..., R]
    ask: Callable[[V, OfficerRequest, R], None]
    seen: Callable[[R], int]
    back: Callable[[R], str]
    door: Callable[[View], View] = officer

    def verb(
        self,
        which: V,
        form: Callable[..., Typed],
        *,
        done: Any,
        prepare: Prepare[R] = _nothing,
        starts: Prepare[R] = _nothing,
        beside: Prepare[R] = _nothing,
        then: Callable[[R], str] | None = None,
    ) -> Callable[[Perform[R]], View]:
        """Make a view of a function that performs one verb with what was typed.

        `prepare` gives arguments of the form besides the typed ones, `starts` what its fields begin with, `beside` what
        else the page shows; `done` is said on the page that follows: `then`, or `back`. Whoever was overtaken is told
        by whom; what they typed stays, and sending it again is a decision about the new state.
        """

        def decorate(perform: Perform[R]) -> View:
            @self.door
            @require_http_methods(["GET", "POST"])
            def view(request: OfficerRequest, **address: Any) -> HttpResponse:
                record = self.find(request, **address)
                more = prepare(request, record)
                if request.method != "POST":
                    self.ask(which, request, record)
                    first = {"seen": self.seen(record), **starts(request, record)}
                    return self._shown(request, which, record, form(initial=first, **more), DONE, beside)
                data = request.POST.copy()
                filled = form(data, request.FILES, **more)

                def act() -> None:
                    try:
                        perform(request, record, filled.typed())
                    except Refused as no:
                        if no.code.endswith(".moved"):
                            data["seen"] = str(self.seen(self.find(request, **address)))
                        raise

                status = performed(filled, act)
                if status == DONE:
                    messages.success(request, str(done))
                    return redirect((then or self.back)(record))
                return self._shown(request, which, record, filled, status, beside)

            view.__name__ = which.value
            return view

        return decorate

    def _shown(
        self, request: OfficerRequest, which: V, record: R, form: Typed, status: int, beside: Prepare[R]
    ) -> HttpResponse:
        context = {self.called: record, "form": form, "verb": which.value, "conflict": status == CONFLICT}
        page = {**context, **beside(request, record)}
        return render(request, f"{self.room}/{which.value}.html", page, status=status)
