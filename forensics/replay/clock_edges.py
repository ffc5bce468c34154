"""What two nodes saw of one thing, so that the one's line cannot be older than the other's: see model/clocks.py.

A client's id is made by its process: whatever names it came after. A broker's start came before the name server has it, and that
before the broker is told so. It is a slave before its master takes it among the replicas. A request came before what the server
says of it, and that before what its answer lets the client say. A message was stored, by its own time, before a consumer had it.

Nothing of the kind is printed by both sides of controllers, nor by replicas that have none, nor by clients that met name servers
alone, nor when a client's clock is set forward long after its start: such clocks are not known, and the table `clocks` says so.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import polars as pl

from forensics.model.clocks import Edge
from forensics.replay.events import Events, Row, by, timed
from forensics.replay.replicas import joined
from forensics.replay.starts import BOOTS, OPTIONS
from forensics.replay.timeline import timelines

_MADE = ("client_instance", "grpc_client_starting", "grpc_client_started")
_MET = ("consumer_connected", "producer_connected")
_LEFT = ("consumer_unregistered", "producer_unregistered")
_SEEN = ("send_back_failed", "send_back_given_up")
_NEVER = 1 << 62
"""Later than any time, in microseconds since the epoch."""
Ups = dict[str, list[int]]
"""Where lines of a process's beginning are, by log series: their places in it, ascending."""
_NUMBERED = re.compile(r"@\D*\d{4,}|@\d+#\d{4,}|@\d+@\d+@\w{6,}")
"""A client id that holds a process id or a time: ip@pid up to 4.8, ip@pid#nanoseconds, host@pid@index@time of gRPC clients.

In a container the process id is 1 or little more, which is no number to tell by.
"""


class Seen(NamedTuple):
    """One thing on one node: when by its clock, and by which record."""

    node: str
    lo: int
    hi: int
    record_id: int


def edges(events: Events) -> list[Edge]:
    """Return what is ordered between the nodes of a case."""
    met = events.brief(_MET, "kind", "client_id", "address", "local_address", "channel_kind")
    addresses = _addresses(events, met)
    clients = _own_clients(events)
    met = timed(met)
    parts = (_of_clients(met, clients), _of_answers(events, met, clients), _of_registrations(events, addresses))
    of_replicas = (_edge(_seen(slave), _seen(master), sure=True) for slave, master in joined(events))
    found = [edge for part in (*parts, of_replicas, _of_messages(events, addresses)) for edge in part]
    return sorted({edge for edge in found if edge.before != edge.after}, key=lambda edge: (edge.record_ids, edge.bound))


def _seen(row: Row) -> Seen:
    return Seen(row["node"], row["ts_lo"], row["ts_hi"], row["record_id"])


def _edge(before: Seen, after: Seen, *, sure: bool, late_us: int = 0) -> Edge:
    """Return that *before* was not after *after*, or by at most *late_us*."""
    bound, records = after.hi - before.lo + late_us, (before.record_id, after.record_id)
    return Edge(before.node, after.node, bound, before.lo, after.lo, sure, records)


def _addresses(events: Events, met: list[Row]) -> dict[str, str]:
    """Return node by the address that brokers call their own; one that several nodes call so is nobody's."""
    named = [(row["address"], row["node"]) for row in events.rows("process_started") if row.get("address")]
    named += [(row["local_address"], row["node"]) for row in met if row["kind"] == "broker" and row["local_address"]]
    nodes: dict[str, set[str]] = {}
    for address, node in named:
        nodes.setdefault(address, set()).add(node)
    return {address: next(iter(own)) for address, own in nodes.items() if len(own) == 1}


def _own_clients(events: Events) -> dict[str, Seen]:
    """Return by client id the line of its making, where the id can be of one process only.

    All proxies and tools of a host are `ip@DEFAULT`, and the logs of one may be lost: only a number tells processes apart.
    """
    made = [row for row in timed(events.rows(*_MADE)) if row["client_id"] and _NUMBERED.search(row["client_id"])]
    found = {}
    for client_id, rows in by(made, "client_id").items():
        if len({(row["node"], row["pid"]) for row in rows}) == 1 and sum(row["event"] == _MADE[0] for row in rows) <= 1:
            found[client_id] = _seen(rows[0])
    return found


def _of_clients(met: list[Row], clients: dict[str, Seen]) -> Iterator[Edge]:
    """Yield that a client was made before any other node knew of it, and at a proxy before that told another of it."""
    there = by([row for row in met if row["channel_kind"] == "grpc"], "client_id", "address")
    for row in met:
        if (made := clients.get(row["client_id"])) is not None:
            yield _edge(made, _seen(row), sure=True)
        if row["channel_kind"] == "remote":
            yield from (_edge(_seen(own), _seen(row), sure=True) for own in there.get((row["client_id"], row["address"]), [])[:1])


def _of_answers(events: Events, met: list[Row], clients: dict[str, Seen]) -> Iterator[Edge]:
    """Yield that a server had a client before the client got an answer that says so, and let it go before the client was down."""
    alone = _of_one_client(events)
    beats, settings = (by(timed(events.rows(kind)), "node") for kind in ("client_heartbeat", "grpc_settings_received"))
    stopped = {row["client_id"]: row for row in timed(events.rows("client_stopped", "grpc_client_stopped"))}
    of_own = by([row for row in met if row["client_id"] in clients], "client_id", "node")
    for (client_id, _), rows in of_own.items():
        first, own = _seen(rows[0]), clients[client_id].node
        answers = _beats_of(clients[client_id], beats.get(own, []), rows[0]["local_address"]) if own in alone else []
        told = [row for row in settings.get(own, []) if row["client_id"] == client_id][-1:]
        yield from (_edge(first, _seen(row), sure=False) for row in (*answers[:1], *told))
    for row in timed(events.brief(_LEFT, "client_id")):
        if row["client_id"] in clients and row["client_id"] in stopped:
            yield _edge(_seen(row), _seen(stopped[row["client_id"]]), sure=False)


def _of_one_client(events: Events) -> set[str]:
    """Return the nodes that made one client: of several, no line says whose a heartbeat is."""
    made = by([row for row in events.rows(*_MADE) if row["client_id"]], "node")
    return {node for node, rows in made.items() if len({row["client_id"] for row in rows}) == 1}


def _beats_of(made: Seen, beats: list[Row], server: str | None) -> list[Row]:
    """Return the heartbeats that *server* has answered to a client since it was made."""
    return [row for row in beats if server and row["address"] == server and row["ts_hi"] >= made.lo]


def _of_registrations(events: Events, addresses: dict[str, str]) -> Iterator[Edge]:
    """Yield that a broker began before a name server had it, and was told so after.

    A life of the broker and a registration belong together where both logs show as many, and in each life the broker was told of
    one: a broker that its controller leaves without a role registers nowhere. What a name server took when it had been started
    anew may be of a broker that had gone on. The registration came before the answer only where one process of the name server
    took both: it was up before, as its log shows, and the broker kept its connection.
    """
    lives, ports = _lives(events), _ports(events)
    ups = _ups(events)
    rows = [row for row in timed(events.rows("broker_registered")) if row["kind"] == "namesrv"]
    registrations = [
        (node, addresses.get(address, ""), _of_one_process(own, ups.get(node, {})))
        for (node, address), own in by(rows, "node", "address").items()
    ]
    paired = [(node, broker, own) for node, broker, own in registrations if len(lives.get(broker, [])) == len(own)]
    answers = _Answers(events, sorted({broker for _, broker, _ in paired}), lives)
    for node, broker, registered in paired:
        if not all(answers.after(start) for start in lives[broker]):
            continue
        for start, row in zip(lives[broker], registered, strict=True):
            told = answers.of(start, ports.get(node))
            connects = answers.connects(start, told) if told else []
            yield from (_edge(_seen(before), _seen(row), sure=True) for before in (start, *connects[:1]))
            if told and _was_up(ups.get(node, {}), row) and answers.of_one_connection(start, told):
                yield _edge(_seen(row), _seen(told), sure=True)


def _ups(events: Events) -> dict[str, Ups]:
    """Return by name server where its logs show its process begin."""
    found: dict[str, Ups] = {}
    for row in timed(events.lean(dict.fromkeys((*OPTIONS, *BOOTS), ()), ("namesrv",))):
        found.setdefault(row["node"], {}).setdefault(row["series"], []).append(row["seq"])
    return {node: {series: sorted(seqs) for series, seqs in own.items()} for node, own in found.items()}


def _of_one_process(registered: list[Row], ups: Ups) -> list[Row]:
    """Return the registrations of a broker but for those that a name server took first after its process had begun again."""
    kept = registered[:1]
    for before, row in pairwise(registered):
        own = ups.get(row["series"], []) if before["series"] == row["series"] else []
        if bisect_left(own, row["seq"]) == bisect_right(own, before["seq"]):
            kept.append(row)
    return kept


def _was_up(ups: Ups, registered: Row) -> bool:
    """Return whether the log of a name server shows its process begin before the line of a registration."""
    return bisect_left(ups.get(registered["series"], []), registered["seq"]) > 0


class _Answers:
    """What brokers were told of their registrations, and the connections they made for them."""

    def __init__(self, events: Events, nodes: list[str], lives: dict[str, list[Row]]) -> None:
        self._starts = lives
        told, connected = (_on(events, kind, nodes) for kind in ("broker_register_ok", "channel_connect"))
        self._told = by(told, "node", "series")
        self._seqs = {log: [row["seq"] for row in own] for log, own in self._told.items()}
        self._connects = timelines(connected, "node")

    def after(self, start: Row) -> list[Row]:
        """Return the answers of name servers after *start*, in its log, up to the next one."""
        log = start["node"], start["series"]
        own = self._told.get(log, [])[bisect_right(self._seqs.get(log, []), start["seq"]) :]
        ends = self._ends_at(start)
        return [row for row in own if row["ts_lo"] < ends]

    def of(self, start: Row, port: str | None) -> Row | None:
        """Return the first answer after *start*, in its log, of the name server that listens on *port*.

        A broker registers at all its name servers at once, and some answer long before others. Where several of those that it was
        given at its start or later may be the one, it is the last of their first answers, and none unless each has answered.
        """
        own = self.after(start)
        given = ({address.strip() for address in (start["value"] or "").split(";")} - {""}) | {row["nameserver"] for row in own}
        left = {address for address in given if address.rpartition(":")[2] == port} or given
        for row in own:
            left = left - {row["nameserver"]}
            if not left:
                return row
        return None

    def of_one_connection(self, start: Row, told: Row) -> bool:
        """Return whether a broker connected to the name server that it was told by before *told*, and not again in that life."""
        connects = self._connects.get(start["node"])
        own = connects.within((start["ts_lo"], self._ends_at(start))) if connects else []
        port = told["nameserver"].rpartition(":")[2]
        at = [c["ts_lo"] for c in own if c["address"] and c["address"].rpartition(":")[2] == port]
        return bool(at) and max(at) <= told["ts_hi"]

    def _ends_at(self, start: Row) -> int:
        """Return when the broker began again after *start*; it did not: far in the future."""
        return min((s["ts_lo"] for s in self._starts.get(start["node"], []) if s["ts_lo"] > start["ts_hi"]), default=_NEVER)

    def connects(self, start: Row, told: Row) -> list[Row]:
        """Return the connections made between *start* and the answer *told*."""
        own = self._connects.get(start["node"])
        return [c for c in own.within((start["ts_lo"], told["ts_hi"])) if c["ts_hi"] <= told["ts_hi"]] if own else []


def _lives(events: Events) -> dict[str, list[Row]]:
    """Return by broker the first line of each of its starts: options are dumped at once, each of them once."""
    rows = events.some("option_dumped", (pl.col("kind") == "broker") & (pl.col("option") == "namesrvAddr"))
    return by(timed(rows), "node")


def _ports(events: Events) -> dict[str, str]:
    """Return the port that each name server listens on, where it says so at its start."""
    rows = events.some("option_dumped", (pl.col("kind") == "namesrv") & (pl.col("option") == "listenPort"))
    return {row["node"]: row["value"] for row in rows if row["value"]}


def _on(events: Events, kind: str, nodes: list[str]) -> list[Row]:
    """Return the events of *kind* on *nodes*: brokers print them every few seconds."""
    return timed(events.some(kind, pl.col("node").is_in(nodes))) if nodes else []


def _of_messages(events: Events, addresses: dict[str, str]) -> Iterator[Edge]:
    """Yield that a broker had stored a message before a consumer told of it."""
    for row in timed(events.rows(*_SEEN)):
        broker = addresses.get(row["store_host"] or "")
        if broker and row["store_ms"]:
            stored = Seen(broker, row["store_ms"] * 1_000, row["store_ms"] * 1_000 + 999, row["record_id"])
            yield _edge(stored, _seen(row), sure=True)
