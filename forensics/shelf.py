"""Tables put away in a file without a name, so that they are in memory only while they are looked at."""

import tempfile
from dataclasses import dataclass
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import Literal
from weakref import finalize

import polars as pl

from forensics.disk import machine


class Shelf:
    """A file in *place* that holds frames, and is gone with what refers to it; MachineError where it cannot be written.

    Frames are *packed*, but where they hold little but hashes that cannot be.
    """

    def __init__(self, place: Path | None = None, *, packed: bool = True) -> None:
        self._place = place or Path(tempfile.gettempdir())
        self._compression: Literal["lz4", "uncompressed"] = "lz4" if packed else "uncompressed"
        with machine(self._place):
            self._file = tempfile.TemporaryFile(prefix="rmqf-", dir=self._place)  # noqa: SIM115 - open as long as this is there
        finalize(self, self._file.close)

    def put(self, frame: pl.DataFrame) -> "Shelved":
        """Write *frame* behind the others."""
        written = BytesIO()
        frame.write_ipc(written, compression=self._compression)
        with machine(self._place):
            begin = self._file.seek(0, SEEK_END)
            self._file.write(written.getbuffer())
        return Shelved(self, begin, written.tell())

    def read(self, begin: int, size: int) -> pl.DataFrame:
        """Return a frame again."""
        self._file.seek(begin)
        return pl.read_ipc(BytesIO(self._file.read(size)))


def in_memory(frame: "pl.DataFrame | Shelved") -> pl.DataFrame:
    """Return *frame*, which is read where it is on a shelf."""
    return frame if isinstance(frame, pl.DataFrame) else frame.read()


@dataclass(frozen=True)
class Shelved:
    """A frame on a shelf."""

    shelf: Shelf
    begin: int
    size: int

    def read(self) -> pl.DataFrame:
        """Return the frame."""
        return self.shelf.read(self.begin, self.size)
