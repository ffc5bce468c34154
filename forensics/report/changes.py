"""What changed between two cases, as text."""

from typing import Any

from forensics.report.lines import subject
from forensics.report.scrub import scrubbed

Row = dict[str, Any]

_SIGNS = (("came", "+"), ("went", "-"), ("stayed", " "))


def render(changes: Row) -> str:
    """Return one line for each fingerprint that came, went or stayed, and each verdict that changed."""
    lines = [", ".join(f"{len(changes[name])} {name}" for name, _ in _SIGNS)]
    lines += [_line(sign, change) for name, sign in _SIGNS for change in changes[name]]
    lines += [f"  {row['rule']}: {row['before'] or 'not asked'} -> {row['after'] or 'not asked'}" for row in changes["verdicts"]]
    return scrubbed("\n".join(lines) + "\n")


def _line(sign: str, change: Row) -> str:
    before, after = change["occurrences"]["before"], change["occurrences"]["after"]
    times = f"x{before} -> x{after}" if sign == " " else f"x{before or after}"
    return f"{sign} {change['severity'].upper():7} {change['kind']} {times} ({change['rule']})  {subject(change)}"
