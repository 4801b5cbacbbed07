"""The desk room."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """See README.md."""

    name = "motcua.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
