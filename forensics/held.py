"""Tables that stay in memory, in a case that ends with its process: writing small ones takes longer than making them."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import polars as pl

ROOM_BYTES = 16 << 20
"""How much of a case stays in memory at most; what is beyond it is written as everything is in a case that lasts."""
_FRAME = "frame"
Entry = dict[str, Any]
"""What a case notes of a part: its rows, and the hash of its file, or the part itself."""


class Room:
    """How many bytes of tables may stay in memory from now on."""

    def __init__(self, left: int) -> None:
        self.left = left

    def takes(self, frame: pl.DataFrame) -> bool:
        """Return whether *frame* may stay in memory, and count it where it may."""
        size = int(frame.estimated_size())
        fits = size <= self.left
        self.left -= size if fits else 0
        return fits


def entry_of(name: str, part: int, frame: pl.DataFrame) -> dict[str, Entry]:
    """Return *frame* as a part of the table *name*, for `Case.take`."""
    return {f"{name}/{part:06d}-in-memory": {"rows": frame.height, _FRAME: frame}}


def frame_of(entry: Entry) -> pl.DataFrame | None:
    """Return the rows of a part, None where they are in its file."""
    frame: pl.DataFrame | None = entry.get(_FRAME)
    return frame


def scanned(directory: Path, parts: Sequence[tuple[str, Entry]]) -> pl.LazyFrame:
    """Return the rows of some *parts* of one table lazily, in their order."""
    frames: list[pl.LazyFrame] = []
    for held, together in groupby(parts, key=lambda part: _FRAME in part[1]):
        if held:
            frames.append(pl.concat([entry[_FRAME] for _, entry in together]).lazy())
        else:
            frames.append(pl.scan_parquet([directory / path for path, _ in together], glob=False))
    return frames[0] if len(frames) == 1 else pl.concat(frames)
