"""Where the data of an installation lives."""

import os
import secrets
import sys
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
    """MOTCUA_HOME, else `.motcua` in the checkout, else the user's data folder; made when missing."""
    named = os.environ.get("MOTCUA_HOME")
    root = checkout()
    place = Path(named).expanduser() if named else (root / ".motcua" if root else _user_data())
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o755)
        probe = place / f".probe-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise Sorry(
            f"Không ghi được vào {place} ({error.strerror}). Đặt MOTCUA_HOME vào một thư mục ghi được.",
            f"Cannot write to {place} ({error.strerror}). Set MOTCUA_HOME to a writable folder.",
        ) from error
    return place.resolve()


def _user_data() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "motcua"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "motcua"


def secret_key(place: Path) -> str:
    """The installation's own secret, made at the first start, readable by its owner only."""
    given = os.environ.get("MOTCUA_SECRET_KEY")
    if given:
        return given
    path = place / "secret.key"
    if not path.exists():
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text()
        with os.fdopen(handle, "w") as stream:
            stream.write(secrets.token_urlsafe(50))
    return path.read_text()
