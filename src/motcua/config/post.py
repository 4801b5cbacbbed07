"""A practice post office: an SMTP server and an HTTP gateway of SMS and Zalo that fail as real ones do.

For trying the product and for tests. Nothing leaves this machine; what is taken is written down as lines of JSON.
"""

import json
import random
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import default as modern
from http.server import BaseHTTPRequestHandler
from socketserver import StreamRequestHandler, TCPServer, ThreadingTCPServer
from typing import IO, Any, Self

__all__ = ["HTTP_TROUBLE", "SMTP_TROUBLE", "PostOffice"]

# What may go wrong. “lost”: taken and kept, but the line breaks before the answer: the sender cannot know.
SMTP_TROUBLE = ("busy", "closed", "broken")
HTTP_TROUBLE = ("busy", "often", "closed", "lost", "twice")
LONGEST = 1024 * 1024


@dataclass
class PostOffice:
    """Both servers and what they took.

    `fail` is the share of requests that go wrong; `trouble` when set is what goes wrong with every one of them
    (“hang”, “refuse” and those above; “good” for nothing at all).
    """

    fail: float = 0.0
    seed: int = 0
    token: str = ""
    hang: float = 30.0  # seconds
    trouble: str = ""
    log: IO[str] | None = None
    seen: list[dict[str, Any]] = field(default_factory=list)
    kept: dict[str, dict[str, Any]] = field(default_factory=dict)  # by the delivery's id
    smtp_port: int = 0
    http_port: int = 0

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._chance = random.Random(self.seed)  # noqa: S311 - chance in practice is no secret
        self._servers: list[TCPServer] = []

    def __enter__(self) -> Self:
        """Open both doors; port 0 takes any free one."""
        for name, make in (("smtp_port", _smtp), ("http_port", _http)):
            server = make(self, getattr(self, name))
            setattr(self, name, server.server_address[1])
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
            self._servers.append(server)
        return self

    def __exit__(self, *_: object) -> None:
        """Close both."""
        for server in self._servers:
            server.shutdown()
            server.server_close()
        self._servers.clear()

    def chance(self, troubles: tuple[str, ...]) -> str:
        """What goes wrong with this request, or nothing."""
        if self.trouble:
            return "" if self.trouble == "good" else self.trouble
        with self._lock:
            return self._chance.choice(troubles) if self._chance.random() < self.fail else ""

    def note(self, *, way: str, ident: str, answer: str, keep: bool, **what: str) -> bool:
        """Write down one request; keep it when it was taken. Returns whether it was known already."""
        with self._lock:
            known = ident in self.kept
            line = {"way": way, "id": ident, "answer": answer, "kept": keep, "repeat": known, **what}
            self.seen.append(line)
            if keep and not known:
                self.kept[ident] = line
            if self.log is not None:
                self.log.write(json.dumps(line, ensure_ascii=False) + "\n")
                self.log.flush()
        return known


class _Server(ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False  # a hanging visitor must not hold up closing time
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A visitor who left in the middle is no error of ours."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def _smtp(post: PostOffice, port: int) -> TCPServer:
    class Door(StreamRequestHandler):
        """One visitor of the mail server."""

        def handle(self) -> None:
            with _Visit(post, self.rfile, self.wfile) as visit:
                visit.run()

    return _Server(("127.0.0.1", port), Door)


class _Visit:
    """A dialogue of RFC 5321, as much of it as a sender needs."""

    def __init__(self, post: PostOffice, rfile: Any, wfile: Any) -> None:
        self.post, self.rfile, self.wfile = post, rfile, wfile
        self.trouble = post.chance(SMTP_TROUBLE)
        self.to = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        return kind is not None and issubclass(kind, OSError)  # the other side has gone

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def run(self) -> None:
        if self.trouble == "hang":
            time.sleep(self.post.hang)
            return
        if self.trouble == "closed":
            return
        self.say("220 practice.motcua ESMTP")
        while line := self.rfile.readline(LONGEST):
            verb, _, rest = line.decode("ascii", "replace").strip().partition(" ")
            if not self.answered(verb.upper(), rest):
                return

    def answered(self, verb: str, rest: str) -> bool:
        """Answer one command; False ends the visit."""
        match verb:
            case "EHLO" | "HELO":
                self.say("250 practice.motcua")
            case "MAIL" | "RSET" | "NOOP":
                self.say("250 2.0.0 OK")
            case "RCPT":
                self.to = rest.partition("<")[2].partition(">")[0]
                return self.rcpt()
            case "DATA":
                return self.data()
            case "QUIT":
                self.say("221 2.0.0 Bye")
                return False
            case _:
                self.say("502 5.5.1 What?")
        return True

    def rcpt(self) -> bool:
        if self.trouble in {"busy", "refuse"}:
            answer = "451 4.3.0 Busy, try later" if self.trouble == "busy" else "550 5.1.1 No such mailbox"
            self.post.note(way="smtp", ident="", answer=answer, keep=False, to=self.to)
            self.say(answer)
        else:
            self.say("250 2.1.5 OK")
        return True

    def data(self) -> bool:
        if self.trouble == "broken":
            return False
        self.say("354 Go on")
        lines = []
        while (line := self.rfile.readline(LONGEST)) not in {b".\r\n", b""}:
            lines.append(line[1:] if line.startswith(b"..") else line)
        mail = message_from_bytes(b"".join(lines), policy=modern)
        ident = str(mail["Message-ID"] or "").strip("<>").partition("@")[0]
        lost = self.trouble == "lost"
        body = mail.get_body(("plain",))
        self.post.note(
            way="smtp",
            ident=ident,
            answer="" if lost else "250",
            keep=True,
            to=self.to,
            subject=str(mail["Subject"] or ""),
            text=body.get_content() if body is not None else "",
            refuse=str(mail["List-Unsubscribe"] or ""),
        )
        if lost:
            return False
        self.say(f"250 2.0.0 Taken as {ident[-8:]}")
        return True


def _http(post: PostOffice, port: int) -> TCPServer:
    class Door(BaseHTTPRequestHandler):
        """One visitor of the gateway."""

        def log_message(self, *_: object) -> None:
            """Stay quiet: `note` has written it down."""

        def do_POST(self) -> None:
            trouble = post.chance(HTTP_TROUBLE)
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(min(length, LONGEST)))
            if trouble == "hang":
                time.sleep(post.hang)
                return
            if trouble == "closed":
                return
            _answer(post, self, body, trouble)

    return _Server(("127.0.0.1", port), Door)


def _answer(post: PostOffice, door: BaseHTTPRequestHandler, body: dict[str, Any], trouble: str) -> None:
    ident = str(door.headers.get("Idempotency-Key") or "")
    way = door.path.strip("/") or "http"

    def note(answer: str, *, keep: bool) -> bool:
        return post.note(
            way=way, ident=ident, answer=answer, keep=keep, to=str(body.get("to", "")), text=str(body.get("text", ""))
        )

    if post.token and door.headers.get("Authorization") != f"Bearer {post.token}":
        note("401", keep=False)
        return _say(door, 401, {"error": "token"})
    wrong: dict[str, tuple[int, Callable[[], dict[str, str]]]] = {
        "busy": (503, lambda: {"error": "busy"}),
        "often": (429, lambda: {"error": "too often"}),
        "refuse": (422, lambda: {"error": "no such number"}),
    }
    if trouble in wrong:
        status, said = wrong[trouble]
        note(str(status), keep=False)
        return _say(door, status, said())
    if trouble == "lost":
        note("", keep=True)
        return None
    if note("202", keep=True):
        return _say(door, 409, {"id": ident, "error": "known"})
    _say(door, 202, {"id": ident})
    return _say(door, 202, {"id": ident}) if trouble == "twice" else None


def _say(door: BaseHTTPRequestHandler, status: int, said: dict[str, str]) -> None:
    content = json.dumps(said).encode()
    door.send_response(status)
    door.send_header("Content-Type", "application/json")
    door.send_header("Content-Length", str(len(content)))
    door.end_headers()
    door.wfile.write(content)
