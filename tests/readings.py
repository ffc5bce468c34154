"""What is read of a line, or of files, without a case: for tests that look at one statement's or one file's part of it."""

from collections import defaultdict

import polars as pl

from forensics import statements
from forensics.engines.reading import read_streams
from forensics.engines.survey import survey
from forensics.sources.archives import Spool
from forensics.sources.find import find_sources
from forensics.tables import INSTANTS, RECORDS


class Read:
    """The tables of one file, read to its end."""

    def __init__(self, tables):
        pieces = defaultdict(list)
        for name, rows in tables.pieces:
            pieces[name.removeprefix("events/")].append(pl.DataFrame(rows))
        whole = {name: pl.concat(frames) for name, frames in pieces.items()}
        self.instants = whole.pop("instants", pl.DataFrame(schema=INSTANTS.schema))
        self.records = whole.pop("records", pl.DataFrame(schema=RECORDS.schema))
        self.events, self.row, self.needs_zone = whole, tables.row, tables.needs_zone


def read(directory, layouts=()):
    """Return row, records and events of every file and stream in *directory*."""
    with Spool() as spool:
        surveyed = survey(find_sources([str(directory)], spool), {}, "root", layouts)
        by_path = defaultdict(list)
        for one in surveyed:
            by_path[one.source.path].append(one)
        return [Read(tables) for streams in by_path.values() for tables in read_streams(streams, 0)]


def statement_of(message):
    """Return the name of the statement that reads *message*, None where none does."""
    hit = statements.matcher().match(message, None)
    return statements.names()[id(hit[0])] if hit else None
