"""Findings that say the same, of which the first few are told and the others named."""

from itertools import groupby
from typing import Any

from forensics.report.lines import status

Row = dict[str, Any]
Numbered = list[tuple[int, Row]]

_SHOWN_OF_A_KIND = 3
"""Findings of one rule and cause that are told one by one; of a failed read of a hundred messages each would say the same."""


def folded(findings: list[Row], full: bool = False) -> list[tuple[Numbered, Numbered]]:
    """Return the findings in their order, numbered: of each run of one rule and cause those to tell and those that are alike."""
    runs = [list(run) for _, run in groupby(enumerate(findings, 1), key=lambda numbered: _sort(numbered[1]))]
    most = len(findings) if full else _SHOWN_OF_A_KIND
    return [(run, []) if len(run) <= most + 1 else (run[:most], run[most:]) for run in runs]


def where(finding: Row) -> str:
    """Return the node that the finding is laid to: the client, the proxy, the broker, or another one; empty where it is none."""
    subject = finding["subject"]
    nodes = (str(value) for name, value in sorted(subject.items()) if name.endswith("_node") or name == "node")
    return subject.get("client_node") or subject.get("proxy_node") or subject.get("broker") or next(nodes, "")


def _sort(finding: Row) -> tuple[object, ...]:
    """Return what findings have in common that one of them stands for: where, how bad, why and what to do."""
    return (
        finding["rule"],
        finding["verdict"],
        finding["severity"],
        where(finding),
        finding["cause"],
        finding["remedy"],
        status(finding),
    )
