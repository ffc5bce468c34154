"""What lies between a delivery and another: a broker's start lies where its process began, not where it says that it is up."""

import pytest

from forensics import case as storage
from forensics.model.spans import SECOND_US
from forensics.replay.cluster.clusters import Clusters
from forensics.replay.events import Events
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.started import starts_of
from forensics.storefiles.events import event_tables
from forensics.tables import FILES

FIRST_S, AGAIN_S, UP_S = 1_000, 2_000, 2_012
"""When the first process was up, and when the second printed its options and was up."""


def line(record, at_s, **of):
    """Return what a line of a broker's log has."""
    head = {"node": "n", "series": "broker.log", "kind": "broker", "seq": record, "source": "log", "line": record}
    return head | {"record_id": record, "ts_lo": at_s * SECOND_US, "ts_hi": (at_s + 1) * SECOND_US - 1} | of


@pytest.fixture
def around(tmp_path):
    case = storage.new_case(tmp_path / "case")
    ups = [line(n, at, broker="b", task="broker") for n, at in ((2, FIRST_S), (5, UP_S))]
    options = [line(n, at, option="brokerName", value="b") for n, at in ((1, FIRST_S - 3), (3, AGAIN_S), (4, AGAIN_S + 1))]
    for kind, rows in (("process_started", ups), ("option_dumped", options)):
        case.write(f"events/{kind}", 0, event_tables()[kind].frame(rows))
    case.write("files", 0, FILES.frame([]))
    return Surroundings(Events(case), {"n": "b"})


@pytest.mark.parametrize(
    ("popped_s", "again_s", "started"),
    [
        (FIRST_S + 10, UP_S - 1, True),  # served before it said that it was up
        (UP_S - 1, UP_S + 9, False),  # both of the second process
        (FIRST_S + 10, AGAIN_S - 1, False),
    ],
)
def test_a_broker_that_serves_before_it_says_so_was_started_before(around, popped_s, again_s, started):
    found = around.starts("n").within((popped_s * SECOND_US, again_s * SECOND_US))
    assert [row["record_id"] for row in found] == ([5] if started else [])


@pytest.mark.parametrize(
    ("boots", "told"),
    [
        ([], [1, 2]),
        ([(5, UP_S, "b")], [5, 1]),  # the second start is told by the broker's own line
        ([(5, FIRST_S + 4, "b")], [5, 2]),
        ([(5, UP_S, "b"), (6, UP_S, "c")], [5, 6]),  # of several brokers in one process a store is of any of them
    ],
)
def test_a_start_whose_own_line_is_lost_is_told_by_the_store_that_was_loaded(tmp_path, boots, told):
    case = storage.new_case(tmp_path / "case")
    loads = [line(n, at, commit_log_offset=0) | {"series": "store.log"} for n, at in ((1, FIRST_S), (2, AGAIN_S))]
    ups = [line(n, at, broker=name, task="broker") for n, at, name in boots]
    for kind, rows in (("process_started", ups), ("store_loaded", loads)):
        case.write(f"events/{kind}", 0, event_tables()[kind].frame(rows))
    case.write("files", 0, FILES.frame([]))
    assert [row["record_id"] for row in starts_of(Events(case))] == told


OWNERS = {"east-a": "a", "east-b": "b", "west-a": "a", "west-b": "b"}
CLUSTERS = Clusters(
    {"east-a": "east-a", "west-a": "west-a"}, OWNERS, {node: {node.split("-")[0]} for node in OWNERS if node != "west-b"}
)
"""Two clusters that name their brokers alike: each has a name server of its own, of which one broker's log tells nothing."""


@pytest.mark.parametrize(
    ("node", "gone"),
    [
        ("east-a", []),  # of its own cluster none was deleted
        ("west-a", [7]),
        ("east-b", []),  # it revives what the broker a of its cluster popped
        ("west-b", [7]),  # of which cluster it is nobody knows
    ],
)
@pytest.mark.parametrize("kind", ["topic_deleted", "topic_unmapped"])  # at INFO; what a log at WARN has of it
def test_a_topic_deleted_in_another_cluster_explains_nothing(tmp_path, kind, node, gone):
    case = storage.new_case(tmp_path / "case")
    case.write(f"events/{kind}", 0, event_tables()[kind].frame([line(7, 100, node="west-a", topic="T")]))
    case.write("files", 0, FILES.frame([]))
    found = Surroundings(Events(case), OWNERS, CLUSTERS).deleted(node, "a", "T", None, (0, 200 * SECOND_US))
    assert [row["record_id"] for row in found] == gone


@pytest.mark.parametrize(("at_s", "told"), [(FIRST_S + 7, 2), (FIRST_S + 11, None), (FIRST_S - 1, None)])
def test_a_slave_forgets_what_it_popped_until_it_acts_as_master(tmp_path, at_s, told):
    """A pop after the last such line may be one of a slave that has taken its master's place meanwhile."""
    case = storage.new_case(tmp_path / "case")
    cleared = [line(n, FIRST_S + 5 * n - 5, role="SLAVE") | {"series": "pop.log"} for n in (1, 2, 3)]
    case.write("events/buffer_cleared", 0, event_tables()["buffer_cleared"].frame(cleared))
    case.write("files", 0, FILES.frame([]))
    around = Surroundings(Events(case), {"n": "b"})
    row = around.forgetting("n", (at_s * SECOND_US, (at_s + 1) * SECOND_US - 1))
    assert (row and row["record_id"]) == told


@pytest.mark.parametrize(("popped_s", "again_s", "told"), [(FIRST_S + 2, FIRST_S + 9, 2), (FIRST_S + 7, FIRST_S + 9, None)])
def test_a_new_master_forgets_what_it_popped_before_its_buffer_s_next_turn(tmp_path, popped_s, again_s, told):
    case = storage.new_case(tmp_path / "case")
    cleared = [line(n, FIRST_S + 5 * n - 5, role=role) | {"series": "pop.log"} for n, role in ((1, "SLAVE"), (2, "SYNC_MASTER"))]
    case.write("events/buffer_cleared", 0, event_tables()["buffer_cleared"].frame(cleared))
    case.write("files", 0, FILES.frame([]))
    around = Surroundings(Events(case), {"n": "b"})
    row = around.forgot("n", popped_s * SECOND_US, (again_s * SECOND_US, (again_s + 1) * SECOND_US - 1))
    assert (row and row["record_id"]) == told
