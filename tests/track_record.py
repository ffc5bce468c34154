"""The README's table, failure by release, made of what each sample trace's trace.toml says: `python tests/track_record.py`.

The verdicts in a trace.toml are written anew by `pytest tests/test_traces.py --rewrite`; read the diff before committing.
"""

import json
import re
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
_ORDER = ("violated", "suspected", "inconclusive", "not_seen", "clear", "not_applicable")
README = ROOT / "README.md"
BEGIN, END = "<!-- track record -->", "<!-- end of track record -->"
_SIGNS = {"violated": "**{}V**", "warning": "{}v", "suspected": "{}s", "clear": "{}c", "not_seen": "{}n", "inconclusive": "{}i"}
"""What a cell shows of a number of traces with a verdict, as the README's sentence above the table explains it."""


def write_down(name: str, doc: dict[str, Any]) -> None:
    """Write the verdicts of *doc*, their shares and the rules with errors into the trace.toml of *name*."""
    path = ROOT / "sample_traces" / name / "trace.toml"
    verdicts = {rule["rule"]: rule["verdict"] for rule in doc["rules"]}
    counts = Counter(verdicts.values())
    errors = sorted({f["rule"] for f in doc["findings"] if (f["verdict"], f["severity"]) == ("violated", "error")})
    rows = "".join(f'"{rule}" = "{verdict}"\n' for rule, verdict in sorted(verdicts.items()))
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^shares = .*$", f"shares = {{{', '.join(f'{v} = {counts[v]}' for v in _ORDER)}}}", text)
    text = re.sub(r"(?m)^errors = .*$", f"errors = {json.dumps(errors)}", text)
    path.write_text(re.sub(r'(?m)^\[verdicts\]\n(?:".*\n)*', f"[verdicts]\n{rows}", text), encoding="utf-8")


def table() -> str:
    """Return the table as Markdown: a row per rule, a column per release, in each cell the verdicts of its traces."""
    cells: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    rules, releases = set(), set()
    for path in sorted((ROOT / "sample_traces").glob("*/trace.toml")):
        trace = tomllib.loads(path.read_text(encoding="utf-8"))
        releases.add(trace["release"])
        for rule, verdict in trace["verdicts"].items():
            rules.add(rule)
            soft = verdict == "violated" and rule not in trace.get("errors", [])
            cells[rule, trace["release"]]["warning" if soft else verdict].append(path.parent.name)
    ordered = sorted(releases, key=lambda text: [int(part) for part in text.split(".") if part.isdigit()] or [99])
    lines = ["| rule | " + " | ".join(ordered) + " |", "|---|" + "---|" * len(ordered)]
    lines += [f"| `{rule}` | " + " | ".join(_cell(cells[rule, release]) for release in ordered) + " |" for rule in sorted(rules)]
    return "\n".join(lines)


def _cell(verdicts: dict[str, list[str]]) -> str:
    """Return the numbers of traces that have each verdict; those that have no such component count for nothing."""
    shown = [sign.format(len(verdicts[verdict])) for verdict, sign in _SIGNS.items() if verdict in verdicts]
    return " ".join(shown) or "–"


def with_table(text: str) -> str:
    """Return the README's *text* with the table between its marks made anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(table() + "\n")
