"""The only code that writes the catalogue. What is published is never changed: an edit makes a new version."""

from motcua.procedures.actions.asking import answer_request, ask_for
from motcua.procedures.actions.importing import import_batch, import_starter
from motcua.procedures.actions.moving import set_division
from motcua.procedures.actions.publishing import publish_process, publish_version, retire_version
from motcua.procedures.actions.writing import save_process, save_version

__all__ = [
    "answer_request",
    "ask_for",
    "import_batch",
    "import_starter",
    "publish_process",
    "publish_version",
    "retire_version",
    "save_process",
    "save_version",
    "set_division",
]
