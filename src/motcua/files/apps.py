"""The files room."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """See README.md."""

    name = "motcua.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"
