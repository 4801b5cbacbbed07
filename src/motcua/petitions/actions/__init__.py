"""The only place of this room that writes. What is said stays in the room's tables; the ledger gets codes and days."""

from motcua.petitions.actions.deciding import accept, assign, forward, give_back, guide, keep_on_file
from motcua.petitions.actions.handling import conclude, extend, publish, resume, send, stop, suspend, withdraw
from motcua.petitions.actions.looking import see_file, see_identity
from motcua.petitions.actions.papers import attach
from motcua.petitions.actions.receiving import classify, join, receive, split
from motcua.petitions.actions.reception import hold, miss, plan, record, reply, see_visitor

__all__ = [
    "accept",
    "assign",
    "attach",
    "classify",
    "conclude",
    "extend",
    "forward",
    "give_back",
    "guide",
    "hold",
    "join",
    "keep_on_file",
    "miss",
    "plan",
    "publish",
    "receive",
    "record",
    "reply",
    "resume",
    "see_file",
    "see_identity",
    "see_visitor",
    "send",
    "split",
    "stop",
    "suspend",
    "withdraw",
]
