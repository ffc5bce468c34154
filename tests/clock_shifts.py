"""Nodes of stored cases whose clocks are made to be off: shifted, drifting, or set once. `python tests/clock_shifts.py` runs all.

Each clock of each sample trace is made to be off in each way, and the verdicts compared. A long run of its own: `make clocks`.
"""

import argparse
import random
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

import polars as pl
from conftest import NAMES, kept
from losses import Evidence, Remains, replayed, verdicts

from forensics.findings.rules import load_rules, rules_directory
from forensics.model.coverage import STORE
from forensics.tables import FILES

Change = Callable[[pl.Expr], pl.Expr]
"""From the time that a good clock shows to what the node's clock is ahead then, both in microseconds."""

RULES, _ = load_rules(rules_directory())
HOUR_US = 3_600_000_000
STAMPS = ("last_update_ms",)
"""Times that a proxy's own clock gives to what its lines tell of."""
CARRIED = ("pop_time", "revive_time", "first_pop_time", "held_pop_time", "new_pop_time")
"""Times that the clock of the broker popped from gives, and that messages, checkpoints and handles carry to others."""
OWN = (*STAMPS, *CARRIED, "store_ms", "now_ms", "deliver_ms", "locked_ms")
"""Times that a broker's clock gives to what its lines and its store hold."""
_SILENCED = {("violated", "clear"), ("violated", "not_applicable")}
"""What a clock must never make of a violation; nor must it make one."""


def shifted(by_us: int) -> Change:
    """Return a clock that is off all the time."""
    return lambda _: pl.lit(by_us, dtype=pl.Int64)


def stepping(at_us: int, by_us: int) -> Change:
    """Return a clock that is set once."""
    return lambda at: pl.when(at >= at_us).then(by_us).otherwise(0).cast(pl.Int64)


def drifting(from_us: int, gain: float) -> Change:
    """Return a clock that gains evenly."""
    return lambda at: ((at - from_us) * gain).cast(pl.Int64)


def changed(evidence: Evidence, node: str, change: Change, stamps: tuple[str, ...] = ()) -> Remains:
    """Return a case, replayed, whose lines of *node*, and times it stamps in *stamps*, are by another clock."""
    files = evidence.frame(FILES.name)
    logs = files.filter((pl.col("node") == node) & (pl.col("series") != STORE))["file_id"].to_list()
    return replayed(evidence.remade(lambda name, frame: _by(name, frame, logs, change, stamps)))


def _by(name: str, frame: pl.DataFrame, logs: list[int], change: Change, stamps: tuple[str, ...]) -> pl.DataFrame:
    times = ("from_lo", "to_hi") if name == FILES.name else ("ts_lo", "ts_hi")
    columns = [name for name in times if name in frame.columns]
    if not columns:
        return frame
    own = pl.col("file_id").is_in(logs)
    by = pl.when(own).then(change(pl.col(columns[0]))).otherwise(0)
    moved = [(pl.col(name) + by).alias(name) for name in columns]
    return frame.with_columns(*moved, *(_stamped(name, own, change) for name in stamps if name in frame.columns))


def _stamped(name: str, where: pl.Expr, change: Change) -> pl.Expr:
    """Return the column of milliseconds *name* by another clock; what is no time stays none."""
    at = pl.col(name) * 1_000
    return (pl.col(name) + pl.when(where & (pl.col(name) > 0)).then(change(at)).otherwise(0) // 1_000).alias(name)


def moved_broker(evidence: Evidence, broker: str, nodes: set[str], change: Change) -> Remains:
    """Return a case, replayed, of which *nodes*, that are *broker*, have another clock: in lines, stores, and all it stamped."""
    files = evidence.frame(FILES.name)
    mine = files.filter(pl.col("node").is_in(sorted(nodes)))["file_id"].to_list()

    def by(name: str, frame: pl.DataFrame) -> pl.DataFrame:
        if "broker" not in frame.columns:
            return _by(name, frame, mine, change, OWN)
        frame = _by(name, frame, mine, change, tuple(column for column in OWN if column not in CARRIED))
        popped_there = pl.col("broker").eq_missing(broker) | (pl.col("file_id").is_in(mine) & pl.col("broker").is_null())
        return frame.with_columns(_stamped(column, popped_there, change) for column in CARRIED if column in frame.columns)

    return replayed(evidence.remade(by))


def brokers(evidence: Evidence) -> dict[str, set[str]]:
    """Return the nodes of each broker, a slave with its master, by the name that its boot line gives."""
    if not evidence.has("events/process_started"):
        return {}
    named = evidence.frame("events/process_started").filter((pl.col("kind") == "broker") & pl.col("broker").is_not_null())
    found: dict[str, set[str]] = {}
    for node, name in sorted(set(named.select("node", "broker").iter_rows())):
        found.setdefault(name, set()).add(node)
    return found


def overreached(before: dict[str, str], off: Remains) -> dict[str, tuple[str, str]]:
    """Return the verdicts of a case whose clocks are off that a clock must not have changed so."""
    changed = {rule: (before[rule], now) for rule, now in verdicts(off, RULES).items() if now != before[rule]}
    return {rule: both for rule, both in changed.items() if both in _SILENCED or both[1] == "violated"}


def spans(evidence: Evidence) -> dict[str, tuple[int, int]]:
    """Return by node the first and the last time of its lines."""
    spans: dict[str, tuple[int, int]] = {}
    for file in evidence.files:
        lo, hi = spans.get(file["node"], (file["from_lo"], file["to_hi"]))
        spans[file["node"]] = min(lo, file["from_lo"]), max(hi, file["to_hi"])
    return spans


_ZONES = 3
"""So many of the wrong clocks that come first are whole hours off all the time."""


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


def ways(evidence: Evidence) -> Iterator[tuple[str, Callable[[], Remains]]]:
    """Yield each way in which a clock of a case is made to be off, with its name: of each node's lines, of each whole broker.

    A broker's lines are never off alone, but by its zone: its clock stamps what messages carry, too.
    """
    of_node, whole = spans(evidence), brokers(evidence)
    of_brokers = {node for nodes in whole.values() for node in nodes}
    for node, span in sorted(of_node.items()):
        for name, change in islice(wrong_clocks(span), _ZONES if node in of_brokers else None):
            yield f"lines of {node} {name}", partial(changed, evidence, node, change, STAMPS)
    for broker, nodes in sorted(whole.items()):
        for name, change in wrong_clocks(of_node[min(nodes)]):
            yield f"broker {broker} {name}", partial(moved_broker, evidence, broker, nodes, change)


def main() -> int:
    """Make every clock of every trace be off; print what overreaches; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("traces", nargs="*", help="only these traces")
    parser.add_argument("--share", type=float, default=1.0, help="take only this share of them, the same ones each time")
    options = parser.parse_args()
    chance, bad = random.Random(1), 0  # noqa: S311 - repeatable, not secret
    for trace in options.traces or NAMES:
        evidence, tried = Evidence(kept(trace)), 0
        before = verdicts(replayed(evidence.whole()), RULES)
        for name, off in ways(evidence):
            if chance.random() >= options.share:
                continue
            tried, wrong = tried + 1, overreached(before, off())
            bad += bool(wrong)
            if wrong:
                sys.stdout.write(f"{trace} {name}: {wrong}\n")
        sys.stdout.write(f"{trace}: {tried} clocks\n")
        sys.stdout.flush()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
