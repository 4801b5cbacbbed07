"""Tries on the residents' pages, counted for all server processes together."""

from django.db import models

__all__ = ["Attempt"]


class Attempt(models.Model):
    """How often one value of a kind was tried in one window. Kept as a digest, swept after two days."""

    key = models.CharField(max_length=64)  # SHA-256 of kind and value: the table names nobody
    window = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "window"], name="tries_attempt_window")]

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.window} {self.count}"
