"""Reads of the catalogue; each within one ward."""

from motcua.procedures.queries.asking import (
    RequestLine,
    answered_for,
    request,
    request_page,
    requests,
    waiting,
)
from motcua.procedures.queries.browsing import (
    Listed,
    Page,
    browse,
    current_versions,
    fields,
    page,
    procedure,
    process,
    process_page,
    processes,
    version,
)
from motcua.procedures.queries.drafts import newest, newest_processes, process_draft, version_draft
from motcua.procedures.queries.importing import DryRun, dry_run, starter
from motcua.procedures.queries.plans import plan, plan_of
from motcua.procedures.queries.searching import Hit, HitCase, default_case, hit, hit_json, in_force, search
from motcua.procedures.queries.uploads import read_upload, template

__all__ = [
    "DryRun",
    "Hit",
    "HitCase",
    "Listed",
    "Page",
    "RequestLine",
    "answered_for",
    "browse",
    "current_versions",
    "default_case",
    "dry_run",
    "fields",
    "hit",
    "hit_json",
    "in_force",
    "newest",
    "newest_processes",
    "page",
    "plan",
    "plan_of",
    "procedure",
    "process",
    "process_draft",
    "process_page",
    "processes",
    "read_upload",
    "request",
    "request_page",
    "requests",
    "search",
    "starter",
    "template",
    "version",
    "version_draft",
    "waiting",
]
