"""Reading, step by step: every file surveyed, read, put on one clock, and written to a case, by the engine that runs them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from forensics import memory
from forensics.case import Case
from forensics.engines.batches import COUNTS, FileTables
from forensics.engines.engine import HERE, Engine, Task
from forensics.engines.excerpts import without_copies
from forensics.engines.fast import setup
from forensics.engines.filing import Filed, Filer, ToRead, move
from forensics.engines.forked import forked
from forensics.engines.former import Former, reader
from forensics.engines.instants import Shown
from forensics.engines.overlaps import once
from forensics.engines.repeats import UNNUMBERED
from forensics.engines.survey import Surveyed, is_under, survey
from forensics.engines.zones import Zones
from forensics.errors import BadUsage, NoLogs
from forensics.held import Room
from forensics.layouts.layout import Layout
from forensics.sources.archives import Spool
from forensics.sources.find import find_sources
from forensics.tables import FILES

_WORTH_BYTES = 4 << 20
"""From how much input on the kernel is worth its start."""
_FORKED_BYTES = 64 << 20
"""From how much input on several processes read it."""
_COMPRESSED = 10
"""How many times smaller logs are where they are compressed, about."""
_WAITED_FOR_BYTES = 256 << 20
"""From how much input on somebody waits long enough for a first glance at it."""
_CHECKPOINT_BYTES = 64 << 20
"""After how many bytes what has been read is noted, for the next run if this one is killed."""

Row = dict[str, Any]
Progress = Callable[[str, int], None]
"""Called after each file with its path and its bytes."""
Glance = Callable[[Callable[[Case], None]], None]
"""Called before a large input is read, with what reads a small part of it into another case."""


@dataclass(frozen=True)
class Reading:
    """How the user wants the input read: names by path prefix, zones (s ahead of UTC) by NODE or NODE/LOG, layouts, releases."""

    nodes: dict[str, str] = field(default_factory=dict)
    zones: dict[str, int] = field(default_factory=dict)
    layouts: tuple[Layout, ...] = ()
    releases: dict[str, str] = field(default_factory=dict)

    @property
    def options(self) -> tuple[str, ...]:
        """Return the options by which the user said so."""
        said = {"--node NAME=PATH": self.nodes, "--tz": self.zones, "--pattern": self.layouts, "--release": self.releases}
        return tuple(option for option, value in said.items() if value)


def ingest(
    inputs: Sequence[str],
    case: Case,
    reading: Reading,
    progress: Progress,
    engine: Engine = HERE,
    glance: Glance | None = None,
) -> None:
    """Read *inputs* into *case*: tables `files`, `records` and one `events/...` per kind; NoLogs where there is none."""
    with memory.seldom_collecting(), Spool(case.directory if engine.elsewhere else None) as spool:
        surveyed = survey(find_sources(list(inputs), spool), reading.nodes, _root_name(inputs), reading.layouts, engine)
        surveyed = without_copies(once(surveyed, engine), engine)
        if not any(s.status == "read" for s in surveyed):
            raise NoLogs(", ".join(inputs), _why_nothing(surveyed), "name a directory or archive that holds RocketMQ's logs")
        _refuse_strange(reading, surveyed)
        case.note(inputs=[shown(text) for text in inputs])
        size = sum(map(_stored, surveyed))
        with _several(size) if engine is HERE else nullcontext(engine) as several:
            if glance and not engine.elsewhere and size >= _WAITED_FOR_BYTES:
                glance(partial(_read_parts, surveyed=surveyed, of=case, reading=reading, spooled=spool.places, engine=several))
            _read(surveyed, case, reading, spool.places, progress, several)
    memory.give_back()


def _several(size: int) -> AbstractContextManager[Engine]:
    """Return the engine that reads *size* bytes on this machine."""
    return nullcontext(HERE) if size < _FORKED_BYTES else forked(_load)


def _load() -> None:
    """Load what the processes need that read, where it is set up."""
    if setup.is_ready():
        from forensics.engines.fast import reader as kernel

        kernel.load()


def _read(
    surveyed: Sequence[Surveyed],
    case: Case,
    reading: Reading,
    spooled: tuple[Path, ...],
    progress: Progress = lambda _path, _size: None,
    engine: Engine = HERE,
) -> None:
    """Read what has been *surveyed* into *case*."""
    how = f"{reader()} {[layout.name for layout in reading.layouts]}"
    case.note(reader=how)
    compiled = sum(map(_stored, surveyed)) >= _WORTH_BYTES and memory.allowed() >= memory.COMPILED_LEAST
    room = case.room if engine is HERE else Room(0)
    filer = Filer(case.directory, room, Former(case.former, how), reading.zones, compiled)
    files = list(_to_read(surveyed, spooled))
    own = {one.source.path for one in surveyed if one.own}
    rows = _in_one_clock(_taken(engine.each(filer, files), own, case, progress), case, reading.zones, engine)
    case.write("files", 0, FILES.frame(list(_numbered(rows))))


def _read_parts(
    case: Case, surveyed: Sequence[Surveyed], of: Case, reading: Reading, spooled: tuple[Path, ...], engine: Engine
) -> None:
    """Read into *case* what a first glance at the logs *surveyed* for the case *of* reads."""
    from forensics.engines.glance import glanced

    case.note(**of.facts)
    _read(glanced(surveyed), case, reading, spooled, engine=engine)


def _numbered(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield *rows* of files by number; those without one get the next ones."""
    with_own = sorted((row for row in rows if row["file_id"] != UNNUMBERED), key=lambda row: int(row["file_id"]))
    yield from with_own
    without = (row for row in rows if row["file_id"] == UNNUMBERED)
    yield from (row | {"file_id": file_id} for file_id, row in enumerate(without, 1 + with_own[-1]["file_id"]))


def _to_read(surveyed: Sequence[Surveyed], within: tuple[Path, ...]) -> Iterator[Task[ToRead]]:
    """Yield every file, with all its streams, and the stores in the end; *within* must be in reach too, to be written to."""
    files = [one for one in surveyed if one.store is None]
    for path, streams in groupby(enumerate(files), key=lambda numbered: numbered[1].source.path):
        (file_id, first), *others = streams
        yield Task(ToRead(file_id, (first, *(one for _, one in others))), path, (*within, *first.source.places), _stored(first))
    stores = tuple(one for one in surveyed if one.store is not None)
    if stores:
        yield Task(
            ToRead(len(files), stores), stores[0].source.path, tuple(p for one in stores if one.store for p in one.store.places)
        )


def _stored(one: Surveyed) -> int:
    """Return about how many bytes a log has, were it not compressed."""
    size = one.source.stored if one.store is None else 0
    return size * _COMPRESSED if one.source.path.endswith((".gz", ".zst")) else size


def _taken(results: Iterable[list[Filed]], own: Collection[str], case: Case, progress: Progress) -> list[Filed]:
    """Take every file's parts into *case*, none twice of the same bytes but its node's *own*; return what each gave."""
    seen: dict[str, str] = {}
    taken: list[Filed] = []
    unsaved = 0
    for one in chain.from_iterable(results):
        path, digest = one.row["path"], one.row["content_hash"]
        progress(path, one.row["bytes"])
        unsaved += one.row["bytes"]
        if digest in seen and path not in own:
            taken.append(Filed(_duplicate(one.row, f"the same lines as {seen[digest]}"), {}))
            continue
        if digest:
            seen[digest] = path
        case.take(one.kept)
        taken.append(one)
        if unsaved > _CHECKPOINT_BYTES:
            case.checkpoint(rows=[t.row for t in taken if t.waiting is None and t.row["status"] != "duplicate"])
            unsaved = 0
    return taken


def _duplicate(row: Row, told: str) -> Row:
    nothing: Row = dict.fromkeys(COUNTS, 0) | Shown().said | {"from_lo": None, "to_hi": None}
    return row | nothing | {"status": "duplicate", "problems": [told]}


def _in_one_clock(taken: Sequence[Filed], case: Case, given: dict[str, int], engine: Engine) -> list[Row]:
    """Give files in the process's own zone their offset, now that all others are read; return the rows of `files`."""
    rows = [one.row for one in taken if one.waiting is None]
    zones = Zones(rows, given)
    waiting = []
    for one in taken:
        if one.waiting is not None:
            tables = FileTables(one.row)
            tables.shifted(*zones.of(one.row))
            waiting.append(Task((one.waiting, tables.move_us), one.row["path"]))
            rows.append(tables.row)
    for kept in engine.each(move, waiting):
        case.take(kept)
    return rows


def _refuse_strange(reading: Reading, surveyed: Sequence[Surveyed]) -> None:
    """Raise BadUsage for a path or log that the user names and the input does not have: all would be read as if unsaid."""
    paths, nodes = [s.source.path for s in surveyed], {s.node for s in surveyed}
    for prefix, name in reading.nodes.items():
        if not any(is_under(path, prefix) for path in paths):
            raise BadUsage(f"--node {name}={prefix}", "names no path of the input", f"its paths are like {paths[0]}")
    logs = nodes | {f"{s.node}/{s.place.series}" for s in surveyed} | {f"{node}/*" for node in nodes}
    for log in reading.zones.keys() - logs:
        raise BadUsage(f"--tz {log}", "names no node or log of the input", f"its nodes are {', '.join(sorted(nodes))}")


def _why_nothing(surveyed: Sequence[Surveyed]) -> str:
    if not surveyed:
        return "no file lies there"
    alike: dict[str, list[str]] = {}
    for one in surveyed:
        if one.problems:
            alike.setdefault("; ".join(one.problems), []).append(one.source.path)
    problems = [f"{path}{f' and {len(others)} more' if others else ''}: {said}" for said, (path, *others) in alike.items()]
    return "no log could be read: " + " | ".join(problems[:3]) if problems else "no log could be read"


def _root_name(inputs: Sequence[str]) -> str:
    """Return what to call a node whose files lie directly in the input."""
    if len(inputs) != 1 or inputs[0] == "-":
        return "input"
    path = Path(inputs[0]).resolve()
    path = path if path.is_dir() else path.parent
    while path.name.lower() in {"logs", "rocketmqlogs", "rocketmq", "otherdays", "other_days"}:
        path = path.parent
    return path.name or "input"


def shown(text: str) -> str:
    """Return an input as the document shows it: its name alone, so that no path of a machine gets into it."""
    return text if text == "-" else Path(text).name or text
