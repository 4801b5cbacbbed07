"""Addresses of the outages room."""

from django.urls import path

from motcua.outages import views

app_name = "outages"

urlpatterns = [
    path("outages/", views.register, name="register"),
    path("outages/new/", views.report, name="report"),
    path("outages/<uuid:outage_id>/", views.page, name="page"),
    path("outages/<uuid:outage_id>/print/", views.printed, name="print"),
    path("outages/<uuid:outage_id>/end/", views.end, name="end"),
    path("outages/<uuid:outage_id>/correct/", views.correct, name="correct"),
    path("outages/<uuid:outage_id>/attach_evidence/", views.attach_evidence, name="attach_evidence"),
    path("outages/<uuid:outage_id>/withdraw/", views.withdraw, name="withdraw"),
    path("outages/<uuid:outage_id>/evidence/<uuid:evidence_id>/", views.evidence, name="evidence"),
]
