"""Events as the parts of the replay ask for them, and rows as tables take them: in the order of files, with nothing lost."""

import polars as pl
import pytest

from forensics import case as storage
from forensics.replay import events as replay_events
from forensics.replay.events import Events
from forensics.replay.nodes import options_dumped
from forensics.storefiles.events import event_tables
from forensics.tables import FILES, Table
from forensics.tables.table import COUNTS, IDS, Column


def event(number, node, seq, kind="broker", **told):
    head = {"record_id": number, "node": node, "series": "broker.log", "kind": kind, "seq": seq, "source": "log"}
    return head | {"ts_lo": number * 1_000_000, "ts_hi": number * 1_000_000} | told


@pytest.fixture(params=(1, 1_000_000), ids=("many", "few"))
def events(request, tmp_path, monkeypatch):
    monkeypatch.setattr(replay_events, "_KEPT", request.param)
    case = storage.new_case(tmp_path / "case")
    told = {
        "topic_deleted": [event(1, "b", 7, topic="T"), event(2, "a", 3, topic="U"), event(3, "a", 1, kind="proxy", topic="T")],
        "topic_created": [event(4, "a", 2, topic="T"), event(5, "b", 1, kind="proxy", topic="V")],
    }
    for name, rows in told.items():
        case.write(f"events/{name}", 0, event_tables()[name].frame(rows))
    case.write("files", 0, FILES.frame([]))
    return Events(case)


def ids(rows):
    return [row["record_id"] for row in rows]


def test_rows_of_several_kinds_stand_in_the_order_of_their_files(events):
    rows = events.rows("topic_deleted", "topic_created")
    assert ids(rows) == [3, 4, 2, 5, 1]
    assert [row["event"] for row in rows] == ["topic_deleted", "topic_created", "topic_deleted", "topic_created", "topic_deleted"]


def test_rows_are_of_the_kinds_of_nodes_that_are_asked_for_whatever_was_asked_before(events):
    assert ids(events.rows("topic_deleted", "topic_created", of=("proxy",))) == [3, 5]
    assert ids(events.rows("topic_deleted", of=("broker", "proxy"))) == [3, 2, 1]
    events.release()
    assert ids(events.rows("topic_deleted")) == [3, 2, 1]
    assert ids(events.rows("topic_deleted", of=("proxy",))) == [3]


def test_few_columns_of_some_events_are_read_alone(events):
    assert events.only("topic_deleted", "node", "topic") == [
        {"node": n, "topic": t} for n, t in (("a", "T"), ("a", "U"), ("b", "T"))
    ]
    assert events.only("topic_deleted", "record_id", where=pl.col("kind") == "broker") == [{"record_id": 2}, {"record_id": 1}]
    assert events.only("client_stopped", "node") == []


def test_rows_with_lists_become_columns_as_they_are():
    table = Table("t", "a row", (Column("node", pl.String, ""), Column("ids", IDS, ""), Column("counts", COUNTS, "")))
    rows = [
        {"node": "a", "ids": [2, 1], "counts": [{"code": 3, "count": None}]},
        {"node": None, "ids": [], "counts": None},
        {"ids": None},
        {"node": "b", "ids": [None, 5], "counts": []},
    ]
    frame = table.frame(rows)
    assert dict(frame.schema) == table.schema
    assert frame.to_dicts() == [{"node": None, "ids": None, "counts": None} | row for row in rows]
    with pytest.raises(ValueError, match="no column"):
        table.frame([{"nodes": "a"}])


class Dumped:
    """Events of which only dumped options are asked for, a few lines at a time."""

    def __init__(self, lines, at_once):
        self._lines, self._at_once = lines, at_once

    def pieces(self, _kind):
        return (piece.lazy() for piece in self._lines.iter_slices(self._at_once))


@pytest.mark.parametrize("at_once", [1, 2, 3, 100])
def test_the_options_of_each_start_are_told_apart_however_their_lines_are_read(at_once):
    second = 1_000_000
    lines = [("n", "a", 0), ("n", "b", 8), ("other", "a", 9), ("n", "c", 16), ("n", "a", 40), ("n", "b", 30), ("n", "d", 55)]
    rows = [{"node": node, "kind": "broker", "option": option, "ts_lo": at * second} for node, option, at in lines]
    assert options_dumped(Dumped(pl.DataFrame(rows), at_once)) == {
        ("n", "broker"): [frozenset("abc"), frozenset("ab"), frozenset("d")],
        ("other", "broker"): [frozenset("a")],
    }
