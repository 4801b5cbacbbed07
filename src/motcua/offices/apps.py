"""The offices room."""

from django.apps import AppConfig


class OfficesConfig(AppConfig):
    """See README.md."""

    name = "motcua.offices"
    label = "offices"
    default_auto_field = "django.db.models.BigAutoField"
