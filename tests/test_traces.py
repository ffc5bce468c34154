"""Every sample trace shows what its trace.toml says, and nothing it must not."""

from collections import Counter

import polars as pl
import pytest
from conftest import NAMES, analyzed, expected, kept
from track_record import write_down

from forensics.findings.expectations import fits
from forensics.tables import RECORDS

pytestmark = [pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in NAMES])]


def test_the_trace_shows_what_it_must(name):
    findings = analyzed(name)["findings"]
    for wanted in expected(name).get("must_show", []):
        fitting = [f for f in findings if fits(f, wanted)]
        assert len(fitting) == wanted.get("findings", 1), f"{wanted} is shown by {len(fitting)} findings"
        if "occurrences" in wanted:
            assert sum(f["occurrences"] for f in fitting) == wanted["occurrences"]


def test_the_trace_shows_nothing_it_must_not(name):
    for unwanted in expected(name).get("must_not_show", []):
        assert [f["explanation"] for f in analyzed(name)["findings"] if fits(f, unwanted)] == []


def test_the_verdicts_are_as_written_down(name, request):
    if request.config.getoption("--rewrite"):
        write_down(name, analyzed(name))
    verdicts = {rule["rule"]: rule["verdict"] for rule in analyzed(name)["rules"]}
    assert verdicts == expected(name)["verdicts"]
    shares = Counter(verdicts.values())
    assert {verdict: count for verdict, count in expected(name)["shares"].items() if count} == shares


def test_the_rules_with_errors_are_as_written_down(name):
    errors = {f["rule"] for f in analyzed(name)["findings"] if (f["verdict"], f["severity"]) == ("violated", "error")}
    assert sorted(errors) == expected(name)["errors"]


def test_no_record_is_lost(name):
    case = analyzed(name)["case"]
    assert case["lines"]["read"] == case["lines"]["understood"] + case["lines"]["unread"]
    assert sum(f["lines"] for f in case["files"]) == case["lines"]["read"]


def test_nearly_every_line_and_byte_is_understood(name):
    of_logs = kept(name).scan(RECORDS).filter(pl.col("lines") > 0)
    lines, size = pl.col("lines").sum().alias("lines"), pl.col("text").str.len_bytes().sum().alias("bytes")
    read, unread = (
        rows.select(lines, size).collect().row(0) for rows in (of_logs, of_logs.filter(pl.col("statement").is_null()))
    )
    assert all(part <= 0.005 * whole for part, whole in zip(unread, read, strict=True)), (unread, read)


def test_no_byte_is_lost(name):
    size = analyzed(name)["case"]["bytes"]
    assert size["read"] == size["kept"] + size["rejected"] + size["set_aside"]
    assert size["kept"] > 0.99 * (size["read"] - size["set_aside"])


def test_every_finding_quotes_its_proof(name):
    for finding in analyzed(name)["findings"]:
        assert finding["evidence"]
        pointed = {index for step in finding["steps"] for index in step["evidence"]}
        assert pointed == set(range(len(finding["evidence"])))


def test_no_file_of_the_trace_is_taken_for_damaged(name):
    files = analyzed(name)["case"]["files"]
    assert [f["path"] for f in files if f["status"] == "unreadable" or any("excuse" in told for told in f["problems"])] == []
