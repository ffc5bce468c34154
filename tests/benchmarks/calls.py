"""Which functions are called more than in proportion to a case's events: what would make days of a failure cost weeks.

Run: python tests/benchmarks/calls.py [TRACE...], by default all sample traces. The case of each is made longer, its events one
and again with times and offsets moved on: 6 times, and 24 times, as it is and with starts, stops, roles and routes coming once.
Each is replayed and judged, and the calls of every function counted: unlike times, they are the same on any machine. Printed are
the functions whose calls grow by more than the power of 1.4, with their calls; the exit code is 1 where there are some.
"""

import cProfile
import pstats
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

import polars as pl
from replay import Stride, exponent, grown
from storms import ONCE

from forensics.case import Case
from forensics.library import document_of, ingest_logs, open_case, replay_case
from forensics.tables import RECORDS

_TRACES = Path(__file__).parent.parent.parent / "sample_traces"
_TIMES = (6, 24)
_FEW = 2_000
"""Calls that cost nothing however they grow."""
_MOST = 1.4
Function = tuple[str, int, str]


def calls(directory: Path) -> dict[Function, int]:
    """Return how often each function is called while the case in *directory* is replayed and judged."""
    profile = cProfile.Profile()
    case = open_case(directory)
    profile.enable()
    replay_case(case)
    document_of(case)
    profile.disable()
    return {function: counts[1] for function, counts in pstats.Stats(profile).stats.items()}


def growing(case: Case, place: Path, stride: Stride, once: Collection[str]) -> list[str]:
    """Return in words the functions of ours whose calls grow faster than *case* does."""
    for times in _TIMES:
        grown(case, place / str(times), times, stride, once)
    first, last = (calls(place / str(times)) for times in _TIMES)
    found = []
    for function, called in last.items():
        power = exponent(list(_TIMES), [first.get(function, called), called])
        if called > _FEW and power > _MOST and "forensics" in function[0]:
            name = f"{function[0].rpartition('forensics/')[2]}:{function[1]} {function[2]}"
            found.append(f"{name}: {first[function]}, then {called} calls: to the power of {power:.2f}")
    return sorted(found)


def main(names: list[str]) -> int:
    """Print what grows in each trace; return how many functions that are."""
    several = 0
    for name in names:
        with tempfile.TemporaryDirectory(prefix="rmqf-bench-") as made:
            place = Path(made)
            case = ingest_logs([str(path) for path in sorted((_TRACES / name).glob("input*"))], place / "once")
            begin, end = case.scan(RECORDS).select(pl.col("ts_lo").min(), pl.col("ts_hi").max()).collect().row(0)
            stride = Stride((end - begin) // 1_000 + 1_000, 10_000_000, 10_000_000, real=-1)
            for how, once in {"all": (), "starts once": ONCE}.items():
                found = growing(case, place / how, stride, once)
                several += len(found)
                print("\n".join([f"{name}, {how}: {len(found)} functions", *found]), flush=True)  # noqa: T201
    return several


if __name__ == "__main__":
    sys.exit(min(1, main(sys.argv[1:] or sorted(path.name for path in _TRACES.iterdir()))))
