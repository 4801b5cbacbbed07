"""The verbs of a dossier: the only code that writes one."""

from motcua.dossiers.actions.asking import ask_supplement, complete_supplement
from motcua.dossiers.actions.consulting import answer, consult
from motcua.dossiers.actions.ending import refuse, return_result, stop, withdraw
from motcua.dossiers.actions.escalating import decide_escalation, escalate, escalate_second
from motcua.dossiers.actions.extending import (
    approve_extension,
    draft_apology,
    drop_apology,
    give_reason,
    propose_extension,
    reject_extension,
    request_extension,
    send_apology,
)
from motcua.dossiers.actions.handing_over import hand_over_work
from motcua.dossiers.actions.intake import accept, ask_completion, lodge, turn_away
from motcua.dossiers.actions.marking import assess, explain, mark_lateness
from motcua.dossiers.actions.papers import attach_paper
from motcua.dossiers.actions.paying import cancel_payment, require_payment, take_payment
from motcua.dossiers.actions.steps import advance, assign, send_back

__all__ = [
    "accept",
    "advance",
    "answer",
    "approve_extension",
    "ask_completion",
    "ask_supplement",
    "assess",
    "assign",
    "attach_paper",
    "cancel_payment",
    "complete_supplement",
    "consult",
    "decide_escalation",
    "draft_apology",
    "drop_apology",
    "escalate",
    "escalate_second",
    "explain",
    "give_reason",
    "hand_over_work",
    "lodge",
    "mark_lateness",
    "propose_extension",
    "refuse",
    "reject_extension",
    "request_extension",
    "require_payment",
    "return_result",
    "send_apology",
    "send_back",
    "stop",
    "take_payment",
    "turn_away",
    "withdraw",
]
