"""The README shows what is so: its table is made of the traces, its output is the demo's, its commands exist."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
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


def test_the_workflows_shown_run_as_they_are(tmp_path):
    """Each `rmqf` line of the two CI examples, in order, over a trace whose finding is suppressed and in the baseline."""
    (tmp_path / "traces").mkdir()
    shutil.copy(ROOT / TRACE, tmp_path / "traces")
    entry = re.search(r"```toml\n(.*?)```", README, re.DOTALL)[1]
    (tmp_path / "suppressions.toml").write_text(entry, encoding="utf-8")
    run_line(f"rmqf gate {ROOT / TRACE} --write-baseline baseline.json", tmp_path, 1)
    for example in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL):
        lines = re.findall(r"- (?:run: )?(rmqf .*)", example)
        assert any(line.startswith("rmqf gate") for line in lines)
        for line in lines:
            run_line(line, tmp_path, 0)
    made = {path.name for path in tmp_path.iterdir()}
    assert {"forensics.sarif", "gl-code-quality.json", "junit.xml", "incident.case"} <= made


@pytest.mark.parametrize(("part", "schema"), [("GitHub", "vendor.github-workflows"), ("GitLab", "vendor.gitlab-ci")])
def test_the_workflows_shown_hold_the_schema_of_their_service(tmp_path, part, schema):
    example = README.partition(f"\n{part}:\n")[2].partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "ci.yml").write_text(example, encoding="utf-8")
    (tmp_path / "bad.yml").write_text(example.replace("script:", "scirpt:").replace("runs-on:", "run-on:"), encoding="utf-8")
    for name, good in (("ci.yml", True), ("bad.yml", False)):
        checked = subprocess.run(
            [RMQF.parent / "check-jsonschema", "--builtin-schema", schema, tmp_path / name],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (checked.returncode == 0) is good, checked.stdout


def run_line(line, directory, code):
    path = f"{RMQF.parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        line.split(), cwd=directory, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path}
    )
    assert run.returncode == code, f"{line}: {run.stdout}{run.stderr}"
