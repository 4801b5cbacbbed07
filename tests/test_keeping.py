"""A backup comes back whole, or not at all."""

import gzip
import json
import tarfile

import pytest
from playing import played

PLAY = """
import sys
from datetime import datetime
from motcua.config.cli.main import prepare_django
prepare_django()
import wards
from motcua.dossiers import actions
from motcua.dossiers.rules import Applicant, Channel, Intake, PaperIn
cast = wards.found(code="H99.16", slug="hoa-gao", name="Phường Hoa Gạo", prefix="")
case = wards.small_catalogue(cast)["marriage"]
for n in range(7):
    scan = PaperIn(name="Bản quét", content=b"%PDF-1.7 " + str(n).encode() * 3000, file_name=f"{n}.pdf")
    at = wards.at(f"2026-11-{12 + n % 2} 09:{10 + n}")
    who = Applicant(name=f"Lò Thị Khế \\t\\\\N {n}\\nđường 'Bến Đò'")
    dossier = actions.accept(
        by=cast["counter"],
        at=at,
        intake=Intake(case_id=case, channel=Channel.DIRECT, applicant=who, papers=(scan,)),
        complete=True,
    )
    actions.advance(by=cast["counter"], at=at, dossier_id=dossier.pk)
"""
FIGURES = ("figures", "--ward", "H99.16", "--from", "2026-11-01", "--to", "2026-11-20", "--as-of", "2026-11-20T17:00")
HEADS = "SELECT DISTINCT ON (ward_id) number, hash FROM ledger_act ORDER BY ward_id, number DESC"
PEOPLE = "SELECT applicant_name FROM dossiers_dossier ORDER BY code"


@pytest.fixture(scope="module")
def office(installed):
    """A small office with papers."""

    it = installed("office", migrated=True)
    played(PLAY, url=it.url, home=it.home)
    return it


@pytest.fixture(scope="module")
def archive(office, tmp_path_factory):
    """Its backup."""
    target = tmp_path_factory.mktemp("sao lưu") / "phường.tar.gz"
    office.run("backup", target)
    return target


def files(installation):
    root = installation.home / "files"
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def nothing_in(installation):
    tables = {name for (name,) in installation.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}
    wards = installation.rows("SELECT code FROM offices_ward") if "offices_ward" in tables else []
    return wards == [] and (not (installation.home / "files").exists() or files(installation) == {})


def test_a_restored_office_is_the_same_office(office, archive, installed):
    other = installed("restored")
    other.run("restore", archive)
    assert len(files(office)) == 7
    assert files(other) == files(office)
    assert other.rows(HEADS) == office.rows(HEADS) != []
    assert other.rows(PEOPLE) == office.rows(PEOPLE)
    one, two = (json.loads(it.run(*FIGURES, "--json").stdout) for it in (office, other))
    assert one == two
    assert one["total"]["received"] == 7
    assert "chuỗi nguyên vẹn" in other.run("ledger", "verify").stdout
    assert other.run("migrate").returncode == 0


def test_a_home_with_data_takes_no_backup(office, archive):
    before = office.rows(HEADS)
    assert "restore.not_empty" in office.run("restore", archive, status=1).stderr
    assert office.rows(HEADS) == before


def test_a_backup_never_overwrites(office, archive):
    before = archive.read_bytes()
    assert "backup.exists" in office.run("backup", archive, status=1).stderr
    assert archive.read_bytes() == before


@pytest.mark.parametrize("part", ["tables/dossiers_dossier.copy", "files/"])
def test_a_flipped_byte_restores_nothing(archive, installed, tmp_path, part):
    """The gzip is whole, so only our own checksum can tell."""
    content = bytearray(gzip.decompress(archive.read_bytes()))
    with tarfile.open(archive) as tar:
        member = next(m for m in tar if m.name.startswith(part) and m.size)
    content[member.offset_data + member.size // 2] ^= 1
    changed = tmp_path / "changed.tar.gz"
    changed.write_bytes(gzip.compress(bytes(content), 1))
    other = installed(f"flipped_{len(part)}")
    done = other.run("restore", changed, status=1)
    assert "restore.checksum" in done.stderr
    assert member.name in done.stderr
    assert nothing_in(other)


@pytest.mark.parametrize("damage", ["short", "text", "other", "nowhere"])
def test_what_is_no_backup_is_an_honest_no(archive, installed, tmp_path, damage):
    bad = tmp_path / "bad.tar.gz"
    if damage == "short":
        bad.write_bytes(archive.read_bytes()[:-200])
    elif damage == "text":
        bad.write_text("đây không phải bản sao lưu")
    elif damage == "other":
        with tarfile.open(bad, "w:gz") as tar:
            tar.add(__file__, "manifest.json")
    other = installed(f"damaged_{damage}")
    assert "[restore." in other.run("restore", bad, status=1).stderr
    assert nothing_in(other)


def test_a_backup_where_nobody_can_write_leaves_nothing(office, tmp_path):
    assert "backup.write" in office.run("backup", tmp_path / "không có" / "x.tar.gz", status=1).stderr
    assert list(tmp_path.iterdir()) == []
