"""When a proxy did not know a client: after another proxy's end, and after the end of its own process."""

import pytest

from forensics import case as storage
from forensics.model.spans import SECOND_US
from forensics.replay import proxies
from forensics.replay.events import Events
from forensics.storefiles.events import event_tables
from forensics.tables import FILES

SEEN_S, ENDED_S, BACK_S = 100, 130, 150


def connected(number, at, node="p"):
    head = {"record_id": number, "node": node, "series": "broker.log", "kind": "proxy", "seq": number, "source": "log"}
    told = {"client_id": "c@1", "group": "G", "channel_kind": "grpc", "last_update_ms": None}
    return head | told | {"ts_lo": at * SECOND_US, "ts_hi": (at + 1) * SECOND_US - 1}


def ended(node, at):
    return {"node": node, "state": "ended", "from_lo": at * SECOND_US}


def windows(path, rows, lives):
    case = storage.new_case(path / "case")
    case.write("events/consumer_connected", 0, event_tables()["consumer_connected"].frame(rows))
    case.write("files", 0, FILES.frame([]))
    events = Events(case)
    events.states.update({"nodes": [{"node": "p", "kind": "proxy"}], "lives": lives, "clients": [], "coverage": []})
    return proxies.replay(events)["proxy_windows"]


@pytest.mark.parametrize(
    ("first_at", "lives", "expected"),
    [
        ("p", [ended("p", ENDED_S)], [(None, ENDED_S)]),  # the same proxy, started again
        ("p", [], []),  # it went and came, and the proxy lived
        ("p", [ended("p", BACK_S + 40)], []),
        ("p", [ended("p", SEEN_S - 40)], []),
        ("q", [ended("q", ENDED_S)], [("q", SEEN_S)]),
    ],
)
def test_a_client_is_unknown_to_a_process_that_began_after_it_came(tmp_path, first_at, lives, expected):
    found = windows(tmp_path, [connected(1, SEEN_S, first_at), connected(2, BACK_S)], lives)
    assert [(w["moved_from"], w["from_lo"] // SECOND_US) for w in found] == expected
    assert {(w["node"], w["client_id"], w["moved_by"], w["to_lo"]) for w in found} <= {
        ("p", "c@1", "proxy_gone", BACK_S * SECOND_US)
    }
