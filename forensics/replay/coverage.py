"""What each log covers: from when to when, which levels, with which gaps, behind which options; every absence rests on it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import inf
from operator import itemgetter

import polars as pl

from forensics.model import appenders
from forensics.model import heartbeats as model
from forensics.model.coverage import DISCARDED, DOWN, DROPPED, FILTERED, FROZEN, QUIET, ROTATED, SILENT, STORE, Coverage
from forensics.model.gates import GATES
from forensics.model.heartbeats import HEARTBEATS, Heartbeat, Span
from forensics.model.roster import Roster
from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, Rows, by, timed
from forensics.replay.starts import EDGE_US, STARTS, STOPS, Times, dumped_again, first_within, may_end, started_again, times_of
from forensics.replay.told import Told
from forensics.sources.place import place_of

_FIRST_BEAT_US = 15 * SECOND_US
"""The first beat of a scheduled task comes up to ten seconds after its process's start."""

_Gap = tuple[int, int, str]


@dataclass(frozen=True)
class _Facts:
    """What the logs of a case are read against: by file, by node, and by process, which is a node and a kind.

    `of_node` gives the instants of the lines of all logs of a node: those of the last one that was asked for are kept.
    """

    told: Told
    of_node: Callable[[str], list[int]]
    levels: dict[int, list[str]]
    started: Times
    again: Times
    left_open: set[tuple[str, str]]
    stopped: Times
    releases: dict[tuple[str, str], list[str]]
    options: dict[str, dict[str, str | None]]
    discarded: dict[int, list[Row]]


@dataclass(frozen=True)
class _Log:
    """One log: its files, oldest first, the instants of its lines, its heartbeats each with rhythm and times."""

    files: Sequence[Row]
    times: Sequence[int]
    beats: Sequence[tuple[Heartbeat, int, Sequence[int]]]

    @property
    def heartbeat_us(self) -> int | None:
        return min((every for _, every, _ in self.beats), default=None)


def replay(events: Events) -> Rows:
    """Return the rows of `coverage`."""
    files = [f for f in events.files if f["status"] in {"read", "empty"} and f["kind"]]
    facts = _facts(events)
    return {"coverage": [_row(own, facts) for _, own in sorted(by(files, "node", "kind", "series").items())]}


def coverage_of(events: Events) -> Coverage:
    """Return what the logs of the case cover, once this part has run."""
    return Coverage(events.states["coverage"])


def roster_of(events: Events) -> Roster:
    """Return what the case tells of processes that it has no logs of, once the registrations are replayed."""
    return Roster(*(events.states.get(name, []) for name in ("nodes", "coverage", "brokers_registered", "features")))


def missing_parts(paths: list[str]) -> list[int]:
    """Return the rotation indexes that lack between the live file and the oldest one there: what is older has rotated away."""
    there = {place_of(path).index for path in paths}
    return [index for index in range(1, max(there, default=0)) if index not in there]


def _facts(events: Events) -> _Facts:
    told = events.told
    logs = by([f for f in events.files if f["series"] != STORE], "node")
    levels = told.levels.group_by("file_id").agg(pl.col("level").sort())
    return _Facts(
        told,
        lru_cache(1)(lambda node: told.times(file["file_id"] for file in logs.get(node, ()))),
        dict(levels.iter_rows()),
        times_of(events, STARTS),
        _again(events),
        _left_open(events),
        times_of(events, STOPS),
        {(row["node"], row["kind"]): row["releases"] for row in events.states["nodes"]},
        {node: {option: row["value"] for option, row in rows.items()} for node, rows in events.options.items()},
        by(timed(events.rows("lines_discarded")), "file_id"),
    )


def _again(events: Events) -> Times:
    """Return by process when another life of it began, by its start or by its options: of one of them the line may be lost."""
    started, dumped = started_again(events), dumped_again(events)
    return {process: sorted({*started.get(process, []), *dumped.get(process, [])}) for process in started.keys() | dumped.keys()}


def _left_open(events: Events) -> set[tuple[str, str]]:
    """Return the processes whose store was left by an earlier one that did not close it, as DefaultMessageStore.load says."""
    return {(row["node"], row["kind"]) for row in events.rows("store_loading") if row["status"] == "abnormally"}


def _row(files: list[Row], facts: _Facts) -> Row:
    ordered = sorted(files, key=lambda f: f["series_order"])
    node, kind, series = (ordered[0][name] for name in ("node", "kind", "series"))
    times = facts.told.times(f["file_id"] for f in ordered)
    store, process = series == STORE, (node, kind)
    log = _Log(ordered, times, _beats(ordered, facts, HEARTBEATS.get((kind, series), ())))
    return {
        "node": node,
        "kind": kind,
        "series": series,
        "from_lo": min((f["from_lo"] for f in ordered if f["from_lo"] is not None), default=None),
        "to_hi": max((f["to_hi"] for f in ordered if f["to_hi"] is not None), default=None),
        "levels": sorted({level for f in ordered for level in facts.levels.get(f["file_id"], ())}),
        "begins_at_start": _has_first(ordered) if store else _begins(log, facts.started.get(process, [])),
        "ends_at_stop": not store and _ends(log, kind, facts.stopped.get(process, []), facts.started.get(process, [])),
        "crashed": not store
        and (process in facts.left_open or _crashed(facts.again.get(process, []), facts.stopped.get(process, []))),
        "missing_parts": missing_parts([file["path"] for file in ordered]),
        "loses_info": not store and appenders.may_drop_info(kind, series, facts.releases.get(process, [])),
        "heartbeat_us": log.heartbeat_us,
        "gaps": [] if store else _gaps(log, facts),
        "gates": _gates(kind, series, facts.options.get(node, {})),
        "lines": sum(f["records" if store else "lines"] for f in ordered),
    }


def _has_first(files: list[Row]) -> bool:
    """Return whether a store's commit log still has its first file."""
    return any(f["path"].endswith(f"commitlog/{0:020d}") for f in files)


def _beats(files: list[Row], facts: _Facts, known: Sequence[Heartbeat]) -> list[tuple[Heartbeat, int, list[int]]]:
    """Return the heartbeats that a log shows, each with its rhythm and its times."""
    found = []
    for beat in known:
        times = facts.told.beating([f["file_id"] for f in files], beat.statement)
        every = model.rhythm(beat, times)
        found += [(beat, every, times)] if every else []
    return found


def _edge_us(log: _Log) -> int:
    """Return how far the first or last line of a log may be from its process's start or end."""
    return min(model.longest_silence(log.heartbeat_us), _FIRST_BEAT_US) if log.heartbeat_us else EDGE_US


def _begins(log: _Log, starts: Sequence[int]) -> bool:
    """Return whether a log is as old as its process."""
    return any(start - EDGE_US <= t <= start + _edge_us(log) for t in log.times[:1] for start in starts)


def _ends(log: _Log, kind: str, stops: Sequence[int], starts: Sequence[int]) -> bool:
    """Return whether a log goes on to its process's orderly end."""
    return any(stop - _edge_us(log) <= t and may_end(kind, stop, t, starts) for t in log.times[-1:] for stop in stops)


def _crashed(again: Sequence[int], stops: Sequence[int]) -> bool:
    """Return whether a server was started *again* without a stop since its start before."""
    ordered = sorted(stops)
    return any(bisect_right(ordered, begin) == bisect_right(ordered, end) for begin, end in pairwise([-inf, *again]))


def _gaps(log: _Log, facts: _Facts) -> list[Row]:
    node, kind = log.files[0]["node"], log.files[0]["kind"]
    starts = facts.started.get((node, kind), [])
    told = [row for file in log.files for row in facts.discarded.get(file["file_id"], [])]
    gaps = [*_rotated(log.files), *_silent(log, starts, facts.of_node(node)), *_dropped(log, starts), *_taken_out(log, facts)]
    gaps += [(row["ts_lo"], row["ts_hi"], DISCARDED) for row in told]
    return [{"why": why, "from_lo": lo, "to_hi": hi} for lo, hi, why in sorted(gaps)]


def _rotated(files: Sequence[Row]) -> Iterator[_Gap]:
    """Yield the stretches whose parts have gone from between others."""
    for older, newer in pairwise(files):
        between = place_of(older["path"]).index - place_of(newer["path"]).index
        if between > 1 and older["to_hi"] is not None and newer["from_lo"] is not None:
            yield older["to_hi"], max(newer["from_lo"], older["to_hi"]), ROTATED


def _silent(log: _Log, starts: Sequence[int], node: Sequence[int]) -> Iterator[_Gap]:
    """Yield the stretches without any line: by the log's heartbeat, or, where it has none, by its usual rhythm."""
    every = log.heartbeat_us
    for gap in model.silences(log.times, model.longest_silence(every)) if every else silences_of(log.times):
        due = any(model.was_due(own, rhythm, gap) for _, rhythm, own in log.beats)
        if _restarted(gap, starts, node):
            yield (*gap, DOWN)
        elif due and every:
            yield (*gap, SILENT if _any_inside(node, gap, every + 2 * SECOND_US) else FROZEN)
        elif not every:
            yield (*gap, QUIET)


def silences_of(times: Sequence[int]) -> list[Span]:
    """Return the stretches in which nothing was printed, by the usual rhythm of sorted *times*: no heartbeat tells better."""
    return model.silences(times, model.usual_silence(times))


def _restarted(gap: Span, starts: Sequence[int], node: Sequence[int]) -> bool:
    """Return whether the process ended as *gap* began, and was started again in it: a dead process prints nothing."""
    within = starts[bisect_right(starts, gap[0]) : bisect_right(starts, gap[1] + EDGE_US)]
    return any(first_within(node, gap[0] + _STOPPING_US + 1, start - EDGE_US - 1) is None for start in within)


_STOPPING_US = 60 * SECOND_US
"""A process that is stopped in order ends its scheduled tasks first and can go on for most of a minute."""


def _any_inside(times: Sequence[int], gap: Span, margin_us: int) -> bool:
    """Return whether any of *times* lies well inside *gap*: the last lines of several logs of one process differ a little."""
    return first_within(times, gap[0] + margin_us + 1, gap[1] - margin_us - 1) is not None


def _dropped(log: _Log, starts: Sequence[int]) -> Iterator[_Gap]:
    """Yield the stretches in which a line that comes in every role and load lacks, while others of its log do not."""
    for beat, every, own in log.beats:
        longest = model.longest_silence(every)
        mute = model.silences(log.times, longest)
        for gap in model.silences(own, longest):
            others = _any_inside(log.times, gap, 0) and not _is_mute(mute, gap, every)
            if beat.always and others and first_within(starts, gap[0] + 1, gap[1] + EDGE_US) is None:
                yield (*gap, DROPPED)


def _taken_out(log: _Log, facts: _Facts) -> Iterator[_Gap]:
    """Yield the whole of a log without a line that its process prints all the time: others may have been taken out, too.

    What grep chose lacks the others whatever it has.
    """
    if not log.times:
        return
    if any("grep" in (file["wrapping"] or "") for file in log.files):
        yield log.times[0], log.times[-1], FILTERED
        return
    node, kind, series = (log.files[0][name] for name in ("node", "kind", "series"))
    files = [file["file_id"] for file in log.files]
    if {"TRACE", "DEBUG", "INFO"}.isdisjoint(level for file in files for level in facts.levels.get(file, ())):
        return
    for beat in HEARTBEATS.get((kind, series), ()):
        taken = beat.is_taken_out(log.times[-1] - log.times[0], facts.releases.get((node, kind), []))
        if taken and not facts.told.beating(files, beat.statement):
            yield log.times[0], log.times[-1], FILTERED


def _is_mute(silences: Sequence[Span], gap: Span, every_us: int) -> bool:
    """Return whether a log printed nothing at all in *gap*, but before the next line that comes *every_us* was due.

    Its *silences* stand in their order, so that of those that begin early enough the last one ends last.
    """
    begun = bisect_right(silences, gap[0] + every_us, key=itemgetter(0))
    return begun > 0 and gap[1] - every_us <= silences[begun - 1][1]


def _gates(kind: str, series: str, options: dict[str, str | None]) -> list[Row]:
    """Return the options behind which the log holds lines, each with the value that its process printed at start."""
    known = GATES.get((kind, series), ())
    return [{"option": gate.option, "value": options.get(gate.option), "hides": gate.hides} for gate in known]
