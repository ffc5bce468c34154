"""A first glance at a large input: where it looks, what it tells, and that the answer is the same with it."""

import gzip

import pytest
from conftest import TRACES, analyzed

from forensics.cli.progress import first_findings
from forensics.engines import glance, local
from forensics.engines.survey import survey
from forensics.library import case_of, check_case
from forensics.report.first import render
from forensics.sources.find import Source

NAMES = ("P-5.3.1-poplog", "S-5.3.1-s1")


def line(second, level):
    return f"2026-03-01 {second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d} {level} Thread_1 - a line of a broker\n"


@pytest.fixture
def waited_for(monkeypatch):
    """Make every input one that somebody waits for."""
    monkeypatch.setattr(local, "_WAITED_FOR_BYTES", 0)


@pytest.fixture
def looked_at(monkeypatch):
    """Return what each glance reads of each file."""
    spans, glanced = {}, glance.glanced

    def noted(surveyed):
        found = glanced(surveyed)
        spans.update({one.source.path: one.source.span for one in found})
        return found

    monkeypatch.setattr(glance, "glanced", noted)
    return spans


def told(directory):
    """Return the document of the first glance at *directory*, and that of all of it."""
    first = []
    with case_of([str(directory)], first=first.append) as case:
        return *first, check_case(case)


@pytest.mark.usefixtures("waited_for")
def test_a_glance_looks_where_warnings_crowd_in_all_logs(tmp_path, monkeypatch, looked_at):
    monkeypatch.setattr(glance, "_PIECE", 4096)
    monkeypatch.setattr(glance, "_GLANCE_BYTES", 16_384)
    logs = tmp_path / "broker-a" / "logs" / "rocketmqlogs"
    logs.mkdir(parents=True)
    crowd = range(7_000, 7_030)
    broker = [line(second, "WARN" if second in crowd or second % 60 == 0 else "INFO") for second in range(0, 10_000, 2)]
    (logs / "broker.log").write_text("".join(broker))
    (logs / "store.log").write_text("".join(line(second, "INFO") for second in range(0, 10_000, 5)))
    first, whole = told(tmp_path)
    for name, step in (("broker.log", 2), ("store.log", 5)):
        begin, end = looked_at[f"broker-a/logs/rocketmqlogs/{name}"]
        size = len(line(0, "INFO")) / step
        assert begin / size < crowd[0] < crowd[-1] < end / size
        assert end - begin < (logs / name).stat().st_size / 4
    assert first["case"]["bytes"]["read"] == sum(end - begin for begin, end in looked_at.values())
    assert whole["case"]["bytes"]["read"] == sum(file.stat().st_size for file in logs.iterdir())


@pytest.mark.usefixtures("waited_for")
@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in NAMES])
def test_what_a_glance_proves_is_among_what_all_proves_which_it_does_not_change(name, monkeypatch):
    size = analyzed(name)["case"]["bytes"]["read"]
    monkeypatch.setattr(glance, "_PIECE", 4096)
    monkeypatch.setattr(glance, "_GLANCE_BYTES", size // 2)
    first, whole = told(TRACES / name / "input.tar.zst")
    assert whole == analyzed(name)
    assert first["case"]["bytes"]["read"] < size
    proven = [{f["rule"] for f in doc["findings"] if f["verdict"] == "violated"} for doc in (first, whole)]
    assert proven[0] <= proven[1]
    shown = render(first, 80).splitlines()
    assert len(shown) == (1 + len(proven[0]) if proven[0] else 0)
    assert all(len(line) <= 80 for line in shown)


def test_a_small_input_has_no_first_glance():
    with case_of([str(TRACES / NAMES[1] / "input.tar.zst")], first=pytest.fail):
        pass


def test_nothing_is_said_first_where_nothing_is_proven():
    assert render({"findings": [{"verdict": "suspected", "rule": "x"}], "case": {"bytes": {"read": 1}}}, 80) == ""


def test_nothing_is_said_first_to_a_pipe_or_to_who_wants_quiet(monkeypatch):
    assert first_findings() is None
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert first_findings(quiet=True) is None
    assert first_findings() is not None


def test_a_damaged_log_is_glanced_at_up_to_its_damage(tmp_path):
    damaged = tmp_path / "broker.log.gz"
    whole = gzip.compress("".join(line(second, "INFO") for second in range(40_000)).encode())
    damaged.write_bytes(whole[: len(whole) // 2])
    (one,) = glance.glanced(survey([Source("broker.log.gz", damaged)], {}, "input"))
    assert one.source.span[0] == 0
    assert 0 < one.source.span[1] < len(line(0, "INFO")) * 40_000
