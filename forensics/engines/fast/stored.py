"""What set-up makes of all statements, kept beside the compiled functions, so that no run makes it again.

Its name tells the code that it was made of and the Python it was made by; where there is none, a run makes it for itself.
"""

import marshal
import sys
from pathlib import Path
from typing import Any

from forensics.engines.former import reader

_DAMAGED = (ValueError, EOFError, TypeError)


def place() -> Path:
    """Return where it lies or will lie."""
    return Path(__file__).parent / "__pycache__" / f"programs-{sys.implementation.cache_tag}-{reader()[:16]}.bin"


def load() -> dict[str, Any] | None:
    """Return what `store` was given, None where it was never called for this code."""
    try:
        kept = marshal.loads(place().read_bytes())  # noqa: S302 - it lies where compiled Python does, and is trusted like it
    except (OSError, *_DAMAGED):
        return None
    return kept if isinstance(kept, dict) else None


def store(made: dict[str, Any]) -> None:
    """Keep what was *made*, of plain values alone, and remove what was kept before."""
    path = place()
    path.parent.mkdir(exist_ok=True)
    for old in path.parent.glob("programs-*.bin"):
        old.unlink()
    temporary = path.with_suffix(".tmp")
    temporary.write_bytes(marshal.dumps(made))
    temporary.replace(path)
