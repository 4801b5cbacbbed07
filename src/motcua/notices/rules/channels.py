"""What a channel must have before it may be switched on."""

import re

from motcua.acts import Refused
from motcua.notices.rules.contacts import clean_email
from motcua.notices.rules.events import Way

__all__ = ["check_channel", "may_carry"]

_HTTP = re.compile(r"(https?)://(\[[0-9a-f:]+\]|[^/:@?#\s\[\]]+)(:\d{1,5})?([/?][^\s#]*)?", re.IGNORECASE)
_MAIL = re.compile(r"(\[[0-9a-f:]+\]|[A-Za-z0-9._-]+):(\d{1,5})", re.IGNORECASE)
_HERE = {"localhost", "127.0.0.1", "[::1]"}
_NAMED = re.compile(r"[^<>\r\n]*<([^<>\s]+)>")


def may_carry(address: str) -> bool:
    """HTTPS anywhere; plain HTTP only on this machine, where nobody listens on the way."""
    found = _HTTP.fullmatch(address)
    return found is not None and (found[1].lower() == "https" or found[2].lower() in _HERE)


def check_channel(*, way: Way, on: bool, address: str, sender: str, security: str) -> None:
    """Raises Refused `channel.way`, `channel.address`, `channel.http`, `channel.sender`, `channel.security`."""
    if way not in {Way.EMAIL, Way.ZALO, Way.SMS}:
        raise Refused("channel.way", "Không có kênh này.", "There is no such channel.")
    if not on and not address:
        return
    if way is Way.EMAIL:
        _check_mail(address=address, sender=sender, security=security)
    elif _HTTP.fullmatch(address) is None:
        raise Refused(
            "channel.address",
            "Địa chỉ cổng viết như https://cong-tin.vn/gui.",
            "Write the gateway's address like https://gateway.example/send.",
            field="address",
        )
    elif not may_carry(address):
        raise Refused(
            "channel.http",
            "Chìa khóa của cổng sẽ đi không che. Dùng https; http chỉ cho cổng trên chính máy này.",
            "The gateway's token would travel in the open. Use https; http is for this machine only.",
            field="address",
        )


def _check_mail(*, address: str, sender: str, security: str) -> None:
    found = _MAIL.fullmatch(address)
    if found is None or not 0 < int(found[2]) < 65536:
        raise Refused(
            "channel.address",
            "Máy chủ thư viết như thu.phuong.gov.vn:587.",
            "Write the mail server like mail.example:587.",
            field="address",
        )
    named = _NAMED.fullmatch(sender)
    if not clean_email(named[1] if named else sender):
        raise Refused(
            "channel.sender",
            "Người gửi viết như motcua@phuong.gov.vn, hoặc Phường Hoa Gạo <motcua@phuong.gov.vn>.",
            "Write the sender as an e-mail address.",
            field="sender",
        )
    if security not in {"none", "starttls", "tls"} or (security == "none" and found[1].lower() not in _HERE):
        raise Refused(
            "channel.security",
            "Chọn STARTTLS hoặc TLS; không mã hóa chỉ cho máy chủ thư trên chính máy này.",
            "Choose STARTTLS or TLS; no encryption is for this machine only.",
            field="security",
        )
