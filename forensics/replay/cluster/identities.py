"""Brokers that share a name and an id, and so take each other's place at a name server.

RouteInfoManager.registerBroker keeps one address for each brokerName and brokerId: the last one registered. The name stands in
the line of a broker's start. The id is among the options that 4.x prints; later ones tell only whether it is 0, by starting the
services of a master. Brokers of a controller, and those of a DLedger commit log, get their ids while they run.
"""

from dataclasses import dataclass
from itertools import combinations

from forensics.model import roles
from forensics.model.spans import Instant, Span
from forensics.replay.events import Events, Row, Rows, at, by, state_id, timed
from forensics.replay.moves import Moves

_GIVEN_LATER = ("enableControllerMode", "enableDLegerCommitLog")


@dataclass(frozen=True)
class Identity:
    """What a broker calls itself, with the records that say so; the cluster where it is printed."""

    node: str
    cluster: str | None
    broker: str
    broker_id: int
    address: str
    record_ids: tuple[int, ...]

    def clashes_with(self, other: "Identity") -> bool:
        """Return whether the two are different processes of one name and id, and of one cluster as far as is known."""
        apart = self.cluster and other.cluster and self.cluster != other.cluster
        same = (self.broker, self.broker_id) == (other.broker, other.broker_id)
        return same and self.address != other.address and not apart


def replay(events: Events) -> Rows:
    """Return the rows of `broker_clashes`: two brokers of one identity that registered in turn at one name server."""
    pairs = [(a, b) for a, b in combinations(identities(events), 2) if a.clashes_with(b)]
    registered = by(events.registered() if pairs else (), "node")
    return {"broker_clashes": [row for pair in pairs for row in _clashes(pair, registered, events.clock)]}


def identities(events: Events) -> list[Identity]:
    """Return the identities of the brokers whose id nothing gives while they run."""
    booted = {row["node"]: row for row in timed(events.rows("process_started")) if row["kind"] == "broker" and row["broker"]}
    first = {node: rows[0] for node, rows in by(events.states["broker_roles"], "node").items()}
    found = (_identity(boot, events.options.get(node, {}), first.get(node)) for node, boot in sorted(booted.items()))
    return [identity for identity in found if identity]


def _identity(boot: Row, options: dict[str, Row], role: Row | None) -> Identity | None:
    told, cluster = options.get("brokerId"), options.get("brokerClusterName")
    if any(name in options and options[name]["value"] == "true" for name in _GIVEN_LATER):
        return None
    if told and told["value"]:
        broker_id, record = int(told["value"]), told["record_id"]
    elif role and role["role"] == roles.MASTER:
        broker_id, record = 0, role["record_ids"][0]
    else:
        return None
    named = (boot["record_id"], record)
    return Identity(boot["node"], cluster["value"] if cluster else None, boot["broker"], broker_id, boot["address"], named)


def _clashes(pair: tuple[Identity, Identity], registered: dict[str, list[Row]], clock: Moves) -> list[Row]:
    """Return a row for each name server at which the two registered in turn: one, the other, and the one again."""
    rows = []
    own = [row for identity in pair for row in registered.get(identity.node, [])]
    for nameserver, at_one in by(own, "nameserver").items():
        ordered = sorted(at_one, key=lambda row: (row["ts_lo"], row["node"]))
        turns = _turns(ordered, clock)
        if len(turns) > 2:
            proven = len(_turns(ordered, clock.proof)) > 2
            doubt = None if proven else clock.unproven(pair[0].node, pair[1].node)
            rows.append(_row(pair, nameserver, turns) | {"doubt": doubt})
    return rows


def _turns(rows: list[Row], clock: Moves) -> list[Row]:
    """Return the registrations by which the place surely went to the other broker."""
    turns: list[Row] = []
    for row in rows:
        if not turns or (row["node"] != turns[-1]["node"] and clock.surely_before(turns[-1], row)):
            turns.append(row)
    return turns


def _row(pair: tuple[Identity, Identity], nameserver: str, turns: list[Row]) -> Row:
    one, other = pair
    return {
        "state_id": state_id("clash", one.node, other.node, nameserver),
        "node": one.node,
        "other_node": other.node,
        "broker": one.broker,
        "broker_id": one.broker_id,
        "addresses": [one.address, other.address],
        "nameserver": nameserver,
        "turns": len(turns) - 1,
        **Span(at(turns[0]), Instant(turns[-1]["ts_lo"], turns[-1]["ts_hi"])).columns(),
        "identity_record_ids": [*one.record_ids, *other.record_ids],
        "record_ids": [row["record_id"] for row in turns],
    }
