"""What an earlier ingest read of the same bytes: taken over, so that only what is new or grown is read again."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

import forensics
from forensics.case import Case
from forensics.engines.batches import GMT8_S, FileTables, Piece, times_of
from forensics.engines.survey import Surveyed
from forensics.layouts import LAYOUTS
from forensics.layouts.layout import Zone
from forensics.parts import row_groups
from forensics.sources.archives import DAMAGE
from forensics.sources.careful import Careful
from forensics.tables import FILES

_NUMBER = (1 << 32) - 1
"""The bits of a record's id, or of its place in a series, that number it within its file."""
_BY_CONTENT = {"layout", "lines"}
"""Ways of knowing a zone that the file alone decides; by all others its times are found anew."""
_COUNTED = (
    "layout", "bytes", "kept_bytes", "rejected_bytes", "lines", "unread_lines", "records", "unread_records", "from_lo", "to_hi",
    "zone_offset_s", "zone_from", "content_hash", "statements", "levels",
)  # fmt: skip
Row = dict[str, Any]
_ZONES = {layout.name: layout.zone for layout in LAYOUTS}


@cache
def reader() -> str:
    """Return what changes whenever reading may give something else: a hash of the code that reads, and writes parts."""
    root = Path(forensics.__file__).parent
    code = hashlib.sha256()
    for part in ("sources", "layouts", "statements", "engines", "tables"):
        for path in sorted((root / part).rglob("*.py")):
            code.update(path.read_bytes())
    code.update((root / "parts.py").read_bytes())
    return code.hexdigest()


class Former:
    """The files of an earlier ingest by their content; empty where there was none, or one that read differently."""

    def __init__(self, case: Case | None, how: str) -> None:
        self._case = case
        rows: Iterable[Row] = []
        if case and case.facts.get("reader") == how:
            rows = case.facts.get("rows") or case.read(FILES).to_dicts()
        self._rows = {row["content_hash"]: row for row in rows if row["status"] == "read" and not row["stream"]}

    def tables(self, surveyed: Surveyed, file_id: int) -> FileTables | None:
        """Return the tables of a file whose bytes were read before, None where it must be read."""
        row = self._rows.get(_digest(surveyed)) if self._rows and surveyed.look else None
        if (
            row is None
            or self._case is None
            or _was_told(row)
            or row["problems"]
            or surveyed.problems
            or surveyed.status != "read"
        ):
            return None
        names = ["records", "instants", *(name for name in self._case.names() if name.startswith("events/"))]
        found = {name: self._case.part_of(name, row["file_id"]) for name in names}
        if found["records"] is None and row["records"]:
            return None
        place = surveyed.place
        own = {"file_id": file_id, "path": surveyed.source.path, "node": surveyed.node, "kind": surveyed.kind,
               "series": place.series, "series_order": surveyed.series_order, "status": "read", "problems": [], "stream": None,
               "wrapping": row["wrapping"], **{name: row[name] for name in _COUNTED}}  # fmt: skip
        tables = FileTables(own, _pieces({name: path for name, path in found.items() if path}, own))
        if row["zone_from"] not in _BY_CONTENT:
            _unshift(tables)
        return tables


def _was_told(row: Row) -> bool:
    """Return whether a user gave the zone of a log whose layout has one: what it is without that is read anew."""
    return row["zone_from"] == "option" and _ZONES.get(row["layout"]) is Zone.GMT8


def _unshift(tables: FileTables) -> None:
    """Make *tables* wait for a zone, with times as they were printed."""
    printed_us = tables.row["zone_offset_s"] * 1_000_000
    tables.shifted(-tables.row["zone_offset_s"], "layout")
    tables.row["zone_offset_s"] = GMT8_S
    tables.needs_zone = True
    frames = ((name, frame) for name, frame in tables.pieces if isinstance(frame, pl.DataFrame))
    tables.pieces = ((name, frame.with_columns(times_of(frame) + printed_us)) for name, frame in frames)


def _pieces(parts: dict[str, Path], own: Row) -> Iterator[Piece]:
    return ((name, _moved(group, own)) for name, path in sorted(parts.items()) for group in row_groups(path))


def _digest(surveyed: Surveyed) -> str | None:
    """Return the hash of a file's bytes, None where they cannot all be read."""
    try:
        with surveyed.source.open() as stream:
            careful = Careful(stream)
            while careful.read(1 << 20):
                pass
            return None if careful.damage else careful.digest
    except DAMAGE:
        return None


def _moved(frame: pl.DataFrame, own: Row) -> pl.DataFrame:
    """Return rows of a file with the ids, node and order that the file has now."""
    ids = {"record_id": own["file_id"], "seq": own["series_order"]}
    numbers = [((pl.col(name) & _NUMBER) + (base << 32)).alias(name) for name, base in ids.items() if name in frame.columns]
    names = [
        pl.lit(own[name], dtype=frame.schema[name]).alias(name)
        for name in ("node", "kind", "file_id", "series")
        if name in frame.columns
    ]
    return frame.with_columns(*numbers, *names).rechunk()
