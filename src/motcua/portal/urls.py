"""Addresses of the residents' door. `/lookup/?code=…` is what receipts print as a QR code."""

from django.urls import path

from motcua.portal.views import pages

app_name = "portal"

urlpatterns = [
    path("", pages.look_up, name="home"),
    path("lookup/", pages.look_up, name="look_up"),
    path("p/<slug:slug>/", pages.office, name="office"),
    path("p/<slug:slug>/procedures/", pages.procedures, name="procedures"),
    path("p/<slug:slug>/procedures/<str:code>/", pages.procedure, name="procedure"),
]
