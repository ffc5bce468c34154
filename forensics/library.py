"""What a notebook and the command line share: open a case, ingest logs, replay, check, report."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from forensics import case as storage
from forensics.case import Case
from forensics.engines.local import Progress, Reading
from forensics.engines.local import ingest as read_logs
from forensics.errors import BadCase, BadUsage
from forensics.findings.check import check_case as run_rules
from forensics.findings.check import state_frames
from forensics.findings.rules import rules_directory
from forensics.replay import replay_case as replay_events
from forensics.report.document import document
from forensics.report.selection import Selection, select
from forensics.report.times import iso
from forensics.tables import FILES
from forensics.version import VERSION

Row = dict[str, Any]


def _silent(_path: str, _size: int) -> None:
    """Report no progress."""


def ingest_logs(inputs: Sequence[str], directory: Path, reading: Reading | None = None, progress: Progress = _silent) -> Case:
    """Read *inputs* into a new case at *directory*, replay it, and return it."""
    with storage.locked(directory):
        case = storage.new_case(directory)
        read_logs(inputs, case, reading or Reading(), progress)
        replay_events(case)
        case.note(tool_version=VERSION)
        case.commit()
    return case


def open_case(directory: Path) -> Case:
    """Return the case in *directory*, every part checked against its hash."""
    return storage.open_case(directory)


def replay_case(case: Case) -> None:
    """Replay the events of *case* anew and keep the states."""
    with storage.locked(case.directory):
        replay_events(case)
        case.commit()


@contextmanager
def case_of(inputs: Sequence[str], reading: Reading | None = None, progress: Progress = _silent) -> Iterator[Case]:
    """Give the case that *inputs* name, or one made of them that is gone when the block ends."""
    cases = [text for text in inputs if storage.is_case(Path(text))]
    if cases and len(inputs) > 1:
        raise BadUsage(cases[0], "is a case, and other inputs were named beside it", "name one case, or only raw logs")
    if cases:
        yield open_case(Path(cases[0]))
        return
    if len(inputs) == 1 and (Path(inputs[0]) / "files").is_dir() and (Path(inputs[0]) / "records").is_dir():
        raise BadCase(inputs[0], "is a case without its manifest", "it was not finished: ingest the input again")
    with tempfile.TemporaryDirectory(prefix="rmqf-") as directory:
        yield ingest_logs(inputs, Path(directory) / "case", reading, progress)


def check_case(case: Case, rules: Path | None = None, selection: Selection | None = None) -> Row:
    """Return the findings document of *case*, by the rules in *rules* or our own, narrowed to *selection*."""
    checked = run_rules(case, rules or rules_directory())
    selection = selection or Selection()
    doc = document(checked, _facts(case), VERSION, selection.options())
    return select(doc, selection)


_SHOWN = (
    "path", "node", "kind", "layout", "status", "problems", "lines", "unread_lines", "records", "unread_records",
    "zone_offset_s", "zone_from",
)  # fmt: skip
"""What the document shows of each file."""


def _facts(case: Case) -> Row:
    frames = state_frames(case)
    files = case.read(FILES)
    shown = files.select(*_SHOWN)
    lines, unread = int(files["lines"].sum()), int(files["unread_lines"].sum())
    rejected = int(files["rejected_bytes"].sum())
    return {
        "inputs": case.facts["inputs"],
        "from_lo": files["from_lo"].min(),
        "to_hi": files["to_hi"].max(),
        "nodes": frames["nodes"].to_dicts(),
        "coverage": frames["coverage"].to_dicts(),
        "happenings": frames["happenings"].to_dicts(),
        "files": shown.to_dicts(),
        "lines": {"read": lines, "understood": lines - unread, "unread": unread},
        "bytes": {"read": int(files["bytes"].sum()), "rejected": rejected},
    }


__all__ = ["Case", "Selection", "case_of", "check_case", "ingest_logs", "iso", "open_case", "replay_case"]
