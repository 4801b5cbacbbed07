"""The `motcua` command: one small file per subject."""

from motcua.config.cli.main import main

__all__ = ["main"]
