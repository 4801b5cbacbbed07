"""The only file of the room that opens a socket: SMTP, and the HTTP gateways of SMS and Zalo.

The wire of the HTTP gateways is described in README.md.
"""

import json
import os
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import format_datetime
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from typing import Protocol
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

__all__ = [
    "ACCEPTED",
    "AGAIN",
    "NEVER",
    "Answer",
    "Gateway",
    "Http",
    "Letter",
    "Setting",
    "Smtp",
    "gateway",
    "secret",
]

ACCEPTED, AGAIN, NEVER = "accepted", "again", "never"  # what became of a letter; rules.Outcome says the same

SECONDS = 10  # how long a gateway may be silent; far less than a lease divided by a batch
DONE = 250  # SMTP: the request is carried out
LONGEST = 300  # characters of an answer that are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a gateway carries. `id` is the delivery's, the same at every try."""

    id: str
    to: str
    subject: str
    text: str
    language: str
    at: datetime
    refuse: str = ""  # the address that stops messages which are not required


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How to reach the gateway of a ward: without its secret."""

    way: str
    address: str
    sender: str
    account: str
    security: str
    ward_code: str
    ward_slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a gateway made of a letter, in its own words: the proof when accepted, the reason when not."""

    outcome: str
    words: str
    silent: bool = False  # nobody answered, or the line broke: whoever asks again at once waits again


class Gateway(Protocol):
    """Carries a letter. Never raises for what a network or a gateway may do."""

    def send(self, letter: Letter) -> Answer:
        """Try once."""


def gateway(setting: Setting, *, home: Path) -> Gateway:
    """The real gateway of a channel."""
    kept = secret(setting, home=home)
    return Smtp(setting, kept) if setting.way == "email" else Http(setting, kept)


def secret(setting: Setting, *, home: Path) -> str:
    """The password or token of a channel: from the environment, else from a file under MOTCUA_HOME, else nothing.

    MOTCUA_NOTICES_EMAIL_H99_16 and secrets/notices-email-H99.16 for ward H99.16; without the ward for all wards.
    """
    ward = "".join(c if c.isalnum() else "_" for c in setting.ward_code).upper()
    for name in (f"MOTCUA_NOTICES_{setting.way.upper()}_{ward}", f"MOTCUA_NOTICES_{setting.way.upper()}"):
        if os.environ.get(name):
            return os.environ[name]
    for name in (f"notices-{setting.way}-{setting.ward_code}", f"notices-{setting.way}"):
        path = home / "secrets" / name
        if path.is_file():
            return path.read_text().strip()
    return ""


def _short(words: object) -> str:
    return " ".join(str(words).split())[:LONGEST]


# -- SMTP --------------------------------------------------------------------------------------------------------------


class Smtp:
    """A mail server. 4xx and silence are tried again, 5xx never."""

    def __init__(self, setting: Setting, password: str) -> None:
        """Where it is and how to sign in."""
        self.setting = setting
        self.password = password

    def send(self, letter: Letter) -> Answer:
        """Hand one letter over; the server's last line is the proof."""
        try:
            mail = self._mail(letter)
        except (ValueError, UnicodeError) as wrong:
            return Answer(outcome=NEVER, words=_short(f"Địa chỉ không viết được: {wrong}"))
        try:
            with self._session() as server:
                return self._handed(server, mail, letter)
        except smtplib.SMTPResponseException as no:
            return _refused(no.smtp_code, no.smtp_error)
        except (OSError, smtplib.SMTPException) as broken:
            return Answer(outcome=AGAIN, words=_short(f"{type(broken).__name__}: {broken}"), silent=True)

    def _mail(self, letter: Letter) -> EmailMessage:
        """The letter as it travels. Its Message-ID is the delivery's: a mailbox can tell a repeated one."""
        mail = EmailMessage(policy=WIRE)
        name, at, host = letter.to.rpartition("@")
        mail["From"] = self.setting.sender
        mail["To"] = Address(username=name, domain=host if at else "")
        mail["Subject"] = letter.subject
        mail["Date"] = format_datetime(letter.at)
        mail["Message-ID"] = f"<{letter.id}@{self.setting.ward_slug}.motcua>"
        mail["Content-Language"] = letter.language
        mail["Auto-Submitted"] = "auto-generated"
        if letter.refuse:
            mail["List-Unsubscribe"] = f"<{letter.refuse}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        mail.set_content(letter.text)
        return mail

    @contextmanager
    def _session(self) -> Iterator[smtplib.SMTP]:
        host, _, port = self.setting.address.rpartition(":")
        safe = ssl.create_default_context()
        if self.setting.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, int(port), timeout=SECONDS, context=safe)
        else:
            server = smtplib.SMTP(host, int(port), timeout=SECONDS)
        try:
            if self.setting.security == "starttls":
                server.starttls(context=safe)
            if self.setting.account:
                server.login(self.setting.account, self.password)
            yield server
        finally:
            server.close()

    def _handed(self, server: smtplib.SMTP, mail: EmailMessage, letter: Letter) -> Answer:
        server.ehlo_or_helo_if_needed()
        code, words = server.mail(mail["From"].addresses[0].addr_spec)
        if code == DONE:
            code, words = server.rcpt(letter.to)
        if code not in {250, 251}:
            return _refused(code, words)
        code, words = server.data(mail.as_bytes())
        if code != DONE:
            return _refused(code, words)
        return Answer(outcome=ACCEPTED, words=_short(f"{code} {_text(words)} · {letter.id}"))


def _text(words: bytes | str) -> str:
    return words.decode(errors="replace") if isinstance(words, bytes) else words


def _refused(code: int, words: bytes | str) -> Answer:
    outcome = NEVER if 500 <= code < 600 else AGAIN
    return Answer(outcome=outcome, words=_short(f"{code} {_text(words)}"))


# -- HTTP --------------------------------------------------------------------------------------------------------------


class _Stay(HTTPRedirectHandler):
    """A token is never carried to another address."""

    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


class Http:
    """A gateway of SMS or Zalo. 2xx accepted; 409 it had this one already; 429, 5xx, silence again; the rest never."""

    def __init__(self, setting: Setting, token: str) -> None:
        """Where it is and what opens it."""
        self.setting = setting
        self.token = token

    def send(self, letter: Letter) -> Answer:
        """Post one message."""
        body = {
            "id": letter.id,
            "to": letter.to,
            "text": letter.text,
            "language": letter.language,
            "sender": self.setting.sender,
            "channel": self.setting.way,
        }
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Idempotency-Key": letter.id,
            "User-Agent": "motcua",
            **({"Authorization": f"Bearer {self.token}"} if self.token else {}),
        }
        request = Request(  # noqa: S310 - the action that set the address has looked at its scheme
            self.setting.address, data=json.dumps(body, ensure_ascii=False).encode(), headers=headers, method="POST"
        )
        try:
            with build_opener(_Stay).open(request, timeout=SECONDS) as answer:
                return _told(answer.status, answer.read(4096), letter)
        except HTTPError as no:
            with no:
                return _told(no.code, no.read(4096), letter)
        except (URLError, OSError, HTTPException, ValueError) as broken:
            return Answer(outcome=AGAIN, words=_short(f"{type(broken).__name__}: {broken}"), silent=True)


def _told(status: int, body: bytes, letter: Letter) -> Answer:
    words = _short(f"{status} {body.decode(errors='replace')}")
    if 200 <= status < 300 or status == HTTPStatus.CONFLICT:
        return Answer(outcome=ACCEPTED, words=_short(f"{words} · {letter.id}"))
    if status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.REQUEST_TIMEOUT} or status >= 500:
        return Answer(outcome=AGAIN, words=words)
    return Answer(outcome=NEVER, words=words)
