"""Addresses of conduct."""

from django.urls import path

from motcua.conduct.views import checks, matters

app_name = "conduct"

urlpatterns = [
    path("conduct/", matters.overview, name="overview"),
    path("conduct/matters/<uuid:matter_id>/", matters.matter, name="matter"),
    path("conduct/matters/<uuid:matter_id>/explain/", matters.explain_matter, name="explain_matter"),
    path("conduct/matters/<uuid:matter_id>/close/", matters.close_matter, name="close_matter"),
    path("conduct/checks/", checks.checks, name="checks"),
    path("conduct/checks/new/", checks.record_check, name="record_check"),
    path("conduct/checks/<uuid:check_id>/", checks.check, name="check"),
    path("conduct/checks/<uuid:check_id>/explain/", checks.explain_check, name="explain_check"),
    path("conduct/checks/<uuid:check_id>/photos/<uuid:photo_id>/", checks.photo, name="photo"),
    path("conduct/demands/<uuid:demand_id>/meet/", checks.meet_demand, name="meet_demand"),
]
