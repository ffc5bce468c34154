"""The name servers that the clients of a process have to choose from: NettyRemotingClient.updateNameServerAddressList."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from forensics.replay.events import CLIENT_KINDS, Events, Row, by, timed

LINES = ("nameserver_addresses", "client_instance")
_ADDRESS = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|\[?[0-9a-fA-F:]*:[0-9a-fA-F:]*\]?")


def by_name(server: str) -> bool:
    """Return whether *server* of a list is a host's name, of which errors print the address it stands for."""
    return _ADDRESS.fullmatch(server.rpartition(":")[0]) is None


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
