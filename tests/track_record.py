"""The README's table, failure by release, made of what each sample trace's trace.toml says: `python tests/track_record.py`."""

import sys
import tomllib
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BEGIN, END = "<!-- track record -->", "<!-- end of track record -->"
_SIGNS = {"violated": "**violated**", "warning": "violated (warning)", "suspected": "suspected", "not_applicable": "–"}


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
    order = ("violated", "warning", "suspected", "inconclusive", "not_seen", "clear", "not_applicable")
    shown = [f"{_SIGNS.get(verdict, verdict)} {len(verdicts[verdict])}" for verdict in order if verdict in verdicts]
    return ", ".join(shown) or ""


def with_table(text: str) -> str:
    """Return the README's *text* with the table between its marks made anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(table() + "\n")
