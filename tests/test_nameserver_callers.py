"""Connections are counted at once as they would be one after the other."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from forensics.case import new_case
from forensics.replay.events import Events
from forensics.replay.nameserver.callers import _accepted
from forensics.storefiles.events import event_tables

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
