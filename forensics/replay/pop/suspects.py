"""Which checkpoints go through the model one by one: those that show a retry, a rewrite, an error or a change of role."""

import polars as pl

from forensics.replay.events import Events
from forensics.replay.pop.clashes import clashing
from forensics.replay.pop.lines import CK, Lines

TROUBLE = (
    "message_retried",
    "ck_not_stored",
    "ack_not_stored",
    "ck_stuck",
    "ck_refused",
    "ck_skipped",
    "kv_revived",
    "kv_changed",
)
"""Lines that make a checkpoint suspect by themselves."""


def suspects(lines: Lines, events: Events) -> pl.DataFrame:
    """Return the keys of the suspect checkpoints, each once.

    With a suspect go all checkpoints that hold one of its messages: an ack of the message under another handle is theirs.
    """
    copies = lines.ck_of(of_copies(lines, events)).select("ck")
    found = pl.concat([_troubled(lines), _popped_twice(lines), copies]).unique()
    holds = _messages(lines, lines.cks.unique("ck", keep="first"))
    touched = holds.join(found, on="ck", how="semi").select("queue", "ck_offsets").unique()
    kin = holds.join(touched, on=["queue", "ck_offsets"], nulls_equal=True, how="semi").select("ck")
    return lines.names.join(pl.concat([found, kin]), on="ck", how="semi").select(CK).sort(CK, nulls_last=True)


def _messages(lines: Lines, of: pl.DataFrame) -> pl.DataFrame:
    """Return a row for each message of the checkpoints of the lines *of*: `ck`, `queue`, `ck_offsets`."""
    queues = lines.names.select("ck", "queue")
    return of.select("ck", "ck_offsets").join(queues, on="ck", how="left").explode("ck_offsets")


def of_copies(lines: Lines, events: Events) -> pl.DataFrame:
    """Return the keys of the checkpoints that are suspect for a copy that revive read of them, or for another one beside it."""
    rewritten = pl.col("event").eq("ck_found") & pl.col("re_put_times").is_not_null()
    put_again = lines.cks.filter(rewritten).select(CK)
    return pl.concat([put_again, _foreign(lines), _unread(lines, events), clashing(lines)]).unique()


def _troubled(lines: Lines) -> pl.DataFrame:
    remote = pl.col("remote_put").fill_null(value=False)
    return lines.cks.filter(pl.col("event").is_in(TROUBLE) | remote).select("ck").unique()


def _popped_twice(lines: Lines) -> pl.DataFrame:
    """Return the checkpoints of messages that were popped from their own queue more than once."""
    popped = _messages(lines, lines.pops)
    return popped.filter(popped.select("queue", "ck_offsets").is_duplicated()).select("ck").unique()


def _foreign(lines: Lines) -> pl.DataFrame:
    """Return the checkpoints that another broker than the queue's owner read from its revive queue."""
    owner = pl.col("node").replace_strict(lines.owners, default=None, return_dtype=pl.String)
    found = lines.cks.filter(pl.col("event") == "ck_found").select("node", *CK).with_columns(owner.alias("owner"))
    return found.filter(pl.col("owner").is_not_null() & pl.col("broker").ne_missing(pl.col("owner"))).select(CK).unique()


def _unread(lines: Lines, events: Events) -> pl.DataFrame:
    """Return the checkpoints of messages that revive could not read."""
    found = lines.cks.filter(pl.col("event") == "ck_found").select("node", *CK, "ck_offsets").explode("ck_offsets")
    return found.join(unread(events), on=["node", "topic", "ck_offsets"], how="semi").select(CK).unique()


def unread(events: Events) -> pl.DataFrame:
    """Return the messages that revive could not read: `node`, `topic`, and the offset as `ck_offsets`."""
    names = ["node", "topic", pl.col("offset").alias("ck_offsets")]
    return pl.concat([events.frame(kind).select(names).collect() for kind in ("message_missing", "message_not_read")]).unique()
