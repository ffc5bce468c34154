"""Traces analyzed once per worker, and small cases made of given states."""

import functools
import tomllib
from pathlib import Path
from typing import Any

import pytest

from forensics.library import case_of, check_case

ROOT = Path(__file__).parent.parent
TRACES = ROOT / "sample_traces"
NAMES = sorted(path.parent.name for path in TRACES.glob("*/trace.toml"))


@functools.cache
def analyzed(name: str) -> dict[str, Any]:
    """Return the findings document of a sample trace."""
    with case_of([str(TRACES / name / "input.tar.zst")]) as case:
        return check_case(case)


def expected(name: str) -> dict[str, Any]:
    """Return what the trace's trace.toml says it must show."""
    return tomllib.loads((TRACES / name / "trace.toml").read_text(encoding="utf-8"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite", action="store_true", help="write what was seen as what is expected; read the diff before committing"
    )
