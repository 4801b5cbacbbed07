"""Addresses of the checker."""

from django.urls import path

from motcua.checker.views import public

app_name = "checker"

urlpatterns = [path("check/", public.check_statement, name="check")]
