"""What a case holds beside its findings, as the document tells it: inputs, nodes, files, lines, bytes, deliveries again."""

from typing import Any

import polars as pl

from forensics.case import Case
from forensics.findings.check import state_frames
from forensics.questions.identities import identities
from forensics.tables import FILES, RECORDS

Row = dict[str, Any]

_SHOWN = (
    "path", "node", "kind", "layout", "status", "problems", "lines", "unread_lines", "records", "unread_records",
    "zone_offset_s", "zone_from",
)  # fmt: skip
"""What the document shows of each file."""


def facts_of(case: Case) -> Row:
    """Return the facts of *case* that its document shows."""
    frames = state_frames(case)
    files = case.read(FILES)
    shown = files.select(*_SHOWN)
    spans = frames["nodes"] if (frames["clocks"]["moved_us"] != 0).any() else files
    lines, unread = int(files["lines"].sum()), int(files["unread_lines"].sum())
    return {
        "inputs": case.facts["inputs"],
        "from_lo": spans["from_lo"].min(),
        "to_hi": spans["to_hi"].max(),
        "nodes": frames["nodes"].to_dicts(),
        "clocks": frames["clocks"].to_dicts(),
        "coverage": frames["coverage"].to_dicts(),
        "happenings": frames["happenings"].to_dicts(),
        "redeliveries": _with_ids(case, _with_places(case, frames["redeliveries"]).to_dicts()),
        "files": shown.to_dicts(),
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


def _with_ids(case: Case, rows: list[Row]) -> list[Row]:
    """Return *rows* with the id and key of each one's message, None where no line names them."""
    known = identities(case) if rows else {}
    unknown = {"message_id": None, "key": None}
    return [row | known.get((row["topic"], row["queue_id"], row["offset"]), unknown) for row in rows]


def _with_places(case: Case, frame: pl.DataFrame) -> pl.DataFrame:
    """Return *frame* in order of time with the path and line of each row's record."""
    files = case.scan(FILES).select("file_id", "path")
    records = case.scan(RECORDS).select("record_id", "file_id", "line").join(files, on="file_id")
    places = records.filter(pl.col("record_id").is_in(frame["record_id"].to_list())).select("record_id", "path", "line")
    return frame.join(places.collect(), on="record_id", how="left").sort("ts_lo", "state_id")
