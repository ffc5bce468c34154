"""Retried messages of stores and the checkpoints they came from: each is of the broker whose store has the message it repeats."""

import pytest

from forensics import case as storage
from forensics.replay.events import Events
from forensics.replay.pop.store_retries import retries
from forensics.storefiles.events import event_tables
from forensics.tables import FILES

T0 = 1_790_000_000_000
"""Some pop time, in epoch milliseconds."""
RETRY = "%RETRY%G+T"
OWNERS = {"a-0": "a", "b-0": "b", "west": "a"}


def head(record, node, ms):
    place = {"node": node, "series": "store", "kind": "broker", "seq": record, "source": "store", "line": 0}
    return place | {"record_id": record, "ts_lo": (T0 + ms) * 1_000, "ts_hi": (T0 + ms) * 1_000, "store_ms": T0 + ms}


def message(record, node, offset, retried, ms, key="ID"):
    """Return the message that was retried *retried* times, as it lies at *offset* of the retry topic."""
    named = {
        "topic": RETRY,
        "queue_id": 0,
        "offset": offset,
        "message_id": key,
        "reconsume_times": retried,
        "first_pop_time": T0,
    }
    return head(record, node, ms) | named


def checkpoint(record, node, ms):
    """Return a checkpoint of offset 2 of the retry topic, which all brokers have."""
    named = {"topic": RETRY, "group": "G", "queue_id": 0, "start_offset": 2, "pop_time": T0 + ms, "ck_offsets": [2]}
    due = {"revive_time": T0 + ms + 10_000, "broker": OWNERS[node], "revive_queue_id": 1, "revive_offset": record}
    return head(record, node, ms + 7_000) | named | due


@pytest.mark.parametrize("popped_elsewhere_ms", [20_000, 31_000])
@pytest.mark.parametrize("elsewhere", ["b-0", "west"])  # another broker; one of the same name in another cluster
def test_a_retried_retry_is_of_the_broker_that_popped_it(tmp_path, elsewhere, popped_elsewhere_ms):
    case = storage.new_case(tmp_path / "case")
    cks = [checkpoint(1, "a-0", 30_000), checkpoint(2, elsewhere, popped_elsewhere_ms)]
    messages = [message(3, "a-0", 2, 1, 25_000), message(4, "a-0", 9, 2, 45_000), message(5, elsewhere, 2, 1, 15_000, "OTHER")]
    for kind, rows in (("ck_found", cks), ("message_stored", messages)):
        case.write(f"events/{kind}", 0, event_tables()[kind].frame(rows))
    case.write("files", 0, FILES.frame([]))
    told = [(row["node"], row["broker"], row["offset"]) for row in retries(Events(case), OWNERS) if row["record_id"] == 4]
    assert told == [("a-0", "a", 2)]


@pytest.mark.parametrize("born", [(1, 2), (None, None)])
def test_a_message_sent_twice_comes_back_to_the_queue_it_lies_in(tmp_path, born):
    """A producer that times out sends again, with a born time of its own, and queues have messages at the same offsets."""
    case = storage.new_case(tmp_path / "case")
    cks = [checkpoint(1 + queue, "a-0", 0) | {"topic": "T", "queue_id": queue} for queue in (0, 1)]
    sent = [message(3 + queue, "a-0", 2, 0, -1_000) | {"topic": "T", "queue_id": queue} for queue in (0, 1)]
    back = [message(5 + queue, "a-0", 7 + queue, 1, 13_000) for queue in (1, 0)]
    stored = [one | {"born_ms": born[queue]} for several in (sent, back[::-1]) for queue, one in enumerate(several)]
    for kind, rows in (("ck_found", cks), ("message_stored", stored)):
        case.write(f"events/{kind}", 0, event_tables()[kind].frame(rows))
    case.write("files", 0, FILES.frame([]))
    told = {row["record_id"]: row["msg_queue_id"] for row in retries(Events(case), OWNERS)}
    assert sorted(told.values()) == [0, 1]
    assert born == (None, None) or told == {5: 0, 6: 1}


@pytest.mark.parametrize(("queue", "told"), [(1, {4}), (0, set())])
def test_a_retry_that_a_line_tells_of_hides_none_at_its_offset_of_another_queue(tmp_path, queue, told):
    """With useSeparateRetryQueue, from 5.4.0 on, a retry lies in the queue of the number that its message was popped from."""
    case = storage.new_case(tmp_path / "case")
    cks = [checkpoint(1, "a-0", 0) | {"topic": "T", "queue_id": 1}]
    stored = [message(2, "a-0", 2, 0, -1_000) | {"topic": "T", "queue_id": 1}, message(3, "a-0", 0, 1, 13_000, "TOLD")]
    stored.append(message(4, "a-0", 0 if queue else 1, 1, 13_000) | {"queue_id": queue})
    line = {"node": "a-0", "kind": "broker", "source": "log", "seq": 9, "line": 9, "series": "pop.log", "record_id": 9}
    lines = [line | {"topic": "T", "group": "G", "queue_id": 0, "stored_queue_offset": offset} for offset in (0, 1)]
    for kind, rows in (("ck_found", cks), ("message_stored", stored), ("message_retried", lines)):
        case.write(f"events/{kind}", 0, event_tables()[kind].frame(rows))
    case.write("files", 0, FILES.frame([]))
    assert {row["record_id"] for row in retries(Events(case), OWNERS)} == told


@pytest.mark.parametrize("again", [0, 1])
def test_a_suspended_change_counts_no_try(tmp_path, again):
    """The retry of 5.5.0 keeps the number of tries; as long as that is 0 it names its pop anew, and then the first one."""
    case = storage.new_case(tmp_path / "case")
    cks = [checkpoint(1, "a-0", 0) | {"topic": "T", "suspended": not again}, checkpoint(2, "a-0", 20_000) | {"suspended": True}]
    sent = message(3, "a-0", 2, 0, -1_000) | {"topic": "T", "first_pop_time": None}
    back = [message(4, "a-0", 2, again, 13_000), message(5, "a-0", 7, again, 33_000)]
    back[1]["first_pop_time"] = T0 if again else T0 + 20_000
    for kind, rows in (("ck_found", cks), ("message_stored", [sent, *back])):
        case.write(f"events/{kind}", 0, event_tables()[kind].frame(rows))
    case.write("files", 0, FILES.frame([]))
    told = {(row["record_id"], row["topic"], row["pop_time"] - T0) for row in retries(Events(case), OWNERS)}
    assert told == {(4, "T", 0), (5, RETRY, 20_000)}


def test_a_retry_written_twice_is_of_the_suspended_checkpoint_before_it(tmp_path):
    """A broker that was killed judges a checkpoint again; what came of the checkpoints before is there, each once."""
    case = storage.new_case(tmp_path / "case")
    cks = [checkpoint(1, "a-0", 0) | {"topic": "T"}]
    cks += [checkpoint(2 + n, "a-0", 20_000 * (1 + n)) | {"start_offset": 2 + n, "ck_offsets": [2 + n]} for n in (0, 1)]
    back = [message(5 + n, "a-0", 2 + n, 1, 13_000 + 20_000 * n) for n in range(3)] + [message(8, "a-0", 5, 1, 60_000)]
    stored = [message(4, "a-0", 2, 0, -1_000) | {"topic": "T", "first_pop_time": None}, *back]
    for kind, rows in (("ck_found", [ck | {"suspended": ck["topic"] == RETRY} for ck in cks]), ("message_stored", stored)):
        case.write(f"events/{kind}", 0, event_tables()[kind].frame(rows))
    case.write("files", 0, FILES.frame([]))
    told = {row["record_id"]: row["pop_time"] - T0 for row in retries(Events(case), OWNERS)}
    assert told == {5: 0, 6: 20_000, 7: 40_000, 8: 40_000}


def test_a_retry_is_of_a_checkpoint_in_its_own_store_rather_than_of_a_later_one_elsewhere(tmp_path):
    """A failover has written the same message to the retry topics of two brokers, and each popped it."""
    case = storage.new_case(tmp_path / "case")
    cks = [checkpoint(1, "a-0", 20_000), checkpoint(2, "b-0", 21_000)]
    before = [message(3, "a-0", 2, 1, 13_000), message(4, "b-0", 2, 1, 13_000)]
    back = [message(5, "a-0", 7, 2, 34_000), message(6, "a-0", 8, 3, 50_000), message(7, "b-0", 7, 2, 35_000)]
    for kind, rows in (("ck_found", cks), ("message_stored", [*before, *back])):
        case.write(f"events/{kind}", 0, event_tables()[kind].frame(rows))
    case.write("files", 0, FILES.frame([]))
    told = {row["record_id"]: row["node"] for row in retries(Events(case), OWNERS)}
    assert told == {5: "a-0", 7: "b-0"}


@pytest.mark.parametrize(("after_ms", "told"), [(41_000, None), (70_000, "b-0")])
def test_what_a_master_revives_it_puts_into_its_own_store(tmp_path, after_ms, told):
    """Where the other store goes on around the retry, its checkpoint did not make it; a dead master writes nothing."""
    case = storage.new_case(tmp_path / "case")
    sent = [message(3, "b-0", 2, 1, 13_000), message(4, "a-0", 7, 2, 35_000)]
    at_work = [message(5 + n, "b-0", 20 + n, 1, ms, "OTHER") for n, ms in enumerate((30_000, after_ms))]
    for kind, rows in (("ck_found", [checkpoint(1, "b-0", 20_000)]), ("message_stored", [*sent, *at_work])):
        case.write(f"events/{kind}", 0, event_tables()[kind].frame(rows))
    case.write("files", 0, FILES.frame([]))
    assert next((row["node"] for row in retries(Events(case), OWNERS) if row["record_id"] == 4), None) == told


def test_two_retries_of_one_message_are_each_retried_again_by_the_pop_they_name(tmp_path):
    """A change of the invisible time leaves two checkpoints, and where its ack is not joined both bring the message again."""
    case = storage.new_case(tmp_path / "case")
    cks = [checkpoint(1, "a-0", 20_000)]
    cks.append(checkpoint(2, "a-0", 22_000) | {"start_offset": 6, "ck_offsets": [6]})
    named = {3: T0, 4: T0 + 1_000, 5: T0 + 1_000, 6: T0}
    back = [message(3, "a-0", 2, 1, 13_000), message(4, "a-0", 6, 1, 14_000)]
    back += [message(5, "a-0", 8, 2, 34_000), message(6, "a-0", 9, 2, 45_000)]
    rows = {"ck_found": cks, "message_stored": [one | {"first_pop_time": named[one["record_id"]]} for one in back]}
    for kind, own in rows.items():
        case.write(f"events/{kind}", 0, event_tables()[kind].frame(own))
    case.write("files", 0, FILES.frame([]))
    told = {row["record_id"]: row["offset"] for row in retries(Events(case), OWNERS)}
    assert told == {5: 6, 6: 2}


@pytest.mark.parametrize(("named", "told"), [(None, {6: 20_000, 5: 22_000}), ("a", {6: 22_000, 5: 22_000})])
def test_a_retry_that_can_be_of_one_checkpoint_alone_leaves_the_other_to_one_that_can_be_of_both(tmp_path, named, told):
    """A change gave the message another time, and the buffer wrote its ack later: without a name, revive may not join it."""
    case = storage.new_case(tmp_path / "case")
    cks = [checkpoint(1, "a-0", 20_000) | {"revive_time": T0 + 60_000}, checkpoint(2, "a-0", 22_000)]
    stored = [message(3, "a-0", 2, 1, 13_000), message(5, "a-0", 7, 2, 34_000), message(6, "a-0", 8, 2, 62_000)]
    ack = head(7, "a-0", 40_000) | {name: cks[0][name] for name in ("topic", "group", "queue_id", "start_offset", "pop_time")}
    acks = [ack | {"ack_offsets": [2], "ack_broker": named}]
    for kind, rows in (("ck_found", cks), ("message_stored", stored), ("ack_found", acks)):
        case.write(f"events/{kind}", 0, event_tables()[kind].frame(rows))
    case.write("files", 0, FILES.frame([]))
    assert {row["record_id"]: row["pop_time"] - T0 for row in retries(Events(case), OWNERS)} == told
