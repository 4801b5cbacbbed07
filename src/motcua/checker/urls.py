"""Addresses of the checker."""

from django.urls import path

from motcua.checker.views import kept, public

app_name = "checker"

urlpatterns = [
    path("check/", public.check_statement, name="check"),
    path("check/keep/", kept.keep, name="keep"),
    path("check/kept/", kept.statements, name="kept"),
    path("check/kept/<uuid:statement_id>/", kept.statement, name="statement"),
    path("check/kept/<uuid:statement_id>/discard/", kept.discard, name="discard"),
]
