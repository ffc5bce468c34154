"""A broker's store is read as it lies there: what is damaged costs itself alone, nothing is written, no body is kept."""

import contextlib
import hashlib
import shutil
import tarfile
from json import dumps
from pathlib import Path

import polars as pl
import pytest
import rocksdict
import zstandard
from conftest import TRACES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storemaker import Made, encode, pop_store

from forensics.library import case_of, check_case
from forensics.report.lines import place
from forensics.report.loglines import at, lines, record_ids
from forensics.report.store_text import render
from forensics.sources.archives import Spool
from forensics.sources.find import find_sources
from forensics.sources.stores import split_stores
from forensics.statements.pop_bodies import LONG_NAMES
from forensics.storefiles import pop, rocks
from forensics.storefiles.bodies import usual
from forensics.storefiles.commitlog import Damage, decode
from forensics.storefiles.config import parse
from forensics.storefiles.pieces import pieces
from forensics.storefiles.store import Store
from forensics.storefiles.summary import listing, summary
from forensics.storefiles.words import clock, time_in_words


def store_at(root: Path) -> Store:
    return Store({path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()})


def read(root: Path) -> pop.PopStore:
    with store_at(root) as store:
        found = pop.read(store)
        pop.read_originals(store, found, pop.wanted([found]))
        return found


@pytest.mark.parametrize(("v2", "flags"), [(False, 0), (True, 0), (False, 0x30), (True, 0x10)])
def test_a_message_of_either_magic_and_address_is_read(v2, flags):
    raw = encode("T" * (200 if v2 else 9), 3, 17, 4096, b"body", 1_700_000_000_123, {"A": "1", "B": ""}, v2=v2, flags=flags)
    found = decode(b"\0" * 4096 + raw, 0, 4096, body=True)
    assert (found.queue_id, found.queue_offset, found.store_ms, found.physical) == (3, 17, 1_700_000_000_123, 4096)
    assert found.properties == {"A": "1", "B": ""}
    assert found.body == b"body"
    assert ("[::1]" in found.born_host, "[::1]" in found.store_host) == (bool(flags & 0x10), bool(flags & 0x20))


def test_a_walk_goes_over_blank_ends_and_stops_at_a_torn_tail(tmp_path):
    made = Made(tmp_path, file_size=1 << 12)
    places = [made.put("T", 0, b"x" * 300, 1000 + n) for n in range(30)]
    with store_at(tmp_path) as store:
        assert [m.physical for m in store.log.walk()] == places
    last = max((tmp_path / "commitlog").iterdir())
    with last.open("r+b") as out:
        out.truncate(places[-1] - int(last.name) + 60)
    with store_at(tmp_path) as store:
        found = list(store.log.walk())
    assert [m.physical for m in found[:-1]] == places[:-1]
    assert isinstance(found[-1], Damage)


def test_a_walk_goes_on_after_a_message_that_is_damaged(tmp_path):
    made = Made(tmp_path)
    places = [made.put("T", 0, b"x" * 300, 1000 + n) for n in range(5)]
    made.write(places[1], b"\x7f\xff\xff\xff")
    made.write(places[3] + 4, b"????")
    with store_at(tmp_path) as store:
        assert [m.physical for m in store.log.walk() if not isinstance(m, Damage)] == [places[0], places[2], places[4]]
        shutil.rmtree(tmp_path / "consumequeue")
        assert [e.offset for e in store_at(tmp_path).queues["T", 0].entries()] == [0, 2, 4]


def test_a_store_without_its_queues_is_walked(tmp_path):
    whole, walked = pop_store(tmp_path / "b-0" / "store"), tmp_path / "c" / "b-0" / "store"
    shutil.copytree(whole.root, walked)
    shutil.rmtree(walked / "consumequeue")
    (walked / "consumequeue").mkdir()
    (walked / "consumequeue" / "CURRENT").write_bytes(b"MANIFEST-000005\n")
    told = [
        [(f["id"], f["verdict"], f["cause"]["issue"]) for f in findings(root)]
        for root in (tmp_path / "b-0", tmp_path / "c" / "b-0")
    ]
    assert told[0] == told[1] != []
    with case_of([str(tmp_path / "c")]) as case:
        problems = [p for f in check_case(case)["case"]["files"] for p in f["problems"]]
    assert any("queues in RocksDB" in p and "walked" in p for p in problems)


def test_an_offset_that_is_absurd_takes_no_memory(tmp_path):
    made = Made(tmp_path)
    made.put("T", 0, b"x", 1000)
    made.ends["T", 0] = 3_000
    made.put("T", 0, b"x", 1000)
    raw = encode("T", 0, 1 << 58, made.at, b"x", 1000, {})
    made.write(made.at, raw)
    shutil.rmtree(tmp_path / "consumequeue")
    with store_at(tmp_path) as store:
        assert [e.offset for e in store.queues["T", 0].entries()] == [0, 3_000, 1 << 58]


def test_queues_are_filtered_by_the_code_of_the_tag(tmp_path):
    pop_store(tmp_path)
    with store_at(tmp_path) as store:
        queue = store.queues["rmq_sys_wheel_timer", 0]
        assert [e.offset for e in queue.entries()] == [0, 1]
        assert [e.offset for e in queue.entries(frozenset({3176}))] == [0]
        assert [e.offset for e in queue.entries(first=1)] == [1]
        assert queue.last().offset == 1
        assert queue.at(pl.Series([1, 2]))["offset"].to_list() == [1]


def test_no_body_of_a_business_message_is_kept(tmp_path):
    pop_store(tmp_path)
    found = read(tmp_path)
    assert len(found.retries) == len(found.originals) == 2
    assert [found.retries["body"].null_count(), found.originals["body"].null_count()] == [2, 2]
    (piece,) = pieces(found, 0)
    assert len(piece.records) == 9
    assert not any("SECRET" in text for text in piece.records["text"])


@given(st.dictionaries(st.integers(-(2**40), 2**40), st.integers(), min_size=1), st.text(alphabet='{}:,"\\1 ab'))
def test_config_with_integer_keys_without_quotes_is_read(numbers, name):
    import json

    inner = ",".join(f"{key}:{value}" for key, value in numbers.items())
    found = parse(f"{{{json.dumps(name)}:{{{inner}\n}}}}")
    assert found == {name: {str(key): value for key, value in numbers.items()}}


@pytest.mark.parametrize("text", ["", "[]", "{1:", "{" * 100_000, "null", "{1:2}x"])
def test_config_that_is_none_is_damage(text):
    with pytest.raises(Damage):
        parse(text)


def findings(root: Path):
    with case_of([str(root)]) as case:
        return [f for f in check_case(case)["findings"] if f["rule"].startswith("pop/")]


def test_an_ack_stored_without_a_name_and_a_message_that_comes_back_prove_the_known_fault(tmp_path):
    pop_store(tmp_path / "b-0" / "store")
    (found,) = findings(tmp_path)
    assert (found["verdict"], found["cause"]["issue"], found["subject"]["offsets"]) == ("violated", "apache/rocketmq#8835", [0])
    assert {quote["source"] for quote in found["evidence"]} == {"store"}
    quote = next(quote for quote in found["evidence"] if "retried once before" in quote["text"])
    assert quote["path"] == "b-0/store/commitlog/00000000000000000000"
    raw = (tmp_path / quote["path"]).read_bytes()
    assert b"1ST_POP_TIME" in raw[quote["byte_offset"] : quote["byte_offset"] + 400]


def test_each_quote_of_a_store_leads_to_its_own_record(tmp_path):
    pop_store(tmp_path / "b-0" / "store")
    with case_of([str(tmp_path)]) as case:
        (found,) = [f for f in check_case(case, raw=True)["findings"] if f["kind"] == "duplicate_redelivery"]
        records = record_ids(case, {at(quote) for quote in found["evidence"]})
        texts = {row["record_id"]: row["text"] for row in lines(case, records.values())}
    assert len(records) == len(found["evidence"]) >= 3
    assert all(texts[records[at(quote)]].startswith(quote["text"][:200]) for quote in found["evidence"])
    assert len({place(quote) for quote in found["evidence"]}) == len(found["evidence"])


def test_an_unacked_message_that_comes_back_is_no_finding(tmp_path):
    made = pop_store(tmp_path / "b-0" / "store", acks="b")
    shutil.rmtree(made.root / "consumequeue" / "%RETRY%G_T")
    made.config("consumerOffset.json", "{}")
    assert findings(tmp_path) == []


def test_a_judged_message_with_neither_retry_nor_later_checkpoint_is_lost(tmp_path):
    made = pop_store(tmp_path / "b-0" / "store", retried=False)
    made.put("T", 1, b"", 60_000)
    (found,) = [f for f in findings(tmp_path) if f["kind"] == "lost_message"]
    assert (found["verdict"], found["subject"]["offset"]) == ("violated", 1)


def test_a_queue_id_cut_to_a_byte_is_why_a_message_is_lost(tmp_path):
    made = pop_store(tmp_path / "b-0" / "store", retried=False, queue=-106)
    made.put("T", 1, b"", 60_000)
    lost = [f for f in findings(tmp_path) if f["kind"] == "lost_message"]
    assert {(f["verdict"], f["cause"]["issue"], f["subject"]["queue_id"], f["subject"]["offset"]) for f in lost} == {
        ("violated", "apache/rocketmq#6012", 150, 0),
        ("violated", "apache/rocketmq#6012", 150, 1),
    }
    assert {f["messages"][0]["message_id"] for f in lost} == {"ID0", "ID1"}
    (quote,) = [quote for quote in lost[0]["evidence"] if quote["path"].endswith("consumerOffset.json")]
    assert (tmp_path / quote["path"]).read_bytes()[quote["byte_offset"] :].startswith(b"3:0}")


def test_a_message_that_two_checkpoints_brought_again_is_not_one_that_revive_wrote_twice(tmp_path):
    made, retry = pop_store(tmp_path / "b-0" / "store"), "%RETRY%G_T"
    popped = {"bm": 0, "bn": "b", "c": "G", "it": 8_000, "q": 0, "ro": 0, "so": 0, "t": retry}
    batch, changed = popped | {"pt": 30_000, "d": [0, 1], "n": 2}, popped | {"pt": 30_100, "d": [0], "n": 1}
    ack = {"ao": 0, "c": "G", "pt": 30_000, "q": 0, "so": 0, "t": retry}
    for tag, body, due in (("ck", batch, 38_000), ("ck", changed, 38_100), ("ack", ack, 39_000)):
        made.put("rmq_sys_REVIVE_LOG_C", 4, dumps(body).encode(), due, tag=tag, born_ms=30_200)
    for stored_ms in (41_000, 41_100):
        made.put(retry, 0, b"", stored_ms, properties={"UNIQ_KEY": "ID0", "1ST_POP_TIME": "1000"}, again=2)
    assert {f["rule"] for f in findings(tmp_path)} == {"pop/acked_message_redelivered"}


def test_without_the_messages_of_another_broker_a_retry_that_may_be_theirs_proves_no_loss(tmp_path):
    made = pop_store(tmp_path / "b-0" / "store")
    shutil.rmtree(made.root / "consumequeue" / "T")
    made.put("%RETRY%G_T", 0, b"", 60_000, properties={"UNIQ_KEY": "ID9", "1ST_POP_TIME": "1000"}, again=1)
    assert [f for f in findings(tmp_path) if f["kind"] == "lost_message"] == []


def test_a_damaged_store_proves_no_loss(tmp_path):
    made = pop_store(tmp_path / "b-0" / "store", retried=False)
    made.put("T", 1, b"", 60_000)
    made.entry("rmq_sys_REVIVE_LOG_C", 4, 0, 1 << 50, 100, 3176)
    (found,) = [f for f in findings(tmp_path) if f["kind"] == "lost_message"]
    assert found["verdict"] == "suspected"


def test_a_store_counts_once_however_often_it_is_given(tmp_path):
    pop_store(tmp_path / "b-0" / "store")
    before = findings(tmp_path)
    shutil.copytree(tmp_path / "b-0", tmp_path / "b-1")
    with tarfile.open(tmp_path / "plain.tar", "w") as tar:
        tar.add(tmp_path / "b-0" / "store", "commit")
    (tmp_path / "b-0" / "store.tar.zst").write_bytes(zstandard.compress((tmp_path / "plain.tar").read_bytes()))
    (tmp_path / "plain.tar").unlink()
    after = findings(tmp_path)
    assert [(f["subject"], f["occurrences"]) for f in after] == [(f["subject"], f["occurrences"]) for f in before]


def test_a_slave_with_the_masters_messages_adds_no_delivery(tmp_path):
    made = pop_store(tmp_path / "b-0" / "store")
    shutil.copytree(tmp_path / "b-0", tmp_path / "b-1")
    made.put("other", 0, b"", 70_000)
    (found,) = findings(tmp_path)
    assert found["occurrences"] == 1


def test_a_checkpoint_escaped_to_another_broker_is_joined_with_its_messages_in_their_own_store(tmp_path):
    a, b = Made(tmp_path / "a-0" / "store"), Made(tmp_path / "c-0" / "store")
    whole = pop_store(tmp_path / "whole")
    for queue in ("T",):
        shutil.copytree(whole.root / "commitlog", a.root / "commitlog", dirs_exist_ok=True)
        shutil.copytree(whole.root / "consumequeue" / queue, a.root / "consumequeue" / queue)
    escaped = Made(b.root, at=5000)
    for queue in ("rmq_sys_wheel_timer", "rmq_sys_REVIVE_LOG_C", "%RETRY%G_T"):
        copy_queue(whole.root, escaped, queue)
    shutil.rmtree(whole.root)
    (found,) = [f for f in findings(tmp_path) if f["kind"] == "duplicate_redelivery"]
    assert found["subject"]["offsets"] == [0]


def test_a_retry_written_to_another_broker_is_of_the_node_that_has_its_checkpoint(tmp_path):
    whole, a, b = pop_store(tmp_path / "whole"), Made(tmp_path / "a-0" / "store"), Made(tmp_path / "c-0" / "store", at=5000)
    for topic in ("T", "rmq_sys_wheel_timer", "rmq_sys_REVIVE_LOG_C"):
        copy_queue(whole.root, a, topic)
    copy_queue(whole.root, b, "%RETRY%G_T")
    shutil.rmtree(whole.root)
    (found,) = [f for f in findings(tmp_path) if f["kind"] == "duplicate_redelivery"]
    (again,) = [step for step in found["steps"] if "retry topic" in step["what"]]
    assert again["node"] == "a-0"
    assert {found["evidence"][quote]["path"].partition("/")[0] for quote in again["evidence"]} == {"c-0"}


def test_a_message_whose_second_retry_lies_in_another_brokers_store_was_revived_twice_by_a_failover(tmp_path):
    """A master puts retries into its own store; a slave that acts for it has none, and judges the same checkpoint again."""
    made, other = pop_store(tmp_path / "b-0" / "store", retried=False), Made(tmp_path / "c-0" / "store")
    ck = '{"bm":0,"bn":"c","c":"G","d":[0,1],"it":20000,"n":2,"pt":1000,"q":0,"ro":0,"so":0,"t":"U"}'
    real = {"REAL_TOPIC": "rmq_sys_REVIVE_LOG_C", "REAL_QID": "3", "TIMER_DELIVER_MS": "20000"}
    other.put("rmq_sys_wheel_timer", 0, ck.encode(), 11_005, tag="ck", properties=real, born_ms=11_005)
    for store, stored_ms in ((made, 24_000), (other, 60_000)):
        named = {"UNIQ_KEY": "ID1", "1ST_POP_TIME": "1000"}
        store.put("%RETRY%G_T", 0, b"", stored_ms, properties=named, born_ms=900, again=1)
    (found,) = [f for f in findings(tmp_path) if f["kind"] == "revived_twice"]
    assert (found["cause"]["class"], found["severity"], found["subject"]["offsets"]) == ("failover", "warning", [1])
    assert "One of the copies lies in the store of another broker" in found["explanation"]


def copy_queue(source: Path, target: Made, topic: str) -> None:
    """Write the messages of a topic anew, as another broker that took them would."""
    with store_at(source) as store:
        for queue in store.of_topic(topic):
            for entry in queue.entries():
                m = store.message(queue, entry, body=True)
                more = {"properties": {k: v for k, v in m.properties.items() if k != "TAGS"}, "again": m.reconsume_times}
                target.put(topic, m.queue_id, m.body, m.store_ms, tag=m.properties.get("TAGS", ""), **more)


def test_a_store_in_an_archive_in_an_archive_belongs_to_its_node(tmp_path):
    pop_store(tmp_path / "in" / "store")
    with tarfile.open(tmp_path / "store.tar", "w") as tar:
        tar.add(tmp_path / "in" / "store", ".")
    with tarfile.open(tmp_path / "bundle.tar.gz", "w:gz") as tar:
        tar.add(tmp_path / "store.tar", "hosts/b-0/store.tar")
    with Spool() as spool:
        stores, rest = split_stores(find_sources([str(tmp_path / "bundle.tar.gz")], spool))
    assert [store.root for store in stores] == ["bundle.tar.gz!/hosts/b-0/store.tar!"]
    assert rest == []


def test_nothing_is_written_to_a_store(tmp_path):
    pop_store(tmp_path / "b-0" / "store")
    before = {path: (hashlib.sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns) for path in files_of(tmp_path)}
    findings(tmp_path)
    with store_at(tmp_path / "b-0" / "store") as store:
        summary(store)
    assert {p: (hashlib.sha256(p.read_bytes()).digest(), p.stat().st_mtime_ns) for p in files_of(tmp_path)} == before


def files_of(root: Path):
    return sorted(path for path in root.rglob("*") if path.is_file())


def in_rocksdb(place: Path, families: dict[str, dict[bytes, bytes]]) -> None:
    """Write a database as RocketMQ does, its keys and values plain bytes."""
    database = rocksdict.Rdict(str(place), options=rocksdict.Options(raw_mode=True))
    for name, rows in families.items():
        family = database if name == "default" else database.create_column_family(name, rocksdict.Options(raw_mode=True))
        for key, value in rows.items():
            family[key] = value
    database.close()
    (place / "rocksdict-config.json").unlink()


def kept_in_rocksdb(root: Path) -> Path:
    """Make a store of which the queues, the config and the records of POP's key value store lie in RocksDB."""
    store = pop_store(root / "b-0" / "store").root
    for part in ("consumequeue", "config"):
        shutil.rmtree(store / part)
    in_rocksdb(store / "consumequeue", {"default": {b"x": b"y"}})
    offsets = {b"rmq_sys_REVIVE_LOG_C@CID_RMQ_SYS_REVIVE_GROUP": b'{"offsetTable":{"3":0}}'}
    in_rocksdb(store / "config" / "consumerOffsets", {"default": offsets, "kvDataVersion": {}})
    topics = dict.fromkeys((b"T", b"%RETRY%G_T"), b'{"perm":6,"readQueueNums":1,"writeQueueNums":1}')
    in_rocksdb(store / "config" / "topics", {"default": topics})
    record = b'{"popTime":5,"groupId":"G","topicId":"T","queueId":0,"retryFlag":0,"invisibleTime":60,"offset":7,"attemptTimes":0}'
    in_rocksdb(store / "kvStore", {"default": {}, "popState": {b"\0\1T": record}})
    return store


def test_a_store_of_many_topics_and_groups_fits_on_a_screen(tmp_path):
    made = Made(tmp_path)
    for number in range(60):
        made.put(f"T{number}", 0, b"", 1_000)
    made.config("consumerOffset.json", dumps({"offsetTable": {f"T{n}@G{n}": {"0": n % 2} for n in range(60)}}))
    with store_at(tmp_path) as store:
        lines_ = render("b", summary(store), 120).splitlines()
    assert len(lines_) <= 45
    assert "  and 40 more topics" in lines_
    assert "  and 48 more groups and topics" in lines_


def test_what_lies_in_rocksdb_is_read(tmp_path):
    store = kept_in_rocksdb(tmp_path)
    before = {path: path.read_bytes() for path in files_of(store)}
    (found,) = findings(tmp_path)
    assert (found["verdict"], found["cause"]["issue"]) == ("violated", "apache/rocketmq#8835")
    with store_at(store) as opened:
        whole = summary(opened)
    assert [(one.queue.queue_id, one.committed) for one in whole.revive] == [(3, 0)]
    assert whole.open_records == (
        "not acked: T queue 0 offset 7, group G, popped at 1970-01-01T00:00:00.005Z, due at 1970-01-01T00:00:00.065Z",
    )
    assert {path: path.read_bytes() for path in files_of(store)} == before


def test_without_its_reader_rocksdb_is_told_to_be_unread(tmp_path, monkeypatch):
    store = kept_in_rocksdb(tmp_path)
    monkeypatch.setattr(rocks, "readable", lambda: False)
    with case_of([str(tmp_path)]) as case:
        unread = {f["path"]: f["problems"] for f in check_case(case)["case"]["files"] if f["status"] == "unknown"}
    with store_at(store) as opened:
        text = render("b", summary(opened), 500)
    for directory in ("kvStore", "config/consumerOffsets", "config/topics"):
        assert "not read" in unread[f"b-0/store/{directory}"][0]
        assert f"problem: {directory}: " in text
    assert "what was judged is not known" in text


@pytest.mark.parametrize("read", [True, False])
def test_a_key_value_store_decides_nothing_of_acked_messages(tmp_path, monkeypatch, read):
    made = Made(tmp_path / "b-0" / "store")
    made.put("T", 0, b"", 900)
    in_rocksdb(made.root / "kvStore", {"default": {}, "popState": {}})
    monkeypatch.setattr(rocks, "readable", lambda: read)
    with case_of([str(tmp_path)]) as case:
        (rule,) = [r for r in check_case(case)["rules"] if r["rule"] == "pop/acked_message_redelivered"]
    assert rule["verdict"] == "inconclusive"
    assert "popConsumerKVServiceEnable=false" in rule["reason"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(data=st.data())
def test_a_damaged_database_is_damage(tmp_path, data):
    store = tmp_path / "b-0" / "store"
    if not store.exists():
        kept_in_rocksdb(tmp_path)
    victim = data.draw(st.sampled_from([p for p in files_of(store) if "kvStore" in p.parts or "topics" in p.parts]))
    raw = victim.read_bytes()
    changed = bytearray(raw[: data.draw(st.integers(0, len(raw)))])
    for position in data.draw(st.lists(st.integers(0, max(0, len(changed) - 1)), max_size=4)) if changed else []:
        changed[position] ^= 0x5A
    victim.write_bytes(changed)
    with store_at(store) as opened:
        summary(opened)
    victim.write_bytes(raw)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    root = tmp_path_factory.mktemp("whole")
    pop_store(root)
    return root, places(read(root))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)
@given(data=st.data())
def test_damage_costs_the_record_it_hits(whole, tmp_path, data):
    """Flip bits anywhere in what was written, or cut a file: reading ends, and all that was not hit is still there."""
    root = tmp_path / "damaged"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(whole[0], root)
    victim = data.draw(st.sampled_from([p for p in files_of(root) if "config" not in p.parts]))
    raw = bytearray(victim.read_bytes())
    used = len(raw.rstrip(b"\0"))
    flips = data.draw(st.lists(st.tuples(st.integers(0, used - 1), st.integers(1, 255)), max_size=3))
    for position, mask in flips:
        raw[position] ^= mask
    cut = data.draw(st.none() | st.integers(0, used))
    victim.write_bytes(raw if cut is None else raw[:cut])
    found = read(root)
    if cut is None:
        assert len(whole[1] - places(found)) <= len(flips)
    for piece in pieces(found, 0):
        assert piece.records["text"].null_count() == 0
    with store_at(root) as store:
        list(store.log.walk())
        summary(store)
        for topic, queue in store.queues:
            list(listing(store, topic, queue, 0, 10))


def places(found: pop.PopStore) -> set[tuple]:
    names = ("stored_topic", "stored_queue", "stored_queue_offset")
    return {row for frame in (found.retries, found.records) for row in frame.select(names).iter_rows()}


_NAMES = st.text(alphabet='aB%+_-."\\é\x01', max_size=6)
_NUMBERS = st.integers(-3, 300) | st.integers(-(2**66), 2**66) | st.booleans() | st.none() | st.just("7")
_CKS = st.fixed_dictionaries(
    {"so": _NUMBERS, "pt": _NUMBERS, "it": _NUMBERS, "n": _NUMBERS, "q": _NUMBERS, "t": _NAMES, "c": _NAMES},
    optional={
        "bn": _NAMES,
        "d": st.lists(_NUMBERS, max_size=3) | st.none(),
        "bm": _NUMBERS,
        "ro": _NUMBERS,
        "rp": _NAMES | _NUMBERS,
        "sp": _NUMBERS | st.booleans(),
    },
)
_ACKS = st.fixed_dictionaries(
    {"so": _NUMBERS, "pt": _NUMBERS, "q": _NUMBERS, "t": _NAMES, "c": _NAMES},
    optional={"ao": _NUMBERS, "aol": st.lists(_NUMBERS, max_size=3) | st.none(), "bn": _NAMES},
)


@given(st.lists(_CKS | _ACKS, min_size=1, max_size=5), st.booleans(), st.booleans())
def test_bodies_in_bulk_are_what_they_are_one_by_one(made, cks, long):
    """Whatever is read in bulk is read alike by itself; what brokers write is read in bulk."""
    names = LONG_NAMES if long and not cks else {}
    short = {name: alias for alias, name in names.items()}
    texts = [dumps(dict(sorted((short.get(k, k), v) for k, v in body.items())), separators=(",", ":")) for body in made]
    rows = usual(pl.Series(texts, dtype=pl.String), cks=cks).to_dicts()
    for text, row in zip(texts, rows, strict=True):
        if row["topic"] is not None:
            assert {k: v for k, v in row.items() if v is not None} == {
                k: v for k, v in pop.decoded("ck" if cks else "ack", text.encode()).items() if v is not None
            }


@pytest.mark.parametrize(
    ("text", "cks"),
    [
        ('{"bm":0,"bn":"b","c":"G","d":[0,3],"it":60000,"n":2,"pt":17,"q":2,"reviveTime":60017,"ro":0,"so":100,"t":"T"}', True),
        ('{"bm":0,"bn":"b","c":"G","d":[0],"it":7,"n":1,"pt":17,"q":2,"reviveTime":24,"ro":0,"rp":"1","so":105,"t":"T"}', True),
        ('{"bm":0,"bn":"b","c":"G","d":[0],"it":7,"n":1,"pt":17,"q":2,"reviveTime":24,"ro":0,"so":9,"sp":true,"t":"T"}', True),
        ('{"ao":101,"bn":"b","c":"G","pt":17,"q":2,"so":100,"t":"T"}', False),
        ('{"ao":101,"c":"G","pt":17,"q":2,"so":100,"t":"T"}', False),
        ('{"ao":-1,"aol":[100,105],"bn":"b","c":"G","pt":17,"q":2,"so":100,"t":"T"}', False),
        ('{"ackOffset":101,"brokerName":"b","consumerGroup":"G","popTime":17,"queueId":2,"startOffset":100,"topic":"T"}', False),
    ],
)
def test_what_brokers_write_is_read_in_bulk(text, cks):
    (row,) = usual(pl.Series([text]), cks=cks).to_dicts()
    assert {k: v for k, v in row.items() if v is not None} == {
        k: v for k, v in pop.decoded("ck" if cks else "ack", text.encode()).items() if v is not None
    }


@given(st.integers(0, 1 << 50))
def test_times_in_bulk_are_worded_as_single_ones(ms):
    (worded,) = pl.Series("ms", [ms]).to_frame().select(time_in_words(pl.col("ms"))).to_series()
    assert worded == clock(ms)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_message_or_damage(raw):
    with contextlib.suppress(Damage):
        decode(raw, 0, 0, body=True)


@pytest.mark.parametrize(
    "body",
    [
        b'{"so":1,"pt":1,"it":1,"n":1000000000000,"t":"T","c":"G","q":0}',
        b'{"so":1,"pt":99999999999999999999,"it":1,"n":1,"t":"T","c":"G","q":0}',
        b'{"so":9223372036854775807,"pt":1,"it":1,"n":3,"t":"T","c":"G","q":0}',
        b'{"so":1,"pt":1,"it":9223372036854775807,"n":1,"t":"T","c":"G","q":0}',
        b"[" * 100_000,
        b"\xff",
        b"12-34",
    ],
)
def test_absurd_bodies_are_damage_or_nothing(body):
    try:
        columns = pop.decoded("ck", body)
    except Damage:
        return
    assert len(columns.get("ck_offsets", [])) < 200


def test_a_queue_that_points_outside_is_counted(tmp_path):
    made = pop_store(tmp_path)
    for offset, (physical, size) in enumerate([(1 << 60, 100), (-5, 100), (0, -1), (0, 1 << 30)], 4):
        made.entry("rmq_sys_REVIVE_LOG_C", 3, offset, physical, size, 3176)
    found = read(tmp_path)
    assert sum(found.damage.values()) == 4
    assert len(found.records) == 4


def test_a_queue_has_no_entry_of_an_offset_that_is_a_time(tmp_path):
    """Revive can take a time for an offset, and no file can be sought to where it would lie."""
    pop_store(tmp_path)
    with store_at(tmp_path) as store:
        queue = store.queues["rmq_sys_wheel_timer", 0]
        assert [queue.at(pl.Series([offset])).height for offset in (1_790_000_000_000, (1 << 62) // 20, -1)] == [0] * 3


def test_a_property_bomb_is_bounded(tmp_path):
    made = Made(tmp_path, file_size=1 << 17)
    made.put("%RETRY%G_T", 0, b"", 1000, properties={f"{n}": "" for n in range(4000)}, again=1)
    assert len(read(tmp_path).retries) == 1


def of_kind(*kinds):
    """Return which files of the trace a case gets: its logs, its store, or both."""
    return lambda path: ("store" if path.name == "store.tar.zst" else "logs") in kinds


@pytest.mark.parametrize("name", ["P-5.3.1-poplog", "C-5.3.0-loop-poplog", "C-5.3.3-dead-poplog"])
def test_the_store_alone_says_what_the_logs_alone_say_and_so_do_both(name, tmp_path):
    with zstandard.open(TRACES / name / "input.tar.zst", "rb") as plain, tarfile.open(fileobj=plain, mode="r|") as tar:
        tar.extractall(tmp_path / "whole", filter="data")
    told = {}
    for kinds in (("logs",), ("store",), ("logs", "store")):
        root = tmp_path / "-".join(kinds)
        wanted = of_kind(*kinds)
        for path in files_of(tmp_path / "whole"):
            if wanted(path):
                target = root / path.relative_to(tmp_path / "whole")
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, target)
        told[kinds] = sorted(
            (f["rule"], f["verdict"], f["cause"]["class"], f["cause"]["issue"], str(f["subject"])) for f in findings(root)
        )
    assert told["logs",]
    assert told["store",] == told["logs",]
    assert told["logs", "store"] == told["logs",]
