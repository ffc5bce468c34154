"""Every output shows the same findings, whatever the logs hold, and sends no control character anywhere."""

import csv
import dataclasses
import io
import json
import re
import typing
from xml.etree import ElementTree as ET

import pysarif
import pytest
from conftest import analyzed
from hostile import documents
from hypothesis import HealthCheck, given, settings

from forensics.report import sarif
from forensics.report.outputs import NAMES, render
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
def test_no_cell_is_a_formula(doc):
    for name in ("csv", "csv-messages"):
        for row in csv.reader(io.StringIO(render(doc, name, View()))):
            assert [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


@SLOW
@given(doc=documents())
def test_sarif_holds_the_standards_schema(doc):
    check_sarif(json.loads(render(doc, "sarif", View())))


def check_sarif(log):
    """Check against the standard's schema, and what holds between its parts."""
    assert list(faults(log, pysarif.SarifLog, "log")) == []
    known = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    for result in log["runs"][0]["results"]:
        assert result["ruleId"] in known
        assert result["locations"]
        assert result["codeFlows"][0]["threadFlows"][0]["locations"]


def faults(value, kind, place):
    """Yield where *value* is not of *kind*, a class made from the schema: its names, what is required, types, enumerations."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if kind in (typing.Any, pysarif.PropertyBag):
        return
    if origin is typing.Union:
        yield from faults(value, next(part for part in parts if part is not type(None)), place)
    elif origin is list:
        for number, part in enumerate(value):
            yield from faults(part, parts[0], f"{place}[{number}]")
    elif origin is typing.Literal:
        if value not in parts:
            yield f"{place}: {value!r}"
    elif dataclasses.is_dataclass(kind):
        yield from faults_of_object(value, kind, place)
    elif not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
        yield f"{place}: {value!r} is no {kind}"


def faults_of_object(value, kind, place):
    types = typing.get_type_hints(kind)
    names = {json_name(field): field for field in dataclasses.fields(kind)}
    yield from (f"{place}.{name} is unknown" for name in value if name not in names)
    required = [name for name, field in names.items() if field.default is field.default_factory is dataclasses.MISSING]
    yield from (f"{place}.{name} is missing" for name in required if name not in value)
    for name in value.keys() & names.keys():
        yield from faults(value[name], types[names[name].name], f"{place}.{name}")


def json_name(field):
    own = field.metadata.get("dataclasses_json", {}).get("letter_case")
    first, *others = field.name.split("_")
    return own(field.name) if own else SPELLED.get(field.name, first + "".join(part.capitalize() for part in others))


SPELLED = {"schema": "$schema"}


def test_sarif_stays_within_githubs_limits_and_says_what_it_left_out():
    doc = analyzed("S-5.3.1-s1")
    many = doc | {"findings": doc["findings"] * 7}
    log = sarif.log(many, sarif.Limits(results=5, locations=2, steps=3, snippet=50))
    run = log["runs"][0]
    assert len(run["results"]) == 5
    assert max(len(result["relatedLocations"]) for result in run["results"]) <= 2
    assert max(len(result["codeFlows"][0]["threadFlows"][0]["locations"]) for result in run["results"]) == 3
    assert "2 of 7 findings are left out, the least severe" in run["properties"]["truncated"]
    assert len(run["invocations"][0]["toolExecutionNotifications"]) >= 3
    check_sarif(log)


def test_the_deliveries_again_are_a_table():
    doc = analyzed("P-5.3.1-poplog")
    rows = list(csv.DictReader(io.StringIO(render(doc, "csv-redeliveries", View()))))
    wrong = [row for row in rows if row["cause"] == "known_fault"]
    assert len(wrong) == sum(f["occurrences"] for f in doc["findings"] if f["kind"] == "duplicate_redelivery")
    assert all(row["findings"] for row in wrong)
    assert len(rows) > len(wrong)


def test_a_narrow_screen_is_kept_to():
    prose = [line for line in render(analyzed("S-5.3.1-s1"), "text", View(width=70)).splitlines() if line.startswith("   C")]
    assert prose
    assert max(map(len, prose)) <= 70
