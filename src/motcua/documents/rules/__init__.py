"""What stands on each official paper, as plain values; how a paper looks is told in `typst/`."""

from typing import TypeAlias

from motcua.documents.rules.names import FormName, FormSet, name_of
from motcua.documents.rules.parts import Component, Contact, Copy, Head, Party, Signature
from motcua.documents.rules.slips import (
    Apology,
    Completion,
    FeeLine,
    FeeReceipt,
    Missing,
    Receipt,
    Refusal,
    StageTime,
    Stop,
)
from motcua.documents.rules.tables import (
    Control,
    HandOver,
    HandOverRow,
    Passing,
    Proof,
    RateLine,
    Register,
    RegisterRow,
    ReportII06a,
    ReportRow,
)

__all__ = [
    "Apology",
    "Completion",
    "Component",
    "Contact",
    "Control",
    "Copy",
    "FeeLine",
    "FeeReceipt",
    "Form",
    "FormName",
    "FormSet",
    "HandOver",
    "HandOverRow",
    "Head",
    "Missing",
    "Party",
    "Passing",
    "Proof",
    "RateLine",
    "Receipt",
    "Refusal",
    "Register",
    "RegisterRow",
    "ReportII06a",
    "ReportRow",
    "Signature",
    "StageTime",
    "Stop",
    "name_of",
]

Form: TypeAlias = (
    Receipt | Completion | Refusal | Apology | Stop | FeeReceipt | Control | Register | HandOver | ReportII06a
)
