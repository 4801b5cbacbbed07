"""Where the data of an installation lives.

data/         the embedded PostgreSQL (config/postgres/)
files/        stored files (the room `files`)
log/          what the database said
secret.key    the installation's own secret
"""

import contextlib
import os
import secrets
import sys
import tempfile
from pathlib import Path

__all__ = ["Sorry", "checkout", "home", "secret_key"]


class Sorry(Exception):  # noqa: N818 - an anticipated no is not an error
    """Something of the machine stands in the way: one sentence in Vietnamese, one in English."""

    def __init__(self, vi: str, en: str) -> None:
        """Say what and what to do."""
        super().__init__(en)
        self.vi = vi
        self.en = en


def checkout() -> Path | None:
    """The checkout this package runs from; None when it is installed elsewhere."""
    root = Path(__file__).resolve().parents[3]
    return root if (root / "pyproject.toml").exists() else None


def home() -> Path:
    """MOTCUA_HOME, else `.motcua` in the checkout when that can be written, else the user's data folder.

    It is made when missing.

    Raises:
        Sorry: nothing can be written there, or nobody can say where the user's folder is.
    """
    named = os.environ.get("MOTCUA_HOME")
    if named:
        return _made(_expanded(named))
    root = checkout()
    if root:
        with contextlib.suppress(Sorry):
            return _made(root / ".motcua")
    return _made(_user_data())


def _made(place: Path) -> Path:
    """The folder, made when missing and tried by writing: permissions alone do not tell (read-only disks, root)."""
    try:
        place.mkdir(parents=True, exist_ok=True)
        probe = place / f".probe-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
        return place.resolve()
    except (OSError, ValueError) as error:  # ValueError: a name no disk can bear
        why = getattr(error, "strerror", None) or error
        raise Sorry(
            f"Không ghi được vào {place} ({why}). Đặt MOTCUA_HOME vào một thư mục ghi được.",
            f"Cannot write to {place} ({why}). Set MOTCUA_HOME to a writable folder.",
        ) from error


def _expanded(path: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError as error:  # an account without a name, or a name without an account
        raise Sorry(
            "Không biết thư mục nhà của tài khoản này. Đặt MOTCUA_HOME vào một thư mục ghi được.",
            "This account has no home folder. Set MOTCUA_HOME to a writable folder.",
        ) from error


def _user_data() -> Path:
    if sys.platform == "win32":
        return _expanded(os.environ.get("LOCALAPPDATA") or "~") / "motcua"
    return _expanded(os.environ.get("XDG_DATA_HOME") or "~/.local/share") / "motcua"


def secret_key(place: Path) -> str:
    """The installation's own secret, made at the first start, readable by its owner only.

    Raises:
        Sorry: the key is there but belongs to somebody else, or the disk is full.
    """
    given = os.environ.get("MOTCUA_SECRET_KEY")
    if given:
        return given
    path = place / "secret.key"
    try:
        if not path.exists():
            _keep(secrets.token_urlsafe(50), path)
        return path.read_text()
    except OSError as error:
        raise Sorry(
            f"Không đọc hoặc ghi được {path} ({error.strerror}). Chạy bằng đúng tài khoản đã tạo ra nó.",
            f"Cannot read or write {path} ({error.strerror}). Run as the account that made it.",
        ) from error


def _keep(key: str, path: Path) -> None:
    """Write the key whole or not at all; of two starts at the same moment the first one's key stays."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".key-")  # mkstemp: 0600
    try:
        with os.fdopen(handle, "w") as stream:
            stream.write(key)
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        Path(draft).unlink()
