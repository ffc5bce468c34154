"""What brokers and name servers tell of each other is compared with the doubt of their clocks: more doubt proves less."""

from dataclasses import dataclass, field

import pytest

from forensics.model.spans import SECOND_US
from forensics.replay.cluster import identities
from forensics.replay.moves import Moves
from forensics.replay.nameserver import expiries, late_unregistrations

NS = "10.0.0.9:9876"
NODES = [
    {"node": "ns", "kind": "namesrv", "address": NS},
    {"node": "a", "kind": "broker", "address": "10.0.0.1:10911", "name": "broker-a"},
    {"node": "b", "kind": "broker", "address": "10.0.0.2:10911", "name": "broker-a"},
]


@dataclass
class Told:
    """Events of one kind each, states, and the doubt of clocks, as a part of the replay is given them."""

    kinds: dict[str, list[dict[str, object]]]
    clock: Moves
    states: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    options: dict[str, dict[str, dict[str, object]]] = field(default_factory=dict)

    def rows(self, kind):
        return self.kinds.get(kind, [])

    def registered(self):
        return self.rows("broker_register_ok")


def row(number, node, kind, second, **told):
    lo = second * SECOND_US
    return {"record_id": number, "node": node, "kind": kind, "seq": number, "ts_lo": lo, "ts_hi": lo + SECOND_US - 1} | told


def registered(number, node, second):
    return row(number, node, "broker", second, nameserver=NS)


def expired(clock):
    kinds = {
        "broker_expired": [row(1, "ns", "namesrv", 500, address="10.0.0.1:10911", silent_ms=120_000)],
        "broker_register_ok": [registered(2, "a", 440)],
    }
    return expiries.replay(Told(kinds, clock, {"nodes": NODES}))["expired_alive"]


def dropped(clock):
    gone = row(4, "ns", "namesrv", 500, address="10.0.0.1:10911", task="brokerAddrTable", status="OK")
    kinds = {
        "process_started": [
            row(n, n, "broker", 1, broker="broker-a", address=a) for n, a in (("a", "10.0.0.1:10911"), ("b", "10.0.0.2:10911"))
        ],
        "broker_register_ok": [registered(2, "a", 460), registered(3, "b", 480)],
        "broker_unregistered": [gone],
        "broker_name_removed": [row(5, "ns", "namesrv", 500, broker="broker-a")],
    }
    listed = {"node": "ns", "address": "10.0.0.2:10911", "from_hi": 0, "to_lo": None}
    return late_unregistrations.replay(Told(kinds, clock, {"nodes": NODES, "brokers_registered": [listed]}))["brokers_dropped"]


def clashed(clock):
    identity = {n: {"brokerId": {"value": "0", "record_id": 9}} for n in ("a", "b")}
    kinds = {
        "process_started": [row(n, n, "broker", 1, broker="broker-a", address=f"{n}:10911") for n in ("a", "b")],
        "broker_register_ok": [registered(2, "a", 460), registered(3, "b", 480), registered(4, "a", 500)],
    }
    return identities.replay(Told(kinds, clock, {"broker_roles": []}, identity))["broker_clashes"]


@pytest.mark.parametrize("told", [expired, dropped, clashed])
def test_an_order_that_clocks_leave_open_proves_nothing(told):
    assert len(told(Moves(doubts={"a": 4 * SECOND_US}))) == 1
    assert told(Moves(doubts={"a": 60 * SECOND_US})) == []
    assert told(Moves(doubts={"a": None})) == []


def test_an_unbounded_clock_of_the_name_server_leaves_open_what_it_did_before_or_after():
    assert (expired(Moves(doubts={"ns": None})), dropped(Moves(doubts={"ns": None}))) == ([], [])


def test_another_registration_that_may_have_come_last_leaves_open_whose_entry_it_was():
    """The old broker's one may lie after the new one's, or the new one's after the end."""
    assert dropped(Moves(doubts={"a": 25 * SECOND_US})) == []
    assert dropped(Moves(doubts={"b": 25 * SECOND_US})) == []
