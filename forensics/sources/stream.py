"""What every reader of ours that stands in for a file has in common: read once, from its beginning to its end."""

from typing import BinaryIO, Self


class Stream:
    """Reads *raw* through, in a way of its own, and closes it with the block."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close what is read."""
        self._raw.close()

    def seekable(self) -> bool:
        """Return that it is read from its beginning to its end."""
        return False


class Pieces(Stream):
    """Gives what is made of *raw* piece by piece as one stream."""

    def __init__(self, raw: BinaryIO) -> None:
        super().__init__(raw)
        self._ready = b""
        self._given = 0

    def _next(self) -> bytes:
        """Return the next piece, none at the end."""
        raise NotImplementedError

    def read(self, size: int = -1) -> bytes:
        """Return up to *size* bytes, fewer where the next piece is shorter; none at the end."""
        if size < 0:
            left, self._given = self._ready[self._given :], len(self._ready)
            return left + b"".join(iter(self._next, b""))
        if self._given == len(self._ready):
            self._ready, self._given = self._next(), 0
        data = self._ready[self._given : self._given + size]
        self._given += len(data)
        return data
