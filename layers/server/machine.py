"""What the server asks of its own machine, and of nobody else: names, addresses, open files."""

from __future__ import annotations

import socket
import sys
from contextlib import suppress

from layers.server.hosts import EVERY_INTERFACE, Address

if sys.platform != "win32":
    import fcntl
    import resource

OPEN_FILES = 65_536
GRANTED = 10_240  # by macOS, which calls its limit boundless and refuses more
AT_REST, A_VISITOR = 40, 4.5  # files that are open; measured with 30 and 100 visitors
CLASS = 60  # visitors at once, two classes
SIOCGIFADDR = {"linux": 0x8915, "darwin": 0xC0206921}  # asks for the IPv4 address of an interface


def own_names() -> list[str]:
    """Return the names by which others in the room reach this machine."""
    name = socket.gethostname()
    short = name.partition(".")[0]
    return [name, short, f"{short}.local"] if short else []


def own_addresses() -> list[str]:
    """Return this machine's IPv4 addresses but its loopback's; none where the system is not asked so."""
    if sys.platform == "win32" or sys.platform not in SIOCGIFADDR:
        return []
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asker:
        for _, name in socket.if_nameindex():
            try:
                told = fcntl.ioctl(asker, SIOCGIFADDR[sys.platform], name.encode()[:15].ljust(40, b"\0"))
            except OSError:
                continue  # this interface has none
            found.append(socket.inet_ntoa(told[20:24]))
    return [address for address in found if not address.startswith("127.")]


def raise_open_files() -> float:
    """Let this process open as many files as the system grants, up to OPEN_FILES; return how many it may."""
    if sys.platform == "win32":
        return float("inf")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return float("inf")
    for wanted in (OPEN_FILES, GRANTED):
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        if soft < most:
            with suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
                return most
    return soft


def too_few_files(files: float) -> str:
    """Return one sentence when so many open files are too few for two classes, "" when they are enough."""
    enough, visitors = AT_REST + CLASS * A_VISITOR, max(0, files - AT_REST) / A_VISITOR
    if files >= enough:
        return ""
    return (
        f"The system lets the atlas open {files:.0f} files, enough for some {visitors:.0f} visitors at once; "
        f"{CLASS} visitors need {enough:.0f} (ulimit -Hn)."
    )


def served_at(scheme: str, address: str, port: int, prefix: str) -> str:
    """Return the sentence of the start: where the atlas is, for this machine and for others in the room."""
    everywhere = address in EVERY_INTERFACE
    here, *others = (Address(scheme, name, port).link + f"{prefix}/" for name in _names(address, everywhere))
    room = f", and for others at {' or '.join(others)}" if others else ""
    return f"The atlas is served at {here}{room}"


def _names(address: str, everywhere: bool) -> list[str]:
    return ["localhost", *(own_addresses() or own_names()[-1:])] if everywhere else [address.strip("[]")]
