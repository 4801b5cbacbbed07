"""The outages room."""

from django.apps import AppConfig


class OutagesConfig(AppConfig):
    """See README.md."""

    name = "motcua.outages"
    label = "outages"
    default_auto_field = "django.db.models.BigAutoField"
