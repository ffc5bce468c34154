"""A stream that counts and hashes what is read of it, and ends where it is damaged instead of raising."""

from typing import BinaryIO

from blake3 import blake3

from forensics.sources.archives import DAMAGE
from forensics.sources.stream import Stream


class Careful:
    """Reads *stream* up to its end or its damage; `damage` says what was wrong, and what came before is not lost."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.size, self._hash = stream, 0, blake3()
        self.damage: str | None = None

    def read(self, size: int = -1) -> bytes:
        """Return up to *size* bytes, none at the end."""
        if self.damage:
            return b""
        try:
            chunk = self._stream.read(size)
        except DAMAGE as error:
            self.damage = f"damaged after {self.size} bytes: {error}"
            return b""
        self.size += len(chunk)
        self._hash.update(chunk)
        return chunk

    @property
    def digest(self) -> str:
        """Return the BLAKE3 hash of what was read, which takes a third of SHA-256's time."""
        return self._hash.hexdigest()


class Within(Stream):
    """Reads of *stream* what lies in *span* and nothing else; closes it with the block."""

    def __init__(self, stream: BinaryIO, span: tuple[int, int]) -> None:
        super().__init__(stream)
        self._left = span[1] - span[0]
        skipped = span[0]
        while skipped and (piece := stream.read(min(skipped, 1 << 20))):
            skipped -= len(piece)

    def read(self, size: int = -1) -> bytes:
        """Return up to *size* bytes, none at the end of the span."""
        piece = self._raw.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(piece)
        return piece
