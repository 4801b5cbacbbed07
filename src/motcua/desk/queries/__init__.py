"""Reads of the desk: a small, constant number of statements, however much work is open."""
