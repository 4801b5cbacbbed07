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
    path("", include("motcua.outages.urls")),
    path("", include("motcua.surveys.urls")),
    path("", include("motcua.feedback.urls")),
    path("", include("motcua.petitions.urls")),
    path("", include("motcua.notices.urls")),
    path("", include("motcua.forecast.urls")),
    path("", include("motcua.conduct.urls")),
    path("", include("motcua.watch.urls")),
    path("", include("motcua.checker.urls")),
]
