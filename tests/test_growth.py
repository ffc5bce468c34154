"""Replay of a long case asks nothing of every pair: its functions are called in proportion to what happened."""

import subprocess
import sys
from pathlib import Path

import pytest

CALLS = Path(__file__).parent / "benchmarks" / "calls.py"


@pytest.mark.parametrize("trace", ["C-5.3.0-loop-poplog", "N-5.2.0-go"])
def test_no_function_is_called_more_than_in_proportion(trace):
    done = subprocess.run([sys.executable, str(CALLS), trace], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == [f"{trace}, all: 0 functions", f"{trace}, starts once: 0 functions"]
