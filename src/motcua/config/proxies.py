"""Behind a reverse proxy: whose address a request has. Nobody chooses their own by sending a header."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

__all__ = ["Networks", "address_of", "trusted"]

Networks = tuple[IPv4Network | IPv6Network, ...]


def trusted(text: str) -> Networks:
    """The proxies named in MOTCUA_TRUSTED_PROXIES: addresses and networks, with commas.

    Raises:
        SystemExit: one of them is neither.
    """
    found = []
    for part in filter(None, (word.strip() for word in text.split(","))):
        try:
            found.append(ip_network(part))
        except ValueError:
            raise SystemExit(
                f"MOTCUA_TRUSTED_PROXIES: “{part[:60]}” không phải địa chỉ hay dải mạng; viết như 127.0.0.1,10.0.0.0/8."
                f" / MOTCUA_TRUSTED_PROXIES: “{part[:60]}” is no address or network; write 127.0.0.1,10.0.0.0/8."
            ) from None
    return tuple(found)


def address_of(*, peer: str, forwarded: str, proxies: Networks) -> str:
    """The right-most address of X-Forwarded-For that is no proxy of ours; the peer's where nobody may say otherwise.

    Each proxy appends whom it heard, so what stands left of the first stranger was written by that stranger. Garbage
    where an address should stand is nobody's: the proxy that passed it on answers for it.
    """
    heard = _read(peer)
    if heard is None or not _among(heard, proxies):
        return peer
    for part in reversed(forwarded.split(",")):
        said = _read(part)
        if said is None:
            break
        heard = said
        if not _among(said, proxies):
            break
    return str(heard)


def _among(address: IPv4Address | IPv6Address, proxies: Networks) -> bool:
    return any(address in network for network in proxies)


def _read(text: str) -> IPv4Address | IPv6Address | None:
    """An address, some write it with its port: `10.0.0.9:4711`, `[::1]:4711`. None for anything else."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text)
    except ValueError:
        return None
    if isinstance(found, IPv6Address):
        return found.ipv4_mapped or IPv6Address(int(found))  # a zone is no part of who somebody is
    return found
