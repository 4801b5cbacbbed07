"""Safe keeping: database and files in one archive with checksums, and back into an empty home.

Tables travel as PostgreSQL's own COPY text, taken in one snapshot, so an archive of the embedded server can be restored
into any other server (docs/decisions/0006-backup-by-copy.md).
"""

import hashlib
import io
import json
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from motcua.acts import Refused
from motcua.config.moment import current
from motcua.ledger import queries as ledger
from motcua.offices.models import Ward

__all__ = ["backup", "restore"]

FORMAT = 1
LEFT_OUT = {
    "django_session",
    "django_migrations",
}  # sign-ins end with a restore; migrations are applied, not copied
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One member of the archive."""

    name: str
    size: int
    sha256: str


def backup(target: Path) -> int:
    """Write the archive; an unfinished one never bears the final name."""
    target = target.absolute()
    if target.exists():
        raise Refused("backup.exists", f"Tệp {target} đã có; chọn tên khác.", f"{target} exists; choose another name.")
    partial = target.with_name(target.name + ".part")
    try:
        with tarfile.open(partial, "w:gz", compresslevel=5) as archive, _snapshot():
            parts = [*_tables_out(archive), *_files_out(archive)]
            _add(archive, "manifest.json", json.dumps(_manifest(parts), ensure_ascii=False, indent=1).encode())
        partial.replace(target)
    except OSError as error:
        raise Refused(
            "backup.write",
            f"Không ghi được {target}: {error.strerror}.",
            f"Cannot write {target}: {error.strerror}.",
        ) from error
    finally:
        partial.unlink(missing_ok=True)
    size = target.stat().st_size / 1e6
    print(f"Đã sao lưu vào {target} ({size:.1f} MB). / Backed up.")
    return 0


def _manifest(parts: list[Part]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "made_at": current().isoformat(),
        "migrations": sorted([app, name] for app, name in MigrationRecorder(connection).applied_migrations()),
        "heads": {w.code: _head(w) for w in Ward.objects.order_by("code")},
        "parts": [{"name": p.name, "size": p.size, "sha256": p.sha256} for p in parts],
    }


def _head(ward: Ward) -> list[object]:
    head = ledger.head(ward_id=ward.pk)
    return [head.number, head.hash.hex()]


def _tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
        return [name for (name,) in cursor.fetchall() if name not in LEFT_OUT]


@contextmanager
def _snapshot() -> Iterator[None]:
    """One moment for tables, heads and migrations, whatever is written meanwhile; files are only ever added."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _tables_out(archive: tarfile.TarFile) -> Iterator[Part]:
    for table in _tables():
        with tempfile.TemporaryFile() as spool:
            with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
                for block in copy:
                    spool.write(block)
            yield _add_stream(archive, f"tables/{table}.copy", spool)


def _files_out(archive: tarfile.TarFile) -> Iterator[Part]:
    root = Path(settings.FILES_ROOT)
    for path in sorted(p for p in root.rglob("*") if p.is_file() and not p.name.startswith("tmp")):
        with path.open("rb") as stream:
            yield _add_stream(archive, f"files/{path.relative_to(root).as_posix()}", stream)


def _add_stream(archive: tarfile.TarFile, name: str, stream: IO[bytes]) -> Part:
    stream.seek(0)
    digest = hashlib.sha256()
    while block := stream.read(CHUNK):
        digest.update(block)
    info = tarfile.TarInfo(name)
    info.size = stream.tell()
    stream.seek(0)
    archive.addfile(info, stream)
    return Part(name=name, size=info.size, sha256=digest.hexdigest())


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size = len(content)
    archive.addfile(info, io.BytesIO(content))


# -- back ------------------------------------------------------------------------------------------------------------


def restore(source: Path) -> int:
    """Check every checksum, then load everything into an empty home in one transaction, and verify the ledger."""
    manifest = _checked(source)
    _require_empty()
    _migrate_to(manifest["migrations"])
    with tarfile.open(source, "r:gz") as archive, transaction.atomic(), _triggers_off():
        for member in archive:
            if member.name.startswith("tables/"):
                _table_in(archive, member)
            elif member.name.startswith("files/"):
                _file_in(archive, member)
        _set_sequences()
        _verify(manifest)
    call_command("migrate", interactive=False, verbosity=0)
    print(f"Đã khôi phục từ {source}; sổ ghi việc nguyên vẹn. / Restored; the ledger holds.")
    return 0


def _bad(code: str, vi: str, en: str) -> Refused:
    return Refused(f"restore.{code}", vi, en)


def _checked(source: Path) -> dict[str, Any]:
    """The manifest, after every member was read once and compared with it."""
    found: dict[str, tuple[int, str]] = {}
    manifest: dict[str, Any] | None = None
    try:
        with tarfile.open(source, "r:gz") as archive:
            for member in archive:
                stream = archive.extractfile(member)
                if stream is None or ".." in Path(member.name).parts or member.name.startswith("/"):
                    raise _bad("member", "Bản sao lưu có mục lạ.", "The archive has a strange member.")
                content = hashlib.sha256()
                if member.name == "manifest.json":
                    manifest = json.loads(stream.read())
                    continue
                while block := stream.read(CHUNK):
                    content.update(block)
                found[member.name] = (member.size, content.hexdigest())
    except (OSError, EOFError, tarfile.TarError, ValueError) as error:
        raise _bad(
            "unreadable",
            f"Không đọc được bản sao lưu {source}: tệp hỏng hoặc không phải bản sao lưu.",
            f"Cannot read {source}: damaged, or not a backup.",
        ) from error
    if manifest is None or manifest.get("format") != FORMAT:
        raise _bad("manifest", "Tệp này không phải bản sao lưu của Một Cửa.", "This is not a backup of Một Cửa.")
    wanted = {p["name"]: (p["size"], p["sha256"]) for p in manifest["parts"]}
    if wanted != found:
        wrong = min(set(wanted.items()) ^ set(found.items()))[0]
        raise _bad(
            "checksum",
            f"Bản sao lưu đã bị sửa hoặc hỏng ở “{wrong}”; không khôi phục gì.",
            f"The archive was changed or damaged at “{wrong}”; nothing was restored.",
        )
    return manifest


def _require_empty() -> None:
    tables = set(connection.introspection.table_names())
    if Ward._meta.db_table in tables and Ward.objects.exists():  # noqa: SLF001 - Django's documented _meta
        raise _bad(
            "not_empty",
            "Nơi này đã có dữ liệu; khôi phục cần một nơi trống (đặt MOTCUA_HOME khác).",
            "This home already has data; restore into an empty one (another MOTCUA_HOME).",
        )


def _migrate_to(wanted: list[list[str]]) -> None:
    """Bring the structure to where the archive was made; later migrations run after the load."""
    ours = MigrationLoader(None).disk_migrations
    newer = next((f"{app}.{name}" for app, name in wanted if (app, name) not in ours), None)
    if newer:
        raise _bad(
            "newer",
            f"Bản sao lưu của một phiên bản mới hơn ({newer}); cập nhật phần mềm trước.",
            f"The archive is of a newer version ({newer}); update the software first.",
        )
    for app in sorted({app for app, _ in wanted}):
        last = max(name for a, name in wanted if a == app)
        call_command("migrate", app, last, interactive=False, verbosity=0)


@contextmanager
def _triggers_off() -> Iterator[None]:
    """Load as it was: no trigger of ours looks on. Foreign keys still do, once everything is there."""
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in _tables():
            cursor.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')


def _table_in(archive: tarfile.TarFile, member: tarfile.TarInfo) -> None:
    table = Path(member.name).stem
    stream = archive.extractfile(member)
    if stream is None or table not in set(_tables()):
        raise _bad("table", f"Bản sao lưu có bảng lạ “{table}”.", f"The archive has a strange table “{table}”.")
    with connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608 - checked against pg_tables; only rows that migrations made
        with cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
            while block := stream.read(CHUNK):
                copy.write(block)


def _file_in(archive: tarfile.TarFile, member: tarfile.TarInfo) -> None:
    target = Path(settings.FILES_ROOT) / Path(member.name).relative_to("files")
    target.parent.mkdir(parents=True, exist_ok=True)
    stream = archive.extractfile(member)
    if stream is not None:
        with target.open("wb") as out:
            while block := stream.read(CHUNK):
                out.write(block)


def _set_sequences() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, a.attname, pg_get_serial_sequence(quote_ident(c.relname), a.attname)"
            " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
            " WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND a.attnum > 0"
            " AND NOT a.attisdropped AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL"
        )
        for table, column, sequence in cursor.fetchall():
            cursor.execute(
                f'SELECT setval(%s, COALESCE((SELECT max("{column}") FROM "{table}"), 0) + 1, false)',  # noqa: S608 - names from the catalogue
                [sequence],
            )


def _verify(manifest: dict[str, Any]) -> None:
    for ward in Ward.objects.order_by("code"):
        broken = ledger.verify(ward_id=ward.pk)
        if broken is not None or _head(ward) != manifest["heads"].get(ward.code):
            raise _bad(
                "ledger",
                f"Sổ ghi việc của {ward.name} không khớp bản sao lưu.",
                f"The ledger of {ward.code} does not match the archive.",
            )
