"""How fast a case is replayed and judged, from Parquet to findings, and how time and memory grow with it.

Run: python tests/benchmarks/replay.py [PERIODS...], by default 1 4 16. A minute of a bundle's logs (bundle.py) is ingested once;
cases of many minutes are that one again and again with times, offsets and record ids moved on, so that no log is read for them.
Each size is replayed in a process of its own, the sizes in turn and three times over. What is printed is the median of the CPU
seconds with its spread, events per CPU second, peak memory, the exponents by which seconds and memory grow, and what a changed
rule costs that runs again over the states.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from math import log
from pathlib import Path

import polars as pl
from bundle import series
from bundle_lives import PER_QUEUE, PER_REVIVE_QUEUE, PERIOD_MS

from forensics import case as storage
from forensics.case import Case
from forensics.library import ingest_logs
from forensics.tables import FILES, RECORDS

_MS = {"pop_time", "revive_time", "now_ms", "store_ms", "born_ms"}
_OFFSETS = {"start_offset", "offset", "next_begin_offset", "old_offset"}
_REVIVE_OFFSETS = {"revive_offset", "ck_revive_offset", "stored_offset"}
_LISTS = {"ck_offsets", "ack_offsets"}
_REAL = 300_000_000
"""Offsets of a bundle begin above this; a smaller number is a marker such as -1, or a count."""
_RUNS = 3
_CHILD = """
import json, resource, sys, time
from pathlib import Path
from forensics.library import check_case, open_case, replay_case
case = open_case(Path(sys.argv[1]))
begun = time.process_time()
replay_case(case)
replayed = time.process_time()
check_case(case)
checked = time.process_time()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"replay": replayed - begun, "check": checked - replayed, "peak": peak}))
"""


def write_minute(root: Path) -> None:
    """Write the first minute of a bundle's logs, without the incident."""
    for one in series(seed=1):
        path = root / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.period.moved(0))


def grown(minute: Case, directory: Path, periods: int) -> int:
    """Write a case of *periods* minutes like *minute* to *directory*; return its events."""
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
            several = [frame] if name == FILES.name else [_moved(frame, number, step) for number in range(periods)]
            case.write(name, int(Path(part).name.partition("-")[0]), pl.concat(several))
            events += frame.height * periods if name.startswith("events/") else 0
    case.note(**minute.facts)
    case.commit()
    return events


def _parts(case: Case, name: str) -> list[str]:
    manifest = json.loads((case.directory / storage.MANIFEST).read_text(encoding="utf-8"))
    return sorted(part for part in manifest["parts"] if part.rpartition("/")[0] == name)


def _moved(frame: pl.DataFrame, number: int, step: int) -> pl.DataFrame:
    """Return *frame* moved on by *number* periods, each of at most *step* records a file."""
    by = dict.fromkeys(_MS, PERIOD_MS) | dict.fromkeys(_OFFSETS, PER_QUEUE) | dict.fromkeys(_REVIVE_OFFSETS, PER_REVIVE_QUEUE)
    plain = {"ts_lo": PERIOD_MS * 1_000, "ts_hi": PERIOD_MS * 1_000, "record_id": step, "seq": step, "line": step}
    changes = [pl.col(name) + number * plain[name] for name in frame.columns if name in plain]
    for name in (name for name in frame.columns if name in by):
        value = pl.col(name)
        changes.append(pl.when(value > _REAL).then(value + number * by[name]).otherwise(value))
    changes += [pl.col(name).list.eval(pl.element() + number * PER_QUEUE) for name in frame.columns if name in _LISTS]
    return frame.with_columns(changes)


def measured(directory: Path) -> dict[str, float]:
    """Return the CPU seconds of a replay and a check, and the peak memory in MiB, of a process that does nothing else."""
    done = subprocess.run([sys.executable, "-c", _CHILD, str(directory)], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def exponent(sizes: list[int], values: list[float]) -> float:
    """Return the slope between the smallest and the largest size on a double logarithmic scale."""
    return log(values[-1] / values[0]) / log(sizes[-1] / sizes[0])


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
    seconds = []
    for size in sizes:
        replay, check = (sorted(run[what] for run in runs[size]) for what in ("replay", "check"))
        seconds.append(statistics.median(replay) + statistics.median(check))
        peak = max(run["peak"] for run in runs[size])
        print(  # noqa: T201
            f"{size:3} minutes, {events[size]:9} events: replay {statistics.median(replay):.2f} s CPU "
            f"({replay[0]:.2f} to {replay[-1]:.2f}), rules {statistics.median(check):.2f} ({check[0]:.2f} to {check[-1]:.2f}), "
            f"{events[size] / seconds[-1] / 1e6:.2f} million events a CPU second, peak memory {peak:.0f} MiB"
        )
    if len(sizes) > 1:
        peaks = [max(run["peak"] for run in runs[size]) for size in sizes]
        print(f"growth: CPU to the power of {exponent(sizes, seconds):.2f}, memory {exponent(sizes, peaks):.2f}")  # noqa: T201


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [1, 4, 16])
