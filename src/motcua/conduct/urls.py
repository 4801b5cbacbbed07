"""Addresses of the conduct room."""

from django.urls import URLPattern

app_name = "conduct"

urlpatterns: list[URLPattern] = []
