"""The portal room."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """See README.md."""

    name = "motcua.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"
