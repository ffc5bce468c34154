"""What a notebook and the command line share: open a case, ingest logs, replay, check, report."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any, Self

from forensics import case as storage
from forensics.case import Case
from forensics.directories import case_among, refuse_case
from forensics.engines.engine import HERE, Engine, Task
from forensics.engines.local import Glance, Progress, Reading, shown
from forensics.engines.local import ingest as read_logs
from forensics.errors import BadUsage
from forensics.findings.check import check_case as run_rules
from forensics.findings.gate import Gate, baseline_of, gated
from forensics.findings.gate import compared as compare
from forensics.findings.rules import rules_directory
from forensics.locks import locked, refuse_unlike
from forensics.questions.identities import named
from forensics.questions.spelling import not_named
from forensics.replay import replayed
from forensics.report import outputs
from forensics.report.document import document
from forensics.report.facts import bytes_of, facts_of
from forensics.report.masking import masked
from forensics.report.rows import plain
from forensics.report.secrets import masker_of, secrets_of
from forensics.report.selection import Selection, select
from forensics.report.times import iso
from forensics.report.view import View
from forensics.report.writing import write_text
from forensics.scratch import Scratch
from forensics.sources.find import roots_of
from forensics.tables import FILES, STATES
from forensics.version import VERSION

Row = dict[str, Any]
First = Callable[[Row], None]
"""Called with the findings document of a small part of a large input, before all of it is read."""


def _silent(_path: str, _size: int) -> None:
    """Report no progress."""


def ingest_logs(
    inputs: Sequence[str],
    directory: Path,
    reading: Reading | None = None,
    progress: Progress = _silent,
    *,
    lasting: bool = True,
    engine: Engine = HERE,
    first: First | None = None,
    replace_other: bool = False,
) -> Case:
    """Read *inputs* into a new case at *directory*, replay it, and return it; where not *lasting*, for this process alone.

    *first* is called with what a first glance shows, where there is so much that reading it all takes a while. A case of inputs
    that are not among these, or of none of their logs, is written over only to *replace_other*: BadUsage.
    """
    refuse_case(inputs)
    roots_of(inputs)  # a path that is not there leaves no case behind
    named = None if replace_other else [shown(text) for text in inputs]
    with locked(directory, named) if lasting else nullcontext():
        shared = engine.elsewhere
        case = storage.new_case(directory.absolute() if shared else directory, lasting=lasting, shared=shared)
        read_logs(inputs, case, reading or Reading(), progress, engine, first and _glance(first))
        if lasting and not replace_other:
            refuse_unlike(case)
        _note_releases(case, (reading or Reading()).releases)
        _replay(case, engine)
        case.note(tool_version=VERSION)
        case.commit()
    return case


def _glance(first: First) -> Glance:
    """Return what makes a case of a first glance, which lasts until *first* has been told what it shows."""

    def glance(read: Callable[[Case], None]) -> None:
        with Scratch() as directory:
            part = storage.new_case(Path(directory) / "case", lasting=False)
            read(part)
            _replay(part, HERE)
            first(check_case(part))

    return glance


def _note_releases(case: Case, given: dict[str, str]) -> None:
    """Note which releases the user says nodes are of; BadUsage where the case has no such node."""
    nodes = sorted(set(case.scan(FILES).select("node").collect()["node"].drop_nulls()))
    for node in given.keys() - set(nodes):
        raise BadUsage(f"--release {node}={given[node]}", "names no node of the input", f"its nodes are {', '.join(nodes)}")
    case.note(releases=given or None)


def open_case(directory: Path) -> Case:
    """Return the case in *directory*, every part checked against its hash."""
    return storage.open_case(directory)


def replay_case(case: Case, engine: Engine = HERE) -> None:
    """Replay the events of *case* anew and keep the states."""
    with locked(case.directory):
        _replay(case, engine)
        case.commit()


def _replay(case: Case, engine: Engine) -> None:
    if engine.elsewhere:
        from forensics.replay.apart import replay_apart

        states = replay_apart(case, engine)
    else:
        states = replayed(case.sent())
    for name in STATES:
        case.drop(f"states/{name}")
    case.take(states)


@contextmanager
def case_of(
    inputs: Sequence[str],
    reading: Reading | None = None,
    progress: Progress = _silent,
    engine: Engine = HERE,
    first: First | None = None,
) -> Iterator[Case]:
    """Give the case that *inputs* name, or one made of them that is gone when the block ends."""
    named = case_among(inputs)
    if named and reading and reading.options:
        settled = f"{named} is a case, in which that is settled"
        raise BadUsage(", ".join(reading.options), settled, "give it to the ingest that makes the case")
    if named:
        yield open_case(named)
        return
    with Scratch() as directory:
        yield ingest_logs(inputs, Path(directory) / "case", reading, progress, lasting=False, engine=engine, first=first)


def check_case(
    case: Case,
    rules: Path | None = None,
    selection: Selection | None = None,
    gate: Gate | None = None,
    raw: bool = False,
    engine: Engine = HERE,
) -> Row:
    """Return the findings document of *case*, by the rules in *rules* or our own, narrowed to *selection*, marked by *gate*.

    Secrets, message keys and bodies are masked unless *raw*, which the document's options then say.
    """
    found: Row = plain(document_of(case, rules, selection, gate, raw, engine))
    return found


def document_of(
    case: Case,
    rules: Path | None = None,
    selection: Selection | None = None,
    gate: Gate | None = None,
    raw: bool = False,
    engine: Engine = HERE,
) -> Row:
    """Return the same document in less memory: what there can be very much of is `Rows`, which every output takes as well."""
    asked = _Asked(rules, selection or Selection(), gate or Gate(), raw)
    asked.gate.check(rules)
    asked = asked.absolute() if engine.elsewhere else asked
    (doc,) = engine.each(partial(_checked, asked=asked), [Task(case.sent(), "the rules", (*case.places, *asked.files))])
    return doc


@dataclass(frozen=True)
class _Asked:
    """What a check is asked for."""

    rules: Path | None
    selection: Selection
    gate: Gate
    raw: bool

    def absolute(self) -> Self:
        """Return the same for a process that runs in another directory."""
        return replace(self, rules=self.rules and self.rules.absolute(), gate=self.gate.absolute())

    @property
    def files(self) -> tuple[Path, ...]:
        """Return the files and directories that are there and are read."""
        return tuple(path for path in (self.rules, *self.gate.files) if path and path.exists())


def _checked(case: Case, asked: _Asked) -> Row:
    checked = run_rules(case, asked.rules or rules_directory())
    selection, raw = asked.selection, asked.raw
    doc = document(checked, facts_of(case), VERSION, selection.options() | ({"raw": True} if raw else {}))
    doc |= {"findings": named(case, doc["findings"])}
    doc = select(gated(doc, asked.gate), selection)
    if (selection.names or selection.parts) and not doc["findings"]:
        doc |= {"not_named": not_named(case, selection.names, selection.parts)}
    return doc if raw else masked(doc, masker_of(case))


def timeline(case: Case, raw: bool = False) -> list[Row]:
    """Return what happened, with or without findings: deaths, roles, restarts, gaps, routes, topics."""
    from forensics.questions.timeline import timeline as what_happened

    return _answer(case, what_happened(case), raw)


def coverage(case: Case, raw: bool = False) -> list[Row]:
    """Return what each log covers: its span and levels, what is whole in it, what can be missing and why."""
    from forensics.questions.coverage import coverage as what_is_covered

    return _answer(case, what_is_covered(case), raw)


def state_at(case: Case, at: int, raw: bool = False) -> list[Row]:
    """Return how things stood at *at*, in microseconds since the epoch, UTC."""
    from forensics.questions.state import state_at as how_things_stood

    return _answer(case, how_things_stood(case, at), raw)


def span_of(case: Case) -> tuple[int | None, int | None]:
    """Return from when to when the lines of *case* go, in microseconds since the epoch, UTC; None where none has a time."""
    files = case.read(FILES)
    begin: Any = files["from_lo"].min()
    end: Any = files["to_hi"].max()
    return begin, end


def story(case: Case, message: str, raw: bool = False) -> list[Row]:
    """Return the life of a message, named by its id, a receipt handle, or TOPIC/QUEUE/OFFSET, each step with its line."""
    from forensics.questions.story import story as life_of
    from forensics.questions.story import wanted

    return _answer(case, life_of(case, wanted(message)), raw)


def sql(case: Case, query: str, raw: bool = False) -> list[Row]:
    """Return the rows that one SELECT gives over the tables of *case*."""
    from forensics.findings.sql import ask

    return _answer(case, ask(case, query), raw, () if raw else secrets_of(case))


def _answer(case: Case, found: list[Row], raw: bool, secrets: Iterable[str] = ()) -> list[Row]:
    masker = masker_of(case, secrets)
    return found if raw else [masker.row(one) for one in found]


def write_report(doc: Row, target: Path, format: str = "json", view: View | None = None) -> None:  # noqa: A002 - as the option
    """Write *doc* in *format* to *target* in one step: whole, or not at all."""
    write_text(target, outputs.pieces(doc, format, view or View()))


def page_of(case: Case, doc: Row, raw: bool = False, engine: Engine = HERE) -> str:
    """Return *doc*, the findings document of *case*, as one HTML page with a timeline and a picture of each finding."""
    (page,) = engine.each(partial(_page, doc=doc, raw=raw), [Task(case.sent(), "the page", case.places)])
    return page


def _page(case: Case, doc: Row, raw: bool) -> str:
    from forensics.report.investigation import page, states_of

    return page(case, doc, states_of(case), str if raw else cache(masker_of(case).text))


def unread_shapes(case: Case, raw: bool = False) -> list[Row]:
    """Return the records of logs that no statement understands, by shape, most frequent first.

    Then, with `below`, what stands below records that are understood, and is no part of them.
    """
    from forensics.questions.unread import torn_lines, unread_records
    from forensics.report.unread import shapes

    found = [*shapes(unread_records(case), below=False), *shapes(torn_lines(case), below=True)]
    return _answer(case, found, raw)


__all__ = [
    "Case", "Gate", "Selection", "View", "baseline_of", "bytes_of", "case_of", "check_case", "compare", "coverage",
    "document_of", "ingest_logs", "iso", "open_case", "page_of", "replay_case", "sql", "state_at", "story",
    "timeline", "write_report",
]  # fmt: skip
