"""Addresses of the surveys: officers under /surveys/, people under the ward's own."""

from django.urls import path

from motcua.surveys.views import public, results, tablets

app_name = "surveys"

urlpatterns = [
    path("p/<slug:slug>/survey/<str:token>/", public.answer, name="answer"),
    path("p/<slug:slug>/tablet/<str:key>/", public.tap, name="tap"),
    path("surveys/", results.results, name="results"),
    path("surveys/results.csv", results.results_csv, name="results_csv"),
    path("surveys/results.xlsx", results.results_xlsx, name="results_xlsx"),
    path("surveys/results.json", results.results_json, name="results_json"),
    path("surveys/words/", results.words, name="words"),
    path("surveys/evaluation/", results.evaluation, name="evaluation"),
    path("surveys/instruments/", results.instruments, name="instruments"),
    path("surveys/instruments/publish/", results.publish, name="publish"),
    path("surveys/tablet/", tablets.open_tablet, name="open_tablet"),
    path("surveys/tablet/<uuid:stand_id>/close/", tablets.close_tablet, name="close_tablet"),
]
