"""The procedures room."""

from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    """See README.md."""

    name = "motcua.procedures"
    label = "procedures"
    default_auto_field = "django.db.models.BigAutoField"
