"""The acts on a feedback. Each locks it, asks the rules, writes, and goes into the ledger by its number alone."""

from motcua.feedback.actions.answering import answer, approve, publish, send_back, withhold
from motcua.feedback.actions.leaving import forward, reject, route
from motcua.feedback.actions.lodging import NewFeedback, NewSender, lodge
from motcua.feedback.actions.merging import merge, unmerge
from motcua.feedback.actions.receiving import accept, ask_supplement, assign, supply
from motcua.feedback.actions.seeing import see_sender
from motcua.feedback.actions.sender import add_words, rate, reopen

__all__ = [
    "NewFeedback",
    "NewSender",
    "accept",
    "add_words",
    "answer",
    "approve",
    "ask_supplement",
    "assign",
    "forward",
    "lodge",
    "merge",
    "publish",
    "rate",
    "reject",
    "reopen",
    "route",
    "see_sender",
    "send_back",
    "supply",
    "unmerge",
    "withhold",
]
