"""What a directory is to cases, told by the names in it: one of them, what is left of one, or a place for one."""

import os
from collections.abc import Sequence
from pathlib import Path

from forensics.errors import BadUsage

MANIFEST = "manifest.json"
UNFINISHED = "manifest.unfinished.json"
LOCK = ".lock"
_OURS = {LOCK, UNFINISHED, UNFINISHED + ".tmp"}
"""What lies in the directory of a case before anything has been read."""
LEFT_OVER = frozenset({*_OURS, MANIFEST + ".tmp"} - {LOCK})
"""What runs that came to no end leave beside the tables of a case."""


def is_case(directory: Path) -> bool:
    """Return whether *directory* is a case; what may not be looked into, or can be no path, is none."""
    return os.path.isfile(directory / MANIFEST)  # noqa: PTH113 - that of Path raises where nothing may be told


def is_unfinished(directory: Path) -> bool:
    """Return whether *directory* is a case whose first ingest was ended before it was done."""
    return os.path.isfile(directory / UNFINISHED) and not is_case(directory)  # noqa: PTH113 - as above


def lacks_manifest(directory: Path) -> bool:
    """Return whether *directory* holds tables of a case, and nothing that says which of them count."""
    return not is_case(directory) and all(os.path.isdir(directory / name) for name in ("files", "records"))  # noqa: PTH112 - as above


def case_among(inputs: Sequence[str]) -> Path | None:
    """Return the one case that *inputs* name, None where they are logs; BadUsage where others are named beside a case."""
    found = [Path(text) for text in inputs if _names_case(Path(text))]
    if found and len(inputs) > 1:
        raise BadUsage(str(found[0]), "is a case, and other inputs were named beside it", "name one case, or only raw logs")
    return found[0] if found else None


def refuse_case(inputs: Sequence[str]) -> None:
    """Raise BadUsage where *inputs* name a case and not the logs it was made of: its tables are no logs."""
    if named := case_among(inputs):
        raise BadUsage(str(named), "is a case, and no logs", "every command but store takes it as it is; name logs to read")


def _names_case(path: Path) -> bool:
    """Return whether who gives *path* as an input means a case: one that is whole, or what is left of one."""
    return is_case(path) or is_unfinished(path) or lacks_manifest(path)


def remove_bare(directory: Path) -> None:
    """Remove what the beginning of a case left in *directory*, where nothing has been read."""
    left = list(directory.iterdir())
    if all(path.name in _OURS for path in left):
        for path in left:
            path.unlink()


def refuse_foreign(directory: Path) -> None:
    """Raise BadUsage where *directory* is no place for a case."""
    if not directory.exists() or is_case(directory) or is_unfinished(directory):
        return
    if not directory.is_dir() or any(path.name not in _OURS for path in directory.iterdir()):
        raise BadUsage(str(directory), "is neither empty nor a case", "choose another directory for --case")
