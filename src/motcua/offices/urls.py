"""Addresses of the offices room."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
