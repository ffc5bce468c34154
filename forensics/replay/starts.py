"""What processes print of their starts and their orderly ends, and which of their starts follow another life."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import polars as pl

from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, by, timed

DUMPED = "option_dumped"
OPTIONS = (DUMPED, "proxy_config_file", "proxy_config")
"""What a server prints first; a proxy names the file of its options before it prints these."""
BOOTS = ("process_started", "nameserver_boot", "proxy_started")
"""What a server prints when it is up: on a busy machine tens of seconds after its options."""
STARTING_US = 60 * SECOND_US
"""The longest that lies between the two."""
STARTS = ("client_started", "client_instance", "grpc_client_starting", "grpc_client_started", *BOOTS, *OPTIONS)
STOPS = ("client_stopped", "grpc_client_stopped", "process_stopped", "proxy_stopped")
EDGE_US = 5 * SECOND_US
"""A process prints its options or its start within seconds of its first line, and its end within seconds of its last."""
_ENDING_US = {"proxy": 30 * SECOND_US}
"""By kind how long a process goes on printing after its orderly end: a proxy ends its gRPC server first, and then closes its
connections to brokers, which takes seconds (ProxyStartup.main, NettyRemotingClient.shutdown), many of them on a busy machine."""

Times = dict[tuple[str, str], list[int]]
"""Instants in order of time, by process, which is a node and a kind."""


def times_of(events: Events, kinds: tuple[str, ...], option: pl.Expr | None = None) -> Times:
    """Return by process when it printed any of these events, of options those that *option* is true of."""
    lines = {kind: events.frame(kind) for kind in kinds if events.has(kind)}
    if option is not None and DUMPED in lines:
        lines[DUMPED] = lines[DUMPED].filter(option)
    frames = [frame.select("node", "kind", "ts_lo") for frame in lines.values()]
    if not frames:
        return {}
    told = pl.concat(frames).drop_nulls("ts_lo").unique().sort("ts_lo").collect()
    return {(node, kind): own for node, kind, own in told.group_by("node", "kind").agg("ts_lo").iter_rows()}


def started_again(events: Events) -> Times:
    """Return by process when its next one printed its first option, or else its start; the first process is none.

    What is printed like an option right after a start may be of that one, if others follow: a name server that runs a controller
    prints some for it when it is up itself. A broker may load its store for minutes between its options and its start.
    """
    options = times_of(events, OPTIONS)
    boots = [{"task": None, "broker": None} | row for row in timed(events.rows(*BOOTS))]
    found: dict[tuple[str, str], set[int]] = {}
    for (node, kind, *_), own in by(boots, "node", "kind", "event", "task", "broker").items():
        said = options.get((node, kind), [])
        for earlier, later in pairwise(sorted({row["ts_lo"] for row in own})):
            printed = first_within(said, earlier + STARTING_US, later) or first_within(said, earlier + 1, later)
            if printed is not None or later - earlier > EDGE_US:
                found.setdefault((node, kind), set()).add(later if printed is None else printed)
    return {process: sorted(times) for process, times in found.items()}


_ANEW_US = 60 * SECOND_US
"""A start dumps its options within moments, tens of seconds on a busy machine."""
_OF_TLS = pl.col("option").str.starts_with("tls.")
"""What TlsHelper prints as a server opens its ports, which a broker does once it has loaded its store, minutes after the rest."""


def dumped_again(events: Events) -> Times:
    """Return by process when it printed options well after others: it may have started then, though no line of that is there.

    A container prints those of each broker that it takes up (BrokerContainerStartup, 5.0.0 on), which need not be soon: so
    coverage rests on this, which doubts, and lives do not, which would tell a death.
    """
    found: dict[tuple[str, str], list[int]] = {}
    for printed in (~_OF_TLS, _OF_TLS):
        for process, own in times_of(events, OPTIONS, printed).items():
            found.setdefault(process, []).extend(later for earlier, later in pairwise(own) if later - earlier > _ANEW_US)
    return {process: sorted(times) for process, times in found.items()}


def may_end(kind: str, stop: int, last: int, starts: Sequence[int]) -> bool:
    """Return whether the *last* line of a process of *kind* may be of the life that ended in order at *stop*."""
    return last - stop <= _ENDING_US.get(kind, EDGE_US) and first_within(starts, stop + 1, last) is None


def first_within(times: Sequence[int], first: int, last: int) -> int | None:
    """Return the first of sorted *times* from *first* to *last*, both included, None where there is none."""
    at = bisect_left(times, first)
    return times[at] if at < len(times) and times[at] <= last else None
