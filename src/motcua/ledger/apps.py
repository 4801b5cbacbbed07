"""The ledger room."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """What was done; append-only, hash-chained."""

    name = "motcua.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
