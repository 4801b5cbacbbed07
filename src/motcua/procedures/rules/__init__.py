"""What procedures and internal processes are, how sources are read, and when they may be published. Pure."""

from motcua.procedures.rules.asking import Answer, ask_limit, may_answer, may_ask
from motcua.procedures.rules.checks import (
    Finding,
    Severity,
    check_fit,
    check_process,
    check_version,
    errors,
    fits,
)
from motcua.procedures.rules.comparing import Change, Difference, compared
from motcua.procedures.rules.drafts import Batch, CaseDraft, ComponentDraft, ProcessDraft, StepDraft, VersionDraft
from motcua.procedures.rules.finding import Entry, entry, ranked, search_text
from motcua.procedures.rules.homes import division_of
from motcua.procedures.rules.limits import TimeLimit, limit_from, limit_text, merged, working_minutes
from motcua.procedures.rules.national import from_national, is_national
from motcua.procedures.rules.reading import Parsed, parse
from motcua.procedures.rules.sheets import SHEETS, Sheet, from_sheets
from motcua.procedures.rules.steps import actor_of, completed, default_code, default_process, kind_of
from motcua.procedures.rules.values import (
    CasePlan,
    ComponentPlan,
    Copy,
    Need,
    OnlineLevel,
    StepKind,
    StepPlan,
    VersionStatus,
)

__all__ = [
    "SHEETS",
    "Answer",
    "Batch",
    "CaseDraft",
    "CasePlan",
    "Change",
    "ComponentDraft",
    "ComponentPlan",
    "Copy",
    "Difference",
    "Entry",
    "Finding",
    "Need",
    "OnlineLevel",
    "Parsed",
    "ProcessDraft",
    "Severity",
    "Sheet",
    "StepDraft",
    "StepKind",
    "StepPlan",
    "TimeLimit",
    "VersionDraft",
    "VersionStatus",
    "actor_of",
    "ask_limit",
    "check_fit",
    "check_process",
    "check_version",
    "compared",
    "completed",
    "default_code",
    "default_process",
    "division_of",
    "entry",
    "errors",
    "fits",
    "from_national",
    "from_sheets",
    "is_national",
    "kind_of",
    "limit_from",
    "limit_text",
    "may_answer",
    "may_ask",
    "merged",
    "parse",
    "ranked",
    "search_text",
    "working_minutes",
]
