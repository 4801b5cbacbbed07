"""Addresses of the dossiers room: the page of a dossier, and one address for each verb."""

from django.urls import path

from motcua.dossiers.rules.offers import Verb
from motcua.dossiers.views import accountability, batch, browsing, intake, late, page, papers, verbs

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
    path("unapologised/", accountability.unapologised, name="unapologised"),
    path("accountability/", accountability.accountability, name="accountability"),
    path("accountability.csv", accountability.accountability_csv, name="accountability_csv"),
    path("accountability/<uuid:mark_id>/", accountability.mark, name="mark"),
    path("accountability/<uuid:mark_id>/explain/", accountability.explain, name="explain"),
    path("accountability/<uuid:mark_id>/assess/", accountability.assess, name="assess"),
    path("<str:code>/", page.page, name="page"),
    path("<str:code>/received/", intake.received, name="received"),
    path("<str:code>/papers/<str:form>.pdf", papers.form, name="form"),
    path("<str:code>/papers/<uuid:paper_id>/", papers.paper, name="paper"),
    path("<str:code>/results/<uuid:result_id>/", papers.result, name="result"),
    *(path(f"<str:code>/{verb}/", getattr(late, verb, None) or getattr(verbs, verb), name=verb.value) for verb in Verb),
]
