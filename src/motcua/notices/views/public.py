"""The page where a resident chooses: language, and which messages that are not required they do without."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from motcua.accounts.queries import system_actor
from motcua.acts import Actor, Refused
from motcua.notices import actions, queries
from motcua.notices.rules import Language, Purpose
from motcua.offices.models import Ward
from motcua.ui.residents import PublicRequest, unlisted

__all__ = ["choose", "stop"]


def _opened(slug: str, token: str) -> tuple[Ward, Actor, list[str]]:
    ward = Ward.objects.filter(slug=slug[:60]).first()
    contacts = queries.read_token(token[:400], ward_id=ward.pk) if ward else None
    if ward is None or not contacts:
        raise Refused("missing", "Không có địa chỉ này.", "There is no such address.")
    return ward, system_actor(ward_id=ward.pk), contacts


@unlisted
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: PublicRequest, slug: str, token: str) -> HttpResponse:
    """What is sent to this address, and what may be stopped. A link alone changes nothing: it takes a button."""
    ward, by, contacts = _opened(slug, token)
    said = ""
    if request.method == "POST":
        said = _chosen(request, by=by, contacts=contacts)
    return _page(request, ward=ward, by=by, contacts=contacts, said=said)


def _chosen(request: PublicRequest, *, by: Actor, contacts: list[str]) -> str:
    verb, _dot, what = request.POST.get("choice", "")[:40].partition(":")
    acts: dict[str, Callable[[], object]] = {}
    for purpose in (Purpose.PROGRESS, Purpose.SURVEY):
        asked = {"by": by, "at": request.now, "contacts": contacts, "purpose": purpose}
        acts[f"stop:{purpose}"] = lambda asked=asked: actions.refuse_purpose(**asked, way="link")  # type: ignore[misc]  # a default is bound at once
        acts[f"again:{purpose}"] = lambda asked=asked: actions.take_back_refusal(**asked)  # type: ignore[misc]  # the same
    for language in Language:
        acts[f"language:{language}"] = lambda language=language: actions.choose_language(  # type: ignore[misc]  # the same
            by=by, at=request.now, contacts=contacts, language=language
        )
    act = acts.get(f"{verb}:{what}")
    if act is None:
        return ""
    act()
    return _("Đã ghi lựa chọn của ông bà.")


@csrf_exempt  # RFC 8058: a mail program posts here for its reader; the signed token is what lets it
@unlisted
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: PublicRequest, slug: str, token: str, purpose: str) -> HttpResponse:
    """One click in a mail program stops the messages of a purpose; opened as a page it asks first."""
    ward, by, contacts = _opened(slug, token)
    if purpose not in {Purpose.PROGRESS.value, Purpose.SURVEY.value}:
        raise Refused("missing", "Không có địa chỉ này.", "There is no such address.")
    said = ""
    if request.method == "POST":
        actions.refuse_purpose(by=by, at=request.now, contacts=contacts, purpose=Purpose(purpose), way="link")
        said = _("Đã ghi lựa chọn của ông bà.")
    return _page(request, ward=ward, by=by, contacts=contacts, said=said)


def _page(request: PublicRequest, *, ward: Ward, by: Actor, contacts: list[str], said: str) -> HttpResponse:
    chosen = queries.choices(by=by, contacts=contacts)
    names = {
        Purpose.PROGRESS: (
            _("Tin về việc đang làm"),
            _("Đã nhận hồ sơ, làm tiếp, đã rút."),
        ),
        Purpose.SURVEY: (_("Lời mời góp ý"), _("Sau khi nhận kết quả, vài câu hỏi, không ghi tên.")),
    }
    context = {
        "ward": ward,
        "here": f"/p/{ward.slug}/messages/{request.path.split('/')[4]}/",
        "said": said,
        "language": chosen.language,
        "purposes": [(p.value, name, what, p.value in chosen.refused) for p, (name, what) in names.items()],
    }
    return render(request, "notices/public/choose.html", context)
