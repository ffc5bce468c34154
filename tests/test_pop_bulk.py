"""Suspects in bulk and one by one, sieved out of all lines or among them, give the same rows, on random histories of POP."""

import json
import random
from collections import defaultdict

import polars as pl
import pytest

from forensics import case as storage
from forensics.replay import pop
from forensics.replay.events import Events
from forensics.replay.pop import bulk, near, parts, sieve, stories, windows
from forensics.replay.pop.lines import CK, read
from forensics.replay.pop.overview import overview
from forensics.replay.pop.suspects import suspects
from forensics.storefiles.events import event_tables
from forensics.tables import FILES, STATES, Table

BEGIN_MS = 1_772_294_400_000
OWNERS = {"broker-a-0": "broker-a", "broker-a-1": "broker-a", "broker-b-0": "broker-b"}


class History:
    """Events of random lives of checkpoints, most of them plain, each with some lines lost, doubled or odd."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - the same on every run
        self.rows: dict[str, list[dict[str, object]]] = defaultdict(list)
        self.lines = 0
        self.strangers = seed % 5 == 4
        for node, broker in OWNERS.items():
            self.log("process_started", node, -60_000, broker=broker, task="broker")
        for number in range(90):
            self.live(number)
        if seed % 3 == 0:
            self.log("topic_deleted", "broker-a-0", 30_000, topic="T1")
        if seed % 4 == 0:
            self.log("process_started", "broker-a-0", 45_000, broker="broker-a", task="broker")
        self.log("pop_requested", "broker-a-0", 0, group="G", invisible_ms=20_000)

    def log(self, kind: str, node: str, at_ms: int, **values: object) -> None:
        self.lines += 1
        at = (BEGIN_MS + at_ms) // 1_000 * 1_000_000
        head = {"record_id": self.lines, "node": node, "ts_lo": at, "ts_hi": at + 999_999, "seq": self.lines}
        self.rows[kind].append({**head, "source": "log", "series": "pop.log", "kind": "broker", **values})

    def odd(self, share: float = 0.06) -> bool:
        return self.random.random() < share

    def live(self, number: int) -> None:
        at, count = number * 300, self.random.choice((1, 1, 2, 4))
        node = self.random.choice(("broker-a-0", "broker-a-0", "broker-b-0"))
        start = self.random.randrange(40) * 4 if self.odd(0.15) else 1_000 + number * 4
        pop_time = None if self.odd(0.1) else BEGIN_MS + at
        queue, topic = self.random.randrange(2), self.random.choice(("T0", "T1", "%RETRY%G_T1"))
        broker = "broker-b" if self.strangers and self.odd() else OWNERS[node]
        batch = {"broker": broker, "topic": topic, "group": "G", "queue_id": queue, "start_offset": start}
        ck = {**batch, "revive_time": BEGIN_MS + at + 20_000, "ck_offsets": list(range(start, start + count))}
        acked = self.random.randrange(count + 1)
        popped = self.random.choice(("ck_buffered", "ck_buffered", "ck_just_offset"))
        for _ in range(self.times()):
            self.log(popped, node, at, **ck, revive_queue_id=1)
        self.acks(at, node, batch, ck, start, acked, pop_time)
        for _ in range(self.times()):
            left = at + self.random.choice((9_000, 10_500, 18_000))
            self.log("ck_stored", node, left, **ck, store_ms=self.stored(at), **self.put())
        self.revived(at, node, batch, ck, range(start + acked - self.odd(), start + count + self.odd(0.03)), pop_time)

    def times(self) -> int:
        return self.random.choices((0, 1, 2), (0.1, 0.87, 0.03))[0]

    def stored(self, at: int) -> int | None:
        return BEGIN_MS + at + 10_200 if self.odd(0.5) else None

    def put(self) -> dict[str, object]:
        return {"put_status": "PUT_OK", "remote_put": self.odd(0.03)}

    def acks(self, at: int, node: str, batch: dict, ck: dict, start: int, acked: int, pop_time: int | None) -> None:
        for offset in range(start, start + acked + self.odd(0.2)):
            later = at + self.random.choice((1_000, 1_000, 18_000, 20_500, 26_000))
            named = {**{n: v for n, v in batch.items() if n != "broker"}, "pop_time": pop_time, "ack_offsets": [offset]}
            if self.odd(0.7):
                self.log("ack_buffered", node, later, **ck, ack_offsets=[offset], pop_time=pop_time, now_ms=None)
            elif pop_time:
                now = BEGIN_MS + later + 37 if self.odd(0.5) else None
                self.log("ack_not_buffered", node, later, **named, ack_broker=batch["broker"], now_ms=now, reason="no_ck")
            if self.odd(0.4):
                name = None if self.odd() else batch["broker"]
                self.log("ack_stored", node, at + 10_000, **ck, ack_offsets=[offset], ack_broker=name, pop_time=pop_time)
            if pop_time and self.odd(0.5):
                place = {"revive_queue_id": self.random.choice((1, 1, 2)), "revive_offset": 5_000 + offset}
                self.log("ack_found", node, at + 20_000, **named, ack_broker=batch["broker"], **place)
            if pop_time and self.odd(0.1):
                self.twin(at, node, named)

    def twin(self, at: int, node: str, named: dict) -> None:
        """Log the ack of another broker's batch of the same place and time."""
        other = next(n for n, broker in OWNERS.items() if broker != OWNERS[node])
        self.log("ack_found", other, at + 19_000, **named, ack_broker=OWNERS[other], revive_queue_id=1, revive_offset=4_000)

    def revived(self, at: int, node: str, batch: dict, ck: dict, offsets: range, pop_time: int | None) -> None:
        judge = self.random.choice(tuple(OWNERS)) if self.odd() else node
        place = {"revive_queue_id": 1, "revive_offset": 9_000 + ck["start_offset"], "re_put_times": 1 if self.odd(0.04) else None}
        for _ in range(self.times()):
            self.log("ck_found", judge, at + 21_000, **ck, pop_time=pop_time, invisible_ms=20_000, **place)
        for offset in offsets:
            for _ in range(self.times()):
                back = {"offset": offset, "msg_queue_id": batch["queue_id"], "ck_revive_offset": 9_000, "revive_queue_id": 1}
                back |= {"put_status": "PUT_OK" if not self.odd(0.03) else "FLUSH_SLAVE_TIMEOUT", "stored_queue_offset": 7}
                self.log("message_retried", judge, at + self.random.choice((23_000, 23_000, 20_000)), **ck, **back)


def written(history: History, directory) -> storage.Case:
    case = storage.new_case(directory)
    for kind, rows in history.rows.items():
        table = event_tables()[kind]
        own = [{n: row[n] for n in row if n in table.schema} for row in rows]
        half = len(own) // 2
        case.write(f"events/{kind}", 0, table.frame(own[:half]))
        case.write(f"events/{kind}", 1, table.frame(own[half:]))
    case.write("files", 0, FILES.frame([]))
    return case


def states(history: History, directory, monkeypatch, *, plainly: bool, sieved: bool) -> dict[str, list[str]]:
    case = written(history, directory)
    events = Events(case)
    events.states = defaultdict(list)
    monkeypatch.setattr(bulk, "FEWEST", 1 if plainly else 1_000_000)
    monkeypatch.setattr(sieve, "FEWEST", 1 if sieved else 1_000_000)
    monkeypatch.setattr(windows, "AT_ONCE", 100)
    monkeypatch.setattr(near, "AT_ONCE", 20)
    monkeypatch.setattr(parts, "MOST", 20)
    monkeypatch.setattr(stories, "MOST", 5)
    made = pop.replay(events)
    assert case.has("states/checkpoints") == plainly
    found = {}
    for name in made:
        rows = STATES[name].frame(made[name]).to_dicts()
        rows += case.read(Table(f"states/{name}", "", STATES[name].columns)).to_dicts()
        found[name] = sorted(json.dumps(row, sort_keys=True) for row in rows)
    return found


@pytest.mark.parametrize("seed", range(12))
def test_bulk_and_one_by_one_give_the_same(seed, tmp_path, monkeypatch):
    history = History(seed)
    one_by_one = states(history, tmp_path / "one", monkeypatch, plainly=False, sieved=False)
    for plainly, sieved in ((True, True), (False, True)):
        assert states(history, tmp_path / f"{plainly}{sieved}", monkeypatch, plainly=plainly, sieved=sieved) == one_by_one


class Twins(History):
    """Two brokers popped from the same offset of queues of one number in one millisecond; only the one's message is acked."""

    def live(self, number: int) -> None:
        if number:
            return
        batch = {"broker": "broker-a", "topic": "T", "group": "G", "queue_id": 0, "start_offset": 7}
        ck = {**batch, "revive_time": BEGIN_MS + 20_000, "ck_offsets": [7]}
        named = {**{n: v for n, v in batch.items() if n != "broker"}, "pop_time": BEGIN_MS, "ack_offsets": [7]}
        self.log("ck_just_offset", "broker-a-0", 0, **ck, revive_queue_id=1)
        self.twin(0, "broker-a-0", named)
        self.log("ck_found", "broker-a-0", 20_000, **ck, pop_time=BEGIN_MS, revive_queue_id=1, revive_offset=5)
        back = {"offset": 7, "msg_queue_id": 0, "ck_revive_offset": 5, "revive_queue_id": 1, "put_status": "PUT_OK"}
        self.log("message_retried", "broker-a-0", 23_000, **ck, **back)


@pytest.mark.parametrize("plainly", [True, False])
def test_an_ack_of_another_broker_acks_nothing_here(plainly, tmp_path, monkeypatch):
    found = states(Twins(1), tmp_path / "case", monkeypatch, plainly=plainly, sieved=plainly)
    (again,) = (json.loads(row) for row in found["redeliveries"])
    assert (again["in_time"], again["cause"]) == (None, "never_acked")
    assert found.get("acks", []) == []


@pytest.mark.parametrize("seed", range(12))
def test_the_sieve_holds_back_what_is_no_suspect_and_nothing_else(seed, tmp_path, monkeypatch):
    monkeypatch.setattr(sieve, "FEWEST", 1)
    monkeypatch.setattr(windows, "AT_ONCE", 100)
    monkeypatch.setattr(near, "AT_ONCE", 20)
    monkeypatch.setattr(parts, "MOST", 20)
    events = Events(written(History(seed), tmp_path))
    lines = read(events)
    found = overview(events, lines.owners, tmp_path, plain=False).lines
    each = [found.lines(number) for number in range(found.count)]
    keys = pl.concat([suspects(part, events) for part in each])
    assert keys.sort(CK, nulls_last=True).equals(suspects(lines, events))
    assert len(each) > 2
    assert sum(part.cks.height for part in each) < lines.cks.height
