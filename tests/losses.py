"""Evidence lost as it is lost in life, simulated on the stored events of a case, and replayed in memory."""

import functools
import operator
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import polars as pl

from forensics import replay
from forensics.case import Case
from forensics.engines.instants import BEATS
from forensics.findings.check import ground_of, judged, state_frames
from forensics.findings.query import Tables
from forensics.findings.rules import Rule
from forensics.findings.verdicts import Ground, Ruling, rule_on
from forensics.model.appenders import may_drop_info
from forensics.model.coverage import STORE
from forensics.replay import clients, clocks, coverage, lives, nodes
from forensics.replay.cluster import controllers
from forensics.replay.events import Events
from forensics.replay.nameserver import callers, registrations
from forensics.replay.pop import features, words
from forensics.tables import FILES, INSTANTS, RECORDS, STATES, Table

_BELOW = {"WARN": ["TRACE", "DEBUG", "INFO"], "ERROR": ["TRACE", "DEBUG", "INFO", "WARN"]}
_KEYED = "record_id"
_NAMES = ("topic", "group", "client_id")
_OTHER = "_of_others"
Loss = tuple[str, pl.Expr]


class Remains(Case):
    """A case in memory: the tables of another one without some of its records, replayed anew.

    Records that are *gone* are taken out of a table when it is first read: most parts of the replay read few of them.
    """

    def __init__(self, frames: dict[str, pl.DataFrame], facts: dict[str, Any], gone: pl.Series | None = None) -> None:
        super().__init__(Path(gettempdir()), {"facts": facts, "parts": {}})
        self._frames = frames
        self._gone = gone
        self._whole = set() if gone is None else {name for name, frame in frames.items() if _KEYED in frame.columns}

    def sent(self) -> Case:
        return self

    def has(self, name: str) -> bool:
        return name in self._frames

    def count(self, name: str) -> int:
        return int(self.scan(Table(name, "", ())).select(pl.len()).collect().item()) if self.has(name) else 0

    def scan(self, table: Table) -> pl.LazyFrame:
        if table.name not in self._frames:
            return pl.LazyFrame(schema=table.schema)
        if table.name in self._whole and self._gone is not None:
            self._whole.remove(table.name)
            self._frames[table.name] = self._frames[table.name].filter(~pl.col(_KEYED).is_in(self._gone.implode()))
        return self._frames[table.name].lazy()

    def pieces(self, table: Table, most: int) -> Iterator[pl.LazyFrame]:  # noqa: ARG002 - it is in memory, and whole
        yield self.scan(table)

    def names(self) -> list[str]:
        return sorted(self._frames)

    def write(self, name: str, part: int, frame: pl.DataFrame) -> None:
        self._frames[name] = pl.concat([self._frames[name], frame]) if name in self._frames and part else frame

    def drop(self, name: str) -> None:
        self._frames.pop(name, None)


class Evidence:
    """The tables of a case that was read, held in memory, to lose some of them again and again."""

    def __init__(self, case: Case) -> None:
        names = [name for name in case.names() if not name.startswith("states/")]
        self._frames = {name: case.scan(Table(name, "", ())).collect() for name in names}
        self._facts = case.facts
        self.files = [f for f in case.read(FILES).to_dicts() if f["status"] == "read" and f["from_lo"] is not None]
        self.records = self._frames[RECORDS.name].select(
            _KEYED, "file_id", "node", "level", "statement", "ts_lo", "ts_hi", "lines", "seq"
        )

    def without(self, lost: pl.Expr) -> Remains:
        """Return what is left when the records for which *lost* holds are gone."""
        marked = self.records.with_columns(lost.fill_null(value=False).alias("lost"))
        records = marked.filter(~pl.col("lost"))
        files = self._frames[FILES.name]
        logs = files.filter(pl.col("series") != STORE)["file_id"]
        of_logs = records.filter(pl.col("file_id").is_in(logs.implode()))
        own = {FILES.name: _shorter(files, records), INSTANTS.name: _instants(of_logs)}
        return Remains(self._frames | own, self._facts, marked.filter("lost")[_KEYED])

    def whole(self) -> Remains:
        """Return the whole of it."""
        return Remains(dict(self._frames), self._facts)

    def has(self, name: str) -> bool:
        """Return whether it has a table."""
        return name in self._frames

    def frame(self, name: str) -> pl.DataFrame:
        """Return one of its tables."""
        return self._frames[name]

    def remade(self, make: Callable[[str, pl.DataFrame], pl.DataFrame]) -> Remains:
        """Return it with each of its tables as *make* gives it."""
        return Remains({name: make(name, frame) for name, frame in self._frames.items()}, self._facts)

    def unrelated(self, named: set[str], nodes: set[str]) -> pl.Series:
        """Return the records, but those of *nodes*, that name a topic, group or client, and none of those *named*."""
        found = []
        for frame in self._frames.values():
            names = [name for name in _NAMES if name in frame.columns]
            if names and _KEYED in frame.columns:
                own = pl.concat_list(names).list.drop_nulls()
                foreign = own.list.eval(~pl.element().str.contains_any(sorted(named))).list.all() & (own.list.len() > 0)
                found.append(frame.filter(foreign & ~pl.col("node").is_in(sorted(nodes)))[_KEYED])
        return pl.concat(found).unique().sort() if found else pl.Series(_KEYED, [], dtype=pl.Int64)

    def with_more(self, records: pl.Series) -> Remains:
        """Return it with copies of *records* that tell the same of other topics, groups and clients, each behind its own."""
        frames = {}
        for name, frame in self._frames.items():
            if _KEYED not in frame.columns:
                frames[name] = frame
                continue
            renamed = [pl.concat_str(pl.col(n), pl.lit(_OTHER)).alias(n) for n in _NAMES if n in frame.columns]
            doubled = frame.filter(pl.col(_KEYED).is_in(records.implode())).with_columns(pl.col(_KEYED) * 2 + 1, *renamed)
            frames[name] = pl.concat([frame.with_columns(pl.col(_KEYED) * 2), doubled]).sort(_KEYED, maintain_order=True)
        return Remains(frames, self._facts)

    def reordered(self, chance: random.Random) -> Remains:
        """Return it as if its files had been found in another order: only what one file holds has an order of its own."""
        files = sorted(self._frames[FILES.name]["file_id"].to_list())
        shuffled = files.copy()
        chance.shuffle(shuffled)
        place = pl.DataFrame({"file_id": files, "place": shuffled})
        ordered = self.records.join(place, on="file_id").sort("place", _KEYED)
        numbers = pl.DataFrame({_KEYED: ordered[_KEYED], "number": self.records[_KEYED].sort()})
        frames = {
            name: frame.join(numbers, on=_KEYED).with_columns(pl.col("number").alias(_KEYED)).drop("number").sort(_KEYED)
            if _KEYED in frame.columns
            else frame
            for name, frame in self._frames.items()
        }
        return Remains(frames, self._facts)


def replayed(case: Remains) -> Remains:
    """Return *case* with its states."""
    replay.replayed(case)
    return case


_GROUND = (clocks, nodes, coverage, clients, callers, lives, registrations, controllers, features, words)
"""The parts of the replay that verdicts without any candidate stand on."""


def ground(case: Remains) -> Ground:
    """Return what the verdicts over *case* stand on, without replaying the rest: a small part of the work."""
    events = Events(case)
    for part in _GROUND:
        for name, rows in part.replay(events).items():
            events.states.setdefault(name, []).extend(rows)
    return ground_of({name: table.frame(events.states.get(name, [])) for name, table in STATES.items()})


def _shorter(files: pl.DataFrame, records: pl.DataFrame) -> pl.DataFrame:
    """Return the files as they would be read of these records alone: shorter, or not there."""
    left = records.group_by("file_id").agg(
        pl.col("ts_lo").min().alias("lo"),
        pl.col("ts_hi").max().alias("hi"),
        pl.col("lines").sum().alias("left"),
        pl.col("statement").drop_nulls().unique().sort().alias("said"),
        pl.col("level").filter(pl.col("ts_lo").is_not_null()).drop_nulls().unique().sort().alias("at"),
    )
    joined = files.join(left, on="file_id", how="left", maintain_order="left")
    kept = joined.filter(pl.col("left").is_not_null() | (pl.col("status") != "read"))
    own = {"from_lo": pl.col("lo"), "to_hi": pl.col("hi"), "lines": pl.col("left").fill_null(0)}
    own |= {"statements": pl.col("said"), "levels": pl.col("at")}
    return kept.with_columns(**own).select(files.columns)


def _instants(records: pl.DataFrame) -> pl.DataFrame:
    """Return the instants as they would be read of these records of logs alone."""
    own = records.filter(pl.col("ts_lo").is_not_null()).sort(_KEYED)
    of_all = own.with_columns(statement=pl.lit(None, pl.String)), own.filter(pl.col("statement").is_in(list(BEATS)))
    runs = pl.concat(of_all).select(list(INSTANTS.schema))
    again = pl.col("ts_lo").eq_missing(pl.col("ts_lo").shift().over("file_id", "statement"))
    return runs.filter(~again)


def verdicts(case: Case, rules: Sequence[Rule]) -> dict[str, str]:
    """Return the verdict of each of *rules* over a replayed case."""
    return {rule: ruling.verdict for rule, (ruling, _) in _judged(case, rules).items()}


def candidates(case: Case, rules: Sequence[Rule]) -> dict[str, list[dict[str, Any]]]:
    """Return the candidates for findings of each of *rules* over a replayed case."""
    return {rule: found for rule, (_, found) in _judged(case, rules).items()}


def _judged(case: Case, rules: Sequence[Rule]) -> dict[str, tuple[Ruling, list[dict[str, Any]]]]:
    frames = state_frames(case)
    named = {name: frame for name, frame in frames.items() if any(name in rule.query for rule in rules)}
    tables, ground = Tables(named), ground_of(frames)
    try:
        return {rule.id: judged(rule, tables, ground) for rule in rules}
    finally:
        tables.close()


def may_overreach(rules: Sequence[Rule], before: dict[str, str], stands_on: Ground) -> list[Rule]:
    """Return the rules that would be clear, or of no account, beyond *before* if no query gave a candidate: no other can be."""
    return [rule for rule in rules if overreaching(before, {rule.id: rule_on(rule, [], stands_on).verdict})]


def overreaching(before: dict[str, str], after: dict[str, str]) -> dict[str, str]:
    """Return the rules whose verdict after a loss claims more than before: a clear, or a violation, that was none."""
    wrong = {rule: v for rule, v in after.items() if v == "violated" and before[rule] != v}
    wrong |= {rule: v for rule, v in after.items() if v == "clear" and before[rule] not in {v, "not_applicable"}}
    return wrong | {rule: v for rule, v in after.items() if v == "not_applicable" and before[rule] == "violated"}


def lost_of(evidence: Evidence, seed: str) -> tuple[list[str], Remains]:
    """Return what is left after one to three losses, with their names: often several things are missing at once.

    A *seed* that ends with "thinned" loses lines from between others, which stay.
    """
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    kinds = _THINNING if seed.endswith(THINNED) else _KINDS
    lost = [chance.choice(kinds)(evidence.files, chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    return [what for what, _ in lost], evidence.without(functools.reduce(operator.or_, (where for _, where in lost)))


def _node(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    node = chance.choice(sorted({f["node"] for f in files}))
    return f"node {node}", pl.col("node") == node


def _kind(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    kind = chance.choice(sorted({f["kind"] or "" for f in files}))
    own = [f["file_id"] for f in files if (f["kind"] or "") == kind]
    return f"every log of a {kind or 'unknown process'}", pl.col("file_id").is_in(own)


def _file(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    file = chance.choice(files)
    return f"file {file['path']}", pl.col("file_id") == file["file_id"]


def _series(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    series = chance.choice(sorted({f["series"] for f in files}))
    own = [f["file_id"] for f in files if f["series"] == series]
    return f"every {series}", pl.col("file_id").is_in(own)


def _head(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    file, cut = _cut(files, chance)
    return f"head of {file['path']} to {cut}", (pl.col("file_id") == file["file_id"]) & (pl.col("ts_lo") < cut)


def _tail(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    file, cut = _cut(files, chance)
    return f"tail of {file['path']} from {cut}", (pl.col("file_id") == file["file_id"]) & (pl.col("ts_lo") >= cut)


def _heads(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    file, cut = _cut(files, chance)
    return f"head of all of {file['node']} to {cut}", (pl.col("node") == file["node"]) & (pl.col("ts_lo") < cut)


def _tails(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    file, cut = _cut(files, chance)
    return f"tail of all of {file['node']} from {cut}", (pl.col("node") == file["node"]) & (pl.col("ts_lo") >= cut)


def _collected(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    """Return the loss of everything outside a stretch: logs were collected of an hour, not of the day."""
    first, second = sorted((_cut(files, chance)[1], _cut(files, chance)[1]))
    outside = (pl.col("ts_lo") < first) | (pl.col("ts_lo") >= second + 1_000_000)
    return f"all before {first} and after {second}", outside


def _burst(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    """Return the loss of INFO in asynchronous files for a while, all of it or most."""
    file, cut = _cut(_dropping(files), chance)
    span = chance.choice((1, 5, 20, 60, 300)) * 1_000_000
    low = pl.col("level").is_in(_BELOW["WARN"]) & (pl.col("file_id") == file["file_id"])
    within = (pl.col("ts_lo") >= cut - span) & (pl.col("ts_lo") < cut + span)
    kept = chance.choice((0, 0, 2, 5))
    some = (pl.col("seq") % kept != chance.randrange(kept)) if kept else pl.lit(value=True)
    return f"INFO of {file['path']} around {cut} for {2 * span // 1_000_000} s, one of {kept} kept", low & within & some


def _dropping(files: list[dict[str, Any]]) -> list[dict[str, Any]]:
    own = [f for f in files if f["kind"] and f["series"] != "store" and may_drop_info(f["kind"], f["series"])]
    return own or files


def _below(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    level = chance.choice(sorted(_BELOW))
    low = pl.col("level").is_in(_BELOW[level])
    if chance.random() < 0.5:
        return f"everything below {level}", low
    file = chance.choice(files)
    return f"everything below {level} on {file['node']}", low & (pl.col("node") == file["node"])


def _thinned(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    """Return the loss of some INFO all along asynchronous files, as under a load that does not end."""
    dropping = _dropping(files)
    own = [f["file_id"] for f in (dropping if chance.random() < 0.5 else [chance.choice(dropping)])]
    share, factor = chance.choice((1, 5, 10, 30, 80)), chance.randrange(1, _PRIME)
    some = pl.col("seq") % _PRIME * factor % _PRIME < _PRIME * share // 100
    return f"{share} % of INFO of files {own}", pl.col("level").is_in(_BELOW["WARN"]) & pl.col("file_id").is_in(own) & some


_PRIME = 1_000_003


def _middle(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    """Return the loss of a stretch of a node's logs of less than a heartbeat's pause, as on a disk that is full for a while."""
    file, cut = _cut(files, chance)
    at = chance.choice((cut, file["from_lo"] + chance.randrange(_STARTING_US), file["to_hi"] - chance.randrange(_STARTING_US)))
    until = at + chance.choice((1, 3, 10)) * 1_000_000
    return f"{file['node']} from {at} to {until}", (pl.col("node") == file["node"]) & pl.col("ts_lo").is_between(at, until)


_STARTING_US = 20_000_000


def _cut(files: list[dict[str, Any]], chance: random.Random) -> tuple[dict[str, Any], int]:
    file = chance.choice(files)
    return file, chance.randint(file["from_lo"], file["to_hi"])


_KINDS = (_node, _kind, _file, _series, _head, _tail, _heads, _tails, _collected, _burst, _burst, _below)
_THINNING = (_thinned, _thinned, _middle)
THINNED = "thinned"
