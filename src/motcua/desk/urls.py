"""Addresses of the desk room."""

from django.urls import path
from django.views.generic import RedirectView

from motcua.desk.views import apologies, batch, desk, finding, ward

app_name = "desk"

urlpatterns = [
    path("desk/", desk.desk, name="desk"),
    path("desk/density/", desk.density, name="density"),
    path("desk/batch/", batch.batch, name="batch"),
    path("desk/ward/", ward.ward, name="ward"),
    path("desk/apologies/", apologies.apologies, name="apologies"),
    path("desk/search/", finding.search, name="search"),
    path("ward/", RedirectView.as_view(pattern_name="desk:ward")),  # the short address in the header
]
