"""Addresses of the outages room."""

from django.urls import URLPattern

app_name = "outages"

urlpatterns: list[URLPattern] = []
