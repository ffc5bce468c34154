"""What fuzzing keeps: finds in `tests/corpus/TARGET`, all that reached something new in `.fuzz/TARGET`, and the best of that."""

import hashlib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType
from typing import Any

from fuzz_seeds import CORPUS, ROOT

WORK = ROOT.parent / ".fuzz"
_KEPT_BYTES = 2_000


def keep(name: str, data: bytes) -> Path:
    """Write an input to the corpus of its target; `make test` runs it ever after."""
    return _write(CORPUS / name, data)


def worked_on(name: str, data: bytes) -> Path:
    """Write an input to those the next run begins with."""
    return _write(WORK / name, data)


def _write(directory: Path, data: bytes) -> Path:
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / hashlib.sha256(data).hexdigest()[:16]
    path.write_bytes(data)
    return path


class Reached:
    """The lines of ours that calls reach, as a trace function sees them."""

    def __init__(self) -> None:
        self.lines: set[tuple[str, int]] = set()

    def new_by(self, call: Callable[[bytes], None], data: bytes) -> bool:
        """Return whether a call with *data* reaches a line that none before reached."""
        before = len(self.lines)
        sys.settrace(self)
        try:
            call(data)
        finally:
            sys.settrace(None)
        return len(self.lines) > before

    def __call__(self, frame: FrameType, _event: str, _value: Any) -> Any:
        return self._line if "forensics" in frame.f_code.co_filename else None

    def _line(self, frame: FrameType, event: str, _value: Any) -> Any:
        if event == "line":
            self.lines.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line


def distilled(call: Callable[[bytes], None], known: Iterable[bytes], name: str) -> list[Path]:
    """Keep of what was worked on the smallest inputs that reach what *known* ones do not; return where they are."""
    reached = Reached()
    for data in known:
        reached.new_by(call, data)
    tried = sorted((path.read_bytes() for path in (WORK / name).glob("*")), key=lambda data: (len(data), data))
    return [keep(name, data) for data in tried if len(data) <= _KEPT_BYTES and reached.new_by(call, data)]
