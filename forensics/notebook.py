"""What a notebook works with: a case that answers in polars frames and plotly figures, and shows itself.

    import forensics

    case = forensics.open_case("sample_traces/S-5.3.1-s1/input.tar.zst")
    case                                    # the answer, and what was found
    case.timeline()                         # the whole incident, a lane per node
    case.figure(case.findings[0])           # the picture of one finding
    case.events("route_put")                # a kind of event as a frame
    case.sql("SELECT node, count(*) FROM records GROUP BY node")
    case.explain(0), case.why_not("pop/lost_message"), case.what_if("5.3.3")
    case.gate(suppressions="suppressions.toml").passed
    case.report("forensics.sarif", "sarif")

Times are UTC. Secrets, message keys and bodies are masked unless the case is opened with `raw=True`.
"""

import difflib
import weakref
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from forensics import case as storage
from forensics import library
from forensics.directories import case_among
from forensics.errors import BadUsage
from forensics.findings.rules import load_rules, rule_named, rules_directory
from forensics.library import Row
from forensics.questions.what_if import each_release
from forensics.questions.what_if import what_if as outcomes_of
from forensics.report import cards, proof, rule_page
from forensics.report.displays import Findings, Gated, Prose
from forensics.report.investigation import picture_of, states_of, timeline_of
from forensics.report.masking import Masker
from forensics.report.outcome import exit_code, reason
from forensics.report.secrets import masker_of
from forensics.report.states import States
from forensics.report.times import iso
from forensics.report.writing import write_text
from forensics.scratch import Scratch
from forensics.tables import FILES, STATES, Table

if TYPE_CHECKING:
    import plotly.graph_objects as go

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECONDS = ("_lo", "_hi")


class Case(storage.Case):
    """A case to ask: every function of the library takes it, and its own methods answer in frames and figures."""

    def __init__(self, opened: storage.Case, rules: Path | None = None, raw: bool = False) -> None:
        super().__init__(opened.directory, opened._manifest)
        self._rules, self._raw = rules, raw

    @cached_property
    def document(self) -> Row:
        """Return the findings document, as `rmqf analyze --format json` prints it."""
        return library.check_case(self, self._rules, raw=self._raw)

    @cached_property
    def findings(self) -> Findings:
        """Return what the rules found."""
        return Findings(self.document["findings"])

    @cached_property
    def verdicts(self) -> pl.DataFrame:
        """Return what every rule says of the case, and why."""
        rows = [{name: rule[name] for name in ("rule", "verdict", "reason", "title")} for rule in self.document["rules"]]
        return pl.DataFrame(rows, schema=dict.fromkeys(("rule", "verdict", "reason", "title"), pl.String))

    @property
    def nodes(self) -> pl.DataFrame:
        """Return the processes of which the case has logs."""
        return self.states("nodes")

    @property
    def files(self) -> pl.DataFrame:
        """Return the files of the input and how they were read."""
        return self._shown(self.read(FILES))

    @property
    def redeliveries(self) -> pl.DataFrame:
        """Return every delivery again of a message, faulty or as the protocol asks, with its cause."""
        return self.states("redeliveries")

    @property
    def kinds(self) -> list[str]:
        """Return the kinds of events that the case has."""
        return [name.removeprefix("events/") for name in self.names() if name.startswith("events/")]

    def events(self, kind: str) -> pl.DataFrame:
        """Return the events of one kind in order of time; BadUsage names those that there are."""
        if kind not in self.kinds:
            raise _unknown(kind, "is no kind of event of this case", self.kinds)
        return self._shown(self.read(Table(f"events/{kind}", "an event", ())).sort("ts_lo", "seq"))

    def states(self, name: str) -> pl.DataFrame:
        """Return a state table: what the replay made of the events; forensics/tables says what its columns mean."""
        if name not in STATES:
            raise _unknown(name, "is no state table", list(STATES))
        return self._shown(self.read(Table(f"states/{name}", STATES[name].row, STATES[name].columns)))

    def state_at(self, time: str | datetime | int) -> pl.DataFrame:
        """Return how things stood at *time*: ISO text or datetime (UTC if no zone is named), or microseconds."""
        return _frame(library.state_at(self, _micros(time), self._raw))

    def story(self, message: str) -> pl.DataFrame:
        """Return the life of a message over all nodes: by its id, its key, a receipt handle, or TOPIC/QUEUE/OFFSET."""
        return _frame(library.story(self, message, self._raw))

    def happened(self) -> pl.DataFrame:
        """Return what happened, in order of time: deaths, roles, gaps, routes, with or without findings."""
        return _frame(library.timeline(self, self._raw))

    def coverage(self) -> pl.DataFrame:
        """Return what each log covers: its span and levels, what is whole in it, what can be missing and why."""
        return _frame(library.coverage(self, self._raw))

    def sql(self, query: str) -> pl.DataFrame:
        """Return what one SELECT gives over the tables of the case, as `rmqf sql` does."""
        return _frame(library.sql(self, query, self._raw))

    def unread(self) -> pl.DataFrame:
        """Return the records that nothing understands by shape: how many, one of them whole, and where it stands.

        Where `below` is true it is what stands below records that are understood without it.
        """
        return _frame(library.unread_shapes(self, self._raw))

    def explain(self, what: str | int | Row) -> Prose:
        """Return the page of a rule, or the proof of a finding step by step: a rule's name, or a finding, its id or place."""
        rules = load_rules(self._rules or rules_directory())[0]
        if isinstance(what, str) and any(what in {rule.id, rule.id.rpartition("/")[2], rule.kind} for rule in rules):
            return Prose(rule_page.render(rule_named(what, rules)))
        return Prose(proof.render(self._found(what)))

    def why_not(self, rule: str) -> Prose:
        """Return what *rule* says of the case: its verdict, what it looked at, and what was missing."""
        rules = load_rules(self._rules or rules_directory())[0]
        return Prose(proof.why_not(self.document, rule_named(rule, rules).id))

    def what_if(self, release: str | None = None) -> pl.DataFrame:
        """Return which findings *release* would end or keep and which faults it brings; without it, how many each does."""
        rules = load_rules(self._rules or rules_directory())[0]
        return _frame(outcomes_of(self.document, rules, release) if release else each_release(self.document, rules))

    def select(
        self,
        since: str | datetime | None = None,
        until: str | datetime | None = None,
        node: str | Sequence[str] = (),
        topic: str | None = None,
        group: str | None = None,
        client: str | None = None,
    ) -> Findings:
        """Return the findings that the options of `rmqf analyze` leave: of a time, of nodes, a topic, a group, a client."""
        begin, end = (None if time is None else iso(_micros(time)) for time in (since, until))
        nodes = (node,) if isinstance(node, str) else tuple(node)
        selection = library.Selection(begin, end, nodes, topic, group, client)
        return Findings(library.check_case(self, self._rules, selection, raw=self._raw)["findings"])

    def gate(
        self,
        *,
        fail_on: str | None = "error",
        max_inconclusive: int | None = None,
        baseline: str | Path | None = None,
        suppressions: str | Path | None = None,
        expect: str | Path | None = None,
        today: date | None = None,
    ) -> Gated:
        """Return what `rmqf gate` says with these options; *today* is compared with the last days of suppressions."""
        known, lived_with, wanted = (None if one is None else Path(one) for one in (baseline, suppressions, expect))
        gate = library.Gate(known, lived_with, wanted, today)
        doc = library.check_case(self, self._rules, gate=gate, raw=self._raw)
        return Gated(doc, exit_code(doc, fail_on, max_inconclusive), reason(doc, fail_on, max_inconclusive))

    def diff(self, after: "Case") -> Row:
        """Return which findings came, went and stayed from this case to *after*, and which verdicts differ."""
        return library.compare(self.document, after.document)

    def timeline(self) -> "go.Figure":
        """Return the whole incident: a lane per node, findings above, what was not seen hatched."""
        from forensics.report.figures import figure_of

        return figure_of(timeline_of(self.document, self._states))

    def figure(self, finding: Row | str | int) -> "go.Figure":
        """Return the picture of a finding, given itself, its id, or its place in `findings`."""
        from forensics.report.figures import figure_of

        return figure_of(picture_of(self, self._found(finding), self._states))

    def report(self, target: str | Path, format: str = "html") -> Path:  # noqa: A002 - as the option
        """Write the report to *target*, as `rmqf analyze --html` or `--format` does, and return where it is."""
        if format == "html":
            write_text(Path(target), library.page_of(self, self.document, self._raw))
        else:
            library.write_report(self.document, Path(target), format)
        return Path(target)

    def _found(self, wanted: Row | str | int) -> Row:
        if isinstance(wanted, dict):
            return wanted
        if isinstance(wanted, int):
            return self.findings[wanted]
        for finding in self.findings:
            if finding["id"] == wanted:
                return finding
        raise _unknown(wanted, "is the id of no finding", [finding["id"] for finding in self.findings])

    @cached_property
    def _states(self) -> States:
        return states_of(self)

    @cached_property
    def _masker(self) -> Masker:
        return masker_of(self)

    def _shown(self, frame: pl.DataFrame) -> pl.DataFrame:
        return _timed(frame if self._raw else _masked(frame, self._masker))

    def __repr__(self) -> str:
        return f"<case of {', '.join(self.facts.get('inputs', []))}: {self.findings!r}>"

    def _repr_html_(self) -> str:
        return cards.case_card(self.document)


def open_case(*inputs: str | Path, rules: Path | None = None, raw: bool = False) -> Case:
    """Return a case to ask: one on disk, or one made of logs, which is gone when nothing refers to it any more."""
    named = [str(one) for one in inputs]
    if directory := case_among(named):
        return Case(storage.open_case(directory), rules, raw)
    home = Scratch()
    try:
        made = Case(library.ingest_logs(named, Path(home.name) / "case"), rules, raw)
    except BaseException:
        home.cleanup()
        raise
    weakref.finalize(made, home.cleanup)
    return made


def _frame(rows: list[Row]) -> pl.DataFrame:
    return _timed(pl.DataFrame(rows, infer_schema_length=None)) if rows else pl.DataFrame()


def _timed(frame: pl.DataFrame) -> pl.DataFrame:
    """Return *frame* with its times as such: in tables they are microseconds since the epoch, UTC."""
    times = [name for name, dtype in frame.schema.items() if name.endswith(_MICROSECONDS) and dtype == pl.Int64]
    return frame.with_columns(pl.col(times).cast(pl.Datetime("us", "UTC"))) if times else frame


def _masked(frame: pl.DataFrame, masker: Masker) -> pl.DataFrame:
    """Return *frame* with what must not be shown masked; each distinct text is looked at once."""
    if {"option", "value"} <= set(frame.columns):
        return pl.DataFrame([masker.row(row) for row in frame.to_dicts()], schema=frame.schema)
    changed = {}
    for name in (name for name, dtype in frame.schema.items() if dtype == pl.String):
        found = {text: masker.row({name: text})[name] for text in frame[name].drop_nulls().unique().to_list()}
        moved = {text: shown for text, shown in found.items() if shown != text}
        if moved:
            changed[name] = frame[name].replace(moved)
    return frame.with_columns(**changed)


def _micros(time: str | datetime | int) -> int:
    if isinstance(time, int):
        return time
    try:
        moment = datetime.fromisoformat(time) if isinstance(time, str) else time
    except ValueError:
        raise BadUsage(str(time), "is not a time", "write it like 2026-01-01T08:00:00 (UTC)") from None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _unknown(name: str, what: str, known: list[str]) -> BadUsage:
    near = difflib.get_close_matches(name, known, 3) or known[:8]
    return BadUsage(name, what, f"did you mean {', '.join(near)}?" if near else "there is none")
