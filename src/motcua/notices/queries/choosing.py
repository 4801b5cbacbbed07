"""What an address has chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.acts import Actor
from motcua.notices.models import Preference, Refusal
from motcua.notices.rules import Language

__all__ = ["Choices", "choices"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The language, and the purposes that are refused."""

    language: str
    refused: frozenset[str]


def choices(*, by: Actor, contacts: Sequence[str]) -> Choices:
    """What somebody with these addresses (hashes) has chosen. Two statements."""
    language = Preference.objects.filter(ward_id=by.ward_id, contact__in=contacts).values_list("language", flat=True)
    refused = Refusal.objects.filter(ward_id=by.ward_id, contact__in=contacts, ends_at__isnull=True)
    return Choices(
        language=language.first() or Language.VIETNAMESE.value,
        refused=frozenset(refused.values_list("purpose", flat=True)),
    )
