"""Prose, read into figures and breakdowns."""
