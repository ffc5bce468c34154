"""Whether a broker's pop.log says by itself what revive gives up: PopReviveService.reviveMsgFromCk, INFO from 5.3.1 on."""

import polars as pl

from forensics.model.releases import within
from forensics.replay.events import Events, Row, Rows, by

REASONS = "reasons of failed reads (5.3.1 or later)"
_FROM = "5.3.1 - 9.9.9"


def replay(events: Events) -> Rows:
    """Return a row of `features` for each broker: such a line shows it, else that every release that fits prints them."""
    of_logs = (pl.col("source") == "log") & pl.col("info").is_not_null() & pl.col("ts_lo").is_not_null()
    said = by(events.only("message_missing", "node", "record_id", where=of_logs), "node")
    brokers = [n for n in events.states["nodes"] if n["kind"] == "broker"]
    return {"features": [_row(n, said.get(n["node"], [])) for n in brokers]}


def _row(node: Row, said: list[Row]) -> Row:
    releases = node["releases"] or []
    shown = bool(said) or (bool(releases) and all(within(release, _FROM) for release in releases))
    return {"node": node["node"], "feature": REASONS, "shown": shown, "record_ids": [r["record_id"] for r in said[:1]]}
