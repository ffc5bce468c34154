"""One part of a case while it is written: its tables as row groups, so that memory does not grow with the input.

Any process that sees the case's directory can write one; only `Case.take` makes it count.
"""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from forensics.disk import digest_of, machine
from forensics.held import Room, entry_of
from forensics.tables import RECORDS

if TYPE_CHECKING:  # loading pyarrow takes as long as reading a small case, which needs none of it
    import pyarrow as pa

_GROUP_ROWS = 8192
"""Rows that are gathered for one row group; records alone come in batches that are large enough."""
_PAGE_ROWS = 1 << 16
"""Rows that go into a page before its size is looked at: by the usual thousand that costs as much as to encode them."""
WORDS = ("node", "kind", "source", "series", "thread", "level", "logger", "statement", "layout")
"""Columns that repeat few values: written as a dictionary, whose order is that of their first appearance."""
Change = Callable[[pl.DataFrame], pl.DataFrame]
Kept = dict[str, dict[str, Any]]
"""Files of parts by their path in the case, each with its hash and rows, as the manifest names them."""


def as_arrow(frame: pl.DataFrame) -> "pa.Table":
    """Return *frame* in the Arrow types that every part is written with."""
    return frame.to_arrow(compat_level=pl.CompatLevel.oldest())


def in_words(table: "pa.Table") -> "pa.Table":
    """Return *table* with the columns that repeat few values as dictionaries, as every part is written."""
    import pyarrow as pa

    for name in table.column_names:
        if name in WORDS and not pa.types.is_dictionary(table.schema.field(name).type):
            number, column = table.column_names.index(name), table[name].combine_chunks().dictionary_encode()
            table = table.set_column(number, table.schema.field(name).with_type(column.type), column)
    return table


class TableWriter:
    """Writes one Parquet file in row groups, which depend on what is added and not on how it was made."""

    def __init__(self, path: Path, whole_pieces: bool) -> None:
        self.path, self.rows = path, 0
        self._least = 1 if whole_pieces else _GROUP_ROWS
        self._waiting: list[pa.Table] = []
        self._held = 0
        self._writer: Any = None

    def add(self, table: "pa.Table") -> None:
        """Add rows, in words, which are written at once or wait for more."""
        self._waiting.append(table)
        self._held += table.num_rows
        if self._held >= self._least:
            self._flush()

    def close(self) -> None:
        """Write what waits, and the file's end."""
        self._flush()
        if self._writer is not None:
            self._writer.close()

    def _flush(self) -> None:
        if not self._held:
            return
        import pyarrow as pa
        import pyarrow.parquet as pq

        group = pa.concat_tables(self._waiting).combine_chunks()
        self.rows += group.num_rows
        self._waiting, self._held = [], 0
        if self._writer is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            words = [field.name for field in group.schema if pa.types.is_dictionary(field.type)]
            numbers = [field.name for field in group.schema if pa.types.is_int64(field.type)]
            self._writer = pq.ParquetWriter(
                self.path, group.schema, compression="lz4", use_dictionary=words, write_statistics=[*words, *numbers],
                column_encoding=dict.fromkeys(numbers, "DELTA_BINARY_PACKED"), store_schema=False,
                write_batch_size=_PAGE_ROWS,
            )  # fmt: skip
        self._writer.write_table(group, row_group_size=group.num_rows)


def row_groups(path: Path) -> Iterator[pl.DataFrame]:
    """Yield the rows of a Parquet file, a row group at a time."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as opened:
        for number in range(opened.num_row_groups):
            yield pl.DataFrame(pl.from_arrow(opened.read_row_group(number)))


class Part:
    """The tables of one part while they are written in *directory*, by any process; nothing of it counts before `Case.take`.

    What *room* there is for in memory is not written.
    """

    def __init__(self, directory: Path, part: int, room: Room) -> None:
        self._directory, self._part, self._room = directory, part, room
        self._mark = f"{part:06d}-{secrets.token_hex(4)}.tmp"
        self._writers: dict[str, TableWriter] = {}
        self._in_memory: dict[str, list[pl.DataFrame]] = {}

    def add(self, name: str, piece: "pl.DataFrame | pa.Table") -> None:
        """Add rows to the table *name*."""
        if name not in self._writers and isinstance(piece, pl.DataFrame) and self._room.takes(piece):
            self._in_memory.setdefault(name, []).append(piece)
            return
        if name not in self._writers:
            self._writers[name] = TableWriter(self._directory / name / self._mark, whole_pieces=name == RECORDS.name)
        with machine(self._directory):
            for one in (*self._in_memory.pop(name, ()), piece):
                self._writers[name].add(in_words(as_arrow(one)) if isinstance(one, pl.DataFrame) else one)

    def finish(self) -> "Written":
        """Write what is held back, so that nothing is in memory while the part waits to be kept."""
        with machine(self._directory):
            for writer in self._writers.values():
                writer.close()
        files = tuple((name, writer.path, writer.rows) for name, writer in sorted(self._writers.items()))
        frames = tuple((name, pl.concat(pieces)) for name, pieces in sorted(self._in_memory.items()))
        return Written(self._directory, self._part, files, frames)


@dataclass(frozen=True)
class Written:
    """The tables of one part: on the disk, under names of their own, by table the file and its rows; or in memory."""

    directory: Path
    part: int
    files: tuple[tuple[str, Path, int], ...]
    frames: tuple[tuple[str, pl.DataFrame], ...]

    def keep(self, change: Change | None = None) -> Kept:
        """Give the files, changed by *change*, their names by content; return them for `Case.take`."""
        kept: Kept = {}
        for name, path, rows in self.files:
            if change:
                self._rewrite(path, change)
            kept |= named_by_content(self.directory, name, self.part, path, rows)
        for name, frame in self.frames:
            kept |= entry_of(name, self.part, change(frame) if change else frame)
        return kept

    def _rewrite(self, path: Path, change: Change) -> None:
        with machine(self.directory):
            moved = TableWriter(path.with_suffix(".moved"), whole_pieces=True)
            for group in row_groups(path):
                moved.add(in_words(as_arrow(change(group))))
            moved.close()
            moved.path.replace(path)


def named_by_content(directory: Path, name: str, part: int, temporary: Path, rows: int) -> Kept:
    """Give the written file *temporary* the name that a part of the table *name* has by its content."""
    with machine(directory):
        digest = digest_of(temporary)
        relative = f"{name}/{part:06d}-{digest[:12]}.parquet"
        temporary.replace(directory / relative)
    return {relative: {"sha256": digest, "rows": rows}}
