"""The room as Django knows it."""

from django.apps import AppConfig


class CheckerConfig(AppConfig):
    """The figure checker."""

    name = "motcua.checker"
    label = "checker"
