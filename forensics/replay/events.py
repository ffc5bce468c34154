"""Events of a case as rows, and the rows the parts have made so far."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from operator import itemgetter
from typing import Any

import polars as pl

from forensics import memory
from forensics.case import Case
from forensics.model.coverage import STORE
from forensics.model.setbacks import NO_SETBACKS, Setbacks
from forensics.model.spans import Instant
from forensics.replay.dicts import dicts
from forensics.replay.moves import NONE, Moves
from forensics.replay.told import Told, told
from forensics.storefiles.events import event_tables, held_events
from forensics.tables import FILES

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Kinds = tuple[str, ...]

CLIENT_KINDS = ("client", "tools")
_PIECE = 100_000
"""Events of one kind that are looked at together."""
_KEPT = 1_000
"""Rows of one kind that are read once for all parts; more of them are read for each part that asks."""
_IN_FILES = ("node", "series", "seq")
"""What puts events in the order of their files."""
_OPTION = ("node", "option")
_DUMPED = {"node": pl.String, "option": pl.String, "series": pl.String, "seq": pl.Int64, "record_id": pl.Int64}
_WHERE = (*_IN_FILES, "ts_lo", "ts_hi", "record_id")
_OF_NO_PART = ("file_id", "line", "byte_offset", "level", "statement")
"""Columns that rows are read without: a record leads to them, no part reads them, and each costs memory in every row."""


class Events:
    """The input of a replay part: events by kind, the files, the records, and the states of earlier parts.

    `owners` is brokerName by node, as far as stores tell it; `clock` is what puts times of lines on one clock, `setbacks` where
    one was set back.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self.states: Rows = {}
        self._put: Counter[str] = Counter()
        self._rows: dict[tuple[Kinds, Kinds], list[Row]] = {}
        self._of_kind: dict[tuple[str, Kinds], list[Row]] = {}
        self._grouped: dict[tuple[str, Kinds], dict[Any, list[Row]]] = {}
        self.owners: dict[str, str] = {}
        self.clock: Moves = NONE
        self.setbacks: Setbacks = NO_SETBACKS
        self._derived: dict[str, pl.DataFrame] = {}
        self._hidden: set[int] = set()
        self._told: Told | None = None

    def bare(self) -> "Events":
        """Return the same events without the rows that have been read and the states, for a process that asks for few."""
        own = copy(self)
        own.states, own._rows, own._of_kind, own._grouped, own._told = {}, {}, {}, {}, None
        own.__dict__.pop("told", None)
        return own

    def put(self, name: str, frame: pl.DataFrame) -> None:
        """Write states made in bulk, which no later part reads, beside those of other parts: they can be very many."""
        if frame.height:
            self._put[name] += 1
            self.case.write(f"states/{name}", self._put[name], frame)

    @cached_property
    def files(self) -> list[Row]:
        """Return the rows of `files`."""
        rows = self.case.read(FILES).to_dicts()
        return [row if row["series"] == STORE else row | self._moved(row) for row in rows]

    def _moved(self, file: Row) -> Row:
        parts = (part for part in self.clock.turned if part.file_id == file["file_id"])
        ends = next(({"from_lo": part.from_lo, "to_hi": part.to_hi} for part in parts), file)
        return {n: ends[n] and self.clock.time(file["node"], ends[n]) for n in ("from_lo", "to_hi")}

    @cached_property
    def told(self) -> Told:
        """Return what the records say in all, their times on one clock."""
        if self._told is None:
            self._told = told(self.case)
        return self._told.moved(self.clock, {f["file_id"]: f["node"] for f in self.files if f["series"] != STORE})

    def forget_told(self) -> None:
        """Forget what the records say in all, once those parts that ask for it have run: of a long case it is much."""
        self._told = None
        self.__dict__.pop("told", None)

    def use(self, clock: Moves) -> None:
        """Put the times of lines on one clock from now on."""
        self.clock = clock
        self._forget()
        self.__dict__.pop("files", None)
        self.__dict__.pop("told", None)
        self.__dict__.pop("options", None)

    @cached_property
    def options(self) -> dict[str, dict[str, Row]]:
        """Return by node and option the last line that dumps it: a process dumps hundreds at each of its starts."""
        last = pl.DataFrame(schema=_DUMPED)
        for piece in self.pieces("option_dumped"):
            last = pl.concat([last, piece.select(*_DUMPED).collect()]).sort(_IN_FILES).unique(_OPTION, keep="last")
        rows = self.frame("option_dumped").join(last.lazy(), on=[*_OPTION, "record_id"], how="semi")
        found: dict[str, dict[str, Row]] = {}
        for row in rows.sort(_IN_FILES).collect().to_dicts():
            found.setdefault(row["node"], {})[row["option"]] = row
        return found

    def has(self, kind: str) -> bool:
        """Return whether the case may have events of one kind."""
        return kind in self._derived or self.case.has(f"events/{kind}")

    def frame(self, kind: str) -> pl.LazyFrame:
        """Return the events of one kind; empty where the case has none."""
        frame = self._shown(self.case.scan(held_events(kind)))
        return pl.concat([frame, self._derived[kind].lazy()]) if kind in self._derived else frame

    def count(self, kind: str) -> int:
        """Return how many events of one kind there are, hidden ones counted too."""
        derived = self._derived[kind].height if kind in self._derived else 0
        return derived + self.case.count(f"events/{kind}")

    def pieces(self, kind: str) -> Iterator[pl.LazyFrame]:
        """Yield the events of one kind in pieces that fit in memory however many there are; none where the case has none."""
        if self.case.has(f"events/{kind}"):
            yield from (self._shown(piece) for piece in self.case.pieces(held_events(kind), memory.scaled(_PIECE)))
        if kind in self._derived:
            yield self._derived[kind].lazy()

    def _shown(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """Return events as the case holds them, on one clock, without those that are hidden."""
        frame = self.clock.frame(frame, pl.col("source") == "log")
        return frame.filter(~pl.col("record_id").is_in(sorted(self._hidden))) if self._hidden else frame

    def stored(self, kind: str, *names: str) -> list[Row]:
        """Return the events of one kind that stores give, of each only the columns *names*: there can be very many."""
        return self.frame(kind).filter(pl.col("source") == "store").select(names).collect().to_dicts()

    def only(self, kind: str, *names: str, where: pl.Expr | None = None) -> list[Row]:
        """Return the events of one kind in the order of their files, of each only the columns *names*: for very many.

        *where* tells of which of them; the columns it reads need not be among *names*.
        """
        if not self.has(kind):
            return []
        own = self.frame(kind) if where is None else self.frame(kind).filter(where)
        return dicts(own.sort(_IN_FILES, maintain_order=True).select(names).collect())

    def brief(self, kinds: Kinds, *names: str) -> list[Row]:
        """Return the events of *kinds* in the order of their files, of each only where and when it was logged and *names*."""
        return dicts(self.brief_frame(kinds, *names))

    def brief_frame(self, kinds: Kinds, *names: str) -> pl.DataFrame:
        """Return the same as a frame, which takes far less memory where there are very many."""
        empty = pl.DataFrame(schema={name: event_tables()[kinds[0]].schema[name] for name in (*_WHERE, *names)})
        frames = [self.frame(kind).select(*_WHERE, *names) for kind in kinds if self.has(kind)]
        return pl.concat([empty, *pl.collect_all(frames)]).sort(_IN_FILES, maintain_order=True)

    def lean(self, columns: Mapping[str, Kinds], of: Kinds) -> list[Row]:
        """Return what `rows` gives of nodes of the kinds *of*, in less memory: of each line only the columns named for its kind.

        With them come where and when it was logged, and by which process.
        """
        found = []
        for kind, names in columns.items():
            if self.has(kind):
                own = self.frame(kind).filter(pl.col("kind").is_in(of)).sort(_IN_FILES, maintain_order=True)
                found += dicts(own.select(*_WHERE, "pid", *names, pl.lit(kind).alias("event")).collect())
        return sorted(found, key=itemgetter(*_IN_FILES))

    def registered(self) -> list[Row]:
        """Return when brokers were told that a name server has them: every broker is, by each of them, every few seconds."""
        return timed(self.only("broker_register_ok", "node", "nameserver", "ts_lo", "ts_hi", "record_id"))

    def add(self, kind: str, rows: pl.LazyFrame) -> None:
        """Add *rows* to the events of one kind: what follows from other events, each with the record it rests on."""
        table = event_tables()[kind]
        has = rows.collect_schema().names()
        if not has:  # no rows at all, and of no shape
            return
        wanted = [pl.col(n).cast(t) if n in has else pl.lit(None, dtype=t).alias(n) for n, t in table.schema.items()]
        own = rows.select(wanted).collect()
        self._derived[kind] = pl.concat([self._derived.get(kind, table.frame([])), own])
        self._forget()

    def hide(self, records: set[int]) -> None:
        """Leave out the events of *records* from now on: another record says the same."""
        self._hidden |= records
        self._forget()

    def counted(self, kind: str, codes: Iterable[int]) -> list[Row]:
        """Return those rows of a traffic log's *kind* that count any of *codes*: a busy node writes one a second, and few do."""
        return self.some(kind, pl.col("counts").list.eval(pl.element().struct.field("code").is_in(sorted(codes))).list.any())

    def some(self, kind: str, which: pl.Expr) -> list[Row]:
        """Return those events of one kind of which *which* holds, in the order of their files: for few of very many."""
        if not self.has(kind):
            return []
        return self.frame(kind).filter(which).sort(_IN_FILES, maintain_order=True).collect().to_dicts()

    def rows(self, *kinds: str, of: Kinds = ()) -> list[Row]:
        """Return the events of *kinds* in the order of their files, each with its kind under `event`.

        *of* tells of which kinds of nodes, where not of all.
        """
        if (kinds, of) not in self._rows:
            found = [row for kind in kinds for row in self._all(kind, of)]
            self._rows[kinds, of] = sorted(found, key=itemgetter(*_IN_FILES))
        return self._rows[kinds, of]

    def grouped(self, kind: str, *names: str) -> Mapping[Any, list[Row]]:
        """Return the events of one kind by the columns *names*, as `by` groups them: for what is asked for row by row."""
        if (kind, names) not in self._grouped:
            self._grouped[kind, names] = by(self.rows(kind), *names)
        return self._grouped[kind, names]

    def _all(self, kind: str, of: Kinds) -> list[Row]:
        """Return every event of one kind in the order of its files, read once whatever it is asked for with."""
        if (kind, of) not in self._of_kind:
            self._of_kind[kind, of] = dicts(self._whole(kind, of).collect()) if self.has(kind) else []
        return self._of_kind[kind, of]

    def _whole(self, kind: str, of: Kinds) -> pl.LazyFrame:
        own = self.frame(kind).filter(pl.col("kind").is_in(of)) if of else self.frame(kind)
        return own.sort(_IN_FILES, maintain_order=True).drop(_OF_NO_PART).with_columns(pl.lit(kind).alias("event"))

    def release(self) -> None:
        """Forget the rows of the kinds of which there are many, so that not all of them are in memory at once."""
        many = {key for key, rows in self._of_kind.items() if len(rows) > _KEPT}
        self._of_kind = {key: rows for key, rows in self._of_kind.items() if key not in many}
        self._rows = {(kinds, of): r for (kinds, of), r in self._rows.items() if many.isdisjoint((kind, of) for kind in kinds)}
        self._grouped.clear()

    def _forget(self) -> None:
        """Forget the rows that were read: they would be others now."""
        self._rows.clear()
        self._of_kind.clear()
        self._grouped.clear()


def at(row: Row) -> Instant:
    """Return when the record of a row was logged."""
    return Instant(row["ts_lo"], row["ts_hi"])


def apart_us(one: Row, other: Row) -> int:
    """Return how far apart two records were logged at least, in microseconds: 0 where it may have been at the same time."""
    return max(0, int(one["ts_lo"] - other["ts_hi"]), int(other["ts_lo"] - one["ts_hi"]))


def at_time(states: Iterable[Row], row: Row, wanted: Callable[[Row], bool] = bool) -> Row | None:
    """Return the last of the *wanted* states that held when *row* was logged."""
    return max((s for s in all_at_time(states, row) if wanted(s)), key=itemgetter("from_lo"), default=None)


def all_at_time(states: Iterable[Row], row: Row) -> list[Row]:
    """Return the states that held when *row* was logged."""
    return [s for s in states if s["from_lo"] <= row["ts_hi"] and (s["to_hi"] is None or row["ts_lo"] <= s["to_hi"])]


def timed(rows: Iterable[Row]) -> list[Row]:
    """Return the rows whose record has a time: without one nothing can be said of order."""
    return [row for row in rows if row["ts_lo"] is not None]


def by(rows: Sequence[Row], *names: str) -> dict[Any, list[Row]]:
    """Return *rows* grouped by the columns *names*, their order kept; one name gives plain keys."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    key_of = itemgetter(*names)
    for row in rows:
        groups[key_of(row)].append(row)
    return dict(groups)


def deviation(name: str, state: Row, when: Instant, record_id: int, says: str, other: Row | None = None) -> Row:
    """Return a row of `deviations`: a record logged at *when* is not as the model has it, for a state or against *other* too."""
    return {
        "deviation": name,
        "state_id": state["state_id"],
        "node": state["node"],
        "other_state_id": other["state_id"] if other else None,
        "ts_lo": when.lo,
        "ts_hi": when.hi,
        "record_id": record_id,
        "says": says,
    }


def state_id(part: str, *of: object) -> str:
    """Return the name of a state row: the same on every run over the same input."""
    return "/".join([part, *(str(piece) for piece in of)])
