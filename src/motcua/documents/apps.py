"""The documents room."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """See README.md."""

    name = "motcua.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"
