"""The conduct room."""

from django.apps import AppConfig


class ConductConfig(AppConfig):
    """See README.md."""

    name = "motcua.conduct"
    label = "conduct"
    default_auto_field = "django.db.models.BigAutoField"
