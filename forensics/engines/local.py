"""Reading on this machine: every file surveyed, read, put on one clock, and written to a case."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import polars as pl

from forensics.case import Case, Part
from forensics.engines.batches import COUNTS, GMT8_S, FileTables
from forensics.engines.fast import setup
from forensics.engines.former import Former, reader
from forensics.engines.overlaps import once
from forensics.engines.reading import read_streams
from forensics.engines.stores import read_stores
from forensics.engines.survey import Surveyed, survey
from forensics.errors import NoLogs
from forensics.layouts.layout import Layout
from forensics.sources.archives import Spool
from forensics.sources.find import find_sources
from forensics.storefiles.events import event_tables
from forensics.tables import FILES

_WORTH_BYTES = 16 << 20
"""From how much input on the kernel is worth its start."""
_COMPRESSED = 10
"""How many times smaller logs are where they are compressed, about."""
_CHECKPOINT_BYTES = 64 << 20
"""After how many bytes what has been read is noted, for the next run if this one is killed."""

Row = dict[str, Any]
Progress = Callable[[str, int], None]
"""Called after each file with its path and its bytes."""


@dataclass(frozen=True)
class Reading:
    """How the user wants the input read: names by path prefix, zones (s ahead of UTC) by NODE or NODE/LOG, layouts, releases."""

    nodes: dict[str, str] = field(default_factory=dict)
    zones: dict[str, int] = field(default_factory=dict)
    layouts: tuple[Layout, ...] = ()
    releases: dict[str, str] = field(default_factory=dict)


def ingest(inputs: Sequence[str], case: Case, reading: Reading, progress: Progress) -> None:
    """Read *inputs* into *case*: tables `files`, `records` and one `events/...` per kind; NoLogs where there is none."""
    how = f"{reader()} {[layout.name for layout in reading.layouts]}"
    case.note(reader=how)
    with Spool() as spool:
        surveyed = survey(find_sources(list(inputs), spool), reading.nodes, _root_name(inputs), reading.layouts)
        surveyed = once(surveyed)
        if not any(s.status == "read" for s in surveyed):
            raise NoLogs(", ".join(inputs), _why_nothing(surveyed), "name a directory or archive that holds RocketMQ's logs")
        rows = _read_all(surveyed, case, Former(case.former, how), reading.zones, progress)
    case.write("files", 0, FILES.frame(sorted(rows, key=_file_id)))
    case.note(inputs=[_shown(text) for text in inputs])


def _file_id(row: Row) -> int:
    return int(row["file_id"])


def _read_all(surveyed: Sequence[Surveyed], case: Case, former: Former, zones: dict[str, int], progress: Progress) -> list[Row]:
    """Write every file's tables; return the rows of `files`. What waits for a zone is written when all others are read."""
    seen: dict[str, str] = {}
    rows: list[Row] = []
    waiting: list[tuple[FileTables, Part]] = []
    unsaved = 0
    for tables in _tables(surveyed, former):
        part = _written(tables, case)
        path, digest = tables.row["path"], tables.row["content_hash"]
        progress(path, tables.row["bytes"])
        unsaved += tables.row["bytes"]
        if digest in seen:
            part.drop()
            rows.append(_duplicate(tables.row, f"the same bytes as {seen[digest]}"))
            continue
        if digest:
            seen[digest] = path
        if tables.needs_zone:
            part.finish()
            waiting.append((tables, part))
            continue
        if (told_s := _told(tables.row, zones)) is not None:
            tables.told(told_s)
        part.keep(tables.move)
        rows.append(tables.row)
        if unsaved > _CHECKPOINT_BYTES:
            case.checkpoint(rows=[row for row in rows if row["status"] != "duplicate"])
            unsaved = 0
    _in_one_clock(waiting, rows, zones)
    return [*rows, *(tables.row for tables, _ in waiting)]


def _written(tables: FileTables, case: Case) -> Part:
    part = case.writing(tables.row["file_id"])
    for name, piece in tables.pieces:
        part.add(name, piece)
    return part


def _tables(surveyed: Sequence[Surveyed], former: Former) -> Iterable[FileTables]:
    """Yield the tables of every file, those of the stores last."""
    files = [one for one in surveyed if one.store is None]
    compiled = sum(map(_stored, files)) >= _WORTH_BYTES and setup.is_ready()
    for _, streams in groupby(enumerate(files), key=lambda numbered: numbered[1].source.path):
        (file_id, first), *others = streams
        known = former.tables(first, file_id) if not others else None
        yield from [known] if known else read_streams([first, *(one for _, one in others)], file_id, compiled)
    yield from read_stores([(one, one.store) for one in surveyed if one.store is not None], len(files))


def _stored(one: Surveyed) -> int:
    """Return about how many bytes a file has, were it not compressed."""
    size = one.source.where.stat().st_size if one.source.where else 0
    return size * _COMPRESSED if one.source.path.endswith((".gz", ".zst")) else size


def _duplicate(row: Row, told: str) -> Row:
    nothing = dict.fromkeys(COUNTS, 0)
    return row | nothing | {"status": "duplicate", "problems": [told], "from_lo": None, "to_hi": None}


def _in_one_clock(waiting: Sequence[tuple[FileTables, Part]], rows: Sequence[Row], zones: dict[str, int]) -> None:
    """Give files in the process's own zone their offset: as told, from their own lines, a sibling, or the overlap."""
    known = {row["node"]: row["zone_offset_s"] for row in rows if row["zone_from"] == "lines"}
    spans = [(row["from_lo"], row["to_hi"]) for row in rows if row["from_lo"] is not None]
    for tables, part in waiting:
        tables.shifted(*_zone(tables.row, zones, known, spans))
        part.keep(tables.move)


def _told(row: Row, zones: dict[str, int]) -> int | None:
    """Return the zone that the user says this log prints, by NODE/LOG, where NODE/* is every log of the node."""
    return next((zones[key] for key in (f"{row['node']}/{row['series']}", f"{row['node']}/*") if key in zones), None)


def _zone(row: Row, told: dict[str, int], known: dict[str, int], spans: list[tuple[int, int]]) -> tuple[int, str]:
    node = row["node"]
    if (own_s := _told(row, told)) is not None or node in told:
        return told[node] if own_s is None else own_s, "option"
    if node in known:
        return known[node], "lines"
    if len(votes := Counter(known.values())) == 1:
        return next(iter(votes)), "sibling"
    overlapping = _best_overlap(row["from_lo"], row["to_hi"], spans)
    return (overlapping, "overlap") if overlapping is not None else (GMT8_S, "assumed")


def _best_overlap(lo: int | None, hi: int | None, spans: list[tuple[int, int]]) -> int | None:
    """Return the only whole-hour offset that lays the file's span over the other files' spans best, None on a tie."""
    if lo is None or hi is None or not spans:
        return None
    from_lo, to_hi = min(s[0] for s in spans), max(s[1] for s in spans)
    shared = {}
    for hours in range(-12, 15):
        by = hours * 3_600_000_000
        shared[hours * 3600] = min(hi - by, to_hi) - max(lo - by, from_lo)
    best = max(shared.values())
    winners = [offset for offset, value in shared.items() if value == best]
    return winners[0] if best > 0 and len(winners) == 1 else None


def _why_nothing(surveyed: Sequence[Surveyed]) -> str:
    problems = [f"{s.source.path} {'; '.join(s.problems)}" for s in surveyed if s.problems]
    return "no log could be read" + (": " + ", ".join(problems[:3]) if problems else "")


def _root_name(inputs: Sequence[str]) -> str:
    """Return what to call a node whose files lie directly in the input."""
    if len(inputs) != 1 or inputs[0] == "-":
        return "input"
    path = Path(inputs[0]).resolve()
    path = path if path.is_dir() else path.parent
    while path.name.lower() in {"logs", "rocketmqlogs", "rocketmq", "otherdays", "other_days"}:
        path = path.parent
    return path.name or "input"


def _shown(text: str) -> str:
    """Return an input as the document shows it: its name alone, so that no path of a machine gets into it."""
    return text if text == "-" else Path(text).name or text


def read_events(case: Case, kind: str) -> pl.DataFrame:
    """Return the events of one kind, in record order."""
    return case.scan(event_tables()[kind]).sort("record_id").collect()
