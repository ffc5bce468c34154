"""Evidence lost as it is lost in life, simulated on the stored events of a case, and replayed in memory."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl

from forensics.case import Case
from forensics.findings.check import ground_of, judged, state_frames
from forensics.findings.query import Tables
from forensics.findings.rules import Rule
from forensics.model.appenders import may_drop_info
from forensics.replay import replay_case
from forensics.tables import FILES, RECORDS, Table

_BELOW = {"WARN": ["TRACE", "DEBUG", "INFO"], "ERROR": ["TRACE", "DEBUG", "INFO", "WARN"]}
_KEYED = "record_id"
Loss = tuple[str, pl.Expr]


class Remains(Case):
    """A case in memory: the tables of another one without some of its records, replayed anew."""

    def __init__(self, frames: dict[str, pl.DataFrame], facts: dict[str, Any]) -> None:
        super().__init__(Path(), {"facts": facts, "parts": {}})
        self._frames = frames

    def has(self, name: str) -> bool:
        return name in self._frames

    def scan(self, table: Table) -> pl.LazyFrame:
        return self._frames[table.name].lazy() if table.name in self._frames else pl.LazyFrame(schema=table.schema)

    def names(self) -> list[str]:
        return sorted(self._frames)

    def write(self, name: str, part: int, frame: pl.DataFrame) -> None:
        assert part == 0
        self._frames[name] = frame

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
        gone = self.records.filter(lost)[_KEYED]
        kept = {name: _left(frame, gone) for name, frame in self._frames.items() if name != FILES.name}
        kept[FILES.name] = _shorter(self._frames[FILES.name], self.records.filter(~pl.col(_KEYED).is_in(gone.implode())))
        return replayed(kept, self._facts)

    def whole(self) -> Remains:
        """Return the whole of it, replayed."""
        return replayed(dict(self._frames), self._facts)


def replayed(frames: dict[str, pl.DataFrame], facts: dict[str, Any]) -> Remains:
    """Return these tables as a case, replayed."""
    case = Remains(frames, facts)
    replay_case(case)
    return case


def _left(frame: pl.DataFrame, gone: pl.Series) -> pl.DataFrame:
    return frame.filter(~pl.col(_KEYED).is_in(gone.implode())) if _KEYED in frame.columns else frame


def _shorter(files: pl.DataFrame, records: pl.DataFrame) -> pl.DataFrame:
    """Return the files as they would be read of these records alone: shorter, or not there."""
    left = records.group_by("file_id").agg(
        pl.col("ts_lo").min().alias("lo"), pl.col("ts_hi").max().alias("hi"), pl.col("lines").sum().alias("left")
    )
    joined = files.join(left, on="file_id", how="left", maintain_order="left")
    kept = joined.filter(pl.col("left").is_not_null() | (pl.col("status") != "read"))
    own = {"from_lo": pl.col("lo"), "to_hi": pl.col("hi"), "lines": pl.col("left").fill_null(0)}
    return kept.with_columns(**own).select(files.columns)


def verdicts(case: Case, rules: Sequence[Rule]) -> dict[str, str]:
    """Return the verdict of each of *rules* over a replayed case."""
    frames = state_frames(case)
    named = {name: frame for name, frame in frames.items() if any(name in rule.query for rule in rules)}
    tables, ground = Tables(named), ground_of(frames)
    try:
        return {rule.id: judged(rule, tables, ground)[0].verdict for rule in rules}
    finally:
        tables.close()


def losses(files: list[dict[str, Any]], chance: random.Random) -> list[Loss]:
    """Return one to three losses, each with its name: often several things are missing at once."""
    return [loss(files, chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]


def loss(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    """Return a loss as it happens in life: nodes, files, heads, tails, bursts of INFO, everything below a level."""
    return chance.choice(_KINDS)(files, chance)


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
    dropping = [f for f in files if f["kind"] and f["series"] != "store" and may_drop_info(f["kind"], f["series"])]
    file, cut = _cut(dropping or files, chance)
    span = chance.choice((1, 5, 20, 60, 300)) * 1_000_000
    low = pl.col("level").is_in(_BELOW["WARN"]) & (pl.col("file_id") == file["file_id"])
    within = (pl.col("ts_lo") >= cut - span) & (pl.col("ts_lo") < cut + span)
    kept = chance.choice((0, 0, 2, 5))
    some = (pl.col("seq") % kept != chance.randrange(kept)) if kept else pl.lit(value=True)
    return f"INFO of {file['path']} around {cut} for {2 * span // 1_000_000} s, one of {kept} kept", low & within & some


def _below(files: list[dict[str, Any]], chance: random.Random) -> Loss:
    level = chance.choice(sorted(_BELOW))
    low = pl.col("level").is_in(_BELOW[level])
    if chance.random() < 0.5:
        return f"everything below {level}", low
    file = chance.choice(files)
    return f"everything below {level} on {file['node']}", low & (pl.col("node") == file["node"])


def _cut(files: list[dict[str, Any]], chance: random.Random) -> tuple[dict[str, Any], int]:
    file = chance.choice(files)
    return file, chance.randint(file["from_lo"], file["to_hi"])


_KINDS = (_node, _kind, _file, _series, _head, _tail, _heads, _tails, _collected, _burst, _burst, _below)
