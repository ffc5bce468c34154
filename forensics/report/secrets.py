"""What of a case no answer may show: its message keys, and what its lines name as secrets."""

from collections.abc import Iterable

import polars as pl

from forensics.case import Case
from forensics.report.masking import MAY_HOLD_SECRETS, Masker, secrets_in
from forensics.storefiles.events import event_tables, held_events
from forensics.tables import FILES, RECORDS


def salt_of(case: Case) -> str:
    """Return what the pseudonyms of *case* are made with: the hashes of its files, which no output shows."""
    hashes = case.scan(FILES).select("content_hash").collect()["content_hash"].drop_nulls()
    return ",".join(sorted(set(hashes)))


def masker_of(case: Case, secrets: Iterable[str] = ()) -> Masker:
    """Return what masks every answer from *case*: message keys that some event names, and *secrets*, wherever they stand."""
    return Masker(salt_of(case), _keys(case), secrets)


def _keys(case: Case) -> set[str]:
    """Return the keys of messages that the events of *case* name; RocketMQ joins several with a blank."""
    found: set[str] = set()
    for held in map(held_events, event_tables()):
        if "key" in held.schema and case.has(held.name):
            for text in case.scan(held).select(pl.col("key").drop_nulls().unique()).collect()["key"]:
                found |= {text, *text.split()}
    return found


def secrets_of(case: Case) -> set[str]:
    """Return every secret that a line of *case* names as one: a query can cut the name off its value."""
    texts = case.scan(RECORDS).filter(pl.col("text").str.contains(MAY_HOLD_SECRETS)).select("text").collect()["text"]
    return secrets_in(texts.to_list())
