"""What set-up makes of all statements, kept beside the compiled functions, so that no run makes it again.

Its name tells the code that it was made of and the Python it was made by; where there is none, a run makes it for itself.
"""

from pathlib import Path
from typing import Any

from forensics import prepared
from forensics.engines.former import reader


def place() -> Path:
    """Return where it lies or will lie."""
    return prepared.place_of(__file__, "programs", reader())


def load() -> dict[str, Any] | None:
    """Return what `store` was given, None where it was never called for this code."""
    return prepared.load(place())


def store(made: dict[str, Any]) -> None:
    """Keep what was *made*, of plain values alone, and remove what was kept before."""
    prepared.store(place(), made)
