"""The verbs of the room: following the ledger, delivering, telling by hand, choosing, writing the words."""

from motcua.notices.actions.choosing import choose_language, refuse_purpose, take_back_refusal
from motcua.notices.actions.delivering import give_back, note_apologies, record, take
from motcua.notices.actions.following import follow, write_to_officer
from motcua.notices.actions.handling import tell_by_hand, try_again
from motcua.notices.actions.writing import restore_wording, set_channel, write_wording

__all__ = [
    "choose_language",
    "follow",
    "give_back",
    "note_apologies",
    "record",
    "refuse_purpose",
    "restore_wording",
    "set_channel",
    "take",
    "take_back_refusal",
    "tell_by_hand",
    "try_again",
    "write_to_officer",
    "write_wording",
]
