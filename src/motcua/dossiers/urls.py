"""Addresses of the dossiers room: the page of a dossier, and one address for each verb."""

from django.urls import path

from motcua.dossiers.rules.offers import Verb
from motcua.dossiers.views import batch, browsing, intake, page, papers, verbs

app_name = "dossiers"

urlpatterns = [
    path("", browsing.browse, name="list"),
    path("new/", intake.intake, name="new"),
    path("card/", intake.card, name="card"),
    path("procedures/", intake.procedures, name="procedures"),
    path("promise/", intake.promise, name="promise"),
    path("register/", papers.register, name="register"),
    path("register.pdf", papers.register_pdf, name="register_pdf"),
    path("papers/", papers.bulk, name="bulk"),
    path("hand-over/", papers.hand_over, name="hand_over"),
    path("batch/advance/", batch.advance, name="batch_advance"),
    path("<str:code>/", page.page, name="page"),
    path("<str:code>/received/", intake.received, name="received"),
    path("<str:code>/papers/<str:form>.pdf", papers.form, name="form"),
    path("<str:code>/papers/<uuid:paper_id>/", papers.paper, name="paper"),
    path("<str:code>/results/<uuid:result_id>/", papers.result, name="result"),
    *(path(f"<str:code>/{verb}/", getattr(verbs, verb), name=verb.value) for verb in Verb),
]
