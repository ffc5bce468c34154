"""Narrowing a document to a time, a node, a topic, a group or a client; what came before still explains what is left."""

import json
from dataclasses import asdict, dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Selection:
    """What the user wants to see; None is everything. Times are ISO, UTC."""

    since: str | None = None
    until: str | None = None
    node: tuple[str, ...] = ()
    topic: str | None = None
    group: str | None = None
    client: str | None = None

    def options(self) -> Row:
        """Return what was asked for, as the document's options."""
        return {name: value for name, value in asdict(self).items() if value}


def select(doc: Row, selection: Selection) -> Row:
    """Return *doc* with the findings that *selection* asks for; rules, nodes and files stay whole."""
    return doc | {"findings": [f for f in doc["findings"] if _wanted(f, selection)]}


def _wanted(finding: Row, wanted: Selection) -> bool:
    subject, messages = finding["subject"], finding["messages"]
    return (
        (wanted.since is None or finding["to"] >= wanted.since)
        and (wanted.until is None or finding["from"] <= wanted.until)
        and (not wanted.node or not _nodes(finding).isdisjoint(wanted.node))
        and (wanted.topic is None or wanted.topic == subject.get("topic") or any(m["topic"] == wanted.topic for m in messages))
        and (wanted.group is None or wanted.group == subject.get("group"))
        and (wanted.client is None or wanted.client in json.dumps(subject))
    )


def _nodes(finding: Row) -> set[str]:
    named = {value for name, value in finding["subject"].items() if name.endswith("_node") or name == "broker"}
    return named | {step["node"] for step in finding["steps"]}
