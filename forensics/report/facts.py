"""What a case holds beside its findings, as the document tells it: inputs, nodes, files, lines, bytes, deliveries again."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from forensics import memory
from forensics.case import Case
from forensics.findings.check import state_frame, state_scan
from forensics.questions.identities import identities
from forensics.questions.twins import twins_of
from forensics.report.rows import Rows, iso_of
from forensics.storefiles.events import held_events
from forensics.tables import FILES, RECORDS, STATES, Table

Row = dict[str, Any]

_SHOWN = (
    "path", "node", "kind", "layout", "status", "problems", "lines", "unread_lines", "records", "unread_records",
    "zone_offset_s", "zone_from",
)  # fmt: skip
"""What the document shows of each file."""


def facts_of(case: Case) -> Row:
    """Return the facts of *case* that its document shows."""
    nodes, clocks, coverage = (state_frame(case, name) for name in ("nodes", "clocks", "coverage"))
    files = case.read(FILES)
    shown = files.select(*_SHOWN)
    spans = nodes if (clocks["moved_us"] != 0).any() else files
    lines, unread = int(files["lines"].sum()), int(files["unread_lines"].sum())
    return {
        "inputs": case.facts["inputs"],
        "from_lo": spans["from_lo"].min(),
        "to_hi": spans["to_hi"].max(),
        "nodes": nodes.to_dicts(),
        "clocks": clocks.to_dicts(),
        "coverage": coverage.to_dicts(),
        "happened": _happened(case),
        "redeliveries": _redeliveries(case),
        "files": shown.to_dicts(),
        "twins": twins_of(files),
        "lines": {"read": lines, "understood": lines - unread, "unread": unread},
        "bytes": bytes_of(files),
    }


def bytes_of(files: pl.DataFrame) -> dict[str, int]:
    """Return what became of the bytes of *files*: those read are those kept, those rejected and those in files not read."""
    read = files.filter(pl.col("status") == "read")
    kept = read.select(pl.col("kept_bytes").fill_null(pl.col("bytes") - pl.col("rejected_bytes").fill_null(0)).sum()).item()
    rejected = int(read["rejected_bytes"].sum())
    aside = int(files.filter(pl.col("status") != "read")["bytes"].sum())
    return {"read": int(files["bytes"].sum()), "kept": int(kept), "rejected": rejected, "set_aside": aside}


def _happened(case: Case) -> Rows:
    """Return what happened, as the document tells it."""
    rows = state_frame(case, "happenings", "ts_lo", "node", "what")
    return Rows(rows.select(iso_of(rows["ts_lo"]).alias("from"), "node", "what"))


def _redeliveries(case: Case) -> Rows:
    """Return the deliveries again in order of time, as the document lists them."""
    return Rows.of(_shown_again(case))


def _shown_again(case: Case) -> Iterator[pl.DataFrame]:
    """Yield them in pieces that are not larger however many there are."""
    times = state_frame(case, "redeliveries", "ts_lo", "record_id")
    places, names = _Places(case, times["record_id"]), _names(case) if times.height else _IDENTITIES
    own = [name for name in _REDELIVERY if name in STATES["redeliveries"].schema]
    for between in in_turn(times["ts_lo"].sort(), memory.scaled(_AT_ONCE)):
        held = state_scan(case, "redeliveries").filter(between).select(*own, "ts_lo", "ts_hi", "record_id", "state_id")
        rows = held.collect().sort("ts_lo", "state_id").drop("state_id")
        rows = rows.hstack(places.of(rows["record_id"]))
        rows = rows.join(names, on=["topic", "queue_id", "offset"], how="left", nulls_equal=True, maintain_order="left")
        spans = iso_of(rows["ts_lo"]).alias("from"), iso_of(rows["ts_hi"]).alias("to")
        yield rows.select(*_REDELIVERY, *spans, "path", "line")


def in_turn(times: pl.Series, most: int) -> Iterator[pl.Expr]:
    """Yield which of some *times*, sorted, go together, one after the other: about *most* of them each time."""
    at, low = pl.col("ts_lo").fill_null(-_EVER_US), pl.lit(value=True)
    for end in times[most::most].drop_nulls().unique(maintain_order=True).to_list():
        yield low & (at < end)
        low = at >= end
    yield low


_REDELIVERY = (
    "broker", "topic", "group", "queue_id", "start_offset", "pop_time", "offset", "message_id", "key", "way", "in_time", "cause",
    "mechanism", "candidates", "retry_topic", "retry_offset", "node",
)  # fmt: skip
_IDENTITIES = pl.DataFrame(
    schema={"topic": pl.String, "queue_id": pl.Int64, "offset": pl.Int64, "message_id": pl.String, "key": pl.String}
)
_EVER_US = 1 << 62
_AT_ONCE = 50_000
"""Deliveries that are put in order together: the table is passed over once for so many."""


def _names(case: Case) -> pl.DataFrame:
    """Return the id and key of each message that some line names, by its place."""
    known = [(*place, *one.values()) for place, one in identities(case).items()]
    return pl.DataFrame(known, schema=_IDENTITIES.schema, orient="row")


class _Places:
    """The path and line of each of some records: numbers in the order of the records, for there can be very many."""

    def __init__(self, case: Case, wanted: pl.Series) -> None:
        self._paths = case.read(FILES).select("file_id", "path")
        ids, most = wanted.drop_nulls().unique().sort(), memory.scaled(_AT_ONCE)
        found = [_places(case, ids.slice(first, most)) for first in range(0, len(ids), most)]
        self._places = pl.concat([_NO_PLACES, *found])

    def of(self, records: pl.Series) -> pl.DataFrame:
        """Return `path` and `line` of each of *records*, null where the case has no such record."""
        if not self._places.height:
            return _NO_PLACES.clear(len(records)).select(pl.lit(None, pl.String).alias("path"), "line")
        at = pl.Series(self._places["record_id"].search_sorted(records)).clip(upper_bound=self._places.height - 1)
        own = self._places[at].with_columns(pl.when(pl.col("record_id") == records).then(pl.col("file_id", "line")))
        return own.join(self._paths, on="file_id", how="left", maintain_order="left").select("path", "line")


def _places(case: Case, wanted: pl.Series) -> pl.DataFrame:
    """Return file and line of each of the records *wanted*: most are events of one kind, which are far fewer than records."""
    revived = _lines(case, held_events(_REVIVED), wanted)
    left = wanted if not revived.height else wanted.filter(~wanted.is_in(revived["record_id"].implode()))
    lines = pl.concat([revived, _lines(case, RECORDS, left)]) if len(left) else revived
    return lines.sort("record_id")


_NO_PLACES = pl.DataFrame(schema=dict.fromkeys(("record_id", "file_id", "line"), pl.Int64))
_REVIVED = "message_retried"


def _lines(case: Case, table: Table, wanted: pl.Series) -> pl.DataFrame:
    """Return the file and line of those of the records *wanted* that *table* holds: no record has two rows of one kind."""
    record = pl.col("record_id")
    near = record.is_between(wanted.min(), wanted.max())  # by which whole parts are passed over
    return case.scan(table).filter(near & record.is_in(wanted.implode())).select("record_id", "file_id", "line").collect()
