"""Every output shows the same findings, whatever the logs hold, and sends no control character anywhere."""

import csv
import functools
import gzip
import hashlib
import io
import json
import pickle
import re
from importlib.metadata import distribution
from xml.etree import ElementTree as ET

import polars as pl
import pytest
from conftest import analyzed
from hostile import documents
from hypothesis import HealthCheck, given, settings
from jsonschema.validators import validator_for

from forensics.report import sarif
from forensics.report.facts import in_turn
from forensics.report.lines import cause_told, message_place, would_decide
from forensics.report.masking import Masker
from forensics.report.outputs import NAMES, render
from forensics.report.rows import Rows, iso_of, plain
from forensics.report.scrub import json_text
from forensics.report.times import iso
from forensics.report.view import View

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])


def facts(finding):
    """Return what must be the same of a finding in every output."""
    return (finding["id"], finding["severity"], finding["status"]["state"])


def of_text(shown):
    heads = re.findall(r"^\d+\. (?:VIOLATED|SUSPECTED) \S+ \(\S+, (\w+)\)  id (\w{16})(?: \((\w+))?", shown, re.MULTILINE)
    return [(id_, severity, state or "new") for severity, id_, state in heads]


def of_json(shown):
    return [facts(finding) for finding in json.loads(shown)["findings"]]


def of_jsonl(shown):
    rows = [json.loads(line) for line in shown.split("\n") if line]
    return [facts(row) for row in rows if row["type"] == "finding"]


def of_sarif(shown):
    return [(r["properties"]["id"], r["level"], r["properties"]["state"]) for r in json.loads(shown)["runs"][0]["results"]]


def of_junit(shown):
    found = []
    for case in ET.fromstring(shown).iter("testcase"):  # noqa: S314 - made by ourselves
        body = case.findtext("failure") or case.findtext("system-out") or ""
        severities = re.findall(r"^Severity: (\w+)$", body, re.MULTILINE)
        if severities:
            skipped = case.find("skipped")
            head = (case.find("failure") if skipped is None else skipped).get("message")
            found.append((case.get("name").split()[1], severities[-1], state_of(head)))
    return found


def state_of(headline):
    return (re.match(r"\[(\w+)", headline) or ["", "new"])[1]


def of_github(shown):
    lines = [line for line in shown.split("\n") if line]
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in lines)
    return [
        (
            re.search(r"\(id (\w{16}),[^()]*\)$", line)[1],
            re.search(r"severity (\w+)\)$", line)[1],
            state_of(line.partition("title=")[2]),
        )
        for line in lines
    ]


def of_gitlab(shown):
    rows = json.loads(shown)
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    names = {"critical": "error", "minor": "warning", "info": "note"}
    return [(row["description"][-17:-1], names[row["severity"]], state_of(row["description"])) for row in rows]


def of_markdown(shown):
    rows = [line.strip("| ").split(" | ") for line in shown.splitlines() if re.match(r"\| \w{16} \|", line)]
    return [(row[0], row[1], re.match(r"\w+", row[-1])[0]) for row in rows]


def of_csv(shown):
    return [(row["id"], row["severity"], row["state"]) for row in csv.DictReader(io.StringIO(shown))]


def of_perfetto(shown):
    slices = [event["args"] for event in json.loads(shown)["traceEvents"] if event.get("cat") == "finding"]
    return [(args["id"], args["severity"], args["state"]) for args in slices]


def of_timesketch(shown):
    rows = [json.loads(line) for line in shown.split("\n") if line]
    assert all({"message", "datetime", "timestamp_desc"} <= row.keys() for row in rows)
    return [(row["finding_id"], row["severity"], row["state"]) for row in rows if row["data_type"] == "rocketmq:finding"]


@pytest.mark.parametrize("name", ["C-5.3.0-noslaveread-default", "P-5.3.1-poplog"])
def test_markdown_says_of_each_finding_and_open_question_what_the_screen_says(name):
    doc = analyzed(name)
    plain = " ".join(re.sub(r"\\([^\w\s]|_)", r"\1", render(doc, "markdown", View(full=True))).split())
    said = [cause_told(f["cause"]) for f in doc["findings"]] + [q["says"] for f in doc["findings"] for q in f["evidence"]]
    said += [message_place(message) for finding in doc["findings"] for message in finding["messages"]]
    said += [how for rule in doc["rules"] if rule["verdict"] == "inconclusive" for how in would_decide(rule["missing"])]
    assert len(said) > 3
    assert [text for text in said if text not in plain] == []


def test_what_several_nodes_lack_is_told_once_with_each_of_them_once():
    missing = [{"node": node, "how": f"pop.log of {node} lacks the detail"} for node in ("a", "b", "a")]
    assert would_decide([*missing, {"node": None, "how": "no store"}]) == ("pop.log of a, b lacks the detail", "no store")


def test_no_explanation_ends_with_what_was_not_said():
    told = [finding["explanation"] for finding in analyzed("C-5.3.0-noslaveread-poplog")["findings"]]
    assert told
    assert [text for text in told if text != text.strip()] == []


READERS = {
    "text": of_text, "json": of_json, "jsonl": of_jsonl, "sarif": of_sarif, "junit": of_junit, "github": of_github,
    "gitlab": of_gitlab, "markdown": of_markdown, "csv": of_csv, "csv-messages": of_csv, "perfetto": of_perfetto,
    "timesketch": of_timesketch,
}  # fmt: skip
OF_ANOTHER_TABLE = {"csv-redeliveries"}


def test_every_output_is_tested():
    assert READERS.keys() | OF_ANOTHER_TABLE == set(NAMES)


@pytest.mark.parametrize("name", READERS)
@SLOW
@given(doc=documents())
def test_every_output_shows_the_same_findings_whatever_the_logs_hold(name, doc):
    shown = render(doc, name, View())
    expected = [facts(finding) for finding in doc["findings"]]
    if name == "gitlab":  # what does not count has no severity there
        expected = [(i, severity if state in {"new", "expired"} else "note", state) for i, severity, state in expected]
    assert sorted(READERS[name](shown)) == sorted(expected)
    assert CONTROL.findall(shown) == []
    shown.encode()


@SLOW
@given(doc=documents())
def test_every_delivery_again_shows_the_findings_it_belongs_to_whatever_the_logs_hold(doc):
    shown = render(doc, "csv-redeliveries", View())
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert len(rows) == len(doc["redeliveries"])
    for row, again in zip(rows, doc["redeliveries"], strict=True):
        own = [facts(finding) for finding in doc["findings"] if brought(finding["subject"], again)]
        assert list(zip(*(row[name].split() for name in ("findings", "severities", "states")), strict=True)) == own
    assert CONTROL.findall(shown) == []


def brought(subject, row):
    names = ("broker", "topic", "group", "queue_id", "pop_time")
    return row["offset"] in subject["offsets"] and [subject.get(name) for name in names] == [row[name] for name in names]


@SLOW
@given(doc=documents())
def test_no_cell_is_a_formula(doc):
    for name in ("csv", "csv-messages", "csv-redeliveries"):
        for row in csv.reader(io.StringIO(render(doc, name, View()))):
            assert [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


@SLOW
@given(doc=documents())
def test_sarif_holds_the_standards_schema(doc):
    check_sarif(json.loads(render(doc, "sarif", View())))


@functools.cache
def sarif_schema():
    """Return a validator by the standard's own schema, errata 01, as a package of the lock file carries it."""
    schema = json.loads(distribution("linceo").locate_file("linceo/data/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == sarif.SCHEMA
    kind = validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def check_sarif(log):
    """Check against the standard's schema, and what holds between its parts."""
    assert [error.message for error in sarif_schema().iter_errors(log)] == []
    known = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    for result in log["runs"][0]["results"]:
        assert result["ruleId"] in known
        assert result["codeFlows"][0]["threadFlows"][0]["locations"]
        for location in [*result["locations"], *result["relatedLocations"]]:
            assert URI_REFERENCE.fullmatch(location["physicalLocation"]["artifactLocation"]["uri"])


URI_REFERENCE = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})*")
"""What a reference to a file may be made of (RFC 3986)."""


def test_what_is_not_sarif_is_refused():
    log = sarif.log(analyzed("S-5.3.1-s1"), sarif.Limits())
    del log["runs"][0]["results"][0]["message"]
    with pytest.raises(AssertionError, match="'message' is a required property"):
        check_sarif(log)


def test_sarif_stays_within_githubs_limits_and_says_what_it_left_out():
    doc = analyzed("S-5.3.1-s1")
    many = doc | {"findings": doc["findings"] * 7}
    log = sarif.log(many, sarif.Limits(results=5, locations=2, steps=3, messages=4, snippet=50))
    run = log["runs"][0]
    assert len(run["results"]) == 5
    assert max(len(result["relatedLocations"]) for result in run["results"]) <= 2
    assert max(len(result["codeFlows"][0]["threadFlows"][0]["locations"]) for result in run["results"]) == 3
    assert {len(result["properties"]["messages"]) for result in run["results"]} == {4}
    said = run["properties"]["truncated"]
    assert said[0] == "2 of 7 findings are left out, the least severe"
    for part in ("more than 3 lines of proof", "more than 2 lines of proof", "more than 4 messages", "cut at 50 characters"):
        assert sum(part in sentence for sentence in said) == 1
    assert {note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]} >= set(said)
    check_sarif(log)


@pytest.mark.parametrize(("largest", "least"), [(30_000, 1), (2_000, 0)])
def test_a_log_too_large_for_github_is_cut_until_it_fits(monkeypatch, largest, least):
    """As in life where findings are many: what is severe stays, what is left out is declared."""
    monkeypatch.setattr(sarif, "LARGEST", largest)
    one = analyzed("S-5.3.1-s1")["findings"][0]
    findings = [one | {"id": f"{n:016x}", "severity": "error" if n == 7 else "warning"} for n in range(60)]
    for finding in findings:
        own = hashlib.shake_256(finding["id"].encode()).hexdigest(1_000)  # no compression makes two lines one
        finding["evidence"] = [quote | {"text": quote["text"][:300] + own} for quote in finding["evidence"]]
        finding["explanation"] += own
    shown = render(analyzed("S-5.3.1-s1") | {"findings": findings}, "sarif", View())
    assert least == 0 or len(gzip.compress(shown.encode())) <= largest
    log = json.loads(shown)
    check_sarif(log)
    results, said = log["runs"][0]["results"], log["runs"][0]["properties"]["truncated"]
    assert least <= len(results) < 60
    assert f"{60 - len(results)} of 60 findings are left out, the least severe" in said
    if results:
        assert results[0]["properties"]["id"] == f"{7:016x}"


def test_the_deliveries_again_are_a_table():
    doc = analyzed("P-5.3.1-poplog")
    rows = list(csv.DictReader(io.StringIO(render(doc, "csv-redeliveries", View()))))
    wrong = [row for row in rows if row["cause"] == "known_fault"]
    assert len(wrong) == sum(f["occurrences"] for f in doc["findings"] if f["kind"] == "duplicate_redelivery")
    assert all(row["findings"] and row["message_id"] and row["key"].startswith("key~") for row in wrong)
    assert len(rows) > len(wrong)


def test_the_document_as_lines_holds_every_delivery_again_as_the_document_does():
    doc = analyzed("P-5.3.1-poplog")
    head, *findings = map(json.loads, render(doc, "jsonl", View()).splitlines())
    whole = json.loads(render(doc, "json", View()))
    assert len(head["redeliveries"]) > 1
    assert head == {"type": "document"} | {name: value for name, value in whole.items() if name != "findings"}
    assert findings == [{"type": "finding"} | finding for finding in whole["findings"]]


def test_the_messages_to_set_right_have_their_ids_and_keys():
    """No line of pop.log names a message by id: its store does."""
    rows = list(csv.DictReader(io.StringIO(render(analyzed("P-5.3.1-poplog"), "csv-messages", View()))))
    assert len(rows) == 69
    assert [row for row in rows if not (row["message_id"] and row["key"])] == []


def test_a_narrow_screen_is_kept_to():
    prose = [line for line in render(analyzed("S-5.3.1-s1"), "text", View(width=70)).splitlines() if line.startswith("   C")]
    assert prose
    assert max(map(len, prose)) <= 70


@pytest.mark.parametrize("times", [[], [None, None], [4, None, 4, 4, 4, 1, 9, 2, 7, 7, -3]])
def test_deliveries_put_in_order_piece_by_piece_are_all_there_once(times):
    rows = pl.DataFrame({"ts_lo": times}, schema={"ts_lo": pl.Int64})
    pieces = [rows.filter(between).sort("ts_lo") for between in in_turn(rows["ts_lo"].sort(), 3)]
    assert pl.concat(pieces).equals(rows.sort("ts_lo"))
    assert len(times) < 3 or len(pieces) > 2


SECRET_ROWS = [
    {"from": "a", "key": "order-1", "line": 1, "candidates": []},
    {"from": "b\x1b\u202e\n", "key": "order-1 order-2", "line": None, "candidates": ["x", "password=hunter2"]},
    {"from": None, "key": None, "line": -3, "candidates": ["x"]},
    {"from": "a", "key": "", "line": 2**62, "candidates": None},
]


@pytest.mark.parametrize("count", [0, 1, 3, 4, 30_000])
def test_rows_kept_by_columns_are_written_and_masked_as_dicts_are(count):
    rows = (SECRET_ROWS * (count // len(SECRET_ROWS) + 1))[:count]
    schema = {"from": pl.String, "key": pl.String, "line": pl.Int64, "candidates": pl.List(pl.String)}
    kept = pickle.loads(pickle.dumps(Rows.of(pl.DataFrame(rows, schema=schema).iter_slices(11_000))))  # noqa: S301 - our own
    masker = Masker("salt")
    plainly = masker.value({"case": {"happened": rows}, "redeliveries": rows, "bad_rules": [], "options": {}})
    by_columns = masker.value({"case": {"happened": kept}, "redeliveries": kept, "bad_rules": [], "options": {}})
    assert list(kept) == rows
    assert list(kept[: count // 2][-1:]) == rows[: count // 2][-1:]
    assert list(kept[count - 3 : 2 : -7_000]) == rows[count - 3 : 2 : -7_000]
    assert [kept[at] for at in (-1, count // 2) if count] == [rows[at] for at in (-1, count // 2) if count]
    assert render(by_columns, "json", View()) == json_text(plainly, indent=1) + "\n"
    assert json_text(by_columns) == json_text(plainly)
    assert plain(by_columns) == plainly


def test_a_column_of_times_is_printed_as_each_of_them():
    """None, the first and the last of all, and any between, down to the microsecond."""
    first, last = -62_135_596_800_000_000, 253_402_300_799_999_999
    times = [None, first, -1, 0, 999, 1_000, last, *range(first, last, (last - first) // 500)]
    assert iso_of(pl.Series(times, dtype=pl.Int64)).to_list() == [iso(at) for at in times]
