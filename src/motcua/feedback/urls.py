"""Addresses of the feedback room: residents' under /p/<ward>/feedback/, officers' under /feedback/."""

from django.urls import URLPattern, path

from motcua.feedback.rules import Verb
from motcua.feedback.views import browsing, public, verbs

app_name = "feedback"

RESIDENTS: list[URLPattern] = [
    path("p/<slug:slug>/feedback/", public.answers, name="answers"),
    path("p/<slug:slug>/feedback/new/", public.lodge, name="lodge"),
    path("p/<slug:slug>/feedback/find/", public.find, name="find"),
    path("p/<slug:slug>/feedback/answers/<str:code>/", public.published, name="published"),
    path("p/<slug:slug>/feedback/answers/<str:code>/<int:number>/", public.photo, name="published_photo"),
    path("p/<slug:slug>/feedback/<str:code>/", public.receipt, name="receipt"),
    path("p/<slug:slug>/feedback/<str:code>/add_words/", public.add_words, name="add_words"),
    path("p/<slug:slug>/feedback/<str:code>/rate/", public.rate, name="rate"),
    path("p/<slug:slug>/feedback/<str:code>/reopen/", public.reopen, name="reopen"),
]

OFFICERS: list[URLPattern] = [
    path("feedback/", browsing.browse, name="list"),
    path("feedback/new/", verbs.lodge, name="new"),
    path("feedback/indicators/", browsing.indicators, name="indicators"),
    path("feedback/indicators/list/", browsing.counted, name="counted"),
    path("feedback/<str:code>/", browsing.page, name="page"),
    path("feedback/<str:code>/photos/<int:number>/", browsing.photo, name="photo"),
    *(path(f"feedback/<str:code>/{verb}/", getattr(verbs, verb), name=verb) for verb in Verb),
]

urlpatterns = [*RESIDENTS, *OFFICERS]
