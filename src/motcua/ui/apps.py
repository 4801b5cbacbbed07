"""The room's name for Django."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Base templates, styles, scripts and one tag library."""

    name = "motcua.ui"
    label = "ui"
