"""The room of counted tries."""

from django.apps import AppConfig


class TriesConfig(AppConfig):
    """See README.md."""

    name = "motcua.tries"
    label = "tries"
    default_auto_field = "django.db.models.BigAutoField"
