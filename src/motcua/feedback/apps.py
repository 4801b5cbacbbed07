"""The feedback room."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """See README.md."""

    name = "motcua.feedback"
    label = "feedback"
    default_auto_field = "django.db.models.BigAutoField"
