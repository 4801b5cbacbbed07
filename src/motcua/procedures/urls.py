"""Addresses of the procedures room."""

from django.urls import path

from motcua.procedures.views import asking, reading, taking_in, writing

app_name = "procedures"

urlpatterns = [
    path("", reading.listed, name="list"),
    path("new/", writing.edit, name="new"),
    path("import/", taking_in.take_in, name="import"),
    path("template.xlsx", taking_in.template, name="template"),
    path("processes/", reading.processes, name="processes"),
    path("processes/new/", writing.edit_process, name="new_process"),
    path("processes/<uuid:process_id>/", reading.process, name="process"),
    path("processes/<uuid:process_id>/edit/", writing.edit_process, name="edit_process"),
    path("processes/<uuid:process_id>/publish/", writing.publish_process, name="publish_process"),
    path("requests/", asking.requests, name="requests"),
    path("requests/new/", asking.ask_for, name="ask_for"),
    path("requests/<uuid:request_id>/", asking.request_page, name="request"),
    path("requests/<uuid:request_id>/answer/", asking.answer_request, name="answer_request"),
    path("<str:code>/", reading.procedure, name="procedure"),
    path("<str:code>/edit/", writing.edit, name="edit"),
    path("<str:code>/division/", writing.division, name="division"),
    path("<str:code>/<uuid:version_id>/publish/", writing.publish, name="publish"),
    path("<str:code>/<uuid:version_id>/retire/", writing.retire, name="retire"),
]
