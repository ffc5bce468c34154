"""Two clusters in one case whose brokers have one name: what one of them pops is no message of the other's."""

from datetime import UTC, datetime, timedelta

import pytest
from conftest import write_logs

from forensics.library import case_of, check_case
from forensics.replay.cluster.roles import _two_masters

T0 = 1_790_000_000_000
"""Some pop time, in epoch milliseconds."""


def line(ms, message, level="INFO", thread="main"):
    """Return a broker's log line of the time T0 + *ms*."""
    at = datetime.fromtimestamp((T0 + ms) / 1_000, UTC) + timedelta(hours=8)
    return f"{at:%Y-%m-%d %H:%M:%S} {level} {thread} - {message}"


def broker(port, nameserver, *, master=True):
    role = [line(-61_000, "Set PopReviveService Status to true" if master else "Set PopReviveService Status to false")]
    started = f"The broker[b, 127.0.0.1:{port}] boot success. serializeType=JSON and name server is {nameserver}"
    registered = f"Registering current broker to name server completed. TargetHost={nameserver}"
    return [*role, line(-60_000, started), line(-50_000, registered), line(100_000, registered)]


def popped(ms):
    """Return the line of a pop of two messages from queue 0."""
    ck = (
        f"PopCheckPoint [topic=T, cid=G, queueId=0, startOffset=10, bitMap=0, num=2, reviveTime={T0 + ms + 20_000}, "
        "reviveOffset=0, diff=[0, 1], brokerName=b]"
    )
    wrap = f"CkWrap{{rq=3, rqo=-1, ck={ck}, bits=0, sBits=0, nbo=12, cks=false, jo=false}}"
    ack = f"AckMsg{{ackOffset=10, startOffset=10, consumerGroup='G', topic='T', queueId=0, popTime={T0 + ms}, brokerName=b}}"
    return [
        line(ms, f"[PopBuffer]add ck, {wrap}", thread="PullMessageThread_1"),
        line(
            ms + 1_000, f"[PopBuffer]add ack, rqId=3, {wrap.replace('bits=0', 'bits=1', 1)}, {ack}", thread="AckMessageThread_1"
        ),
    ]


@pytest.fixture
def redelivered(tmp_path):
    """Give a function from the logs of nodes to the causes of the acked messages that came back."""

    def run(logs):
        write_logs(tmp_path / "input", logs)
        with case_of([str(tmp_path / "input")]) as case:
            findings = check_case(case)["findings"]
        return [f["cause"]["class"] for f in findings if f["rule"] == "pop/acked_message_redelivered"]

    return run


def logs(at, lines):
    return {"broker.log": lines, "pop.log": popped(at)}


def test_a_master_of_another_cluster_is_no_replica(redelivered):
    east, west = broker(10911, "10.0.0.9:9876"), broker(20911, "10.1.0.9:9876")
    assert redelivered({"east": logs(0, east), "west": logs(30_000, west)}) == []


def test_a_slave_that_pops_what_its_master_did_is_a_failover(redelivered):
    master, slave = broker(10911, "10.0.0.9:9876"), broker(20911, "10.0.0.9:9876", master=False)
    assert redelivered({"a": logs(0, master), "b": logs(30_000, slave)}) == ["failover"]


def test_slaves_go_with_the_master_at_their_name_server(redelivered):
    east, west = broker(10911, "10.0.0.9:9876"), broker(20911, "10.1.0.9:9876")
    slave = broker(20921, "10.1.0.9:9876", master=False)
    assert redelivered({"east": logs(0, east), "west": logs(10_000, west), "west-slave": logs(40_000, slave)}) == ["failover"]


def reviving(since, until):
    """Return a cycle of revive for each minute, in milliseconds since T0."""
    cycle = "reviveQueueId=3, revive finish,old offset is 0, new offset is 0, ckDelay=0  "
    return [line(ms, cycle, thread="PopReviveService_3") for ms in range(since, until, 60_000)]


def served(ms, cycles):
    """Return the pop.log of a node whose start is lost: its cycles, and a pop among them."""
    return {"pop.log": sorted([*cycles, *popped(ms)])}


def test_nodes_that_revive_for_minutes_at_once_are_no_replicas(redelivered):
    both = reviving(-120_000, 240_000)
    assert redelivered({"east": served(0, both), "west": served(30_000, both)}) == []


def test_a_slave_that_revives_when_its_master_no_longer_does_is_a_failover(redelivered):
    master, slave = reviving(-240_000, 0), reviving(20_000, 240_000)
    assert redelivered({"a": served(0, master), "b": served(30_000, slave)}) == ["failover"]


def test_nodes_of_one_name_server_are_of_one_cluster_even_if_both_revive(redelivered):
    registered = "Registering current broker to name server completed. TargetHost=10.0.0.9:9876"
    nodes = {
        name: served(at, reviving(-120_000, 240_000)) | {"broker.log": [line(at, registered)]}
        for name, at in (("a", 0), ("b", 30_000))
    }
    assert redelivered(nodes) == ["failover"]


def test_masters_of_one_epoch_are_told_of_each_of_two_clusters_that_name_their_brokers_alike():
    master = {"broker": "a", "role": "master", "master_epoch": 3, "from_lo": 0, "from_hi": 9, "record_ids": [1]}
    rows = [master | {"state_id": f"role/{node}/1", "node": node} for node in ("a0", "b0", "a1", "b1")]
    registered = {"a0": {"ns-a"}, "a1": {"ns-a"}, "b0": {"ns-b"}, "b1": {"ns-b"}}
    found = [(d["node"], d["other_state_id"]) for d in _two_masters(rows, registered)]
    assert found == [("a1", "role/a0/1"), ("b1", "role/b0/1")]
