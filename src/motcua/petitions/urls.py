"""Addresses of the petitions room: the book, one address for each verb, receptions, the report, the public page."""

from django.urls import path

from motcua.petitions.rules import Verb
from motcua.petitions.views import book, public, reception, report, verbs

app_name = "petitions"

ONE, VISIT = "petitions/<int:year>/<int:number>/", "petitions/reception/<int:year>/<int:number>/"

urlpatterns = [
    path("petitions/", book.browse, name="book"),
    path("petitions/new/", book.receive, name="receive"),
    path("petitions/report/", report.report, name="report"),
    path("petitions/report/list/", report.listed, name="report_list"),
    path("petitions/reception/", reception.desk, name="reception"),
    path("petitions/reception/new/", reception.record, name="record"),
    path("petitions/reception/print/", reception.printed, name="reception_print"),
    path("petitions/reception/plan/", reception.plan, name="plan"),
    path("petitions/reception/hold/", reception.hold, name="hold"),
    path("petitions/reception/miss/", reception.miss, name="miss"),
    path(VISIT, reception.visit, name="visit"),
    path(f"{VISIT}visitor/", reception.visitor, name="visitor"),
    path(f"{VISIT}reply/", reception.reply, name="reply"),
    path(ONE, book.page, name="page"),
    path(f"{ONE}receipt/", book.receipt, name="receipt"),
    path(f"{ONE}identity/", book.identity, name="identity"),
    path(f"{ONE}files/<uuid:file_id>/", book.paper, name="file"),
    *(path(f"{ONE}{verb}/", verbs.view_of(verb), name=verb.value) for verb in Verb),
    path("p/<slug:slug>/petitions/", public.petitions, name="public"),
]
