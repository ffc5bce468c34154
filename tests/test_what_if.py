"""What another release would have changed is told from the faults on the pages of rules, and nothing is promised beyond them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import TRACES

import forensics
from forensics.errors import BadUsage
from forensics.findings.rules import load_rules, rules_directory
from forensics.questions.what_if import each_release, what_if
from forensics.report.what_if import render

RULES = load_rules(rules_directory())[0]
LOOP, ACKED, WINDOW = "pop/ck_rewrite_loop", "pop/acked_message_redelivered", "proxy/ack_before_client_known"


def cause(issue=None, affected=(), fixed_in=None, of="known_fault", candidates=()):
    return {"class": of, "issue": issue, "affected": list(affected), "fixed_in": fixed_in, "candidates": list(candidates)}


def finding(rule, its_cause):
    kind = next(one.kind for one in RULES if one.id == rule)
    return {"id": "0", "rule": rule, "kind": kind, "cause": its_cause, "remedy": "Look at it."}


def doc_of(*findings, releases=("5.3.0",), asked=(LOOP, ACKED)):
    ruled = [{"rule": one.id, "verdict": "clear" if one.id in asked else "not_applicable"} for one in RULES]
    node = {"releases": list(releases), "release_evidence": ["ClientVersion:V5_3_0"]}
    return {"findings": list(findings), "rules": ruled, "case": {"nodes": [node]}}


LOOPING = cause("#8479", ["5.2.0 - 5.3.0"], "5.3.1")


@pytest.mark.parametrize(
    ("its_cause", "release", "what", "says"),
    [
        (LOOPING, "5.3.0", "stays", "#8479 is in 5.2.0 - 5.3.0"),
        (LOOPING, "5.3.1", "ends", "#8479 is in 5.2.0 - 5.3.0; fixed in 5.3.1"),
        (LOOPING, "5.1.4", "ends", "#8479 is in 5.2.0 - 5.3.0; fixed in 5.3.1"),
        (
            cause("#8963", ["4.1.0 - 4.9.8", "5.3.1"], "5.3.2"),
            "5.2.0",
            "ends",
            "#8963 is in 4.1.0 - 4.9.8, 5.3.1; fixed in 5.3.2",
        ),
        (cause(None, ["5.1.0 - 5.3.3"]), "5.4.0", "open", "the fault is in 5.1.0 - 5.3.3 and known to be mended in none"),
        (cause(None, ["5.1.0 - 5.3.3"]), "5.0.0", "ends", "the fault is in 5.1.0 - 5.3.3"),
        (cause(of="failover"), "5.3.3", "open", "its cause is failover, which no release is known to end"),
        (cause(of="unexplained", candidates=["one", "other"]), "5.3.3", "open", "its cause is not decided: one; other"),
    ],
)
def test_what_becomes_of_a_finding_is_decided_by_its_fault(its_cause, release, what, says):
    (row,) = what_if(doc_of(finding(LOOP, its_cause), asked=()), RULES, release)
    assert (row["what"], row["why"], row["finding"]) == (what, says, 1)
    assert row["follows"] == ("Look at it." if what == "open" else "")


def test_what_a_release_leaves_of_a_finding_it_ends_is_said():
    its_cause = cause("#9128", ["5.1.0 - 5.3.1"], "5.3.2")
    (row,) = what_if(doc_of(finding(WINDOW, its_cause), asked=()), RULES, "5.3.2")
    assert row["follows"].startswith("Nothing has to be done for acks")


def test_a_release_brings_the_faults_of_rules_that_concern_the_case_and_no_others():
    doc = doc_of(finding(LOOP, LOOPING))
    brought = [row for row in what_if(doc, RULES, "5.3.1") if row["what"] == "brings"]
    assert [(row["rule"], row["fixed_in"]) for row in brought] == [(ACKED, "5.3.2")]
    assert what_if(doc_of(asked=()), RULES, "5.3.1") == []
    already = doc_of(releases=("5.3.0", "5.3.1"))
    assert what_if(already, RULES, "5.3.1") == [], "a process that can be of 5.3.1 has it now"


def test_without_a_release_each_from_the_oldest_of_the_case_on_is_counted():
    rows = each_release(doc_of(finding(LOOP, LOOPING)), RULES)
    assert [(row["release"], row["ends"], row["stays"], row["brings"]) for row in rows[:3]] == [
        ("5.3.0", 0, 1, 0), ("5.3.1", 1, 0, 1), ("5.3.2", 1, 0, 0),
    ]  # fmt: skip


def test_the_number_of_a_grpc_client_is_no_release_of_the_case():
    doc = doc_of(releases=("5.3.2",))
    doc["case"]["nodes"].append({"releases": ["5.3.1"], "release_evidence": ["clientVersion=5.3.1"]})
    assert each_release(doc, RULES)[0]["release"] == "5.3.2"
    brought = what_if(doc, RULES, "5.3.1")
    assert [row["rule"] for row in brought] == [ACKED]
    assert "it has 1 fault that no release known in the case has." in render(brought, "5.3.1", 200)


def test_findings_that_differ_in_nothing_are_told_together():
    doc = doc_of(*(finding(LOOP, one) for one in (LOOPING, LOOPING, cause(of="failover"), LOOPING)))
    text = render(what_if(doc, RULES, "5.3.3"), "5.3.3", 100)
    assert text.startswith("Were every process of 5.3.3, it would end 3 of 4 findings, keep 0, and leave 1 open.\n")
    assert "ends    1 to 2, 4 ck_rewrite_loop: #8479 is in 5.2.0 - 5.3.0; fixed in 5.3.1.\n" in text
    assert "open    3 ck_rewrite_loop: its cause is failover, which no release is known to end. Look at it.\n" in text


def test_an_unknown_release_is_refused():
    with pytest.raises(BadUsage, match=r"9\.9\.9.*no release that rmqf knows.*4\.8\.0 to"):
        what_if(doc_of(), RULES, "9.9.9")


def test_a_real_incident_is_asked_on_the_command_line_and_in_a_notebook():
    trace = str(TRACES / "S-5.3.1-s1" / "input.tar.zst")
    command = [str(Path(sys.executable).parent / "rmqf"), "what-if", trace, "--format", "json", "--release", "5.3.3"]
    rows = json.loads(subprocess.run(command, capture_output=True, text=True, timeout=300, check=True).stdout)
    assert [(row["what"], row["kind"], row["fixed_in"]) for row in rows] == [("ends", "misrouted_request", "5.3.2")]
    case = forensics.open_case(trace)
    assert case.what_if("5.3.3")["what"].to_list() == ["ends"]
    assert case.what_if()["release"].to_list()[0] == "5.3.1"
