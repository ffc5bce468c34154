"""What set-up reads off the queries of our own rules, kept beside the compiled code, so that no run parses them again.

Its name tells the code and the Python that it was made by; a query that is not among it is read when it is asked.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from forensics import prepared
from forensics.disk import digest_of


def place() -> Path:
    """Return where it lies or will lie."""
    return prepared.place_of(__file__, "conditions", digest_of(Path(__file__).with_name("emptiness.py")))


@cache
def load() -> Mapping[str, Any]:
    """Return what `store` was given, nothing where it was never called for this code."""
    return prepared.load(place()) or {}


def store(made: dict[str, Any]) -> None:
    """Keep what was *made*, of plain values alone, and remove what was kept before."""
    prepared.store(place(), made)
    load.cache_clear()
