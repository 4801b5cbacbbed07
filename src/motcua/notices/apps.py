"""The notices room."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """See README.md."""

    name = "motcua.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
