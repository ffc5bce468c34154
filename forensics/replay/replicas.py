"""Slaves that a master took into its set of replicas in sync: a thing that two brokers of a controller saw, for their clocks.

A controller elects a master with a set of the master alone (ReplicasInfoManager.electMaster, 5.1.1 on). A broker that comes into
the set has joined in this epoch, so it had begun to be a slave of the epoch before. It prints that once in each life
(ReplicasManager.changeToSlave): for the first time of all where its life has printed another role before, or asked for its id.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

import polars as pl

from forensics.model import roles
from forensics.replay.events import Events, Row, by, timed
from forensics.replay.starts import BOOTS, DUMPED

_ASKED, _ROLE, _SET = "broker_id_asked", "role_changing", "sync_state_set_changed"
_FIRST_OPTION = "namesrvAddr"
"""Options are dumped at once, each of them once: one of them tells of a start."""


class Met(NamedTuple):
    """That a broker of an id and an epoch became slave, by its own log, or came into its master's set, by the master's."""

    what: str
    broker: str
    epoch: int
    broker_id: int
    row: Row


def joined(events: Events) -> Iterator[tuple[Row, Row]]:
    """Yield the line by which a broker became slave of an epoch, and that by which its master took it into the set after.

    Where several nodes are one broker, or none registers where the master does, they are of different clusters.
    """
    if not events.has(_SET):
        return
    starts = events.some(DUMPED, (pl.col("kind") == "broker") & (pl.col("option") == _FIRST_OPTION))
    rows = timed([*events.rows(_ASKED, _ROLE, _SET, *BOOTS, of=("broker",)), *starts])
    met = [one for own in by(rows, "node").values() for one in _met(sorted(own, key=itemgetter("series", "seq")))]
    slaves, taken = (_of_one_node(one for one in met if one.what == what) for what in (roles.SLAVE, roles.MASTER))
    registered = _registered(events)
    for key in sorted(slaves.keys() & taken.keys()):
        slave, master = slaves[key], taken[key]
        if registered.get(slave["node"], set()) & registered.get(master["node"], set()):
            yield slave, master


def _met(rows: Sequence[Row]) -> Iterator[Met]:
    """Yield what the *rows* of a broker's log, in their order, show of slaves and of those that came into its set.

    Nothing where it shows the end of a start without its beginning: lives cannot be told apart.
    """
    counted = Counter(row.get("event", DUMPED) for row in rows)
    if sum(counted[kind] for kind in BOOTS) > counted[DUMPED]:
        return
    known, tenure, held = False, None, None
    for row in rows:
        match row.get("event"):
            case "broker_id_asked":
                known = True
            case "role_changing":
                key = row["broker"], row["master_epoch"]
                if row["role"] == roles.SLAVE and known and None not in (*key, row["broker_id"]):
                    yield Met(roles.SLAVE, *key, row["broker_id"], row)
                tenure = key if row["role"] == roles.MASTER and None not in key else None
                known, held = True, None
            case "sync_state_set_changed":
                now = set(row["broker_ids"])
                if tenure and held is not None:
                    yield from (Met(roles.MASTER, *tenure, one, row) for one in sorted(now - held))
                held = now
            case None:
                known, tenure, held = False, None, None


def _of_one_node(met: Iterable[Met]) -> dict[tuple[str, int, int], Row]:
    """Return the first row of each broker and epoch that one node alone tells of."""
    found: dict[tuple[str, int, int], list[Row]] = {}
    for one in met:
        found.setdefault((one.broker, one.epoch, one.broker_id), []).append(one.row)
    return {key: rows[0] for key, rows in found.items() if len({row["node"] for row in rows}) == 1}


def _registered(events: Events) -> dict[str, set[str]]:
    """Return by broker the name servers that it registered at."""
    told = events.frame("broker_register_ok").select("node", "nameserver").unique().collect()
    return {node: set(own) - {None, ""} for node, own in told.group_by("node").agg("nameserver").iter_rows()}
