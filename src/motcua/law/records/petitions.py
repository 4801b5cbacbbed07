"""Citizen reception, complaints, denunciations. Facts and sources: law.md §10.2–10.4."""

from motcua.law.rules import Rule

__all__ = ["PETITIONS"]

PETITIONS: tuple[Rule, ...] = ()
