"""Nodes that are one process under several names: the same lines of a log lie in the bundles of both."""

from collections import defaultdict
from collections.abc import Sequence

import polars as pl

from forensics.engines.overlaps import LEAST_SHARED, SAME
from forensics.engines.two_nodes import OWN_LOGS
from forensics.questions.rows import Row


def twins_of(files: pl.DataFrame) -> list[Row]:
    """Return `nodes`, two each, and the `logs` of which a part lies in both, by the rows of the table *files*.

    They are told by the logs that no two processes print alike.
    """
    rows = files.select("path", "node", "series", "status", "problems", "bytes", "from_lo").to_dicts()
    read = {row["path"]: row for row in rows if row["status"] == "read" and row["from_lo"] is not None}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        if row["status"] == "duplicate" and row["bytes"] >= LEAST_SHARED:
            for other in (read[path] for path in _named(row["problems"]) if path in read):
                found[min(row["node"], other["node"]), max(row["node"], other["node"])].add(other["series"])
    pairs = ((nodes, logs) for nodes, logs in sorted(found.items()) if nodes[0] != nodes[1])
    return [{"nodes": [*nodes], "logs": sorted(logs)} for nodes, logs in pairs if not logs.isdisjoint(OWN_LOGS)]


def _named(problems: Sequence[str]) -> list[str]:
    """Return the files whose bytes those of another are, which has these *problems*."""
    return [problem.removeprefix(how) for problem in problems for how in SAME if problem.startswith(how)]


def told(twins: Sequence[Row]) -> list[str]:
    """Return for each two nodes that are one process that they are, and what to do about it."""
    return [
        f"{' and '.join(one['nodes'])} are one process under two names: the same lines lie in {_some(one['logs'])} of both. "
        "Give both one name: --node NAME=PATH."
        for one in twins
    ]


def _some(logs: Sequence[str]) -> str:
    more = f" and {len(logs) - _MOST} more" if len(logs) > _MOST else ""
    return f"{', '.join(logs[:_MOST])}{more}"


_MOST = 3
"""How many logs are named."""
