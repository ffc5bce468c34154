"""A case opened in a notebook answers in frames and figures, shows itself, and hides what must not be shown."""

import datetime as dt
import gc
import re
import shutil
import tempfile
from pathlib import Path

import polars as pl
import pytest
from conftest import TRACES, analyzed
from hostile import SPITEFUL

import forensics
from forensics.case import new_case
from forensics.errors import BadUsage
from forensics.findings.rules import rules_directory
from forensics.report import figures
from forensics.report.cards import finding_card, findings_table
from forensics.report.charts import Chart, Mark, lane, track
from forensics.report.figures import COLOURS, figure_of
from forensics.report.outputs import NAMES as OUTPUTS
from forensics.report.outputs import render
from forensics.report.view import View

MISROUTED, POP = "S-5.3.1-s1", "P-5.3.1-poplog"


@pytest.fixture(scope="module")
def case():
    return forensics.open_case(TRACES / MISROUTED / "input.tar.zst")


def test_the_findings_are_those_of_the_command_line(case):
    assert [f["id"] for f in case.findings] == [f["id"] for f in analyzed(MISROUTED)["findings"]]
    assert case.document == analyzed(MISROUTED)


def test_findings_are_a_frame_too(case):
    frame = case.findings.frame()
    assert frame["kind"].to_list() == ["misrouted_request"]
    assert frame.schema["from"] == pl.Datetime("us", "UTC")
    assert len(case.findings.of("lost_message")) == 0


def test_events_come_in_order_of_time_with_times_as_such(case):
    routes = case.events("route_put")
    assert routes.height > 0
    assert routes["ts_lo"].is_sorted()
    assert routes.schema["ts_lo"] == pl.Datetime("us", "UTC")


def test_a_name_that_is_not_there_is_answered_with_those_near_it(case):
    with pytest.raises(BadUsage, match="route_put"):
        case.events("route_putt")
    with pytest.raises(BadUsage, match="routes_held"):
        case.states("routes_hold")
    with pytest.raises(BadUsage, match="is not a time"):
        case.state_at("yesterday")


def test_the_state_at_a_time_is_the_same_however_the_time_is_written(case):
    asked = [case.state_at(time) for time in ("2026-11-21T11:39:50", "2026-11-21T19:39:50+08:00", 1795261190000000)]
    assert asked[0].height > 0
    assert all(frame.equals(asked[0]) for frame in asked)
    assert any("no master" in what for what in asked[0]["what"])


def test_a_message_has_its_story(case):
    assert "given up" in " ".join(case.story("PayEvents/0/0")["what"])


def test_sql_reads_and_cannot_do_more(case):
    assert case.sql("SELECT count(*) AS n FROM send_backs")["n"].to_list() == [8]
    for query in (
        "COPY records TO 'x.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SET threads = 9",
        "CREATE TABLE t (a INT)",
    ):
        with pytest.raises(BadUsage):
            case.sql(query)


def test_message_keys_are_masked_unless_asked_for(case):
    assert not any(re.match(r"pay-\d", key) for key in case.states("send_backs")["key"])
    raw = forensics.open_case(case.directory, raw=True)
    assert all(re.match(r"pay-\d", key) for key in raw.states("send_backs")["key"])


def test_deliveries_again_are_a_frame_and_every_finding_has_its_figure():
    case = forensics.open_case(TRACES / POP / "input.tar.zst")
    assert case.redeliveries.height == len(case.document["redeliveries"])
    assert case.redeliveries.filter(cause="known_fault").height == sum(f["occurrences"] for f in case.findings)
    assert all(len(case.figure(finding).data) > 1 for finding in case.findings)


def test_a_figure_is_asked_for_by_finding_place_or_id(case):
    assert case.figure(case.findings[0]) == case.figure(0) == case.figure(case.findings[0]["id"])


def test_the_timeline_has_a_row_for_every_node(case):
    named = " ".join(case.timeline().layout.yaxis.ticktext)
    assert [node for node in case.nodes["node"] if node not in named] == []


def test_a_kind_that_nobody_drew_is_drawn_by_its_steps(case):
    assert len(case.figure(dict(case.findings[0]) | {"kind": "never_heard_of"}).data) > 0


def test_a_case_made_of_logs_goes_with_its_object():
    made = forensics.open_case(TRACES / MISROUTED / "input.tar.zst")
    place = made.directory
    assert place.exists()
    del made
    assert not place.exists()


def test_rules_of_ones_own_take_the_place_of_ours(case, tmp_path):
    shutil.copytree(rules_directory() / "proxy", tmp_path / "proxy")
    assert len(forensics.open_case(case.directory, rules=rules_directory()).findings) == 1
    assert len(forensics.open_case(case.directory, rules=tmp_path).findings) == 0


def test_the_report_is_that_of_the_command_line(case, tmp_path):
    assert case.report(tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_format_of_the_command_line_can_be_written(case, tmp_path, name):
    assert case.report(tmp_path / "report", name).read_text(encoding="utf-8") == render(case.document, name, View())


def test_a_rule_and_a_finding_explain_themselves(case):
    assert "## Remedy" in case.explain("misrouted_request")
    assert case.explain("routing/request_to_nameserver") == case.explain("misrouted_request")
    assert "Step 1 of" in case.explain(0)
    assert case.explain(case.findings[0]) == case.explain(case.findings[0]["id"]) == case.explain(0)
    assert "has no pop consumption" in case.why_not("pop/lost_message")
    assert repr(case.explain(0)) == str(case.explain(0))


def test_findings_are_narrowed_as_by_the_options(case):
    assert len(case.select()) == len(case.select(node="consumer", topic="PayEvents")) == 1
    assert len(case.select(topic="Nothing")) == len(case.select(until="2026-11-21T11:39:50")) == 0
    assert len(case.select(since=dt.datetime(2026, 11, 21, 11, 39, tzinfo=dt.UTC))) == 1


def test_a_gate_passes_with_what_is_known(case, tmp_path):
    failed = case.gate()
    assert (failed.passed, int(failed.exit_code)) == (False, 1)
    assert repr(failed) == "<gate failed, exit code 1: 1 finding of severity error, neither known, expected nor suppressed>"
    (tmp_path / "base.json").write_text(failed.baseline, encoding="utf-8")
    passed = case.gate(baseline=tmp_path / "base.json")
    assert (passed.passed, passed.findings[0]["status"]["state"]) == (True, "known")
    assert case.gate(expect=TRACES / MISROUTED / "trace.toml").passed
    assert case.gate(fail_on=None).passed


def test_two_cases_are_compared(case):
    assert [len(case.diff(case)[name]) for name in ("came", "went", "stayed")] == [0, 0, 1]


def test_logs_are_told_by_coverage_and_what_is_unread_by_shape(case):
    assert {"node", "log"} <= set(case.coverage().columns)
    assert case.unread().height == 0


def test_in_a_notebook_a_case_says_what_went_wrong_and_logs_stay_text(case):
    assert "could not hand back 8 messages" in case._repr_html_()
    assert "<pre>" in case.findings[0]._repr_html_()
    for text in SPITEFUL:
        evil = dict(case.findings[0]) | {"explanation": text, "kind": text, "remedy": text}
        assert "<img" not in finding_card(evil) + findings_table([evil])
    shown = figure_of(Chart("t", 0, 9, (lane("<img src=x>", "k", [track("<b>", [Mark(1, 2, "up", "<img src=x>")])]),)))
    assert "<img" not in shown.to_json()


def test_every_look_has_a_colour_in_the_figure_and_in_the_page():
    style = (Path(figures.__file__).parent / "page" / "report.css").read_text(encoding="utf-8")
    assert {look for look in COLOURS if f".k-{look}" not in style} == set()
    assert set(re.findall(r"\.k-([\w-]+)", style)) - set(COLOURS) == set()


def test_a_case_is_not_opened_together_with_logs(tmp_path):
    (tmp_path / "whole").mkdir()
    (tmp_path / "whole" / "manifest.json").touch()
    for one in (tmp_path / "whole", new_case(tmp_path / "begun").directory):
        with pytest.raises(BadUsage, match="is a case, and other inputs were named beside it"):
            forensics.open_case(one, tmp_path)


def test_a_case_of_logs_goes_with_its_notebook_and_is_removed_by_the_next_run_where_that_is_killed(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    (tmp_path / "namesrv.log").write_text("2026-01-01 08:00:00 INFO main - a line\n", encoding="utf-8")
    case = forensics.open_case(tmp_path / "namesrv.log")
    assert len(list((tmp_path / "temporary").glob("*/.held"))) == 1
    del case
    gc.collect()
    assert list((tmp_path / "temporary").iterdir()) == []
