"""Where the logs of a case show that a clock was set back: a file is written in order, and its times fall."""

import polars as pl

from forensics.model.coverage import STORE
from forensics.model.setbacks import Setback, Setbacks
from forensics.replay.events import Events


def setbacks_of(events: Events) -> Setbacks:
    """Return where the logs of a case show that a clock was set back."""
    logs = [f["file_id"] for f in events.files if f["series"] != STORE]
    falls = events.told.falls.filter(pl.col("file_id").is_in(logs)).sort("record_id")
    steps = tuple(Setback(**row) for row in falls.rename({"ts_lo": "then"}).to_dicts())
    nodes, instants = set(falls["node"]), events.told.instants
    own = [f["file_id"] for f in events.files if f["series"] != STORE and f["node"] in nodes and f["file_id"] in instants]
    return Setbacks(steps, tuple(sorted((instants[file].select(pl.col("record_id").min()).item(), file) for file in own)))
