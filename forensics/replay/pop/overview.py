"""What one look at all lines that name a checkpoint tells: the totals, what may be suspect, and the stories that may be plain."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from forensics.replay.events import Events
from forensics.replay.pop import sieve
from forensics.replay.pop.names import Places, tell
from forensics.replay.pop.parts import Parts, Whole, parts_of
from forensics.replay.pop.sieve import Sieve, Sieving
from forensics.replay.pop.stories import Gathering, Stories
from forensics.replay.pop.totals import Totals
from forensics.replay.pop.windows import Windows


@dataclass(frozen=True)
class Overview:
    """`totals` of all batches; in parts the `stories` that may be plain, and the `lines` of what else may be suspect.

    `places` are those of the lines: see names.py. There is no `sieve` where a case has so few lines that all are read whole.
    """

    totals: pl.DataFrame
    places: pl.DataFrame
    sieve: Sieve | None
    stories: Stories
    lines: Parts | Whole


def overview(events: Events, owners: dict[str, str], place: Path, *, plain: bool) -> Overview:
    """Return what the POP lines of *events* tell in one look, with stories where it is asked for *plain* ones.

    Stories and lines are put into the directory *place* where there are many of them.
    """
    places, totals = Places(owners), Totals()
    gathering = Gathering(events, place, pays=plain)
    if not (plain or sieve.pays(events)):
        windows = Windows(events, (totals,))
        tell(events, places, (windows,))
        windows.fold()
        return Overview(totals.found(places), places.table, None, gathering.found((), _NO_NAMES), Whole(events, owners))
    sieving = Sieving(events, places)
    windows = Windows(events, (totals, sieving))
    partly = tell(events, places, (windows, sieving, gathering))
    windows.fold()
    kept = sieving.found(partly, windows)
    lines = parts_of(events, owners, kept.only(kept.odd) if plain else kept, place)
    return Overview(totals.found(places), places.table, kept, gathering.found(partly, kept.odd), lines)


_NO_NAMES = pl.Series("name", dtype=pl.UInt64)
