"""Nodes of stored cases whose clocks are made to be off: shifted, drifting, or set once. `python tests/clock_shifts.py` runs all.

Each clock of each sample trace is made to be off in each way, and the verdicts compared. A long run of its own: `make clocks`.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl

from forensics.case import Case, new_case
from forensics.findings.check import check_case
from forensics.findings.rules import rules_directory
from forensics.library import ingest_logs
from forensics.replay import replay_case
from forensics.tables import RECORDS

Change = Callable[[pl.Expr], pl.Expr]
"""From the time that a good clock shows to what the node's clock is ahead then, both in microseconds."""

TRACES = Path(__file__).parent.parent / "sample_traces"
HOUR_US = 3_600_000_000
STAMPS = ("last_update_ms",)
"""Times that a proxy's own clock gives to what its lines tell of."""
_LOUDER = {("violated", "clear"), ("violated", "not_applicable"), ("clear", "violated")}
"""What a clock must never make of a verdict."""


def shifted(by_us: int) -> Change:
    """Return a clock that is off all the time."""
    return lambda _: pl.lit(by_us, dtype=pl.Int64)


def stepping(at_us: int, by_us: int) -> Change:
    """Return a clock that is set once."""
    return lambda at: pl.when(at >= at_us).then(by_us).otherwise(0).cast(pl.Int64)


def drifting(from_us: int, gain: float) -> Change:
    """Return a clock that gains evenly."""
    return lambda at: ((at - from_us) * gain).cast(pl.Int64)


def changed(case: Case, directory: Path, node: str, change: Change, stamps: tuple[str, ...] = ()) -> Case:
    """Return a copy of *case*, replayed, whose lines of *node*, and times it stamps in *stamps*, are by another clock."""
    left = new_case(directory)
    files = pl.read_parquet(case.directory / "files" / "*.parquet")
    logs = files.filter((pl.col("node") == node) & (pl.col("series") != "store"))["file_id"].to_list()
    for name in case.names():
        if name.startswith("states/"):
            continue
        frame = pl.concat([pl.read_parquet(part) for part in sorted((case.directory / name).glob("*.parquet"))])
        columns = ("from_lo", "to_hi") if name == "files" else ("ts_lo", "ts_hi")
        left.write(name, 0, _by(frame, logs, change, columns, stamps))
    left.note(**case.facts)
    replay_case(left)
    return left


def _by(frame: pl.DataFrame, logs: list[int], change: Change, columns: tuple[str, str], stamps: tuple[str, ...]) -> pl.DataFrame:
    own = pl.col("file_id").is_in(logs)
    by = pl.when(own).then(change(pl.col(columns[0]))).otherwise(0)
    moved = [(pl.col(name) + by).alias(name) for name in columns]
    there = [name for name in stamps if name in frame.columns]
    stamped = [
        (pl.col(name) + pl.when(own).then(change(pl.col(name) * 1_000)).otherwise(0) // 1_000).alias(name) for name in there
    ]
    return frame.with_columns(*moved, *stamped)


def verdicts(case: Case) -> dict[str, str]:
    """Return the verdict of every rule on *case*."""
    return {rule.id: ruling.verdict for rule, ruling in check_case(case, rules_directory()).rulings}


def overreached(before: dict[str, str], after: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return the verdicts that a clock must not have changed so."""
    return {rule: (was, after[rule]) for rule, was in before.items() if (was, after[rule]) in _LOUDER}


def spans(case: Case) -> dict[str, tuple[int, int]]:
    """Return by node the first and the last time of its lines."""
    frame = case.scan(RECORDS).filter(pl.col("ts_lo").is_not_null()).group_by("node").agg(
        pl.col("ts_lo").min().alias("lo"), pl.col("ts_lo").max().alias("hi")
    )  # fmt: skip
    return {row["node"]: (row["lo"], row["hi"]) for row in frame.sort("node").collect().to_dicts()}


def wrong_clocks(span: tuple[int, int]) -> Iterator[tuple[str, Change]]:
    """Yield the ways in which a clock is made to be off, each with its name."""
    lo, hi = span
    for by in (9 * HOUR_US, -9 * HOUR_US, HOUR_US, 40_000_000, -40_000_000):
        yield f"ahead by {by // 1_000_000} s", shifted(by)
    for gain in (0.1, -0.1):
        yield f"gains {gain}", drifting(lo, gain)
    for part in (0.25, 0.5, 0.75):
        at = lo + int((hi - lo) * part)
        yield from ((f"set by {by // 1_000_000} s at {part}", stepping(at, by)) for by in (9 * HOUR_US, -9 * HOUR_US, 60_000_000))


def main() -> int:
    """Make every clock of every trace be off; print what overreaches; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("traces", nargs="*", help="only these traces")
    parser.add_argument("--share", type=float, default=1.0, help="take only this share of them, the same ones each time")
    options = parser.parse_args()
    chance, bad = random.Random(1), 0  # noqa: S311 - repeatable, not secret
    for trace in options.traces or sorted(path.parent.name for path in TRACES.glob("*/trace.toml")):
        with tempfile.TemporaryDirectory() as work:
            case = ingest_logs([str(TRACES / trace / "input.tar.zst")], Path(work) / "case")
            before, tried = verdicts(case), 0
            for node, span in spans(case).items():
                for number, (name, change) in enumerate(wrong_clocks(span)):
                    if chance.random() >= options.share:
                        continue
                    after = verdicts(changed(case, Path(work) / f"{node}-{number}", node, change, STAMPS))
                    tried, wrong = tried + 1, overreached(before, after)
                    bad += bool(wrong)
                    if wrong:
                        sys.stdout.write(f"{trace} {node} {name}: {wrong}\n")
            sys.stdout.write(f"{trace}: {tried} clocks\n")
            sys.stdout.flush()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
