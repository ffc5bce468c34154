"""Files that set-up makes for every run to take, beside compiled Python, named by their kind and by what they were made of."""

import marshal
import os
import sys
from pathlib import Path
from typing import Any

_DAMAGED = (ValueError, EOFError, TypeError)


def place_of(module: str, kind: str, code: str) -> Path:
    """Return where the values of one *kind* that *code*, a hash, made lie or will lie: beside the file of *module*."""
    return Path(module).parent / "__pycache__" / f"{kind}-{sys.implementation.cache_tag}-{code[:16]}.bin"


def replace(path: Path, data: bytes) -> None:
    """Write *data* to *path*, whole or not at all, in the place of what was made of its kind before."""
    path.parent.mkdir(exist_ok=True)
    for old in path.parent.glob(f"{path.name.partition('-')[0]}-*{path.suffix}"):
        old.unlink(missing_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")  # several set-ups may run at once
    temporary.write_bytes(data)
    temporary.replace(path)


def store(path: Path, made: dict[str, Any]) -> None:
    """Keep what was *made*, of plain values and code alone, and remove what was kept before."""
    replace(path, marshal.dumps(made))


def load(path: Path) -> dict[str, Any] | None:
    """Return what `store` was given, None where it was never called for this code, or the file is damaged."""
    try:
        kept = marshal.loads(path.read_bytes())  # noqa: S302 - it lies where compiled Python does, and is trusted like it
    except (OSError, *_DAMAGED):
        return None
    return kept if isinstance(kept, dict) else None
