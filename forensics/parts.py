"""One part of a case while it is written: its tables as row groups, so that memory does not grow with the input."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

_GROUP_ROWS = 8192
"""Rows of events that are gathered for one row group; records come in batches that are large enough."""
_WORDS = ("node", "kind", "source", "series", "thread", "level", "logger", "statement", "layout")
"""Columns that repeat few values: written as a dictionary."""
Change = Callable[[pl.DataFrame], pl.DataFrame]


def as_arrow(frame: pl.DataFrame) -> pa.Table:
    """Return *frame* in the Arrow types that every part is written with."""
    return frame.to_arrow(compat_level=pl.CompatLevel.oldest())


class TableWriter:
    """Writes one Parquet file in row groups, which depend on what is added and not on how it was made."""

    def __init__(self, path: Path, whole_pieces: bool) -> None:
        self.path, self.rows = path, 0
        self._least = 1 if whole_pieces else _GROUP_ROWS
        self._waiting: list[pa.Table] = []
        self._held = 0
        self._writer: Any = None

    def add(self, table: pa.Table) -> None:
        """Add rows, which are written at once or wait for more."""
        self._waiting.append(table)
        self._held += table.num_rows
        if self._held >= self._least:
            self._flush()

    def close(self) -> None:
        """Write what waits, and the file's end."""
        self._flush()
        if self._writer is not None:
            self._writer.close()

    def abandon(self) -> None:
        """Remove the file."""
        self._waiting = []
        with suppress(OSError):
            if self._writer is not None:
                self._writer.close()
        self.path.unlink(missing_ok=True)

    def _flush(self) -> None:
        if not self._held:
            return
        group = pa.concat_tables(self._waiting).combine_chunks()
        self.rows += group.num_rows
        self._waiting, self._held = [], 0
        if self._writer is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            words = [name for name in group.column_names if name in _WORDS]
            self._writer = pq.ParquetWriter(
                self.path, group.schema, compression="zstd", compression_level=3, use_dictionary=words, write_statistics=True
            )
        self._writer.write_table(group, row_group_size=group.num_rows)


def row_groups(path: Path) -> Iterator[pl.DataFrame]:
    """Yield the rows of a Parquet file, a row group at a time."""
    with pq.ParquetFile(path) as opened:
        for number in range(opened.num_row_groups):
            yield pl.DataFrame(pl.from_arrow(opened.read_row_group(number)))
