"""The name servers that the clients of a process have to choose from, and which of them an error means.

NettyRemotingClient.updateNameServerAddressList and invokeSync.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from ipaddress import ip_address
from typing import NamedTuple

from forensics.replay.events import CLIENT_KINDS, Events, Row, by, timed

TIMED_OUT = re.compile(r"wait response on the channel <([^>]*)> timeout, (\d+)\(ms\)")
LINES = ("nameserver_addresses", "client_instance")
_ADDRESS = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|\[?[0-9a-fA-F:]*:[0-9a-fA-F:]*\]?")


def by_name(server: str) -> bool:
    """Return whether *server* of a list is a host's name, of which errors print the address it stands for."""
    return _ADDRESS.fullmatch(server.rpartition(":")[0]) is None


@cache
def may_be(server: str, printed: str) -> bool:
    """Return whether a channel's address as *printed* may be that of *server*, as a list or a choice has it.

    A name stands for addresses of its port. Where the address was made of a name, some releases print both: the whole name, or
    (RemotingHelper.parseChannelRemoteAddr up to 4.9.0) what is behind its first letter.
    """
    if server == printed:
        return True
    resolved, _, address = printed.rpartition("/")
    host, _, port = server.rpartition(":")
    own, _, own_port = address.rpartition(":")
    if port != own_port:
        return False
    return host.endswith(resolved) if by_name(server) else _same_host(host, own)


def meant(printed: str | None, servers: Iterable[str]) -> list[str]:
    """Return which of *servers* a channel's address as *printed* may be that of."""
    return [server for server in servers if printed and may_be(server, printed)]


def _same_host(one: str, other: str) -> bool:
    """Return whether two addresses are the same, of which those of IPv6 are printed in full and perhaps with a zone."""
    try:
        return ip_address(_bare(one)) == ip_address(_bare(other))
    except ValueError:
        return one == other


def _bare(host: str) -> str:
    return host.strip("[]").partition("%")[0]


def waited_for(lookup: Row) -> str | None:
    """Return the address whose answer a failed lookup waited for in vain, by its error; None where it failed otherwise."""
    printed = waited_at(lookup)
    return printed.rpartition("/")[2] if printed else None


def waited_at(lookup: Row) -> str | None:
    """Return the channel that a failed lookup waited for as its error prints it, be it with the name of its host."""
    found = TIMED_OUT.search(lookup["exception_text"] or "")
    return found[1] if found else None


class Lists(NamedTuple):
    """What the instances of one process hold after each line that changes it: the lines' numbers, and the newest list last."""

    seqs: tuple[int, ...] = ()
    held: tuple[list[Row], ...] = ()

    def lone(self, row: Row) -> bool:
        """Return whether whoever logged *row* had one server only: none to leave it for."""
        place = bisect_right(self.seqs, row["seq"])
        held = self.held[place - 1] if place else []
        return bool(held) and all(len(one["nameservers"]) == 1 for one in held)


def lists_of(events: Events) -> dict[tuple[str, int | None], Lists]:
    """Return by node and process the lists that its instances held."""
    found = {}
    for process, rows in by(timed(events.rows(*LINES, of=CLIENT_KINDS)), "node", "pid").items():
        in_order = sorted(rows, key=lambda row: row["seq"])
        held: list[list[Row]] = []
        for row in in_order:
            held.append(given(row, held[-1] if held else []))
        found[process] = Lists(tuple(row["seq"] for row in in_order), tuple(held))
    return found


def given(row: Row, lists: Sequence[Row]) -> list[Row]:
    """Return the lists that the client instances of a process hold after *row*, the newest last.

    An instance gets its first list before its own line. The first instance of a process is in a log that had others where the
    process was started again.
    """
    if row["event"] == "client_instance":
        return list(lists[-1:]) if row["instance_index"] == 0 else list(lists)
    replaced = set(row["old_nameservers"] or [])
    return [one for one in lists if set(one["nameservers"]) != replaced] + [row]
