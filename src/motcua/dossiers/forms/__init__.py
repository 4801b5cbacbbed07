"""Cleaning what a person typed; never saving."""
