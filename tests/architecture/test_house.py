"""What the whole house promises about itself: its floors, its verbs, its pages, its migrations."""

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython, RunSQL
from django.template.loader import get_template

from motcua.ledger.actions import VERBS

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "motcua"
OURS = sorted(c.label for c in apps.get_app_configs() if c.name.startswith("motcua."))
LONGEST = 460
WRITTEN = [
    path
    for pattern in ("**/*.py", "**/*.html", "**/*.js", "**/*.css", "**/*.typ")
    for path in sorted(SOURCE.glob(pattern))
    if "migrations" not in path.parts and "data" not in path.parts
]


def test_the_contracts_hold():
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_no_file_outgrows_a_comfortable_read():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in WRITTEN
        if "tests" not in path.parts and (lines := path.read_text().count("\n")) > LONGEST
    }
    assert long == {}


# -- actions -----------------------------------------------------------------------------------------------------------


def actions() -> dict[str, object]:
    """Every action by its verb."""
    for room in sorted(path.parent.name for path in SOURCE.glob("*/actions*")):
        __import__(f"motcua.{room}.actions")
    found = {}
    for verb, dotted in VERBS.items():
        module, _, name = dotted.rpartition(".")
        found[verb] = getattr(sys.modules[module], name)
    return found


HOUSE = {verb: action for verb, action in actions().items() if VERBS[verb].startswith("motcua.")}


def test_actions_are_there():
    assert {"dossier.accept", "ward.found", "figures.close_report", "file.store"} <= set(HOUSE)


@pytest.mark.parametrize("verb", HOUSE)
def test_an_action_says_who_and_when_and_what_for(verb):
    action = HOUSE[verb]
    parameters = inspect.signature(action).parameters
    assert all(p.kind is p.KEYWORD_ONLY for p in parameters.values()), parameters
    assert {"by", "at"} <= set(parameters)
    assert action.__name__.startswith("_") or (inspect.getdoc(action) or "").strip().endswith((".", ")", "”", "`"))


@pytest.mark.parametrize("verb", HOUSE)
def test_a_verb_is_one_thread(verb):
    """`dossier.accept` is `actions.accept`; an action's own word is in the verb."""
    subject, _, word = verb.partition(".")
    name = HOUSE[verb].__name__.strip("_")
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", verb)
    assert word.split("_")[0] in name.split("_") or name in f"{word}_{subject}", f"{verb} is performed by {name}"


def test_only_actions_write():
    """Nobody saves, creates or deletes behind the ledger's back."""
    behind = {
        f"{path.relative_to(SOURCE)}:{node.func.attr}"
        for path in sorted(SOURCE.glob("**/*.py"))
        if not {"migrations", "tests", "ledger"} & set(path.parts)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITING
    }
    assert behind <= ALLOWED


WRITING = {"bulk_create", "bulk_update", "update_or_create", "get_or_create", "create", "save"}
ALLOWED = {
    "documents/queries.py:save",  # a QR picture into memory
    "api/views/security.py:bulk_create",  # the answer kept with an idempotency key is no record of the office
    "config/bench_seed.py:bulk_create",  # a million rows to measure with, never in an office
}


def test_nobody_below_the_doors_asks_for_now():
    asking = [
        str(path.relative_to(SOURCE))
        for path in sorted(SOURCE.glob("**/*.py"))
        if not {"views", "jobs", "tests", "migrations", "config"} & {*path.parts, path.stem}
        and re.search(r"timezone\.now\(|datetime\.now\(|date\.today\(|time\.time\(", path.read_text())
    ]
    assert asking == []


# -- pages -------------------------------------------------------------------------------------------------------------


def test_every_rendered_page_exists():
    names = set()
    for path in sorted(SOURCE.glob("**/*.py")):
        if "tests" not in path.parts:
            names |= set(re.findall(r'"([a-z_]+/[a-z_/]+\.html)"', path.read_text()))
    for path in sorted(SOURCE.glob("**/*.html")):
        names |= set(re.findall(r'{% (?:extends|include) "([^"]+)"', path.read_text()))
    assert len(names) > 20
    for name in names:
        get_template(name)


VIETNAMESE = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)
# Words that would be English wherever they stood in a Vietnamese sentence.
ENGLISH = re.compile(
    r"\b(the|and|of|for|with|this|that|your|you|please|sign|password|username|submit|search|save|delete|edit|home|page|error"
    r"|next|previous|required|invalid|dossier|welcome|back|cancel|continue|officer|ward|late|today|all)\b",
    re.IGNORECASE,
)
SHOWN = re.compile(r"""{% (?:translate|trans) (?:"([^"]*)"|'([^']*)')""")
BLOCK = re.compile(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", re.DOTALL)


def sentences(text: str) -> list[str]:
    return [a or b for a, b in SHOWN.findall(text)] + BLOCK.findall(text)


def test_sentences_on_pages_are_vietnamese():
    """A msgid is the Vietnamese sentence; English would stand on the screen as it is."""
    odd = []
    for path in sorted(SOURCE.glob("**/*.html")):
        for sentence in sentences(path.read_text()):
            bare = re.sub(r"{{.*?}}|{%.*?%}|<[^>]+>|&\w+;|%\(\w+\)s", " ", sentence)
            if ENGLISH.search(bare):
                odd.append(f"{path.relative_to(SOURCE)}: {sentence}")
    assert odd == []


def test_no_bare_words_stand_on_a_page_untranslated():
    """Text between tags goes through `translate`, so that the English of the portal can be complete."""
    bare = []
    for path in sorted(SOURCE.glob("**/*.html")):
        text = re.sub(
            r"{%\s*comment.*?endcomment\s*%}|<!--.*?-->|<(script|style).*?</\1>", "", path.read_text(), flags=re.DOTALL
        )
        text = BLOCK.sub("", text)
        text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", text, flags=re.DOTALL)
        bare += [
            f"{path.relative_to(SOURCE)}: {words.strip()[:60]}"
            for words in re.findall(r">([^<>]+)<", text)
            if VIETNAMESE.search(words) and words.strip() not in NAMES
        ]
    assert bare == []


NAMES = {  # names, and what official papers say in Vietnamese whatever the reader's language
    "Một Cửa",
    "Tiếng Việt",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập – Tự do – Hạnh phúc",
}


def test_nothing_is_loaded_from_another_host():
    foreign = re.compile(
        r"""(?:src|href|action)=["'](?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import\s+["'](?:https?:)?//"""
    )
    assert [
        str(p.relative_to(ROOT))
        for p in WRITTEN
        if p.suffix in {".html", ".css", ".js"} and foreign.search(p.read_text())
    ] == []


# -- the structure of the data -----------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", *OURS, check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("label", OURS)
def test_migrations_are_one_line_and_can_be_undone(label):
    graph = MigrationLoader(None, ignore_no_migrations=True)
    migrations = [m for (app, _), m in graph.disk_migrations.items() if app == label]
    assert len(graph.graph.leaf_nodes(label)) <= 1
    for migration in migrations:
        for operation in migration.operations:
            if isinstance(operation, RunPython | RunSQL):
                assert operation.reversible, migration


FROM_THE_TOP = (
    *(
        "api",
        "desk",
        "portal",
        "watch",
        "checker",
        "figures",
        "notices",
        "forecast",
        "conduct",
        "surveys",
        "feedback",
        "petitions",
    ),
    *("dossiers", "documents", "procedures", "outages", "promises", "files", "tries"),
)


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_the_structure_goes_to_nothing_and_back():
    before = tables()
    try:
        graph = MigrationLoader(connection).graph
        targets = [(label, None) for label in FROM_THE_TOP if label in OURS and graph.leaf_nodes(label)]
        MigrationExecutor(connection).migrate(targets)  # one plan: a plan a room reads every state again
        assert not {
            t for t in tables() if t.startswith(("dossiers_", "procedures_", "promises_", "files_", "figures_"))
        }
    finally:
        call_command("migrate", verbosity=0, interactive=False)
    assert tables() == before


def tables() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'v')"
        )
        return {name for (name,) in cursor.fetchall()}


# -- people and words --------------------------------------------------------------------------------------------------

ID_NUMBER = re.compile(r"(?<![\d.])0[0-9]{11}(?!\d)")


def test_every_id_number_is_invented():
    """No real person stands in the repository: twelve digits that could be an ID number begin with 000."""
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    real = []
    for name in kept:
        path = ROOT / name
        if path.suffix in {".py", ".html", ".md", ".json", ".js"} and path.is_file():
            real += [f"{name}: {n}" for n in ID_NUMBER.findall(path.read_text()) if not n.startswith("000")]
    assert real == []


GLOSSARY = ROOT / "GLOSSARY.md"


def test_the_glossary_knows_every_state():
    from motcua.acts import Role  # noqa: PLC0415 - beside their only use
    from motcua.dossiers import rules  # noqa: PLC0415 - the same
    from motcua.offices.rules import UnitKind  # noqa: PLC0415 - the same
    from motcua.procedures.rules import StepKind  # noqa: PLC0415 - the same

    told = GLOSSARY.read_text()
    for kind in (Role, UnitKind, StepKind, rules.Status, rules.Channel, rules.Cause):
        missing = [member.value for member in kind if f"`{member.value}`" not in told]
        assert missing == [], f"{kind.__name__}: not in GLOSSARY.md"


def test_the_map_in_the_readme_is_true():
    """Each file a document names is there."""
    wrong = [
        f"{page.relative_to(ROOT)}: {name}"
        for page in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md"))
        for name in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text())
        if not (page.parent / name).exists()
    ]
    assert wrong == []
