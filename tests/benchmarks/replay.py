"""How fast a case is replayed and judged, from Parquet to findings, and how time and memory grow with it.

Run: python tests/benchmarks/replay.py [PERIODS...], by default 4 16 64. A minute of a bundle's logs (bundle.py) is ingested once;
cases of many minutes are that one again and again with times, offsets and record ids moved on, so that no log is read for them.
Each size is replayed in a process of its own, the sizes in turn and three times over; beside it DuckDB folds the same lines of
POP to a row for each batch, with which lines it has, and nothing more. What is printed is the median of the CPU seconds with its
spread, events per CPU second, the ratio to DuckDB's, peak memory, what writing the findings document takes, what a changed rule
costs that runs again over the states, and the exponents by which seconds and memory grow.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from math import log
from pathlib import Path

import polars as pl
from bundle import series
from bundle_lives import PER_QUEUE, PER_REVIVE_QUEUE, PERIOD_MS

from forensics import case as storage
from forensics.case import Case
from forensics.directories import MANIFEST
from forensics.library import ingest_logs
from forensics.tables import FILES, RECORDS

_MS = {"pop_time", "revive_time", "now_ms", "store_ms", "born_ms"}
_OFFSETS = {"start_offset", "offset", "next_begin_offset", "old_offset"}
_REVIVE_OFFSETS = {"revive_offset", "ck_revive_offset", "stored_offset"}
_LISTS = {"ck_offsets", "ack_offsets"}
_RUNS = 3
_CHILD = """
import json, sys, time
from pathlib import Path
from forensics.library import document_of, open_case, replay_case
from forensics.report.outputs import pieces
from forensics.report.view import View
begun = time.process_time()
case = open_case(Path(sys.argv[1]))
opened = time.process_time()
replay_case(case)
replayed = time.process_time()
doc = document_of(case)
checked = time.process_time()
sum(map(len, pieces(doc, "json", View())))
written = time.process_time()
status = Path("/proc/self/status")  # what rusage tells of memory holds that of the process that started this one too
peak = int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
rule = opened - begun + checked - replayed
took = {"replay": replayed - opened, "check": checked - replayed, "write": written - checked}
print(json.dumps(took | {"rule": rule, "peak": peak}))
"""
_DUCKDB = """
import json, sys, time
import duckdb
begun = time.process_time()
connection = duckdb.connect(config={"threads": 2, "memory_limit": "512MB"})
connection.execute("SET enable_progress_bar = false")
batch, kinds = 'broker, topic, "group", queue_id, start_offset, revive_time', sys.argv[2].split(",")
lines = " UNION ALL ".join(f"SELECT {batch}, '{kind}' AS kind FROM '{sys.argv[1]}/events/{kind}/*.parquet'" for kind in kinds)
seen = ", ".join(f"count(*) FILTER (kind = '{kind}') AS {kind}" for kind in kinds)
fold = f"SELECT {batch}, {seen} FROM ({lines}) GROUP BY ALL"
connection.execute(f"SELECT count(*), count(*) FILTER (message_retried > 0) FROM ({fold})").fetchall()
print(json.dumps(time.process_time() - begun))
"""
_FOLDED = ("ck_buffered", "ck_left_buffer", "ck_stored", "ck_found", "ack_buffered", "ack_stored", "message_retried")


def write_minute(root: Path) -> None:
    """Write the first minute of a bundle's logs, without the incident."""
    for one in series(seed=1):
        path = root / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.period.moved(0))


@dataclass(frozen=True)
class Stride:
    """How far a period lies behind the one before: its milliseconds, and offsets of queues and of revive queues.

    Smaller numbers than `real` are none of these: markers such as -1, or counts.
    """

    ms: int
    offsets: int
    revive_offsets: int
    real: int


MINUTE = Stride(PERIOD_MS, PER_QUEUE, PER_REVIVE_QUEUE, real=300_000_000)


def grown(minute: Case, directory: Path, periods: int, stride: Stride = MINUTE, once: Collection[str] = ()) -> int:
    """Write a case of *periods* minutes like *minute* to *directory*; return its events. Those of the kinds *once* come once."""
    case = storage.new_case(directory)
    step = int(minute.scan(FILES).select(pl.col("records").max()).collect().item())
    events = 0
    for name in minute.names():
        if name.startswith("states/"):
            continue
        for part in _parts(minute, name):
            frame = pl.read_parquet(minute.directory / part)
            if name == RECORDS.name:
                frame = frame.with_columns(pl.lit("a line").alias("text"))
            times = 1 if name == FILES.name or name.removeprefix("events/") in once else periods
            several = [_moved(frame, number, step, stride) for number in range(times)]
            case.write(name, int(Path(part).name.partition("-")[0]), pl.concat(several))
            events += frame.height * times if name.startswith("events/") else 0
    case.note(**minute.facts)
    case.commit()
    return events


def _parts(case: Case, name: str) -> list[str]:
    manifest = json.loads((case.directory / MANIFEST).read_text(encoding="utf-8"))
    return sorted(part for part in manifest["parts"] if part.rpartition("/")[0] == name)


def _moved(frame: pl.DataFrame, number: int, step: int, stride: Stride) -> pl.DataFrame:
    """Return *frame* moved on by *number* periods, each of at most *step* records a file."""
    by = (
        dict.fromkeys(_MS, stride.ms)
        | dict.fromkeys(_OFFSETS, stride.offsets)
        | dict.fromkeys(_REVIVE_OFFSETS, stride.revive_offsets)
    )
    plain = {"ts_lo": stride.ms * 1_000, "ts_hi": stride.ms * 1_000, "record_id": step, "seq": step, "line": step}
    changes = [pl.col(name) + number * plain[name] for name in frame.columns if name in plain]
    for name in (name for name in frame.columns if name in by):
        value = pl.col(name)
        changes.append(pl.when(value > stride.real).then(value + number * by[name]).otherwise(value))
    changes += [pl.col(name).list.eval(pl.element() + number * stride.offsets) for name in frame.columns if name in _LISTS]
    return frame.with_columns(changes)


def measured(directory: Path) -> dict[str, float]:
    """Return CPU seconds of a replay, a check, writing, a changed rule and DuckDB's fold; peak memory in MiB of all but the last.

    Each is measured in a process that does nothing else.
    """
    kinds = ",".join(kind for kind in _FOLDED if (directory / "events" / kind).is_dir())
    return replayed(directory) | {"duckdb": json.loads(_output(_DUCKDB, str(directory), kinds))}


def replayed(directory: Path) -> dict[str, float]:
    """Return the same without DuckDB's fold."""
    found: dict[str, float] = json.loads(_output(_CHILD, str(directory)))
    return found


def _output(program: str, *arguments: str) -> str:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def exponent(sizes: list[int], values: list[float]) -> float:
    """Return the slope between the smallest and the largest size on a double logarithmic scale."""
    return log(values[-1] / values[0]) / log(sizes[-1] / sizes[0])


def shown(size: int, events: int, runs: list[dict[str, float]]) -> str:
    """Return in words what the *runs* of one size took."""
    took = {what: sorted(run[what] for run in runs) for what in ("replay", "check", "write", "rule", "duckdb")}
    middle = {what: statistics.median(values) for what, values in took.items()}
    speed = events / (middle["replay"] + middle["check"]) / 1e6
    ratio = sorted((run["replay"] + run["check"]) / run["duckdb"] for run in runs)
    peak = max(run["peak"] for run in runs)
    spread = {what: f"{middle[what]:.2f} s ({values[0]:.2f} to {values[-1]:.2f})" for what, values in took.items()}
    return (
        f"{size:3} minutes, {events:9} events: replay {spread['replay']} of CPU, rules {spread['check']}, "
        f"{speed:.2f} million events a CPU second; the document written {spread['write']}; "
        f"a changed rule {spread['rule']}; peak memory {peak:.0f} MiB; "
        f"{statistics.median(ratio):.1f} times ({ratio[0]:.1f} to {ratio[-1]:.1f}) what DuckDB takes to fold the lines of POP"
    )


def main(sizes: list[int]) -> None:
    """Make the cases, measure them in turn, print."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        write_minute(root / "logs")
        minute = ingest_logs([str(root / "logs")], root / "minute")
        events = {size: grown(minute, root / f"case{size}", size) for size in sizes}
        runs: dict[int, list[dict[str, float]]] = {size: [] for size in sizes}
        for _ in range(_RUNS):
            for size in sizes:
                runs[size].append(measured(root / f"case{size}"))
    for size in sizes:
        print(shown(size, events[size], runs[size]))  # noqa: T201
    if len(sizes) > 1:
        seconds = [statistics.median(run["replay"] + run["check"] for run in runs[size]) for size in sizes]
        peaks = [max(run["peak"] for run in runs[size]) for size in sizes]
        print(f"growth: CPU to the power of {exponent(sizes, seconds):.2f}, memory {exponent(sizes, peaks):.2f}")  # noqa: T201


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [4, 16, 64])
