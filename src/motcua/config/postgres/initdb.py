"""Making the data of the embedded PostgreSQL: `initdb`, and what stands in its way."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from motcua.config.home import Sorry
from motcua.config.postgres.place import MAJOR, Place

if sys.platform != "win32":
    import pwd

__all__ = ["as_user", "cannot", "environment", "initialise"]

CLONE_NEWUSER = 0x10000000


def initialise(place: Place) -> None:
    """Make the data when there is none; see that what is there can be ours."""
    version = place.data / "PG_VERSION"
    if version.exists():
        _require_ours(place, version.read_text().strip())
        return
    if place.data.exists():  # a first start that was cut off
        shutil.rmtree(place.data)
    try:
        made = subprocess.run(  # noqa: S603 - our own binaries
            [
                str(place.bin / "initdb"),
                *("-D", str(place.data), "-U", "motcua", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust"),
            ],
            capture_output=True,
            text=True,
            env=environment(),
            cwd="/",
            check=False,
            preexec_fn=_name_lender(place),  # nothing but system calls in it
            **as_user(place),  # type: ignore[call-overload]  # user, group, extra_groups
        )
    except subprocess.SubprocessError as error:
        raise Sorry(
            f"Tài khoản uid {os.getuid()} không có tên nên không tạo được PostgreSQL: "
            "thêm nó vào /etc/passwd, dùng tài khoản khác, hoặc đặt DATABASE_URL.",
            f"The account uid {os.getuid()} has no name, so PostgreSQL cannot be made: "
            "add it to /etc/passwd, use another account, or set DATABASE_URL.",
        ) from error
    if made.returncode != 0:
        shutil.rmtree(place.data, ignore_errors=True)
        raise cannot("tạo", "make", made.stderr)


def _require_ours(place: Place, version: str) -> None:
    if version != MAJOR:
        raise Sorry(
            f"Dữ liệu ở {place.data} thuộc PostgreSQL {version or '?'}, bản này cần {MAJOR}. "
            "Sao lưu bằng bản Một Cửa cũ (motcua backup) rồi khôi phục vào một MOTCUA_HOME mới.",
            f"The data in {place.data} is PostgreSQL {version or '?'}, this version needs {MAJOR}. "
            "Back up with the older Một Cửa (motcua backup) and restore into a new MOTCUA_HOME.",
        )
    owner = place.data.stat().st_uid
    if owner != (place.user.uid if place.user else os.getuid()):
        raise Sorry(
            f"Dữ liệu ở {place.data} thuộc tài khoản uid {owner}; chạy bằng tài khoản đó hoặc đặt MOTCUA_HOME khác.",
            f"The data in {place.data} belongs to uid {owner}; run as that account or set another MOTCUA_HOME.",
        )


def _name_lender(place: Place) -> Callable[[], None] | None:
    """For an account without a name (containers): what lends it one while initdb runs, which insists on a name.

    In a user namespace of its own the process carries the number of an account that has a name; its files stay ours.
    """
    uid, gid = (place.user.uid, place.user.gid) if place.user else (os.getuid(), os.getgid())
    named = {entry.pw_uid for entry in pwd.getpwall()}
    if uid in named or sys.platform != "linux":
        return None
    import ctypes  # noqa: PLC0415 - for this rare account only

    lent = max(named - {0}, default=0)
    libc = ctypes.CDLL(None)

    def lend() -> None:
        if not lent or libc.unshare(CLONE_NEWUSER):
            raise PermissionError
        for name, text in (("setgroups", "deny"), ("uid_map", f"{lent} {uid} 1"), ("gid_map", f"{lent} {gid} 1")):
            Path(f"/proc/self/{name}").write_text(text)

    return lend


def as_user(place: Place) -> dict[str, object]:
    """For subprocess: whom the programs run as."""
    return {"user": place.user.uid, "group": place.user.gid, "extra_groups": []} if place.user else {}


def environment() -> dict[str, str]:
    """For subprocess: ours, without what would lead PostgreSQL elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**kept, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def cannot(vi: str, en: str, said: str) -> Sorry:
    """What PostgreSQL said, as one sentence."""
    if "No space left" in said:
        return Sorry(
            "Hết chỗ trên đĩa: PostgreSQL cần ít nhất 100 MB trống.",
            "The disk is full: PostgreSQL needs at least 100 MB.",
        )
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    why = next((line for line in reversed(lines) if "FATAL" in line or "PANIC" in line), (lines or ["?"])[-1])
    return Sorry(f"Không {vi} được PostgreSQL nhúng: {why}", f"Cannot {en} the embedded PostgreSQL: {why}")
