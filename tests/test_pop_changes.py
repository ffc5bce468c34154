"""Whose acks a change of the invisible time made: what its old checkpoint brings again was acked by nobody."""

from dataclasses import replace

import polars as pl
import pytest

from forensics import case as storage
from forensics.model.pop_checkpoint import MEMORY, POPPED_AGAIN, REVIVED, AckStored, AckTaken, Checkpoint, Returned, run
from forensics.model.pop_match import Place
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.events import Events
from forensics.replay.pop import happened
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.batch_rows import Whose, rows
from forensics.replay.pop.batches import Batch
from forensics.replay.pop.changes import given_back
from forensics.replay.pop.lost_changes import untold
from forensics.storefiles.events import event_tables
from forensics.tables import FILES

POPPED_S, DUE_S, BACK_S = 100, 130, 133
OWNERS = {"n": "b", "m": "c"}
KEY = {"broker": "b", "topic": "T", "group": "G", "queue_id": 0, "start_offset": 10, "revive_time": DUE_S * 1_000}


def second(at):
    return Instant(at * SECOND_US, (at + 1) * SECOND_US - 1)


def batch(*, taken, logged_by=None):
    """Return a batch of offsets 10 and 11 whose nameless acks revive did not find; a line shows each ack *taken*, or none.

    *logged_by* is the node of these lines.
    """
    empty = Checkpoint("b", "T", "G", 0, 10, POPPED_S * 1_000, DUE_S * 1_000, (10, 11))
    line_of = (logged_by, 1) if logged_by else None
    events = [AckTaken(o, o, second(POPPED_S + 1), MEMORY, line_of) for o in (10, 11) if taken]
    events += [AckStored(o, o + 10, second(POPPED_S + 11), "n", None) for o in (10, 11)]
    events += [Returned(o, o + 20, second(BACK_S), REVIVED, "n", Place("n", 0, 5)) for o in (10, 11)]
    ck, _ = run(empty, events)
    found = {
        "event": "ck_found",
        "node": "n",
        "ts_lo": 0,
        "record_id": 1,
        "re_put_times": None,
        "revive_queue_id": 0,
        "revive_offset": 5,
    }
    return Batch(KEY | {"pop_time": POPPED_S * 1_000, "alone": True}, [found], [], ck)


def line(node):
    """Return what each line of a broker's pop.log has."""
    return {
        "node": node,
        "series": "pop.log",
        "kind": "broker",
        "seq": 1,
        "source": "log",
        "record_id": 60,
        "ts_lo": 0,
        "ts_hi": 1,
    }


def events_of(path, *changes, node="n", kind="invisible_changed", revive_queue_id=None):
    """Return the events of a case with *changes* of offset 11, at these seconds, told by lines of *kind*."""
    case = storage.new_case(path / "case")
    head = line(node) | {"topic": "T", "group": "G", "queue_id": 0, "revive_queue_id": revive_queue_id}
    made = [
        head
        | {"record_id": 50 + n, "offset": 11, "ts_lo": second(at).lo, "ts_hi": second(at).hi, "revive_time": (at + 60) * 1_000}
        for n, at in enumerate(changes)
    ]
    shown = event_tables()[kind]
    case.write(f"events/{kind}", 0, shown.frame([{n: v for n, v in row.items() if n in shown.schema} for row in made]))
    case.write("files", 0, FILES.frame([]))
    return Events(case)


@pytest.mark.parametrize(
    ("popped_s", "printed", "expected"),
    [
        (POPPED_S + 1, None, True),
        (POPPED_S + 1, "ck_buffered", False),  # a pop made it
        (POPPED_S + 9, None, False),  # the ack was there long before
        (POPPED_S, None, False),  # the batch's own
        (DUE_S + 5, None, False),
    ],
)
def test_a_change_whose_line_is_lost_is_told_by_the_checkpoint_it_made(tmp_path, popped_s, printed, expected):
    made, events = batch(taken=True), events_of(tmp_path)
    of = {
        "topic": "T",
        "group": "G",
        "queue_id": 0,
        "start_offset": 11,
        "ck_offsets": [11],
        "revive_time": popped_s * 1_000 + 500,
    }
    for kind, more in (("ck_found", {"pop_time": popped_s * 1_000}), (printed, {"record_id": 59})):
        if kind:
            events.case.write(f"events/{kind}", 0, event_tables()[kind].frame([line("n") | of | more]))
    assert given_back(events, [made], OWNERS) == ({(made.id, 11)} if expected else frozenset())


@pytest.mark.parametrize(
    ("queue", "node", "due_s", "found_popped_s", "expected"),
    [
        (0, "n", DUE_S + 1, None, True),
        (1, "n", DUE_S + 1, None, False),  # of another pop: a change stays in the revive queue of the old handle
        (0, "m", DUE_S + 1, None, False),
        (0, "n", DUE_S, None, False),  # the batch's own
        (0, "n", DUE_S + 1, POPPED_S + 9, False),  # the ack was there long before
    ],
)
def test_a_change_of_which_a_retry_is_left_is_told_by_its_revive_queue(tmp_path, queue, node, due_s, found_popped_s, expected):
    made, events = batch(taken=True), events_of(tmp_path)
    of = {"broker": "b", "topic": "T", "group": "G", "queue_id": 0, "start_offset": 11, "ck_offsets": [11], "offset": 11}
    lies = {"node": node, "revive_queue_id": queue, "revive_time": due_s * 1_000}
    kinds = {"message_retried": {}} | ({"ck_found": {"pop_time": found_popped_s * 1_000}} if found_popped_s else {})
    for kind, more in kinds.items():
        shown = event_tables()[kind]
        row = line(node) | of | lies | more
        events.case.write(f"events/{kind}", 0, shown.frame([{n: v for n, v in row.items() if n in shown.schema}]))
    assert given_back(events, [made], OWNERS) == ({(made.id, 11)} if expected else frozenset())


@pytest.mark.parametrize(("queue", "expected"), [(3, True), (4, False)])
def test_a_retry_tells_a_change_of_a_message_that_was_popped_again_by_the_revive_queue_of_its_pop(tmp_path, queue, expected):
    made, events = batch(taken=True), events_of(tmp_path)
    again = Returned(11, 41, second(BACK_S), POPPED_AGAIN, "n")
    made.ck, _ = run(replace(made.state, events=made.state.taken), [again])
    made.lines.append({"event": "ck_buffered", "node": "n", "record_id": 2, "revive_queue_id": 3})
    of = {"broker": "b", "topic": "T", "group": "G", "queue_id": 0, "start_offset": 11, "ck_offsets": [11], "offset": 11}
    lies = {"revive_queue_id": queue, "revive_time": (DUE_S + 1) * 1_000}
    shown = event_tables()["message_retried"]
    row = line("n") | of | lies
    events.case.write("events/message_retried", 0, shown.frame([{n: v for n, v in row.items() if n in shown.schema}]))
    assert given_back(events, [made], OWNERS) == ({(made.id, 11)} if expected else frozenset())


@pytest.mark.parametrize(
    ("taken", "change", "expected"),
    [
        (True, POPPED_S + 1, True),
        (True, POPPED_S + 9, False),  # the ack was there long before
        (False, POPPED_S + 9, True),  # within the time in which nobody else can have the message
        (False, DUE_S + 5, False),  # of a later handle
    ],
)
def test_an_ack_that_a_change_made_is_nobodys(tmp_path, taken, change, expected):
    made = batch(taken=taken)
    assert given_back(events_of(tmp_path, change), [made], OWNERS) == ({(made.id, 11)} if expected else frozenset())


@pytest.mark.parametrize(("node", "expected"), [("n", True), ("m", False)])
def test_a_change_in_the_key_value_store_acks_nothing_either(tmp_path, node, expected):
    """Its line tells no broker: it is that of its node."""
    made = batch(taken=True)
    found = given_back(events_of(tmp_path, POPPED_S + 1, node=node, kind="kv_changed"), [made], OWNERS)
    assert found == ({(made.id, 11)} if expected else frozenset())


@pytest.mark.parametrize(("node", "expected"), [("n", True), ("m", False), ("x", True)])
def test_a_change_on_another_broker_is_of_another_message(tmp_path, node, expected):
    """Queues of two brokers have the same numbers and offsets; whose a node is that no line tells, is open."""
    made = batch(taken=True)
    found = given_back(events_of(tmp_path, POPPED_S + 1, node=node), [made], OWNERS)
    assert found == ({(made.id, 11)} if expected else frozenset())


@pytest.mark.parametrize(
    ("logged_by", "popped_in", "expected"), [("x", 3, True), ("x", None, True), ("y", 3, False), ("x", 4, False)]
)
def test_a_change_acks_the_old_handle_on_its_own_node_and_in_its_own_revive_queue(tmp_path, logged_by, popped_in, expected):
    """Several brokers of one container share a log: of whom a line there is, no name tells."""
    made = batch(taken=True, logged_by=logged_by)
    made.lines.append({"event": "ck_buffered", "node": "x", "record_id": 2, "revive_queue_id": popped_in})
    found = given_back(events_of(tmp_path, POPPED_S + 1, node="x", revive_queue_id=3), [made], OWNERS)
    assert found == ({(made.id, 11)} if expected else frozenset())


@pytest.mark.parametrize(("seq", "expected"), [(1, True), (2, True), (0, False)])
def test_what_was_acked_before_it_was_changed_was_acked_by_its_consumer(tmp_path, seq, expected):
    """A change prints its line before that of its ack, but in the key value store, which prints one for both."""
    made = batch(taken=True)
    taken = [replace(a, line=("n", seq)) for a in made.state.taken]
    made.ck = replace(made.state, events=(*taken, *made.state.written, *made.state.returns))
    events = events_of(tmp_path, POPPED_S + 1)
    of = {"broker": "b", "topic": "T", "group": "G", "queue_id": 0, "start_offset": 11, "ck_offsets": [11]}
    times = {"pop_time": (POPPED_S + 1) * 1_000, "revive_time": (POPPED_S + 61) * 1_000}
    events.case.write("events/ck_found", 0, event_tables()["ck_found"].frame([line("n") | of | times]))
    found = given_back(events, [made], OWNERS)
    assert found == ({(made.id, 11)} if expected else frozenset())


@pytest.mark.parametrize(("broker", "expected"), [("b", True), ("c", False), (None, True)])
def test_a_checkpoint_of_another_broker_is_of_another_message(tmp_path, broker, expected):
    """Its pop can be lost from the logs: no change made it that could be one of the batch."""
    made, events = batch(taken=True), events_of(tmp_path)
    of = {"broker": broker, "topic": "T", "group": "G", "queue_id": 0, "start_offset": 11, "ck_offsets": [11]}
    times = {"pop_time": (POPPED_S + 1) * 1_000, "revive_time": (DUE_S + 1) * 1_000}
    events.case.write("events/ck_found", 0, event_tables()["ck_found"].frame([line("m") | of | times]))
    assert given_back(events, [made], OWNERS) == ({(made.id, 11)} if expected else frozenset())


def test_what_was_not_acked_is_no_redelivery_of_an_acked_message_and_keeps_its_cause(tmp_path):
    events, made = events_of(tmp_path, POPPED_S + 1), batch(taken=True)
    events.states.update({"lives": [], "nodes": [], "coverage": []})
    told = rows([made], Surroundings(events, {}), {}, Whose(given_back(events, [made], OWNERS)))
    again = {row["offset"]: (row["in_time"], row["cause"], row["mechanism"]) for row in told["redeliveries"]}
    assert again == {10: ("in_time", "known_fault", "nameless_ack"), 11: (None, "known_fault", "nameless_ack")}
    (what,) = (row["what"] for row in happened.replay(told | {"rewrite_chains": []}, [])["happenings"])
    assert what.endswith(" again that was not acked in time: 1 hidden anew, and brought by the old checkpoint all the same")


def test_a_change_after_the_revive_time_makes_no_late_ack(tmp_path):
    """The ack beside it is the broker's own: the message comes back for nobody had acked it."""
    events, late = events_of(tmp_path, DUE_S + 5), [AckTaken(o, o, second(DUE_S + 5), MEMORY) for o in (10, 11)]
    back = [Returned(o, o + 20, second(BACK_S), REVIVED, "n", Place("n", 0, 5)) for o in (10, 11)]
    made = batch(taken=False)
    made.ck, _ = run(replace(made.state, events=()), [*late, *back])
    events.states.update({"lives": [], "nodes": [], "coverage": []})
    told = rows([made], Surroundings(events, {}), {}, Whose(given_back(events, [made], OWNERS)))
    assert {row["offset"]: row["cause"] for row in told["redeliveries"]} == {10: "late_ack", 11: "never_acked"}


@pytest.mark.parametrize(
    ("taken", "counted", "expected"),
    [
        (False, [(POPPED_S + 4, 200053, 2)], {10, 11}),  # one change has its line
        (False, [(POPPED_S + 4, 200053, 1)], set()),
        (False, [(POPPED_S + 4, 200051, 2)], set()),  # acks
        (False, [(DUE_S + 4, 200053, 2)], set()),  # of later handles
        (True, [(POPPED_S + 4, 200053, 2)], set()),  # lines tell who asked
    ],
)
def test_an_ack_that_no_line_tells_of_may_be_of_a_change_that_was_only_counted(tmp_path, taken, counted, expected):
    events, made = events_of(tmp_path, POPPED_S + 3), batch(taken=taken)
    rows_ = [
        line("n") | {"ts_lo": second(at).lo, "ts_hi": second(at).hi, "counts": [{"code": code, "count": count}]}
        for at, code, count in counted
    ]
    shown = event_tables()["requests_counted"]
    events.case.write(
        "events/requests_counted", 0, shown.frame([{n: v for n, v in r.items() if n in shown.schema} for r in rows_])
    )
    found = untold(events, [made], OWNERS)
    assert {offset for _, offset in found} == expected
    events.add("log_ended", pl.LazyFrame([line("n")]))
    assert untold(events, [made], OWNERS) == frozenset(), "a store has all changes"
    events.states.update({"lives": [], "nodes": [], "coverage": []})
    told = rows([made], Surroundings(events, {}), {}, Whose(untold=found))
    assert {row["offset"] for row in told["redeliveries"] if row["ambiguous"] and "nack" in row["candidates"]} == expected


def test_a_retry_that_may_be_of_two_checkpoints_is_told_once_and_proves_nothing(tmp_path):
    """A store's retried message names neither: each has the message at an offset of its own."""
    events, made = events_of(tmp_path), batch(taken=True)
    later = Checkpoint("b", "T", "G", 0, 50, (POPPED_S + 1) * 1_000, (DUE_S + 1) * 1_000, (50,))
    ck, _ = run(later, [AckTaken(50, 40, second(POPPED_S + 2), MEMORY), Returned(50, 30, second(BACK_S), REVIVED, "n")])
    key = made.key | {"start_offset": 50, "pop_time": (POPPED_S + 1) * 1_000, "revive_time": (DUE_S + 1) * 1_000}
    events.states.update({"lives": [], "nodes": [], "coverage": []})
    told = rows([made, Batch(key, made.lines, [], ck)], Surroundings(events, {}), {})
    again = [(row["record_id"], row["offset"], row["ambiguous"]) for row in told["redeliveries"]]
    assert again == [(30, 50, True), (31, 11, False)]
