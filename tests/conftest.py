"""Traces analyzed once per worker, and small cases made of given states."""

import atexit
import functools
import tomllib
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import settings

from forensics.case import Case, new_case
from forensics.engines.local import Reading, ingest
from forensics.library import bytes_of, check_case, ingest_logs
from forensics.scratch import Scratch
from forensics.tables import FILES, RECORDS

settings.register_profile("untimed", deadline=None)  # a machine may be slow or busy: no test is a claim of speed
settings.load_profile("untimed")
ROOT = Path(__file__).parent.parent
TRACES = ROOT / "sample_traces"
NAMES = sorted(path.parent.name for path in TRACES.glob("*/trace.toml"))


@functools.cache
def kept(name: str) -> Case:
    """Return a sample trace as a case, read once per worker; it is gone when the worker ends, or with the next."""
    home = Scratch()
    atexit.register(home.cleanup)
    return ingest_logs([str(TRACES / name / "input.tar.zst")], Path(home.name) / "case")


@functools.cache
def analyzed(name: str) -> dict[str, Any]:
    """Return the findings document of a sample trace."""
    return check_case(kept(name))


def write_logs(home: Path, logs: dict[str, dict[str, list[str]]]) -> None:
    """Write the lines of *logs*, by node and file, under *home* as an operator copies them."""
    for node, files in logs.items():
        for name, lines in files.items():
            path = home / node / "logs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def tables_read(root: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return `files` and `records` of what lies under *root*, every byte of which is told of."""
    case = new_case(root.parent / f"{root.name}.case")
    ingest([str(root)], case, Reading(), lambda _path, _size: None)
    files = case.read(FILES)
    told = bytes_of(files)
    assert told["read"] == told["kept"] + told["rejected"] + told["set_aside"]
    return files, case.read(RECORDS)


def expected(name: str) -> dict[str, Any]:
    """Return what the trace's trace.toml says it must show."""
    return tomllib.loads((TRACES / name / "trace.toml").read_text(encoding="utf-8"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite", action="store_true", help="write what was seen as what is expected; read the diff before committing"
    )
