"""What a first glance at a large input proves, told while the rest is read."""

from typing import Any

from forensics.report.scrub import one_line
from forensics.report.text import headline
from forensics.report.times import between

Row = dict[str, Any]


def render(doc: Row, width: int) -> str:
    """Return what *doc*, made of a small part, proves, in lines no wider than *width*; nothing where that is nothing."""
    by_rule: dict[str, list[Row]] = {}
    for finding in doc["findings"]:
        if finding["verdict"] == "violated":
            by_rule.setdefault(finding["rule"], []).append(finding)
    if not by_rule:
        return ""
    size = doc["case"]["bytes"]["read"] / 1e6
    read = f"Proven by the {size:.0f} MB in which warnings crowd, while the rest is read, which can add to it:"
    at = between(doc["case"]["from"], doc["case"]["to"])
    lines = [read, *(headline(number, own[0], at) + _more(own) for number, own in enumerate(by_rule.values(), 1))]
    return "".join(one_line(line)[:width] + "\n" for line in lines)


def _more(own: list[Row]) -> str:
    return f" and {len(own) - 1} more" if len(own) > 1 else ""
