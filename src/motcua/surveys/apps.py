"""The surveys room."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    """See README.md."""

    name = "motcua.surveys"
    label = "surveys"
    default_auto_field = "django.db.models.BigAutoField"
