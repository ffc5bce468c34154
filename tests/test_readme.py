"""The README shows what is so: its table is made of the traces, its output is the demo's, its commands exist."""

import subprocess
import sys
from pathlib import Path

import track_record

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TRACE = "sample_traces/S-5.3.1-s1/input.tar.zst"
RMQF = Path(sys.executable).parent / "rmqf"


def test_the_track_record_is_made_of_the_traces():
    assert track_record.with_table(README) == README


def test_the_output_shown_is_the_demos():
    shown = README.partition("<!-- demo -->\n")[2].partition("<!-- end of demo -->")[0]
    lines = [line.removeprefix("    ") for line in shown.splitlines()]
    run = subprocess.run(
        [RMQF, "analyze", TRACE], cwd=ROOT, capture_output=True, text=True, check=True, env={"COLUMNS": "110", "PATH": ""}
    )
    printed = run.stdout.splitlines()
    assert lines
    assert [line for line in lines if line and line != "[…]" and line not in printed] == []


def test_make_demo_runs_what_the_readme_shows():
    assert f"analyze {TRACE}" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_commands_shown_exist():
    usage = subprocess.run([RMQF, "--help"], capture_output=True, text=True, check=True).stdout
    named = {line.split()[1] for line in README.splitlines() if line.strip().startswith(".venv/bin/rmqf ")}
    assert named
    assert {command for command in named if command not in usage} == set()
