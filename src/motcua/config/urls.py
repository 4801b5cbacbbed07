"""The root of all addresses."""

from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("motcua.api.urls")),  # first: no other address begins like it, and machines ask most
    path("", include("motcua.portal.urls")),
    path("", include("motcua.accounts.urls")),
    path("", include("motcua.offices.urls")),
    path("", include("motcua.desk.urls")),
    path("procedures/", include("motcua.procedures.urls")),
    path("dossiers/", include("motcua.dossiers.urls")),
    path("figures/", include("motcua.figures.urls")),
]
