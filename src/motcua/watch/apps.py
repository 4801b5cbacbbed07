"""The watch room."""

from django.apps import AppConfig


class WatchConfig(AppConfig):
    """See README.md."""

    name = "motcua.watch"
    label = "watch"
    default_auto_field = "django.db.models.BigAutoField"
