"""Stores to tables: the same kinds of events as from logs, marked with their source, each record quoted in words."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from forensics.engines.batches import GMT8_S, FileTables, Piece, nonempty
from forensics.engines.instants import Shown
from forensics.engines.survey import Surveyed
from forensics.errors import NoLogs
from forensics.sources.archives import Spool
from forensics.sources.find import find_sources
from forensics.sources.stores import StoreFiles, split_stores
from forensics.storefiles import pop, rocks, state
from forensics.storefiles.commitlog import Damage
from forensics.storefiles.events import event_tables
from forensics.storefiles.pieces import Piece as StorePiece
from forensics.storefiles.pieces import pieces as pieces_of
from forensics.storefiles.pop import PopStore
from forensics.storefiles.store import Store
from forensics.tables import RECORDS, Table

SERIES = "store"
Row = dict[str, Any]


@dataclass
class _Rows:
    """The records and events of one file of a store."""

    records: list[Row] = field(default_factory=list)
    events: dict[str, list[Row]] = field(default_factory=dict)


def read_stores(stores: Sequence[tuple[Surveyed, StoreFiles]], first_id: int) -> Iterator[FileTables]:
    """Yield the tables of every file of *stores* that holds evidence, and of each store as a whole; ids go on from *first_id*.

    Stores are read together: what one store's checkpoints point to may lie in another.
    """
    with ExitStack() as stack:
        every = [(s, files, stack.enter_context(Store(_plain(files)))) for s, files in stores]
        opened, copied = _told_apart(every)
        for surveyed, files, first in copied:
            yield _copy(surveyed, files, first, first_id)
            first_id += 1
        found = [pop.read(store) for _, _, store in opened]
        asked = pop.wanted(found)
        for (surveyed, files, store), own in zip(opened, found, strict=True):
            pop.read_originals(store, own, asked)
            for tables in _tables(surveyed, files, store, own, first_id):
                yield tables
                first_id += 1


_Opened = tuple[Surveyed, StoreFiles, Store]


def _told_apart(every: Sequence[_Opened]) -> tuple[list[_Opened], list[tuple[Surveyed, StoreFiles, str]]]:
    """Return the stores that differ, and the copies of these with the place of the first: a directory and its archive."""
    first: dict[str, str] = {}
    opened, copied = [], []
    for surveyed, files, store in every:
        digest = _digest(store)
        if digest in first:
            copied.append((surveyed, files, first[digest]))
        else:
            first[digest] = files.root or "the input"
            opened.append((surveyed, files, store))
    return opened, copied


def _copy(surveyed: Surveyed, files: StoreFiles, first: str, file_id: int) -> FileTables:
    row = _row(surveyed, files.root or "store", file_id, 0) | {"status": "duplicate", "problems": [f"the same store as {first}"]}
    return FileTables(row)


@contextmanager
def opened_stores(inputs: Sequence[str]) -> Iterator[list[tuple[str, Store]]]:
    """Give the stores that *inputs* hold, each with its place; NoLogs where there is none."""
    with Spool() as spool, ExitStack() as stack:
        found, _ = split_stores(find_sources(list(inputs), spool))
        if not found:
            cure = "name a directory or archive with commitlog/ and consumequeue/ in it"
            raise NoLogs(", ".join(inputs), "there is no broker's store", cure)
        yield [(files.root or Path(inputs[0]).name, stack.enter_context(Store(_plain(files)))) for files in found]


def _plain(files: StoreFiles) -> dict[str, Path]:
    return {inner: source.where for inner, source in files.files.items() if source.where is not None}


def _tables(surveyed: Surveyed, files: StoreFiles, store: Store, found: PopStore, first_id: int) -> Iterator[FileTables]:
    ids = {start: first_id + 1 + number for number, start in enumerate(store.log.starts)}
    stated, problems = _stated(surveyed, files, store, first_id + 1 + len(ids))
    yield _whole(surveyed, files, store, found, problems, first_id)
    for start in store.log.starts:
        yield _log_file(surveyed, files, store, found, start, ids[start])
    yield from stated


def _log_file(surveyed: Surveyed, files: StoreFiles, store: Store, found: PopStore, start: int, file_id: int) -> FileTables:
    """Return the tables of one file of the commit log, its records put into words when they are used."""
    inner = f"commitlog/{start:020d}"
    row = _row(surveyed, files.path(inner), file_id, store.files[inner].stat().st_size)
    tables = FileTables(row)
    tables.pieces = _pieces(surveyed, file_id, pieces_of(found, start), row)
    return tables


def _pieces(surveyed: Surveyed, file_id: int, pieces: Iterable[StorePiece], row: Row) -> Iterator[Piece]:
    """Yield the rows of *pieces* by table, and tell the file's *row* how many records there were, and of which times."""
    tables = event_tables()
    for piece in pieces:
        records = _shaped(RECORDS, piece.records, surveyed, file_id, lines=0)
        row["records"] += records.height
        lows, highs = (row["from_lo"], records["ts_lo"].min()), (row["to_hi"], records["ts_hi"].max())
        row |= {"from_lo": min(v for v in lows if v is not None), "to_hi": max(v for v in highs if v is not None)}
        yield "records", records
        for kind, frame in sorted(piece.events.items()):
            yield f"events/{kind}", _shaped(tables[kind], frame, surveyed, file_id, kind="broker", source="store", series=SERIES)


def _shaped(table: Table, frame: pl.DataFrame, surveyed: Surveyed, file_id: int, **fixed: object) -> pl.DataFrame:
    """Return the rows of *frame* in the columns of *table*: with the node, the place and the time of their records."""
    record_id, at_us = (file_id << 32) + pl.col("number"), pl.col("store_ms") * 1_000
    common = {
        "record_id": record_id, "seq": record_id, "byte_offset": pl.col("position"), "ts_lo": at_us, "ts_hi": at_us + 999,
    }  # fmt: skip
    same = {"node": surveyed.node, "file_id": file_id, "line": 0} | fixed
    rows = frame.with_columns(**common, **{name: pl.lit(value) for name, value in same.items()})
    columns = [
        pl.col(name).cast(dtype) if name in rows.columns else pl.lit(None, dtype=dtype).alias(name)
        for name, dtype in table.schema.items()
    ]
    return rows.select(columns)


def _add(rows: _Rows, surveyed: Surveyed, file_id: int, position: int, text: str, happened: Sequence[tuple[str, Row]]) -> None:
    """Add one statement of a config file, which has no time, to the *rows* of its file, and the events it is."""
    record_id = (file_id << 32) + len(rows.records)
    common = {
        "record_id": record_id, "node": surveyed.node, "file_id": file_id, "line": 0, "byte_offset": position, "ts_lo": None,
        "ts_hi": None, "seq": record_id, "statement": None,
    }  # fmt: skip
    rows.records.append(common | {"lines": 0, "text": text})
    for kind, columns in happened:
        rows.events.setdefault(kind, []).append(common | {"kind": "broker", "source": "store", "series": SERIES} | columns)


def _size(store: Store, inner: str) -> int:
    """Return the bytes of a file of the store, or of all files of a directory."""
    own = [where for path, where in store.files.items() if path == inner or path.startswith(f"{inner}/")]
    return sum(where.stat().st_size for where in own)


def _file(surveyed: Surveyed, path: str, file_id: int, rows: _Rows, size: int) -> FileTables:
    tables = event_tables()
    records = RECORDS.frame(rows.records)
    frames: list[Piece] = [(f"events/{kind}", tables[kind].frame(own)) for kind, own in sorted(rows.events.items())]
    row = _row(surveyed, path, file_id, size) | {
        "records": len(rows.records), "from_lo": records["ts_lo"].min(), "to_hi": records["ts_hi"].max(),
    }  # fmt: skip
    return FileTables(row, nonempty([("records", records), *frames]))


def _row(surveyed: Surveyed, path: str, file_id: int, size: int) -> Row:
    counts = dict.fromkeys(("lines", "unread_lines", "records", "unread_records", "rejected_bytes"), 0)
    return counts | Shown().said | {
        "file_id": file_id, "path": path, "node": surveyed.node, "kind": "broker", "series": SERIES, "series_order": file_id,
        "layout": "store", "status": "read", "problems": [], "bytes": size, "from_lo": None, "to_hi": None,
        "zone_offset_s": GMT8_S, "zone_from": "layout", "content_hash": None,
    }  # fmt: skip


def _whole(surveyed: Surveyed, files: StoreFiles, store: Store, found: PopStore, problems: list[str], file_id: int) -> FileTables:
    """Return the row of the store as a whole: its queues, what was damaged, what was not read."""
    path = files.path("consumequeue") if store.queues else files.root or "."
    size = sum(where.stat().st_size for inner, where in store.files.items() if inner.startswith("consumequeue/"))
    spoilt = [
        f"{count} of its records could not be read, the first at {found.first_damage[why]}: {why}"
        for why, count in sorted(found.damage.items())
    ]
    row = _row(surveyed, path, file_id, size) | {"problems": [*surveyed.problems, *spoilt, *problems, *_not_read(files, store)]}
    return FileTables(row)


def _not_read(files: StoreFiles, store: Store) -> list[str]:
    """Return what the store holds that is not read, in words."""
    said = []
    if store.gaps:
        said.append(f"the walk over the commit log found no message at {store.gaps} places where one should begin")
    said += [f"{files.path(inner)}: {s.problem}" for inner, s in files.files.items() if s.problem and inner in store.files]
    return said


def _stated(surveyed: Surveyed, files: StoreFiles, store: Store, first_id: int) -> tuple[list[FileTables], list[str]]:
    """Return the tables of the config files and databases, and what could not be read of those that are read."""
    tables: list[FileTables] = []
    problems: list[str] = []
    for name, read in state.FILES.items():
        inner = store.states(name)
        if inner is None:
            continue
        rows, path = _Rows(), files.path(inner)
        try:
            for text, happened, position in read(store):
                _add(rows, surveyed, first_id + len(tables), position, text, happened)
        except Damage as damage:
            problems.append(f"{path} {damage}")
        tables.append(_file(surveyed, path, first_id + len(tables), rows, _size(store, inner)))
    for inner, why in rocks.unread(store.files):
        row = _row(surveyed, files.path(inner), first_id + len(tables), _size(store, inner))
        tables.append(FileTables(row | {"status": "unknown", "problems": [why]}))
    return tables, problems


def _digest(store: Store) -> str:
    """Return a name for the store's content: the sizes of its files, and what its config says."""
    sizes: Mapping[str, int] = {inner: where.stat().st_size for inner, where in sorted(store.files.items())}
    hashed = hashlib.sha256(json.dumps(sizes).encode())
    for start in store.log.starts:
        hashed.update(store.log.first_bytes(start))
    where = store.files.get("config/consumerOffset.json")
    if where is not None:
        hashed.update(where.read_bytes())
    return hashed.hexdigest()
