"""What starts often must start fast: nothing is loaded that is not used. Counted in modules, which no busy machine changes."""

import dataclasses
import json
import re
import subprocess
import sys
from copy import copy
from pathlib import Path

import pytest
import typer

from forensics import classes, statements
from forensics.cli.app import app
from forensics.cli.options import FailOn
from forensics.findings import setup
from forensics.report import outputs
from forensics.statements import stored
from forensics.statements.compiled import code_of, made_of
from forensics.statements.matching import matcher_of

HEAVY = {"polars", "duckdb", "pyarrow", "plotly", "jinja2", "numpy", "pydantic"}
_LOADED = """
import json, sys
sys.argv = ["rmqf", *json.loads(sys.argv[1])]
from forensics.cli import main
try:
    main()
except SystemExit:
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    command = [sys.executable, "-c", _LOADED, json.dumps(arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parent.parent)
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [["--help"], ["analyze", "--help"], ["explain", "ck_rewrite_loop"], ["--version"]])
def test_help_and_pages_load_no_table_library(arguments):
    assert not loaded(*arguments) & HEAVY


@pytest.mark.parametrize(("trace", "needed"), [("S-5.3.1-s1", {"polars", "duckdb"}), ("H-5.3.3-cfreeze", {"polars"})])
def test_a_small_case_is_read_without_arrow_and_judged_without_a_database_where_no_rule_has_anything_to_look_at(trace, needed):
    setup.store_conditions()
    assert loaded("analyze", f"sample_traces/{trace}/input.tar.zst") & HEAVY == needed


GIVEN = {
    "inputs": [("logs", "more"), ("logs",)],
    "node": [(), None, ("broker-a=logs",)],
    "format": ["json"],
    "output": [None, "out.json", "pyproject.toml", "tests"],
    "fail_on": [None, "warning", FailOn.ERROR],
    "max_inconclusive": [None, "3"],
    "all": [True, False],
}


_THREADS = """
import os, time
import polars as pl
import forensics.library, forensics.replay, forensics.findings.check

def workers():
    names = [open(f"/proc/self/task/{task}/comm").read() for task in os.listdir("/proc/self/task")]
    return len([name for name in names if name.startswith("polars-0")])

time.sleep(0.5)  # a thread has its name a moment after it has begun
loaded = workers()
pl.DataFrame({"a": [1]}).select(pl.col("a") + 1)
until = time.monotonic() + 60
while not workers() and time.monotonic() < until:
    time.sleep(0.05)
print(loaded, workers())
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks for the names of threads that Linux lists")
def test_loading_the_library_starts_no_worker_of_polars():
    """They are there from its first work on; a process that was forked with them waits for them in vain."""
    told = subprocess.run([sys.executable, "-c", _THREADS], stdout=subprocess.PIPE, check=True, text=True).stdout
    loaded, worked = map(int, told.split())
    assert (loaded, worked > 0) == (0, True)


def test_values_of_the_command_line_are_what_typer_makes_of_them():
    command = typer.main.get_command(app).commands["analyze"]
    context = command.make_context("analyze", ["logs"])
    ours = {parameter.name: parameter for parameter in command.get_params(context)}
    typers = {p.name: p for p in typer.main.get_command(app).commands["analyze"].params}
    for name, values in GIVEN.items():
        for value in values:
            made, expected = (own[name].process_value(context, value) for own in (ours, typers))
            assert (made, type(made)) == (expected, type(expected))


def test_what_set_up_keeps_of_a_statement_is_what_its_template_says(tmp_path, monkeypatch):
    every = [copy(statement) for statement in list(statements.statements().values())[::9]]
    fresh = [dataclasses.replace(statement) for statement in every]
    monkeypatch.setattr(stored, "place", lambda _: tmp_path / "made" / "templates-0.bin")
    stored.tell(fresh)
    assert all(statement.pattern_code is None for statement in fresh)
    fresh = [dataclasses.replace(statement) for statement in every]
    stored.store(every)
    stored.tell(fresh)
    for told, own in zip(fresh, (dataclasses.replace(statement) for statement in every), strict=True):
        assert (told.prefix, told.longest_literal, told.literal_chars) == (own.prefix, own.longest_literal, own.literal_chars)
        assert told.pattern_code
        assert (told.pattern, told.pattern.groupindex) == (own.pattern, own.pattern.groupindex)
    assert matcher_of(fresh) == matcher_of(every)


@pytest.mark.parametrize("source", ["", "a(?P<b>c|d)+(e)?", r"(?P<x>\w{2,5}?)[^\[\]]\s*\Z", "(?i:\u00e4)(?=é)"])
def test_an_expression_made_of_its_code_is_what_python_compiles(source):
    made, compiled = made_of(memoryview(code_of(source))), re.compile(source, re.DOTALL)
    assert (made, made.groups, made.groupindex, made.flags) == (compiled, compiled.groups, compiled.groupindex, compiled.flags)
    for text in ("", "acdce", "ab \n", "Äé"):
        assert str(made.search(text)) == str(compiled.search(text))


def test_classes_have_the_methods_that_set_up_kept_and_others_their_own(tmp_path, monkeypatch):
    (tmp_path / "kept_module.py").write_text(
        "import dataclasses\n@dataclasses.dataclass(frozen=True)\nclass Kept:\n    a: int\n    b: tuple = ()\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(classes, "_PLACE", tmp_path / "methods-0.bin")
    classes.store(["kept_module"])
    own = sys.modules.pop("kept_module").Kept
    compiled: list[object] = []
    monkeypatch.setitem(vars(classes), "exec", lambda text, *names: compiled.append(text) or exec(text, *names))  # noqa: S102
    with classes.known():
        import kept_module

        other = dataclasses.make_dataclass("Other", ["no_such_field_anywhere"])
    assert "exec" not in vars(dataclasses)
    kept = kept_module.Kept
    assert repr(kept(1)) == repr(own(1)) == "Kept(a=1, b=())"
    assert kept(1, b=(2,)) == dataclasses.replace(kept(1), b=(2,))
    assert hash(kept(1)) == hash(own(1))
    with pytest.raises(dataclasses.FrozenInstanceError):
        kept(1).a = 2
    assert other(3).no_such_field_anywhere == 3
    assert {type(text) for text in compiled} == {str, type(own.__init__.__code__)}
    (tmp_path / "methods-0.bin").write_bytes(b"torn")
    with classes.known():
        assert dataclasses.make_dataclass("Other", ["x"])(4).x == 4


def test_each_output_is_the_module_of_its_name():
    assert {name: outputs.output_named(name).NAME for name in outputs.NAMES} == {name: name for name in outputs.NAMES}
