"""The dossiers room."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """See README.md."""

    name = "motcua.dossiers"
    label = "dossiers"
    default_auto_field = "django.db.models.BigAutoField"
