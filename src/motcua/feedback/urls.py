"""Addresses of the feedback room."""

from django.urls import URLPattern

app_name = "feedback"

urlpatterns: list[URLPattern] = []
