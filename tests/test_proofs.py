"""Every violated finding of every sample trace holds by an independent reading of the lines that it quotes."""

from typing import Any

import pytest
from conftest import NAMES, TRACES, analyzed
from proofs.checks import problems

VIOLATED = [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in NAMES]


def violated(name: str) -> list[dict[str, Any]]:
    return [finding for finding in analyzed(name)["findings"] if finding["verdict"] == "violated"]


def retold(name: str, findings: list[dict[str, Any]]) -> list[str]:
    return problems({"findings": findings}, TRACES / name / "input.tar.zst")


@pytest.mark.parametrize("name", VIOLATED)
def test_its_lines_alone_prove_each_violated_finding(name):
    assert retold(name, violated(name)) == []


@pytest.mark.parametrize("name", VIOLATED)
def test_a_finding_that_quotes_nothing_or_another_findings_lines_is_refused(name):
    for finding in violated(name):
        assert retold(name, [finding | {"evidence": []}]) or finding["subject"].get("outcome") == "no_npe"
        stranger = {key: "another" if isinstance(value, str) else value for key, value in finding["subject"].items()}
        assert retold(name, [finding | {"subject": stranger}])


@pytest.mark.parametrize("name", VIOLATED)
def test_a_line_that_does_not_stand_there_is_refused(name):
    for finding in violated(name):
        for change in ({"line": 1 << 30}, {"text": "2026-01-01 00:00:00 INFO main - nobody wrote this"}, {"path": "nowhere"}):
            evidence = [one | (change if one["source"] == "log" else {"path": "nowhere"}) for one in finding["evidence"]]
            assert retold(name, [finding | {"evidence": evidence}])
