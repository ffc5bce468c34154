"""Drives the model of the popped batch over the suspects, each with the lines that are its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import polars as pl

from forensics import memory
from forensics.model.pop_checkpoint import (
    COUNTED,
    MEMORY,
    POPPED_AGAIN,
    REQUEST,
    REVIVED,
    AckFound,
    AckStored,
    AckTaken,
    Checkpoint,
    CkFound,
    Deviation,
    Event,
    Line,
    Returned,
    run,
)
from forensics.model.pop_match import Place
from forensics.model.pop_time import UNDECIDED
from forensics.model.spans import Instant
from forensics.replay.dicts import dicts
from forensics.replay.events import Row, at, by, state_id
from forensics.replay.pop.counted import Counted
from forensics.replay.pop.lines import CK, POP, POP_KINDS, Lines, pop_times
from forensics.replay.pop.switched import KEPT_BY_STORE

Key = tuple[Any, ...]
POPPED_BY_STORE = "kv_popped"
"""The pop of a message that the key value store keeps; others are of checkpoints in files."""
_AT_ONCE = 20_000
"""Lines of checkpoints that are rows at once."""
_COPIED = frozenset(("ck_stored", "ck_found"))
"""Lines of a checkpoint's copies: revive puts one that it cannot settle again, and reads it again, as long as that goes on."""
_OF_A_POP = [name for name in POP if name != "start_offset"]


@dataclass
class Batch:
    """One suspect checkpoint with the lines that are its own, before and after the model has run over them.

    `elsewhere` are the records among these whose times cannot be compared with those of its pop (clocks.py).
    """

    key: Row
    lines: list[Row]
    acks: list[Row] = field(default_factory=list)
    ck: Checkpoint | None = None
    deviations: tuple[Deviation, ...] = ()
    elsewhere: tuple[int, ...] = ()

    @property
    def state(self) -> Checkpoint:
        """Return the checkpoint after the model has run."""
        if self.ck is None:
            raise ValueError("the model has not run over this batch")
        return self.ck

    @property
    def id(self) -> str:
        """Return the name of its state row."""
        return state_id("checkpoint", *(self.key[n] for n in (*CK, "pop_time")))

    def first(self, *kinds: str) -> Row | None:
        """Return its first line of these kinds."""
        return next((r for r in self.lines if r["event"] in kinds), None)

    @property
    def popped(self) -> Row | None:
        """Return the line of its pop."""
        return self.first(*POP_KINDS)


def batches(lines: Lines, keys: pl.DataFrame) -> list[Batch]:
    """Return the suspect checkpoints named by *keys*; one of several possible pop times is several of them."""
    return [batch for some in pieces(lines, keys) for batch in some]


def pieces(lines: Lines, keys: pl.DataFrame) -> Iterator[list[Batch]]:
    """Yield the same in pieces that have few lines: very many can tell of a checkpoint that is put again and again."""
    own = lines.cks.filter(lines.of(keys))
    known = {_key(r): r for r in lines.ck_of(keys).join(pop_times(lines), on="ck", how="left").to_dicts()}
    counts = own.group_by("ck", maintain_order=True).len()
    numbered = counts.with_columns(piece=pl.col("len").cum_sum() // memory.scaled(_AT_ONCE))
    for some in numbered.partition_by("piece", maintain_order=True):
        yield _made(lines, own.filter(pl.col("ck").is_in(some["ck"].implode())), known)


def _made(lines: Lines, own: pl.DataFrame, known: Mapping[Key, Row]) -> list[Batch]:
    """Return the checkpoints that the lines *own* name; *known* has the pop times of each."""
    made = []
    for key, rows in by(dicts(own), *CK).items():
        times = known[key]["pop_times"] or [None]
        for pop_time in times:
            facts = dict(zip(CK, key, strict=True)) | {"pop_time": pop_time, "invisible_ms": known[key]["invisible_ms"]}
            fitting = [r for r in rows if r["pop_time"] in {None, pop_time}]
            made.append(Batch(facts | {"alone": len(times) == 1}, fitting))
    acks = by(_acks(lines, made), *_OF_A_POP)
    for batch in made:
        named = (_own(row, batch) for row in acks.get(tuple(batch.key[n] for n in _OF_A_POP), []))
        batch.acks = [row for row in named if row["ack_offsets"] and not _is_of_another_broker(row, batch)]
    return made


def shorten(batch: Batch) -> None:
    """Forget the lines of *batch* that tell nothing more once the model has run: its acks, and all copies but the first.

    Of what was put again the first copy that tells so stays too.
    """
    batch.acks = []
    told: set[tuple[str, bool]] = set()
    kept = []
    for row in batch.lines:
        kind = row["event"], row["re_put_times"] is not None
        if row["event"] not in _COPIED or kind not in told:
            kept.append(row)
            told.add(kind)
    batch.lines = kept


def _own(ack: Row, batch: Batch) -> Row:
    """Return *ack* with those of its offsets that are of *batch*, by the start of the pop that it names.

    What revive puts again holds one message and starts with it; its acks name the start of the pop (PopReviveService.rePutCK).
    """
    if ack["start_offset"] == batch.key["start_offset"]:
        return ack
    held = {offset for row in batch.lines if row["re_put_times"] is not None for offset in row["ck_offsets"] or ()}
    return ack | {"ack_offsets": [offset for offset in ack["ack_offsets"] or () if offset in held]}


def _is_of_another_broker(ack: Row, batch: Batch) -> bool:
    """Return whether *ack* names another broker, in the log of a node that shows nothing of the checkpoint.

    Queues of several brokers have the same numbers and offsets, and pops of them can be of one millisecond.
    """
    own, named = batch.key["broker"], ack["ack_broker"]
    return None not in {own, named} and own != named and ack["node"] not in {row["node"] for row in batch.lines}


def _key(row: Row) -> Key:
    return tuple(row[n] for n in CK)


def _acks(lines: Lines, made: Sequence[Batch]) -> list[Row]:
    """Return the lines that name acks of these batches by pop time."""
    wanted = pl.DataFrame([{n: b.key[n] for n in _OF_A_POP} for b in made], schema={n: lines.acks.schema[n] for n in _OF_A_POP})
    return lines.acks.join(wanted.unique(), on=_OF_A_POP, how="semi").to_dicts()


def drive(made: list[Batch], returned_by_pop: dict[Key, list[Row]], counted: Counted) -> None:
    """Run the model over each batch; *returned_by_pop* holds the later pops of each checkpoint's messages."""
    for batch in made:
        events = list(_events(batch)) + _popped_again(returned_by_pop.get(_key(batch.key), []))
        ck, _ = run(_empty(batch), events)
        batch.ck, batch.deviations = run(ck, _counted(ck, counted))


def _empty(batch: Batch) -> Checkpoint:
    offsets: list[int] = next((r["ck_offsets"] for r in batch.lines if r["ck_offsets"]), [])
    k, rewrites = batch.key, max((r["re_put_times"] or 0 for r in batch.lines), default=0)
    return Checkpoint(
        k["broker"], k["topic"], k["group"], k["queue_id"], k["start_offset"], k["pop_time"], k["revive_time"], tuple(offsets),
        rewrites=rewrites or None,
    )  # fmt: skip


def _events(batch: Batch) -> Iterable[Event]:
    for row in (*batch.lines, *batch.acks):
        yield from _of_ack(row) if row["ack_offsets"] else _of_ck(row)


def _of_ack(row: Row) -> Iterable[Event]:
    for offset in row["ack_offsets"]:
        if row["event"] in {"ack_buffered", "ack_not_buffered", "kv_acked", "kv_changed"}:
            how = MEMORY if row["event"] == "ack_buffered" else REQUEST
            by_store = row["event"] == "kv_acked" or row["reason"] == KEPT_BY_STORE
            yield AckTaken(offset, row["record_id"], _when(row), how, _line(row), by_store)
        elif row["event"] == "ack_stored":
            yield AckStored(offset, row["record_id"], at(row), row["node"], row["ack_broker"])
        elif row["event"] == "ack_found":
            place = _place(row, row["revive_offset"])
            yield AckFound(offset, row["record_id"], at(row), row["ack_broker"], place, _line(row))


def _of_ck(row: Row) -> Iterable[Event]:
    if row["event"] == "ck_found":
        yield CkFound(row["record_id"], at(row), _place(row, row["revive_offset"]))
    elif row["event"] == "message_retried" and row["put_status"] == "PUT_OK":
        place = _place(row, row["ck_revive_offset"])
        yield Returned(row["offset"], row["record_id"], at(row), REVIVED, row["node"], place, _line(row))
    elif row["event"] == "kv_revived":
        yield Returned(row["offset"], row["record_id"], at(row), REVIVED, row["node"], line=_line(row), by_store=True)


def _line(row: Row) -> Line | None:
    """Return the place of a row's line in the log of its node; what a store tells, timed by when it was stored, has none."""
    return None if row["store_ms"] and row["ts_lo"] == row["store_ms"] * 1_000 else (row["node"], row["seq"])


def _place(row: Row, offset: int) -> Place:
    return Place(row["node"], row["revive_queue_id"], offset)


def _when(row: Row) -> Instant:
    """Return when the broker took the ack: the line's own milliseconds where it prints them."""
    if row["now_ms"]:
        return Instant(row["now_ms"] * 1_000, row["now_ms"] * 1_000 + 999)
    return at(row)


def _popped_again(pops: list[Row]) -> list[Event]:
    return [
        Returned(
            r["ck_offsets"], r["record_id"], at(r), POPPED_AGAIN, r["node"], line=_line(r), by_store=r["event"] == POPPED_BY_STORE
        )
        for r in pops
    ]


def _counted(ck: Checkpoint, counted: Counted) -> list[Event]:
    """Return the acks of returned messages that only the traffic log's counts prove to be in time."""
    open_ = sorted({r.offset for r in ck.returns if ck.in_time(r.offset) == UNDECIDED})
    seen = [a.at for a in ck.found if a.offset in open_]
    if not seen or ck.pop_time is None:
        return []
    proof = counted.before(ck.broker, ck.pop_time, ck.acks_until, max(seen))
    return [AckTaken(o, record, proof[0], COUNTED) for o in open_ for record in proof[1]] if proof else []


def pops_again(lines: Lines, keys: pl.DataFrame, clusters: Mapping[str, str] | None = None) -> dict[Key, list[Row]]:
    """Return by checkpoint the next pop of each of its messages from the same queue, one row a message.

    *clusters* tells by node which brokers of one name are of one cluster: what another cluster's pops is no message of theirs.
    """
    spread = lines.pops.filter(lines.of(keys)).explode("ck_offsets").to_dicts()
    for row in spread:
        row["cluster"] = (clusters or {}).get(row["node"])
    after: dict[Key, list[Row]] = {}
    for pops in by(spread, "cluster", "broker", "topic", "group", "queue_id", "ck_offsets").values():
        ordered = sorted(pops, key=lambda r: (r["ts_lo"], r["node"], r["seq"]))
        for earlier, later in pairwise(ordered):
            after.setdefault(_key(earlier), []).append(later)
    return after
