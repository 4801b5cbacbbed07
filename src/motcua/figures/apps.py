"""The figures room."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """See README.md."""

    name = "motcua.figures"
    label = "figures"
    default_auto_field = "django.db.models.BigAutoField"
