"""The petitions room."""

from django.apps import AppConfig


class PetitionsConfig(AppConfig):
    """See README.md."""

    name = "motcua.petitions"
    label = "petitions"
    default_auto_field = "django.db.models.BigAutoField"
