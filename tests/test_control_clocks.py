"""What brokers and name servers tell of each other is compared with the doubt of their clocks: more doubt proves less.

And where nothing bounds their clocks, it proves nothing.
"""

from dataclasses import dataclass, field

import pytest
from conftest import write_logs

from forensics.library import case_of, check_case
from forensics.model.clocks import Ends
from forensics.model.spans import SECOND_US
from forensics.questions.rows import states
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


def bounded(apart_s):
    ends = Ends("ns", -apart_s * SECOND_US // 2, apart_s * SECOND_US // 2)
    return Moves(ends={"ns": Ends("ns", 0, 0), "a": ends, "b": ends})


@pytest.mark.parametrize("told", [expired, dropped, clashed])
def test_an_order_is_proven_by_what_bounds_the_clocks_alone(told):
    """That nothing shows a clock to be off does not show that it is right."""
    assert [row["doubt"] for row in told(bounded(4))] == [None]
    assert "nothing in the case shows how far they are apart" in told(Moves())[0]["doubt"]
    assert "s apart is all that the case shows" in told(bounded(160))[0]["doubt"]


def two_masters(home, *, id_asked):
    """Write the logs of a master that registers for a minute after another was elected; each was slave of the other once."""

    def role(second, to, epoch, own, thread):
        if to == "master":
            return second, f"{thread} - Begin to change to master, brokerName:b, replicas:10.0.0.{own}:10911, new Epoch:{epoch}"
        new = f"newMasterBrokerId={3 - own}, newMasterAddress=10.0.0.{3 - own}:10911, newMasterEpoch={epoch}"
        return second, f"{thread} - Begin to change to slave, brokerName=b, brokerId={own}, {new}"

    def taken(second, before, after):
        return second, f"AutoSwitchHAService_Executor_1 - SyncStateSet changed from {before} to {after}"

    ok = f"brokerOutApi_thread_1 - Registering current broker to name server completed. TargetHost={NS}"
    code = "registerCheckCode='10.0.0.2:10911;1767225603000', clusterName='c', brokerName='b', brokerId=2, filePath='/s/id-temp'"
    asked = f"main - Register state change to CREATE_TEMP_METADATA_FILE_DONE, temp metadata: TempBrokerMetadata{{{code}}}"
    logs = {
        "old": [
            (0, f"main - namesrvAddr={NS}"),
            role(1, "master", 1, 1, "main"),
            taken(1, [], [1]),
            taken(8, [1], [1, 2]),
            *((at, ok) for at in range(10, 130, 10)),
            role(130, "slave", 2, 1, "ReplicasManager_ScheduledService_3"),
        ],
        "new": [
            (2, f"main - namesrvAddr={NS}"),
            *([(3, asked)] if id_asked else []),
            role(3, "slave", 1, 2, "main"),
            (5, ok),
            role(60, "master", 2, 2, "AdminBrokerThread_2"),
            taken(60, [], [2]),
            taken(135, [2], [1, 2]),
        ],
    }
    at = "2026-01-01 08:{:02d}:{:02d} INFO {}"
    write_logs(
        home, {n: {"broker.log": [at.format(*divmod(second, 60), text) for second, text in own]} for n, own in logs.items()}
    )


@pytest.mark.parametrize(
    ("id_asked", "verdict", "clock"),
    [
        (True, "violated", "its clock is 6.0 s behind to 6.0 s ahead of new: nothing shows more"),
        (False, "suspected", "its clock is 6.0 s behind to any time ahead of new: nothing shows more"),
    ],
    ids=["its first life", "a life of which not all is there"],
)
def test_a_master_beside_another_is_proven_where_the_two_were_replicas_of_each_other(tmp_path, id_asked, verdict, clock):
    """Which of its lives first was a slave of the epoch, only a broker that had asked for its id, or had another role, shows."""
    two_masters(tmp_path, id_asked=id_asked)
    with case_of([str(tmp_path)]) as case:
        (found,) = check_case(case)["findings"]
        told = {row["node"]: row["says"] for row in states(case, "clocks")}
    assert (found["kind"], found["verdict"]) == ("two_masters_at_once", verdict)
    assert ("This order is a deduction from the clocks of old and new" in found["explanation"]) == (verdict == "suspected")
    assert clock in told.values()
