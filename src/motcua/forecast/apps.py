"""The forecast room."""

from django.apps import AppConfig


class ForecastConfig(AppConfig):
    """See README.md."""

    name = "motcua.forecast"
    label = "forecast"
    default_auto_field = "django.db.models.BigAutoField"
