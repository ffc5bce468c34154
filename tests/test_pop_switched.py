"""Acks and pops of the other store than the one their messages were popped from: each is told of its record or checkpoint."""

import pytest
from test_pop_releases import ACK, KV, T0, analyze, ck, findings, started, wrap
from test_pop_releases import line as logged

from forensics import case as storage
from forensics.replay.events import Events
from forensics.replay.pop import switched
from forensics.storefiles.events import event_tables
from forensics.tables import FILES

__all__ = ["analyze"]

OF = {"topic": "T", "group": "G", "queue_id": 0, "pop_time": 5_000}


def line(record, node="n", **of):
    """Return what a line of a broker's pop.log has."""
    head = {"node": node, "series": "pop.log", "kind": "broker", "seq": record, "source": "log", "line": record}
    return OF | head | {"record_id": record, "ts_lo": 0, "ts_hi": 1} | of


@pytest.mark.parametrize(
    ("ack", "told"),
    [
        ({"start_offset": 10, "ack_offsets": [12]}, [(12, [12])]),
        ({"start_offset": 10, "ack_offsets": [11, 12]}, [(11, [11]), (12, [12])]),
        ({"start_offset": 10, "ack_offsets": [10]}, []),  # named as its record is
        ({"start_offset": 10, "ack_offsets": [12], "pop_time": 6_000}, []),
        ({"start_offset": 10, "ack_offsets": [12], "node": "m"}, []),
        ({"start_offset": 10, "ack_offsets": [13]}, []),  # popped by files
    ],
)
def test_an_ack_that_names_a_batch_is_told_of_its_record(tmp_path, ack, told):
    case = storage.new_case(tmp_path / "case")
    for kind, row in (("kv_popped", line(1, offsets=[10, 11, 12])), ("ack_found", line(2, **ack))):
        case.write(f"events/{kind}", 0, event_tables()[kind].frame([row]))
    case.write("files", 0, FILES.frame([]))
    events = Events(case)
    switched.derive(events)
    found = [(r["start_offset"], r["ack_offsets"]) for r in events.rows("ack_found")]
    assert sorted(found[1:]) == told
    assert found[0] == (10, ack["ack_offsets"])


@pytest.mark.parametrize(
    ("ack", "told"),
    [
        ({"offset": 12}, [(10, [12], 5_000)]),
        ({"offset": 13}, []),
        ({"offset": 12, "invisible_ms": 9_000}, []),  # of another pop
        ({"offset": 12, "node": "m"}, []),
    ],
)
def test_an_ack_that_the_key_value_store_took_is_told_of_its_checkpoint_in_files(tmp_path, ack, told):
    case = storage.new_case(tmp_path / "case")
    ck = line(1, start_offset=10, ck_offsets=[10, 11, 12], revive_time=35_000)
    del ck["pop_time"]
    for kind, row in (("ck_just_offset", ck), ("kv_acked", line(2, **{"invisible_ms": 30_000} | ack))):
        case.write(f"events/{kind}", 0, event_tables()[kind].frame([row]))
    case.write("files", 0, FILES.frame([]))
    events = Events(case)
    switched.derive(events)
    found = events.rows("ack_not_buffered")
    assert [(r["start_offset"], r["ack_offsets"], r["pop_time"]) for r in found] == told
    assert {(r["reason"], r["revive_time"]) for r in found} <= {(switched.KEPT_BY_STORE, None)}


BUFFERED = f"[PopBuffer]add ck, {wrap()}"
POPPED_LATER = f"[PopBuffer]add ck, {wrap().replace(ck(), ck(due=26_000))}"
RECORDS = f"PopConsumerService pop, time={{}}, invisible=20000, {KV}[10, 11], attemptId=null"
TAKEN = f"[PopBuffer]add ack, rqId=3, {wrap(1)}, {ACK.format(pop=T0, broker='b')}"
RECORD_TAKEN = f"PopConsumerService ack, time={T0}, invisible=20000, {KV}10"


@pytest.mark.parametrize(
    ("first", "ack", "second", "verdict"),
    [
        (BUFFERED, TAKEN, RECORDS.format(T0 + 6_000), "violated"),
        (RECORDS.format(T0), RECORD_TAKEN, POPPED_LATER, "violated"),
        (BUFFERED, TAKEN, POPPED_LATER, "suspected"),  # no line shows why
    ],
    ids=["to the key value store", "to files", "neither"],
)
def test_what_one_store_holds_in_memory_is_popped_again_by_the_other(analyze, first, ack, second, verdict):
    lines = [logged(0, first), logged(1_000, ack), logged(6_000, second)]
    doc, _ = analyze({"n": {"pop.log": lines, "broker.log": [started()]}})
    (finding,) = findings(doc, "pop/acked_message_redelivered")
    assert (finding["verdict"], finding["subject"]["offsets"]) == (verdict, [10])
    assert ("popConsumerKVServiceEnable had been changed" in finding["explanation"]) == (verdict == "violated")
    assert bool(finding["cause"]["candidates"]) == (verdict == "suspected")


def test_a_switch_over_a_restart_is_told_with_the_restart(analyze):
    lines = [logged(0, RECORDS.format(T0)), logged(1_000, RECORD_TAKEN), logged(6_000, POPPED_LATER)]
    again = logged(4_000, "The broker[b, 127.0.0.1:10911] boot success. serializeType=JSON and name server is 127.0.0.1:9876")
    doc, _ = analyze({"n": {"pop.log": lines, "broker.log": [started(), again]}})
    (finding,) = findings(doc, "pop/acked_message_redelivered")
    assert (finding["verdict"], finding["cause"]["class"]) == ("violated", "broker_crash")
    assert "started again with POP in its other store" in finding["explanation"]
    assert finding["remedy"].startswith("Change popConsumerKVServiceEnable only while no message is out")
