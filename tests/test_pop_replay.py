"""POP through the replay: suspects one by one and the rest in bulk give the same; acks are joined by pop time; loss weakens."""

import functools
import random
from collections import Counter

import polars as pl
import pytest
from conftest import TRACES
from losses import Evidence, replayed

from forensics import replay
from forensics.findings.check import check_case
from forensics.findings.rules import rules_directory
from forensics.library import ingest_logs
from forensics.model.pop_checkpoint import MEMORY, REVIVED
from forensics.replay.events import Events
from forensics.replay.pop import batch_rows, batches, windows
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.counted import Counted
from forensics.replay.pop.lines import CK, COLUMNS, POP_KINDS, Lines, lines_of, read
from forensics.replay.pop.overview import overview
from forensics.replay.pop.suspects import suspects
from forensics.tables import STATES

POPLOG = ("P-5.3.1-poplog", "P-5.3.1-batchack", "P-5.3.0-poplog", "P-5.3.3-poplog")
FAILOVER = ("C-5.3.0-healthy-poplog", "C-5.3.0-noslaveread-poplog", "C-5.3.3-healthy-poplog")


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Give the case of a trace, ingested once per module."""

    @functools.cache
    def case(name):
        return ingest_logs([str(TRACES / name / "input.tar.zst")], tmp_path_factory.mktemp(name) / "case")

    return case


def states(case, name):
    return case.read(pl_table(name)).to_dicts()


def pl_table(name):
    table = STATES[name]
    return type(table)(f"states/{name}", table.row, table.columns)


def driven(events, lines, keys):
    made = batches.batches(lines, keys)
    batches.drive(made, batches.pops_again(lines, keys), Counted(events, lines.owners))
    return made


@pytest.mark.parametrize("name", [*POPLOG, FAILOVER[0]])
def test_one_by_one_and_in_bulk_give_the_same_totals(name, kept, monkeypatch, tmp_path):
    events = Events(kept(name))
    lines = read(events)
    made = driven(events, lines, lines.cks.select(CK).unique())
    bulk = {tuple(row[n] for n in ("node", "broker", "topic", "group")): row for row in totals(events, tmp_path).to_dicts()}
    single: dict[tuple[str, ...], Counter[str]] = {}
    for batch in made:
        for node in {line["node"] for line in batch.lines}:
            of = (node, batch.key["broker"], batch.key["topic"], batch.key["group"])
            single.setdefault(of, Counter()).update(one_batch(batch, node))
    assert {of: dict(counts) for of, counts in single.items()} == {
        of: {name: row[name] for name in ("batches", "messages", "acked_in_memory", "done_in_memory", "stored", "retried")}
        for of, row in bulk.items()
    }
    together = totals(events, tmp_path)
    monkeypatch.setattr(windows, "AT_ONCE", 7)
    assert totals(events, tmp_path).equals(together), "counted window by window"


def totals(events, place):
    return overview(events, {}, place, plain=False).totals


def one_batch(batch, node):
    own = [line for line in batch.lines if line["node"] == node]
    kinds = {line["event"] for line in own}
    popped = not kinds.isdisjoint(POP_KINDS)
    done = any(line["event"] == "ck_left_buffer" and line["reason"] == "done" for line in own)
    return {
        "batches": int(popped),
        "messages": len(batch.state.offsets) if popped else 0,
        "acked_in_memory": len({a.offset for a in batch.state.taken if a.how == MEMORY}) if "ack_buffered" in kinds else 0,
        "done_in_memory": int(done and "ck_buffered" in kinds and "ck_stored" not in kinds),
        "stored": int("ck_stored" in kinds),
        "retried": len({r.offset for r in batch.state.returns if r.way == REVIVED and r.node == node}),
    }


@pytest.mark.parametrize("name", [*POPLOG, *FAILOVER])
def test_the_model_over_all_batches_finds_no_more_than_over_the_suspects(name, kept):
    events = Events(kept(name))
    events.states.update({table: states(kept(name), table) for table in ("lives", "nodes", "coverage")})
    lines = read(events)
    around = Surroundings(events, lines.owners)
    some, all_ = suspects(lines, events), lines.cks.select(CK).unique()
    few, every = (batch_rows.rows(driven(events, lines, keys), around, lines.owners) for keys in (some, all_))
    assert few["redeliveries"]
    for table in ("redeliveries", "deviations"):
        assert sorted(few[table], key=str) == sorted(every[table], key=str)


@pytest.mark.parametrize("name", [POPLOG[0], FAILOVER[0]])
def test_replaying_twice_gives_the_same(name, kept):
    case = kept(name)
    before = {table: case.read(pl_table(table)) for table in STATES}
    replay.replayed(case)
    assert all(case.read(pl_table(table)).equals(frame) for table, frame in before.items())


@pytest.mark.parametrize("name", [POPLOG[0], FAILOVER[0]])
def test_the_order_inside_a_second_changes_no_redelivery(name, kept):
    events = Events(kept(name))
    lines = read(events)
    keys = suspects(lines, events)

    def told(lines):
        rows = batch_rows.rows(driven(events, lines, keys), Surroundings(events, lines.owners), lines.owners)["redeliveries"]
        return sorted((r["record_id"], r["offset"], r["in_time"], r["cause"], r["mechanism"]) for r in rows)

    shuffled = (
        lines.cks.with_columns(pl.int_range(pl.len()).shuffle(seed=7).alias("chance")).sort("ts_lo", "chance").drop("chance")
    )
    assert told(lines) == told(
        Lines(shuffled, lines.acks.sample(fraction=1, shuffle=True, seed=7), lines.pops, lines.waits, lines.owners)
    )


@pytest.mark.parametrize("name", POPLOG)
def test_acks_are_joined_by_pop_time_not_by_place(name, kept):
    """A change of the invisible time acks the old handle: by queue and offset alone its message would count as acked."""
    acks = states(kept(name), "acks")
    rightly = [r for r in states(kept(name), "redeliveries") if r["in_time"] is None]
    by_place = {(a["topic"], a["queue_id"], a["offset"]) for a in acks if a["in_time"] == "in_time"}
    by_pop_time = {(a["topic"], a["queue_id"], a["offset"], a["pop_time"]) for a in acks if a["in_time"] == "in_time"}
    changed = [r for r in rightly if r["cause"] == "nack"]
    assert changed
    assert all((r["topic"], r["queue_id"], r["offset"]) in by_place for r in changed)
    assert not any((r["topic"], r["queue_id"], r["offset"], r["pop_time"]) in by_pop_time for r in rightly)


@pytest.mark.parametrize(
    "name", ["P-5.3.1-poplog", "C-5.3.0-healthy-poplog", "C-5.3.0-loop-poplog", "C-5.3.0-noslaveread-poplog"]
)
def test_losing_lines_proves_nothing_new_and_clears_nothing(name, kept):
    """But a rule that reads warnings and errors alone: of those no line is lost here."""
    case = kept(name)
    whole, evidence = proven(case), Evidence(case)
    chance = random.Random(name)  # noqa: S311 - repeatable, not secret
    for number in range(3):
        share = chance.choice([0.02, 0.2, 0.6])
        lost = (pl.col("level") == "INFO") & (pl.col("record_id").hash(seed=number) % 1_000 < int(share * 1_000))
        left = replayed(evidence.without(lost))
        assert proven(left) <= whole
        cleared = [rule for rule, ruling in check_case(left, rules_directory()).rulings if ruling.verdict == "clear"]
        assert [rule.id for rule in cleared if rule.id.startswith("pop/") and any(n.level == "INFO" for n in rule.needs)] == []


def proven(case):
    """Return what is proven of messages: rule, message, cause."""
    found = check_case(case, rules_directory()).findings
    return {
        (f["rule"], s.get("topic"), s.get("group"), s.get("queue_id"), offset, s.get("broker"), f["cause"]["class"])
        for f in found
        if f["verdict"] == "violated" and f["rule"].startswith("pop/")
        for s in [f["subject"]]
        for offset in s.get("offsets") or [s.get("offset")]
    }


def test_checkpoints_made_in_pieces_are_those_made_at_once_in_their_order(kept, monkeypatch):
    lines = read(Events(kept("C-5.3.0-loop-poplog")))
    keys = lines.cks.select(CK).unique()

    def told():
        return [[(b.key, [r["record_id"] for r in (*b.lines, *b.acks)]) for b in some] for some in batches.pieces(lines, keys)]

    (whole,) = told()
    monkeypatch.setattr(batches, "_AT_ONCE", 100)
    pieces = told()
    assert len(pieces) > 3
    assert [one for some in pieces for one in some] == whole


def test_of_the_copies_of_a_checkpoint_the_first_stay_and_the_first_that_was_put_again():
    kinds = ["ck_popped", *("ck_stored", "ck_found") * 50, "message_retried", "message_retried"]
    rows = [{"event": kind, "record_id": n, "re_put_times": n // 2 - 1 if n > 2 else None} for n, kind in enumerate(kinds)]
    batch = batches.Batch({}, rows, [{"event": "ack_found"}])
    first = {kind: batch.first(kind) for kind in kinds}
    batches.shorten(batch)
    assert {kind: batch.first(kind) for kind in kinds} == first
    assert [row["record_id"] for row in batch.lines] == [0, 1, 2, 3, 4, 101, 102]
    assert batch.acks == []


@pytest.mark.parametrize(("put_again", "joined"), [(1, [[1]]), (None, [])])
def test_an_ack_names_the_start_of_its_pop_also_where_revive_put_one_message_again(put_again, joined):
    """What revive puts again starts with its own message; another pop of that start is none of the ack's."""
    queue = {"node": "n", "ts_lo": 0, "ts_hi": 0, "seq": 0, "topic": "T", "group": "G", "queue_id": 1, "pop_time": 5}
    ck = queue | {"event": "ck_found", "record_id": 1, "broker": "b", "start_offset": 1, "revive_time": 90, "ck_offsets": [1]}
    ack = queue | {"event": "ack_found", "record_id": 2, "ack_broker": "b", "start_offset": 0, "ack_offsets": [0, 1]}
    cks, acks = (pl.DataFrame([row], schema=COLUMNS) for row in (ck | {"re_put_times": put_again}, ack))
    lines = lines_of(cks, acks, pl.DataFrame(schema={"group": pl.String, "invisible_ms": pl.Int64}), {})
    (made,) = batches.batches(lines, lines.names.select(CK))
    assert [row["ack_offsets"] for row in made.acks] == joined
