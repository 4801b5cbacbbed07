"""A stored file: named by its digest, of a known type, once per ward, whole or not at all."""

import os
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from motcua.acts import Refused
from motcua.files import actions, queries, rules
from motcua.files.models import StoredFile

AT = datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
PDF = b"%PDF-1.7 mot to khai"


@pytest.fixture
def folder(settings, tmp_path):
    settings.FILES_ROOT = tmp_path
    return tmp_path


def store(cast, content=PDF, name="to-khai.pdf"):
    return actions.store(by=cast["counter"], at=AT, name=name, content=content)


def on_disk(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_bytes_come_back_and_equal_bytes_lie_once(cast, folder):
    one, two = store(cast), store(cast, name="lần hai.pdf")
    assert (queries.content(one), one.digest) == (PDF, two.digest)
    assert [path.name for path in on_disk(folder)] == [one.digest]


def test_wards_share_no_bytes(cast, stranger, folder):
    mine = store(cast)
    actions.store(by=stranger["counter"], at=AT, name="x.pdf", content=PDF)
    assert len(on_disk(folder)) == 2
    with pytest.raises(Refused, match="missing"):
        queries.get(by=stranger["counter"], file_id=mine.pk)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (b"MZ\x90\x00", "file.type"),
        (b"<html><script>", "file.type"),
        (b"%PDF-" + bytes(rules.LARGEST), "file.large"),
    ],
)
def test_what_is_not_kept(cast, folder, content, code):
    with pytest.raises(Refused) as no:
        store(cast, content)
    assert no.value.code == code
    assert on_disk(folder) == []
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\tờ khai.pdf", "tờ khai.pdf"),
        ("giấy\u202efdp.exe\x00", "giấyfdp.exe"),
        ("", "tep"),
        ("a" * 400, "a" * 200),
    ],
)
def test_names_lose_their_tricks(name, kept):
    assert rules.clean_name(name) == kept


def test_a_full_disk_leaves_no_row_and_no_scrap(cast, folder, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store(cast)
    assert on_disk(folder) == []
    assert not StoredFile.objects.exists()
