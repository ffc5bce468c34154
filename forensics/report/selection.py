"""Narrowing a document to a time, a node, a topic, a group or a client; what came before still explains what is left."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from forensics.errors import BadUsage
from forensics.report.lines import counted

Row = dict[str, Any]


@dataclass(frozen=True)
class Selection:
    """What the user wants to see; None is everything. Times are ISO, UTC; BadUsage where they leave no time."""

    since: str | None = None
    until: str | None = None
    node: tuple[str, ...] = ()
    topic: str | None = None
    group: str | None = None
    client: str | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise BadUsage(f"--since {self.since}", f"is after --until {self.until}", "turn them round")

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names, whole, that a line must hold for anything to be of what is asked for."""
        return tuple(name for name in (self.topic, self.group) if name)

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the parts of names of which the same holds."""
        return (self.client,) if self.client else ()

    def options(self) -> Row:
        """Return what was asked for, as the document's options."""
        return {name: value for name, value in asdict(self).items() if value}


def select(doc: Row, selection: Selection) -> Row:
    """Return *doc* with the findings that *selection* asks for, and how many that leaves out; rules, nodes and files stay whole.

    BadUsage where it names a node that the document does not: narrowed to that, every case would look healthy.
    """
    nodes = {node["node"] for node in doc["case"]["nodes"]}
    known = nodes.union({node["name"] for node in doc["case"]["nodes"]}, *map(_nodes, doc["findings"]))
    for name in selection.node:
        if name not in known:
            raise BadUsage(f"--node {name}", "names no node of the input", f"its nodes are {', '.join(sorted(nodes))}")
    found = [f for f in doc["findings"] if _wanted(f, selection)]
    left_out = {"left_out": len(doc["findings"]) - len(found)} if selection.options() else {}
    return doc | {"findings": found} | left_out


def narrowed(doc: Row) -> str:
    """Return in words what *doc* was narrowed to, and how many findings are not of that; nothing where it is whole."""
    if "left_out" not in doc:
        return ""
    asked = {name: value for name, value in doc["options"].items() if name in Selection.__dataclass_fields__}
    words = [f"{name} {' or '.join(value) if name == 'node' else value}" for name, value in asked.items()]
    strange = f" No line of the case holds {' or '.join(doc['not_named'])}: is it spelt so?" if doc.get("not_named") else ""
    told = f"Narrowed to {', '.join(words)}: {counted(doc['left_out'], 'finding')} left out."
    return told + strange + _outside(doc["case"], asked)


def _outside(case: Row, asked: Row) -> str:
    """Return that *asked* is a time of which no line tells, where it is one; nothing else."""
    begin, end = case["from"], case["to"]
    if begin and (asked.get("since", begin) > end or asked.get("until", end) < begin):
        return f" No line of the case is of that time: they go from {begin} to {end}."
    return ""


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
