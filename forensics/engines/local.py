"""Reading on this machine: every file surveyed, read, put on one clock, and written to a case."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import polars as pl

from forensics.case import Case
from forensics.engines.former import Former, reader
from forensics.engines.overlaps import beginnings
from forensics.engines.reading import GMT8_S, FileTables, read_streams
from forensics.engines.stores import read_stores
from forensics.engines.survey import Surveyed, survey
from forensics.errors import NoLogs
from forensics.layouts.layout import Layout
from forensics.sources.archives import Spool
from forensics.sources.find import find_sources
from forensics.storefiles.events import event_tables
from forensics.tables import FILES

_CHECKPOINT_BYTES = 64 << 20
"""After how many bytes what has been read is noted, for the next run if this one is killed."""

Progress = Callable[[str, int], None]
"""Called after each file with its path and its bytes."""


@dataclass(frozen=True)
class Reading:
    """How the user wants the input read: node names by path prefix, zones by node (seconds ahead of UTC), own layouts."""

    nodes: dict[str, str] = field(default_factory=dict)
    zones: dict[str, int] = field(default_factory=dict)
    layouts: tuple[Layout, ...] = ()


def ingest(inputs: Sequence[str], case: Case, reading: Reading, progress: Progress) -> None:
    """Read *inputs* into *case*: tables `files`, `records` and one `events/...` per kind; NoLogs where there is none."""
    how = f"{reader()} {[layout.name for layout in reading.layouts]}"
    case.note(reader=how)
    with Spool() as spool:
        surveyed = survey(find_sources(list(inputs), spool), reading.nodes, _root_name(inputs), reading.layouts)
        if not any(s.status == "read" for s in surveyed):
            raise NoLogs(", ".join(inputs), _why_nothing(surveyed), "name a directory or archive that holds RocketMQ's logs")
        read = _read_all(surveyed, case, Former(case.former, how), progress)
        rows = [file.row for file in _in_one_clock(read, reading.zones, case)]
    case.write("files", 0, FILES.frame(sorted(rows, key=_file_id)))
    case.note(inputs=[_shown(text) for text in inputs])


def _file_id(row: dict[str, Any]) -> int:
    return int(row["file_id"])


def _read_all(surveyed: Sequence[Surveyed], case: Case, former: Former, progress: Progress) -> Iterable[FileTables]:
    """Yield every file's tables; those that need nothing more are written and yielded without their rows."""
    seen: dict[str, str] = {}
    begun = beginnings(surveyed)
    rows: list[dict[str, Any]] = []
    unsaved = 0
    for tables in _tables(surveyed, former):
        path = tables.row["path"]
        progress(path, tables.row["bytes"])
        digest = tables.row["content_hash"]
        if digest in seen or path in begun:
            told = f"the same bytes as {seen[digest]}" if digest in seen else f"the beginning of {begun[path]}"
            yield _duplicate(tables, told)
            continue
        if digest:
            seen[digest] = path
        if not tables.needs_zone:
            _write(tables, case)
            rows.append(tables.row)
            unsaved += tables.row["bytes"]
        if unsaved > _CHECKPOINT_BYTES:
            case.checkpoint(rows=rows)
            unsaved = 0
        yield tables if tables.needs_zone else FileTables(tables.row, tables.records.clear(), {}, needs_zone=False)


def _tables(surveyed: Sequence[Surveyed], former: Former) -> Iterable[FileTables]:
    """Yield the tables of every file, those of the stores last."""
    files = [one for one in surveyed if one.store is None]
    for _, streams in groupby(enumerate(files), key=lambda numbered: numbered[1].source.path):
        (file_id, first), *others = streams
        known = former.tables(first, file_id) if not others else None
        yield from [known] if known else read_streams([first, *(one for _, one in others)], file_id)
    yield from read_stores([(one, one.store) for one in surveyed if one.store is not None], len(files))


def _duplicate(tables: FileTables, told: str) -> FileTables:
    nothing = dict.fromkeys(("lines", "unread_lines", "records", "unread_records", "rejected_bytes", "kept_bytes"), 0)
    row = tables.row | nothing | {"status": "duplicate", "problems": [told]}
    return FileTables(row | {"from_lo": None, "to_hi": None}, tables.records.clear(), {}, needs_zone=False)


def _write(tables: FileTables, case: Case) -> None:
    part = tables.row["file_id"]
    if tables.records.height:
        case.write("records", part, tables.records)
    for kind, frame in sorted(tables.events.items()):
        case.write(f"events/{kind}", part, frame)


def _in_one_clock(files: Iterable[FileTables], zones: dict[str, int], case: Case) -> list[FileTables]:
    """Give files in the process's own zone their offset: as told, from their own lines, a sibling, or the overlap."""
    done = list(files)
    known = {f.row["node"]: f.row["zone_offset_s"] for f in done if f.row["zone_from"] == "lines"}
    spans = [(f.row["from_lo"], f.row["to_hi"]) for f in done if f.row["from_lo"] is not None and not f.needs_zone]
    finished = []
    for file in done:
        if not file.needs_zone:
            finished.append(file)
            continue
        moved = file.shifted(*_zone(file, zones, known, spans))
        _write(moved, case)
        finished.append(FileTables(moved.row, moved.records.clear(), {}, needs_zone=False))
    return finished


def _zone(file: FileTables, told: dict[str, int], known: dict[str, int], spans: list[tuple[int, int]]) -> tuple[int, str]:
    node = file.row["node"]
    if node in told:
        return told[node], "option"
    if node in known:
        return known[node], "lines"
    if len(votes := Counter(known.values())) == 1:
        return next(iter(votes)), "sibling"
    overlapping = _best_overlap(file.row["from_lo"], file.row["to_hi"], spans)
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
