"""What happened in the cluster, a fault or not: deaths, freezes, roles, brokers that came and went, refused requests."""

from collections.abc import Iterator
from itertools import pairwise

import polars as pl

from forensics.model import sendback
from forensics.replay.deletions import deletions
from forensics.replay.events import Events, Row, Rows, by, timed
from forensics.tables import STATES

_CLIENT_ENDS = {"client", "tools"}
_ENDED = {
    "expired": "drops broker {} from its table: expired for want of heartbeats",
    "channel_closed": "drops broker {} from its table: its connection was closed",
    "unregistered": "drops broker {} from its table: it unregistered",
}


def replay(events: Events) -> Rows:
    """Write the rows of `happenings`, in order of time: by columns, because of some there can be very many."""
    table = STATES["happenings"]
    of_pop, first = _of_series(events.states.pop("happenings", [])), [*_lives(events), *_registrations(events)]
    then = [row for part in (_choices, _silences, _send_backs, _roles, _elections) for row in part(events)]
    rows = pl.concat([of_pop, table.frame(first), _expired(events), table.frame(then), _deletions(events)])
    events.put("happenings", rows.sort("ts_lo", "node", "state_id", maintain_order=True))
    return {}


def _of_series(rows: list[Row]) -> pl.DataFrame:
    """Return *rows*, whose `record_ids` are series."""
    ids = pl.Series("record_ids", [row["record_ids"] for row in rows], dtype=pl.List(pl.Int64))
    return STATES["happenings"].frame([row | {"record_ids": None} for row in rows]).with_columns(ids)


def _row(state: Row, what: str, span: tuple[int, int], records: list[int]) -> Row:
    return {
        "state_id": f"{state['state_id']}/happened",
        "node": state["node"],
        "what": what,
        "ts_lo": span[0],
        "ts_hi": span[1],
        "record_ids": records,
    }


def _lives(events: Events) -> Iterator[Row]:
    """Yield holes in a server's or client's logs, and ends of servers that are not orderly."""
    for life in events.states["lives"]:
        at_the_end = life["state"] == "ended" and ("go on to the end" in life["says"] or life["kind"] in _CLIENT_ENDS)
        if life["state"] in {"silent", "down", "ended"} and not at_the_end:
            yield _row(life, life["says"], (life["from_lo"], life["from_lo"]), life["record_ids"])
        elif life["state"] == "stopped" and life["kind"] not in _CLIENT_ENDS:
            again = f", and is started again {(life['to_lo'] - life['from_lo']) / 1e6:.0f} s later" if life["to_lo"] else ""
            yield _row(life, f"stops in order{again}", (life["from_lo"], life["from_lo"]), life["record_ids"])


def _registrations(events: Events) -> Iterator[Row]:
    for state in events.states["brokers_registered"]:
        name = " ".join(filter(None, [state["broker"], state["address"]]))
        yield _row(state, f"registers broker {name}", (state["from_lo"], state["from_hi"]), state["record_ids"][:1])
        if state["ended_by"] in _ENDED:
            what = _ENDED[state["ended_by"]].format(name)
            yield _row(state, what, (state["to_lo"], state["to_hi"]), state["record_ids"][1:])


def _expired(events: Events) -> pl.DataFrame:
    """Return expiries by brokers and proxies of their clients, which also hit the living after a freeze."""
    removed = events.brief_frame(("client_channel_removed",)).filter(pl.col("ts_lo").is_not_null())
    of = removed.group_by("node", "ts_lo", maintain_order=True)
    rows = of.agg(pl.col("ts_hi").first(), pl.col("record_id").alias("record_ids"))
    count, first = pl.col("record_ids").list.len(), pl.col("record_ids").list.first()
    several = pl.when(count > 1).then(pl.lit("s")).otherwise(pl.lit(""))
    named = rows.with_columns(
        pl.format("removed/{}/{}/happened", "node", first).alias("state_id"),
        pl.format("removes {} client channel{} (closed or expired)", count, several).alias("what"),
    )
    return named.select(STATES["happenings"].schema.keys())


def _choices(events: Events) -> Iterator[Row]:
    """Yield changes of a client instance's name server; each choice of an instance names the line of its next one."""
    states = events.states["nameserver_choices"]
    begun = {state["record_ids"][0]: state for state in states}
    for before in states:
        after = next((begun[record] for record in before["record_ids"][1:] if record in begun), None)
        if after and after["nameserver"] != before["nameserver"]:
            what = f"leaves name server {before['nameserver']} for {after['nameserver']}"
            yield _row(after, what, (after["from_lo"], after["from_hi"]), after["record_ids"][:1])


def _silences(events: Events) -> Iterator[Row]:
    for state in events.states["nameserver_silences"]:
        count = f"{state['timeouts']} request{'s' if state['timeouts'] > 1 else ''}"
        what = f"gets no answer from name server {state['nameserver']} ({count}; {state['ended_by'].replace('_', ' ')})"
        yield _row(state, what, (state["from_hi"], state["from_hi"]), state["timeout_record_ids"])


_OUTCOMES = {
    sendback.NO_MASTER: "refuses by itself to send back {}: its route has no master for the broker (the repaired behaviour)",
    sendback.BROKER_REFUSED: "is refused by a broker when it sends back {}",
    sendback.UNREACHABLE: "cannot reach the broker it sends back {} to",
    sendback.OTHER: "fails to send back {}",
}


def _send_backs(events: Events) -> Iterator[Row]:
    """Yield the failed send-backs that went to no name server, which have a rule of their own."""
    for (_, outcome), states in by(events.states["send_backs"], "node", "outcome").items():
        if outcome in _OUTCOMES:
            what = _OUTCOMES[outcome].format(f"{len(states)} message{'s' if len(states) > 1 else ''}")
            span = (states[0]["ts_lo"], states[-1]["ts_hi"])
            yield _row(states[0], what, span, [state["record_id"] for state in states])


def _roles(events: Events) -> Iterator[Row]:
    """Yield changes of role; the role a broker starts with is none."""
    for states in by(events.states["broker_roles"], "node").values():
        for before, state in pairwise(states):
            epoch = f" with epoch {state['master_epoch']}" if state["master_epoch"] is not None else ""
            role = "acts as master of its group" if state["role"] == "acting" else f"becomes {state['role']}{epoch}"
            yield _row(state, f"{role} (was {before['role']})", (state["from_lo"], state["from_hi"]), state["record_ids"])


def _elections(events: Events) -> Iterator[Row]:
    rows = timed(events.rows("master_elected", "master_not_elected"))
    named = [row for row in rows if row["event"] == "master_not_elected" or row.get("broker_id") or row.get("address")]
    for row in named:
        state = {"state_id": f"election/{row['node']}/{row['record_id']}", "node": row["node"]}
        if row["event"] == "master_elected":
            elected = f"the broker of id {row['broker_id']}" if row.get("broker_id") else row["address"]
            what = f"elects {elected} master of {row['broker']}"
        else:
            what = f"finds no broker to elect master of {row['broker']}"
        yield _row(state, what, (row["ts_lo"], row["ts_hi"]), [row["record_id"]])


def _deletions(events: Events) -> pl.DataFrame:
    rows = deletions(events).filter(pl.col("ts_lo").is_not_null())
    named = rows.with_columns(
        pl.format("deleted/{}/{}/happened", "node", "record_id").alias("state_id"),
        pl.format("deletes topic {}", "topic").alias("what"),
        pl.concat_list("record_id").alias("record_ids"),
    )
    return named.select(STATES["happenings"].schema.keys())
