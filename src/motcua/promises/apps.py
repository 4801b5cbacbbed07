"""The promises room."""

from django.apps import AppConfig


class PromisesConfig(AppConfig):
    """See README.md."""

    name = "motcua.promises"
    label = "promises"
    default_auto_field = "django.db.models.BigAutoField"
