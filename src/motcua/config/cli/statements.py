"""`motcua check-statement`: anyone's report checked on the command line, without a database."""

import argparse
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motcua.acts import Refused
from motcua.checker.queries.files import Checked, checked_content, checked_files
from motcua.checker.rules import total
from motcua.config.cli.office import day
from motcua.statements.checking import Verdict
from motcua.statements.telling.report import Finding, Report, as_json, summary

if TYPE_CHECKING:
    from motcua.checker.queries.records import Difference

__all__ = ["register"]

GOOD, FAILS, UNREAD = 0, 1, 2


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `check-statement`."""
    one = commands.add_parser("check-statement", help="kiểm số liệu một báo cáo / check the figures of a report")
    kinds = "DOCX, XLSX, CSV, PDF, TXT; - là đầu vào chuẩn / - is standard input"
    one.add_argument("files", metavar="TỆP/FILE", nargs="*", default=["-"], help=kinds)
    one.add_argument("--corpus", action="store_true", help="đo bộ kiểm trên các bài mẫu / measure the checker")
    one.add_argument("--json", action="store_true")
    one.add_argument("--english", action="store_true", help="nói tiếng Anh / speak English")
    one.add_argument("--ward", help="đối chiếu với sổ của phường này / beside the records of this ward")
    one.add_argument("--from", dest="from_", type=day, metavar="2025-07-01")
    one.add_argument("--to", type=day, metavar="2025-08-30")
    one.set_defaults(run=_check, database=False)


def _check(options: argparse.Namespace) -> int:
    """GOOD, FAILS when a check fails or the ward's records say something else, UNREAD when a file cannot be read."""
    if options.corpus:
        return _measure(as_json_=options.json)
    if len(options.files) > 1:
        return _check_several(options)
    try:
        found = checked_content(_content(options.files[0]))
    except Refused as no:
        _say_unread(no)
        return UNREAD
    compared = _compared(options, found) if options.ward else None
    if options.json:
        told = as_json(found)
        if compared is not None:
            from motcua.checker.queries.records import difference_json  # noqa: PLC0415 - after django.setup

            told["records"] = [difference_json(one) for one in compared]
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        _say(found, english=options.english)
        for one in compared or ():
            _say_difference(one, english=options.english)
    return FAILS if found.wrong or any(one.differs for one in compared or ()) else GOOD


def _check_several(options: argparse.Namespace) -> int:
    """Like `_check`: of each file what fails, then a total. What cannot be read is said and stops nothing."""
    if options.ward:
        raise Refused("checker.one", "--ward đối chiếu từng báo cáo một.", "--ward takes one report at a time.")
    done = []
    for one in checked_files([(name, partial(_content, name)) for name in options.files]):
        done.append(one)
        if not options.json:
            _say_file(one, english=options.english)
        elif isinstance(one.found, Refused):
            _say_unread(one.found, file=one.name)
    wrong, unread = sum(one.fails for one in done), sum(one.unread for one in done)
    if options.json:
        print(json.dumps([{"file": one.name, **_file_json(one.found)} for one in done], ensure_ascii=False, indent=1))
    else:
        print(total(files=len(done), wrong=wrong, unread=unread, english=options.english))
    return UNREAD if unread else FAILS if wrong else GOOD


def _file_json(found: Report | Refused) -> dict[str, Any]:
    """The stable form of what was read, or why it was not."""
    if isinstance(found, Refused):
        return {"error": {"code": found.code, "vi": found.vi, "en": found.en}}
    return as_json(found)


def _compared(options: argparse.Namespace, found: Report) -> "tuple[Difference, ...]":
    if options.from_ is None or options.to is None:
        raise Refused("checker.days", "Đối chiếu với sổ thì ghi --from và --to.", "With --ward give --from and --to.")
    from motcua.config.cli.main import with_database  # noqa: PLC0415 - it imports this module

    def work() -> "tuple[Difference, ...]":
        from motcua.accounts import queries as accounts  # noqa: PLC0415 - after django.setup
        from motcua.checker.queries.records import against  # noqa: PLC0415 - the same
        from motcua.config.moment import current  # noqa: PLC0415 - the same
        from motcua.figures.rules import default_as_of  # noqa: PLC0415 - the same
        from motcua.offices import queries as offices  # noqa: PLC0415 - the same

        by = accounts.system_actor(ward_id=offices.ward_by_code(options.ward).pk)
        as_of = default_as_of(last=options.to, at=current())
        return against(by=by, found=found, first=options.from_, last=options.to, as_of=as_of)

    return with_database(work)


def _say_difference(one: "Difference", *, english: bool) -> None:
    if not one.differs:
        return
    named = ", ".join(one.codes[:5]) + ("…" if one.recorded > 5 else "")
    stated, recorded = one.entry.text, f"{one.recorded:,}"
    if english:
        print(f" ! {one.words}: the report says {stated}, the records {recorded} ({named})")
    else:
        print(f" ! {one.words}: báo cáo ghi {stated}, sổ có {recorded.replace(',', '.')} ({named})")


def _measure(*, as_json_: bool) -> int:
    """How often the checker is right on our own statements; always 0."""
    from motcua.config.corpus import ANNOUNCED, HELD_OUT, score  # noqa: PLC0415 - only the measuring reads the corpus

    told = {"developed": score("").told(), **{part: score(part).told() for part in (HELD_OUT, ANNOUNCED)}}
    if as_json_:
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    for part, one in told.items():
        print(f"{part}: {one['statements']} bài / statements")
        for what in ("inconsistencies", "corrections"):
            rates = one[what]
            print(
                f"  {what:<16} precision {rates['precision']}  recall {rates['recall']}"
                f"  (right {rates['right']}, wrong {rates['wrong']}, missed {rates['missed']})"
            )
    return 0


def _content(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError:
        raise Refused("checker.file", f"Không mở được tệp {name}.", f"The file {name} cannot be opened.") from None


_SIGNS = {
    Verdict.CONSISTENT: "=",
    Verdict.TRUNCATED: "~",
    Verdict.INCONSISTENT: "≠",
    Verdict.UNDETERMINED: "?",
}


def _say(found: Report, *, english: bool) -> None:
    print(summary(found, english=english))
    _say_findings(found.findings, english=english)


def _say_file(one: Checked, *, english: bool) -> None:
    """A heading, and of a file that was read only what fails."""
    if isinstance(one.found, Refused):
        print(f"{one.name}: {one.found.en if english else one.found.vi}")
        return
    print(f"{one.name}: {summary(one.found, english=english)}")
    _say_findings(one.found.wrong, english=english)


def _say_findings(findings: Sequence[Finding], *, english: bool) -> None:
    for one in findings:
        print(f" {_SIGNS[one.verdict]} {one.why_en if english else one.why}")
        for rank, mend in enumerate(one.mends[:5], start=1):
            print(f"     {rank}. {mend.why_en if english else mend.why}")


def _say_unread(no: Refused, *, file: str = "") -> None:
    print(f"{f'{file}: ' if file else ''}{no.vi}\n{no.en}\n[{no.code}]", file=sys.stderr)
