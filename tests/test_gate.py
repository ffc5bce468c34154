"""The gate: what it knows beforehand marks findings, drops none, and decides the exit code alone and everywhere the same."""

import datetime as dt
import json
from xml.etree import ElementTree as ET

import pytest
from conftest import NAMES, TRACES, analyzed, expected

from forensics.errors import BadUsage, ExitCode, NoSuchInput
from forensics.findings.gate import Gate, baseline_of, compared, gated
from forensics.report.outcome import exit_code, reason
from forensics.report.outputs import NAMES as OUTPUTS
from forensics.report.outputs import render
from forensics.report.view import View

TRACE = "S-5.3.1-s1"
RULE = "routing/request_to_nameserver"


@pytest.fixture
def doc():
    return analyzed(TRACE)


def code(doc, **more):
    return exit_code(doc, "error", **more)


def suppressions(directory, **entry):
    facts = {"reason": '"till the upgrade"', "expires": "2026-12-31", "rule": f'"{RULE}"'} | entry
    path = directory / "suppressions.toml"
    path.write_text("[[suppress]]\n" + "\n".join(f"{name} = {value}" for name, value in facts.items() if value), encoding="utf-8")
    return path


def states(doc):
    return [finding["status"]["state"] for finding in doc["findings"]]


def test_a_finding_fails_the_gate(doc):
    assert code(doc) == ExitCode.FINDINGS


def test_what_fails_the_gate_is_told(doc):
    assert reason(doc, "error") == "1 finding of severity error, neither known, expected nor suppressed"
    assert reason(doc, None) == ""
    assert reason(doc | {"bad_rules": ["mine/x.sql: y", "z"]}, None) == "2 rules could not be run: mine/x.sql: y"
    open_ = analyzed("C-5.3.0-noslaveread-default")
    assert reason(open_, "warning", 2) == "6 inconclusive rules, where 2 may be"
    assert reason(open_, "warning", 6) == ""


def test_a_severity_that_there_is_not_is_told(doc):
    with pytest.raises(BadUsage, match="--fail-on fatal: is no severity"):
        exit_code(doc, "fatal")


def test_what_is_in_the_baseline_is_known_and_counts_no_more(doc, tmp_path):
    (tmp_path / "base.json").write_text(baseline_of(doc), encoding="utf-8")
    marked = gated(doc, Gate(baseline=tmp_path / "base.json"))
    assert (states(marked), code(marked)) == (["known"], ExitCode.DONE)


def test_a_fingerprint_names_no_node_file_or_time(doc):
    again = analyzed("S-5.3.1-s2")
    of = {finding["kind"]: finding["fingerprint"] for finding in doc["findings"]}
    assert {f["kind"]: f["fingerprint"] for f in again["findings"] if f["kind"] in of} == of


def test_a_suppression_marks_its_finding_until_its_last_day(doc, tmp_path):
    path = suppressions(tmp_path)
    for day, state, outcome in (("2026-12-31", "suppressed", ExitCode.DONE), ("2027-01-01", "expired", ExitCode.FINDINGS)):
        marked = gated(doc, Gate(suppressions=path, today=dt.date.fromisoformat(day)))
        assert (states(marked), code(marked)) == ([state], outcome)
        assert marked["findings"][0]["status"]["reason"] == "till the upgrade"


def test_without_a_day_the_end_of_the_case_counts(doc, tmp_path):
    assert states(gated(doc, Gate(suppressions=suppressions(tmp_path, expires="2026-11-21")))) == ["suppressed"]
    assert states(gated(doc, Gate(suppressions=suppressions(tmp_path, expires="2026-11-20")))) == ["expired"]


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        ({"rule": '"routing/*"'}, "suppressed"),
        ({"rule": '"pop/*"'}, "new"),
        ({"rule": None, "subject": '{topic = "PayEvents", group = "CG_pay"}'}, "suppressed"),
        ({"rule": None, "subject": '{topic = "Other"}'}, "new"),
        ({"rule": None, "fingerprint": '"0000000000000000"'}, "new"),
    ],
)
def test_a_suppression_covers_what_it_names(doc, tmp_path, entry, state):
    assert states(gated(doc, Gate(suppressions=suppressions(tmp_path, **entry)))) == [state]


@pytest.mark.parametrize("name", [name for name in OUTPUTS if name != "csv-redeliveries"])
def test_every_output_shows_a_suppressed_finding_as_such(doc, tmp_path, name):
    marked = gated(doc, Gate(suppressions=suppressions(tmp_path)))
    shown = render(marked, name, View())
    assert doc["findings"][0]["id"] in shown
    assert "suppressed" in shown


@pytest.mark.parametrize("severity", ["note", "warning", "error"])
@pytest.mark.parametrize("fail_on", ["note", "warning", "error"])
@pytest.mark.parametrize("state", ["new", "known"])
def test_a_test_report_fails_where_the_exit_code_does(doc, severity, fail_on, state):
    (finding,) = doc["findings"]
    status = {"state": state, "reason": "r", "expires": None}
    one = doc | {"findings": [finding | {"severity": severity, "status": status}]}
    report = ET.fromstring(render(one, "junit", View(fail_on=fail_on)))  # noqa: S314 - made by ourselves
    assert len([*report.iter("failure")]) == int(exit_code(one, fail_on))
    assert sum(int(suite.get("failures")) for suite in report) == len([*report.iter("failure")])
    assert sum(int(suite.get("skipped")) for suite in report) == len([*report.iter("skipped")])


def test_the_test_reports_of_several_traces_are_told_apart_by_the_names_of_their_inputs(doc):
    def names(*inputs):
        one = doc | {"case": doc["case"] | {"inputs": list(inputs)}, "bad_rules": ["mine/x.sql: bad"]}
        report = ET.fromstring(render(one, "junit", View()))  # noqa: S314 - made by ourselves
        suites = {report.get("name"), *(suite.get("name") for suite in report)}
        return suites | {case.get("classname") for case in report.iter("testcase")}

    one, other, both = names("one.tar.zst"), names("other.tar.zst"), names("one.tar.zst", "other.tar.zst")
    assert one & other == one & both == set()
    assert "one_tar_zst.pop/lost_message" in one
    assert "one_tar_zst and 1 more.rules" in both


def test_what_could_not_be_run_or_read_is_an_error_in_a_test_report(doc):
    case = doc["case"] | {"inputs": ["x.log"], "files": [{"path": "x.log", "status": "unreadable"}]}
    report = ET.fromstring(render(doc | {"bad_rules": ["mine/x.sql: bad"], "case": case}, "junit", View()))  # noqa: S314 - ours
    assert [error.get("message") for error in report.iter("error")] == [
        "mine/x.sql: bad could not be run",
        "x.log could not be read",
    ]
    assert "::error title=rule could not be run::mine/x.sql: bad" in render(
        doc | {"bad_rules": ["mine/x.sql: bad"]}, "github", View()
    )


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"reason": None}, "has no reason"),
        ({"expires": None}, "has no last day"),
        ({"expires": '"soon"'}, "has no last day"),
        ({"rule": None}, "would suppress every finding"),
        ({"until": '"x"'}, "unknown names until"),
        ({"subject": '"x"'}, "its subject is not a table"),
        ({"rule": "7"}, "its rule is no text"),
    ],
)
def test_a_bad_suppression_is_told_with_its_place(doc, tmp_path, entry, says):
    path = suppressions(tmp_path, **entry)
    with pytest.raises(BadUsage, match=says) as told:
        gated(doc, Gate(suppressions=path))
    assert str(told.value).startswith(f"{path}:1: ")


@pytest.mark.parametrize(
    ("rule", "cure"), [("pop/lost_mesage", "did you mean pop/lost_message"), ("nothing*", "rmqf rules list shows them")]
)
def test_a_suppression_of_no_rule_is_told_with_its_place_and_the_nearest(tmp_path, rule, cure):
    path = suppressions(tmp_path, rule=f'"{rule}"')
    with pytest.raises(BadUsage) as told:
        Gate(suppressions=path).check()
    assert str(told.value) == f"{path}:1: no rule is {rule} ({cure})"


def test_suppressions_may_name_rules_of_ones_own_and_ours(tmp_path):
    own = tmp_path / "rules" / "own"
    own.mkdir(parents=True)
    (own / "thing.sql").write_text("", encoding="utf-8")
    for rule in ("own/thing", "own/*", RULE):
        Gate(suppressions=suppressions(tmp_path, rule=f'"{rule}"')).check(tmp_path / "rules")


def test_a_suppression_under_another_name_is_told(doc, tmp_path):
    path = suppressions(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("[[suppress]]", "[[supress]]"), encoding="utf-8")
    with pytest.raises(BadUsage, match=r"unknown names supress \(write \[\[suppress\]\]\)"):
        gated(doc, Gate(suppressions=path))


def test_a_bad_baseline_is_told(doc, tmp_path):
    (tmp_path / "torn.json").write_text('{"schema": ', encoding="utf-8")
    with pytest.raises(BadUsage, match="is not a baseline"):
        gated(doc, Gate(baseline=tmp_path / "torn.json"))
    with pytest.raises(NoSuchInput):
        gated(doc, Gate(baseline=tmp_path / "none.json"))


def expectation(directory, text):
    path = directory / "trace.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_trace_that_shows_what_it_must_passes(doc, tmp_path):
    path = expectation(
        tmp_path, f'[[must_show]]\nkind = "misrouted_request"\noccurrences = 8\n[verdicts]\n"{RULE}" = "violated"\n'
    )
    marked = gated(doc, Gate(expect=path))
    assert (states(marked), code(marked)) == (["expected"], ExitCode.DONE)
    assert [row["met"] for row in marked["expectations"]] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        '[[must_show]]\nkind = "lost_message"\n',
        '[[must_show]]\nkind = "misrouted_request"\noccurrences = 7\n',
        '[[must_show]]\nkind = "misrouted_request"\n[[must_not_show]]\nsubject = {topic = "PayEvents"}\n',
        f'errors = ["{RULE}"]\n[verdicts]\n"{RULE}" = "clear"\n',
    ],
)
def test_a_trace_that_does_not_fails_and_says_why_in_every_output(doc, tmp_path, text):
    marked = gated(doc, Gate(expect=expectation(tmp_path, text)))
    assert code(marked) == ExitCode.FINDINGS
    unmet = [row["why"] for row in marked["expectations"] if not row["met"]]
    assert len(unmet) == 1
    for name in ("text", "json", "jsonl", "sarif", "junit", "github", "markdown"):
        assert "expect" in render(marked, name, View()).lower()


def test_an_expectation_of_nothing_is_told(doc, tmp_path):
    misspelt = '[verdicts]\n"pop/lost_message" = "clear"\n[[must_not_shows]]\nkind = "lost_message"\n'
    with pytest.raises(BadUsage, match=r"must_not_shows: is nothing that is checked \(did you mean must_not_show\?\)"):
        gated(doc, Gate(expect=expectation(tmp_path, misspelt)))
    with pytest.raises(BadUsage, match="expects nothing"):
        gated(doc, Gate(expect=expectation(tmp_path, 'what = "x"\n')))
    with pytest.raises(BadUsage, match=r"trace\.toml: is not TOML: .*line 1"):
        gated(doc, Gate(expect=expectation(tmp_path, "[[must_show\n")))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[must_show]]\nkind = "misrouted_request"\noccurences = 7\n', r"\[\[must_show\]\]: has the unknown names occurences"),
        ('[[must_not_show]]\nkind = "lost_message"\nfindings = 2\n', r"\[\[must_not_show\]\]: has the unknown names findings"),
        ('[[must_show]]\nsubject = "PayEvents"\n', "its subject is not a table"),
        ('verdicts = "clear"\n', "verdicts is not a table"),
    ],
)
def test_an_expectation_that_nothing_would_check_is_told(doc, tmp_path, text, says):
    with pytest.raises(BadUsage, match=says):
        gated(doc, Gate(expect=expectation(tmp_path, text)))


def test_too_many_open_questions_have_their_own_exit_code():
    doc = analyzed("N-5.3.1-kill")
    open_questions = sum(rule["verdict"] == "inconclusive" for rule in doc["rules"])
    assert open_questions
    nothing = doc | {"findings": []}
    assert code(nothing, max_inconclusive=open_questions) == ExitCode.DONE
    assert code(nothing, max_inconclusive=open_questions - 1) == ExitCode.TOO_INCONCLUSIVE
    assert code(doc, max_inconclusive=0) == ExitCode.FINDINGS


def test_a_comparison_says_what_came_went_and_stayed(doc):
    other = analyzed("N-5.3.1-kill")
    changes = compared(doc, other)
    assert {change["kind"] for change in changes["came"]} == {f["kind"] for f in other["findings"]}
    assert {change["kind"] for change in changes["went"]} == {"misrouted_request"}
    same = compared(doc, json.loads(json.dumps(doc)))
    assert (same["came"], same["went"], same["verdicts"], len(same["stayed"])) == ([], [], [], 1)


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in NAMES])
def test_a_sample_trace_passes_by_its_own_expectations_and_no_others(name, tmp_path):
    wanted = expected(name)
    assert wanted.keys() & {"must_show", "must_not_show", "verdicts"}
    marked = gated(analyzed(name), Gate(expect=TRACES / name / "trace.toml"))
    assert ([row["why"] for row in marked["expectations"] if not row["met"]], code(marked)) == ([], ExitCode.DONE)
    others = expectation(tmp_path, '[[must_show]]\nkind = "misrouted_request"\nsubject = {topic = "no such topic"}\n')
    assert code(gated(analyzed(name), Gate(expect=others))) == ExitCode.FINDINGS
