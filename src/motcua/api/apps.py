"""The api room."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """See README.md."""

    name = "motcua.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"
