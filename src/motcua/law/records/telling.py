"""Who is told, when and how: warnings, messages, surveys. Facts and sources: law.md §1.2, §7.2, §15."""

from motcua.law.rules import Rule

__all__ = ["TELLING"]

TELLING: tuple[Rule, ...] = ()
