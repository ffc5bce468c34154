"""What set-up reads off the queries of our own rules, kept beside the compiled code, so that no run parses them again.

Its name tells the code and the Python that it was made by; a query that is not among it is read when it is asked.
"""

import hashlib
import marshal
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_DAMAGED = (ValueError, EOFError, TypeError)


def place() -> Path:
    """Return where it lies or will lie."""
    here = Path(__file__).parent
    made_by = hashlib.sha256((here / "emptiness.py").read_bytes()).hexdigest()
    return here / "__pycache__" / f"conditions-{sys.implementation.cache_tag}-{made_by[:16]}.bin"


@cache
def load() -> Mapping[str, Any]:
    """Return what `store` was given, nothing where it was never called for this code."""
    try:
        kept = marshal.loads(place().read_bytes())  # noqa: S302 - it lies where compiled Python does, and is trusted like it
    except (OSError, *_DAMAGED):
        return {}
    return kept if isinstance(kept, dict) else {}


def store(made: dict[str, Any]) -> None:
    """Keep what was *made*, of plain values alone, and remove what was kept before."""
    path = place()
    path.parent.mkdir(exist_ok=True)
    for old in path.parent.glob("conditions-*.bin"):
        old.unlink()
    temporary = path.with_suffix(".tmp")
    temporary.write_bytes(marshal.dumps(made))
    temporary.replace(path)
    load.cache_clear()
