"""Connections are counted at once as they would be one after the other."""

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from conftest import write_logs

from forensics.case import new_case
from forensics.library import case_of, check_case
from forensics.model.roster import REGISTERS_AT
from forensics.replay.events import Events
from forensics.replay.nameserver.callers import _accepted
from forensics.storefiles.events import event_tables
from forensics.tables import STATES

SECOND = 1_000_000
Row = dict[str, Any]


def lines(random: Random) -> list[Row]:
    """Return lines of two name servers and a proxy: times that stand still, fall or are not there, peers without an address."""
    at, rows = 0, []
    for number in range(random.randint(0, 60)):
        at += random.choice([0, 300_000, SECOND, 3 * SECOND, -SECOND // 2])
        state = random.choice(["active", "active", "inactive", "unregistered", "registered", None])
        where = {
            "node": random.choice("ab"),
            "kind": random.choice(["namesrv", "namesrv", "proxy"]),
            "series": random.choice("xy"),
        }
        one = {"seq": number, "record_id": number, "ts_lo": random.choice([at, at, at, None]), "channel_state": state}
        rows.append(where | one | {"remote_address": random.choice(["1", "2", None])})
    random.shuffle(rows)
    return rows


def one_by_one(rows: list[Row]) -> tuple[int, int]:
    """Return how many connections name servers accepted, and how many of them ended within a second."""
    accepted = brief = 0
    begun: dict[Any, list[int]] = {}
    for row in sorted(rows, key=lambda row: (row["node"], row["series"], row["seq"])):
        peer = row["node"], row["remote_address"]
        if row["kind"] != "namesrv" or row["ts_lo"] is None:
            continue
        if row["channel_state"] == "active":
            accepted += 1
            begun.setdefault(peer, []).append(row["ts_lo"])
        elif row["channel_state"] in {"inactive", "unregistered"}:
            brief += sum(row["ts_lo"] - at <= SECOND for at in begun.pop(peer, []))
    return accepted, brief


@pytest.mark.parametrize("seed", range(30))
def test_connections_are_counted_as_one_by_one(seed: int, tmp_path: Path) -> None:
    """Whatever their order in the table, whoever else printed such lines."""
    rows = lines(Random(seed))  # noqa: S311 - makes lines, not secrets
    case = new_case(tmp_path / "case", lasting=False)
    case.write("events/server_channel", 0, event_tables()["server_channel"].frame(rows))
    assert _accepted(Events(case)) == one_by_one(rows)


def test_brokers_register_at_name_servers_also_where_a_proxy_has_their_port(tmp_path: Path) -> None:
    """Who lacks the log of one of them must not be told that there was none."""
    at = "2026-01-01 20:00:01 INFO"
    listed = [f"{at} brokerOutApi_thread_1 - register broker[0]to name server 10.0.0.{host}:9876 OK" for host in (1, 2)]
    logs = {
        "n": {"rocketmqlogs/namesrv.log": [f"{at} main - The Name Server boot success. serializeType=JSON"]},
        "b": {"rocketmqlogs/broker.log": listed},
        "p": {
            "rocketmqlogs/proxy.log": [f"{at} main - The current configuration file path is /x/conf/rmq-proxy.json"],
            "rocketmqlogs/broker_default.log": [f"{at} NettyServerScheduler_1 - Port: 9876, RequestCode Distribution: {{105:1}}"],
        },
    }
    write_logs(tmp_path / "input", logs)
    with case_of([str(tmp_path / "input")]) as case:
        check_case(case)
        told = set(case.read(replace(STATES["features"], name="states/features"))["feature"])
    assert {f"{REGISTERS_AT}10.0.0.{host}:9876" for host in (1, 2)} <= told
