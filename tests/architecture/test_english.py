"""English is complete where it is offered: every Vietnamese sentence of the public pages, compiled.

The sentences of a room stand in its own `locale`, those of the portal and of the look in the common one.
A room's public pages are `templates/<room>/public/` and `views/public.py`.
"""

import gettext
import re
from pathlib import Path

import pytest

import motcua

ROOT = Path(motcua.__path__[0])
FILES = sorted(ROOT.glob("**/locale/en/LC_MESSAGES/django.po"))
PUBLIC = [
    *sorted((ROOT / "portal").glob("**/*.html")),
    *sorted(p for p in (ROOT / "portal").glob("**/*.py") if "tests" not in p.parts),
    *sorted(ROOT.glob("*/templates/*/public/**/*.html")),
    *sorted(p for kind in ("views", "forms") for p in ROOT.glob(f"*/{kind}/public*.py")),
    ROOT / "ui/fields.py",
    ROOT / "ui/parts/strip.py",
    ROOT / "ui/templates/ui/base.html",
    ROOT / "ui/templates/ui/public.html",
    ROOT / "ui/templates/ui/error.html",
    *(
        ROOT / f"ui/templates/ui/parts/{name}.html"
        for name in ("switches", "field", "steps", "strip", "messages", "problems")
    ),
]
MARKED = (
    re.compile(r'{% translate "([^"]+)"'),
    re.compile(r'[^\w"]_\(\s*"([^"]+)"'),
    re.compile(r'ngettext\(\s*"([^"]+)"'),
)


def entries(po):
    """The msgids of a .po and their translations."""
    pairs = re.findall(r'^msgid "(.+)"\n(?:msgid_plural ".+"\n)?msgstr(?:\[0\])? "(.*)"$', po.read_text(), re.MULTILINE)
    return {key.replace('\\"', '"'): value for key, value in pairs}


EVERYTHING = {key: value for po in FILES for key, value in entries(po).items()}


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_public_sentence_has_its_english(path):
    said = {sentence for mark in MARKED for sentence in mark.findall(path.read_text())}
    assert not said - EVERYTHING.keys()


def test_nothing_is_left_untranslated():
    assert all(EVERYTHING.values())
    assert len(EVERYTHING) > 100


@pytest.mark.parametrize("po", FILES, ids=lambda po: po.relative_to(ROOT).parts[0])
def test_the_compiled_file_says_what_the_source_says(po):
    with po.with_suffix(".mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    for key, value in entries(po).items():
        assert compiled.ngettext(key, key, 1) == value or compiled.gettext(key) == value
