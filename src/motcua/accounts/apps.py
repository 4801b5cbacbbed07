"""The accounts room."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """See README.md."""

    name = "motcua.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
