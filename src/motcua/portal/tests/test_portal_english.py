"""English is complete where it is offered: every Vietnamese sentence of the portal has its translation, compiled."""

import gettext
import re
from pathlib import Path

import pytest

import motcua

ROOT = Path(motcua.__path__[0])
PO = ROOT / "locale/en/LC_MESSAGES/django.po"
PUBLIC = [
    *sorted((ROOT / "portal").glob("**/*.html")),
    *sorted(p for p in (ROOT / "portal").glob("**/*.py") if "tests" not in p.parts),
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


def entries():
    """The msgids of the .po and their translations."""
    text = PO.read_text()
    pairs = re.findall(r'^msgid "(.+)"\n(?:msgid_plural ".+"\n)?msgstr(?:\[0\])? "(.*)"$', text, re.MULTILINE)
    return {key.replace('\\"', '"'): value for key, value in pairs}


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: path.name)
def test_every_public_sentence_has_its_english(path):
    said = {sentence for mark in MARKED for sentence in mark.findall(path.read_text())}
    assert not said - entries().keys()


def test_nothing_is_left_untranslated():
    assert all(entries().values())
    assert len(entries()) > 100


def test_the_compiled_file_says_what_the_source_says():
    with PO.with_suffix(".mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    for key, value in entries().items():
        assert compiled.ngettext(key, key, 1) == value or compiled.gettext(key) == value
