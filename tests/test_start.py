"""What starts often must start fast: nothing is loaded that is not used. Counted in modules, which no busy machine changes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from forensics.findings import setup
from forensics.report import outputs

HEAVY = {"polars", "duckdb", "pyarrow", "plotly", "jinja2", "numpy"}
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


def test_each_output_is_the_module_of_its_name():
    assert {name: outputs.output_named(name).NAME for name in outputs.NAMES} == {name: name for name in outputs.NAMES}
