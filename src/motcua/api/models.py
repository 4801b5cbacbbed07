"""What the door for machines must remember: which keys it has already answered."""

from django.db import models
from uuid_utils.compat import uuid7

__all__ = ["Answered"]


class Answered(models.Model):
    """The answer to an idempotency key, written in the same transaction as the act it answers for.

    A key belongs to the machine that chose it: two machines may choose the same.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    token_id = models.UUIDField()
    key = models.CharField(max_length=120)
    request = models.CharField(max_length=64)  # SHA-256 of method, path and body
    answer = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token_id", "key"], name="answered_key")]

    def __str__(self) -> str:
        return self.key
