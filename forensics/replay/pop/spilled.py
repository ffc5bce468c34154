"""Lines put where the part is that they are of: in memory where there is one part alone, else on disk."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import polars as pl

from forensics import memory
from forensics.replay.pop.lines import POP, hashed

SHARES = 64
SHARE = (hashed(POP[:3]) % SHARES).cast(pl.UInt8).alias("share")
"""One of so many shares of all queues: a batch and its acks, and what holds the same message, are in the same one."""


class Spilled:
    """Frames by name and part, in the directory *place* where there are *several* parts.

    Any process that sees their files can take a part, once.
    """

    def __init__(self, place: Path, *, several: bool) -> None:
        self._place, self._several = place, several
        self._held: dict[tuple[str, int], list[bytes]] = {}
        self._files: dict[tuple[str, int], list[Path]] = {}

    def add(self, name: str, lines: pl.DataFrame) -> None:
        """Add *lines*, each of the part in its column `part`."""
        if not lines.height:
            return
        if not self._several:
            self._held.setdefault((name, 0), []).append(_packed(lines.drop("part")))
            return
        self._place.mkdir(exist_ok=True)
        for (part,), own in lines.partition_by("part", as_dict=True, include_key=False).items():
            files = self._files.setdefault((name, int(part)), [])
            files.append(self._place / f"{name}-{part}-{len(files)}.arrow")
            own.write_ipc(files[-1])

    def of(self, name: str, part: int) -> list[pl.DataFrame]:
        """Return the frames of a part, which are forgotten here."""
        key, frames = (name, part), []
        packed = self._held.pop(key, [])[::-1]
        while packed:
            frames.append(pl.read_ipc(BytesIO(packed.pop())))
        return frames + [pl.read_ipc(BytesIO(file.read_bytes())) for file in self._files.pop(key, [])]


def _packed(lines: pl.DataFrame) -> bytes:
    """Return *lines* as bytes: as a frame, few lines keep all texts of the many that they were taken from."""
    written = BytesIO()
    lines.write_ipc(written, compression="lz4")
    return written.getvalue()


def parts(shares: pl.Series, most: int) -> list[int]:
    """Return the part of each share of the queues; *shares* are those of suspects, of which few parts have more than *most*."""
    counts = dict(shares.value_counts().iter_rows())
    found, part, full = [], 0, 0
    for share in range(SHARES):
        own = counts.get(share, 0)
        if full and full + own > memory.scaled(most):
            part, full = part + 1, 0
        found.append(part)
        full += own
    return found


def part_of(numbers: Sequence[int], share: pl.Expr = SHARE) -> pl.Expr:
    """Return the part of a line, by its *share*."""
    return share.replace_strict(range(SHARES), numbers, return_dtype=pl.UInt8).alias("part")
