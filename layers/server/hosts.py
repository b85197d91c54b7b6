"""The names under which the atlas answers: its machine's, the address it serves on, what is listed."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

SETTING = "ATLAS_HOSTS"  # the environment variable with the public addresses of the atlas
PORTS = {"http": 80, "https": 443}
HOST = re.compile(
    r"(\[[0-9a-f:.]+\]|[a-z0-9_]([a-z0-9_.-]*[a-z0-9_-])?)\.?(:(?P<port>[0-9]{1,5}))?", re.I | re.A
)
EVERY_INTERFACE = ("", "0.0.0.0", "::")


class Address(NamedTuple):
    """What makes an origin: two pages share one if all three are the same."""

    scheme: str
    name: str
    port: int

    @property
    def link(self) -> str:
        """Return it as a browser writes it, a usual port left out."""
        name = f"[{self.name}]" if ":" in self.name else self.name
        return f"{self.scheme}://{name}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")


def read_host(text: str, scheme: str) -> Address | None:
    """Read "name", "name:port" or an IP address, as a Host header gives it; None for anything else."""
    found = HOST.fullmatch(text)
    if found is None or scheme not in PORTS:
        return None
    return Address(scheme, found[1].strip("[]").lower(), int(found["port"] or PORTS[scheme]))


def read_origin(text: str) -> Address | None:
    """Read "scheme://name:port", as an Origin header gives it; None for anything else, such as "null"."""
    scheme, _, host = text.partition("://")
    return read_host(host, scheme)


@dataclass(frozen=True)
class Hosts:
    """Who is served: under which names, and for which public pages although a proxy renames the host."""

    names: frozenset[str]
    public: tuple[Address, ...] = ()
    everywhere: bool = False

    def serves(self, host: Address | None) -> bool:
        """Say whether the atlas answers under this host.

        An IP address is taken where every interface is served: no name service can point one elsewhere, as a
        stranger's page does with its own name to become ours.
        """
        if host is None:
            return False
        ip = _ip(host.name)
        if ip is not None and (self.everywhere or ip.is_loopback):
            return True
        return host.name in self.names

    def welcomes(self, origin: str, host: Address) -> bool:
        """Say whether a page of this origin may open a socket at this host: only our own may."""
        asker = read_origin(origin)
        return asker is not None and (asker == host or asker in self.public)


def hosts_of(address: str, listed: str, machine: Iterable[str] = ()) -> Hosts:
    """Return who is served at an address to bind to, with the setting's text and the machine's own names.

    Raises ValueError with a sentence for what is listed and cannot be read.
    """
    public = tuple(found for text in re.split(r"[\s,]+", listed) if text for found in _listed(text))
    everywhere = address.strip("[]") in EVERY_INTERFACE
    own = machine if everywhere else [address.strip("[]")]
    names = {"localhost", *(name.lower() for name in own), *(each.name for each in public)}
    return Hosts(frozenset(names), public, everywhere)


def _listed(text: str) -> list[Address]:
    """Read one public address; without a scheme it is meant under both."""
    found = [read_origin(text)] if "://" in text else [read_host(text, scheme) for scheme in PORTS]
    if None in found:
        raise ValueError(
            f"{SETTING}: found “{text}”; expected public addresses such as atlas.example.org or "
            "https://atlas.example.org:8443, several with commas between them."
        )
    return [address for address in found if address]


def _ip(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None
