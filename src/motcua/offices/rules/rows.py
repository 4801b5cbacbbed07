"""What is wrong in the rows of a file somebody sends, said cell by cell. The catalogue's import speaks the same way."""

from dataclasses import dataclass, field

from motcua.acts import Refused

__all__ = ["RowError", "Wrong"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowError:
    """What is wrong in one cell: where it stands and one sentence."""

    where: str
    vi: str
    en: str


@dataclass(slots=True)
class Wrong:
    """The errors so far, no more than `most` of them: nobody reads further."""

    most: int = 200
    errors: list[RowError] = field(default_factory=list)

    def say(self, where: str, vi: str, en: str) -> None:
        """One more."""
        if len(self.errors) < self.most:
            self.errors.append(RowError(where=where, vi=vi, en=en))

    def no(self, where: str, no: Refused) -> None:
        """What a rule refused."""
        self.say(where, no.vi, no.en)
