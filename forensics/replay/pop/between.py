"""What lies between deliveries and those again, for very many at once: as `Surroundings.of` tells it for one.

Only for what revive delivers again on the node that popped it: no other replica is asked for.
"""

from collections.abc import Callable, Sequence

import polars as pl

from forensics.replay.events import Row
from forensics.replay.pop.around import CHANGED, Surroundings
from forensics.replay.timeline import LongTimeline, Timeline

_RESET_OF = ["node", "topic", "group", "queue_id"]
_DELETED_OF = ["node", "broker", "topic", "group"]
_FOUND = ("gone", "reset", "started", "left")


def with_changed(frame: pl.DataFrame, around: Surroundings) -> pl.DataFrame:
    """Return *frame*, which names checkpoints, with `changed`: whether a change of the invisible time made each."""
    made = around.changes.with_columns(pl.lit(value=True).alias("changed"))
    found = frame.join(made, on=CHANGED, how="left", nulls_equal=True, maintain_order="left")
    return found.with_columns(pl.col("changed").fill_null(value=False))


def between(spans: pl.DataFrame, around: Surroundings) -> pl.DataFrame:
    """Return *spans* with `around_record_ids` and what they are of: `gone`, `reset`, `started` and `left`, else null.

    A span has the columns of its checkpoint, `changed`, the `node`, and `began` and `ended` in microseconds.
    """
    found = _firsts(spans, "started", ["node"], lambda row: around.starts(row["node"]))
    found = _firsts(found, "reset", _RESET_OF, lambda row: around.resets(row, row["node"]))
    found = _firsts(found, "gone", _DELETED_OF, lambda row: around.deletions(*(row[name] for name in _DELETED_OF)))
    changed = found.filter("changed").select("pop_time", *CHANGED).unique()
    left = [(around.left(row) or [{"record_id": None}])[0]["record_id"] for row in changed.to_dicts()]
    named = changed.with_columns(pl.Series("left", left, dtype=pl.Int64))
    found = found.join(named, on=["pop_time", *CHANGED], how="left", nulls_equal=True, maintain_order="left")
    return found.with_columns(id_lists(found, _FOUND).alias("around_record_ids"))


def id_lists(frame: pl.DataFrame, names: Sequence[str]) -> pl.Series:
    """Return for each row of *frame* the different values of its integer columns *names*, sorted: nulls are none."""
    row = pl.int_range(pl.len(), dtype=pl.UInt32).alias("row")
    each = pl.concat([frame.select(row, pl.col(name).alias("id")).drop_nulls() for name in names])
    lists = each.unique().sort("row", "id").group_by("row", maintain_order=True).agg("id")
    found = frame.select(row).join(lists, on="row", how="left", maintain_order="left")["id"]
    return found.fill_null(pl.Series([[]], dtype=found.dtype))


def _firsts(spans: pl.DataFrame, name: str, of: list[str], lines: Callable[[Row], Timeline | LongTimeline]) -> pl.DataFrame:
    """Return *spans* with the first record of *lines* in each as the column *name*; *of* is what the lines depend on."""
    windows = spans.select("began", "ended", *of).unique()
    none = windows.clear().with_columns(pl.lit(None, dtype=pl.Int64).alias(name))
    told = ((own, lines(own.row(0, named=True)).logs) for own in windows.partition_by(of))
    each = pl.concat([none, *(own.with_columns(_first(logs, own).alias(name)) for own, logs in told if logs)])
    return spans.join(each, on=["began", "ended", *of], how="left", nulls_equal=True, maintain_order="left")


def _first(logs: list[pl.DataFrame], windows: pl.DataFrame) -> pl.Series:
    """Return the record of the first line of *logs* that may lie in each of *windows*."""
    found, *others = (_first_of_log(log, windows) for log in logs)
    for other in others:
        found = found.zip_with(found.is_not_null(), other)
    return found


def _first_of_log(log: pl.DataFrame, windows: pl.DataFrame) -> pl.Series:
    if not (log["ts_lo"].is_sorted() and log["ts_hi"].is_sorted()):
        return pl.Series([_searched(log, *window) for window in windows.select("began", "ended").iter_rows()], dtype=pl.Int64)
    at = log["ts_hi"].search_sorted(windows["began"], side="left")
    there = at.clip(upper_bound=log.height - 1)
    fits = (at < log.height) & (log["ts_lo"].gather(there) <= windows["ended"])
    return log["record_id"].gather(there).zip_with(fits, pl.Series([None], dtype=pl.Int64))


def _searched(log: pl.DataFrame, began: int, ended: int) -> int | None:
    fitting = log.filter((pl.col("ts_lo") <= ended) & (pl.col("ts_hi") >= began))["record_id"]
    return int(fitting[0]) if len(fitting) else None
