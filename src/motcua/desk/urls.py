"""Addresses of the desk room."""

from django.urls import path
from django.views.generic import RedirectView

from motcua.desk.views import apologies, batch, calendar, desk, finding, handing, people, ward

app_name = "desk"

urlpatterns = [
    path("desk/", desk.desk, name="desk"),
    path("desk/density/", desk.density, name="density"),
    path("desk/batch/", batch.batch, name="batch"),
    path("desk/ward/", ward.ward, name="ward"),
    path("desk/apologies/", apologies.apologies, name="apologies"),
    path("desk/petitions/<str:code>/", handing.hand_over, name="hand_over_feedback"),
    path("desk/search/", finding.search, name="search"),
    path("ward/people/", people.people, name="people"),
    path("ward/people/new/", people.new_person, name="new_person"),
    path("ward/people/<uuid:person_id>/", people.person, name="person"),
    path("ward/people/<uuid:person_id>/position/", people.give_position, name="give_position"),
    path("ward/people/<uuid:person_id>/end/", people.end_position, name="end_position"),
    path("ward/people/<uuid:person_id>/absence/", people.absence, name="absence"),
    path("ward/people/<uuid:person_id>/hand-over/", people.hand_over, name="hand_over"),
    path("ward/people/<uuid:person_id>/password/", people.reset_password, name="reset_password"),
    path("ward/people/<uuid:person_id>/leave/", people.deactivate, name="deactivate"),
    path("ward/tokens/", people.tokens, name="tokens"),
    path("ward/tokens/<uuid:token_id>/revoke/", people.revoke_token, name="revoke_token"),
    path("ward/calendar/", calendar.calendar, name="calendar"),
    path("ward/calendar/year.csv", calendar.calendar_csv, name="calendar_csv"),
    path("ward/calendar/day/", calendar.change_day, name="change_day"),
    path("ward/calendar/hours/", calendar.change_hours, name="change_hours"),
    path("ward/calendar/import/", calendar.take_in, name="calendar_import"),
    path("ward/facts/", people.facts, name="facts"),
    path("ward/", RedirectView.as_view(pattern_name="desk:ward")),  # the short address in the header
]
