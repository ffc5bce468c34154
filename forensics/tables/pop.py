"""What replay writes about POP: batches and their acks, deliveries again, rewritten checkpoints, messages given up."""

import polars as pl

from forensics.tables.shared import INSTANT, PROOF, SPAN, STATE
from forensics.tables.table import IDS, TIME, Column, Table

_BATCH = (
    Column("broker", pl.String, "brokerName that owns the queue"),
    Column("topic", pl.String, "topic the queue belongs to"),
    Column("group", pl.String, "consumer group"),
    Column("queue_id", pl.Int64, "queueId"),
    Column("start_offset", pl.Int64, "queue offset the batch was read from"),
    Column("pop_time", pl.Int64, "epoch milliseconds at which the broker popped the batch, null where no line tells"),
    Column("revive_time", pl.Int64, "epoch milliseconds at which the checkpoint is due"),
)
_MESSAGE = (
    Column("broker", pl.String, "brokerName of the node"),
    Column("message_broker", pl.String, "brokerName that owns the message's queue"),
    Column("topic", pl.String, "topic the queue belongs to"),
    Column("group", pl.String, "consumer group, null where no line names it"),
    Column("queue_id", pl.Int64, "queueId, null where no line names it"),
    Column("offset", pl.Int64, "queue offset of the message"),
    Column("pop_time", pl.Int64, "epoch milliseconds of the pop, null where no line tells"),
)

CHECKPOINTS = Table(
    "checkpoints",
    "one popped batch that did not just end acked: judged, retried, rewritten, failed, popped again or moved",
    (
        *STATE,
        *_BATCH,
        Column("origin", pl.String, "what made the checkpoint: pop, change_invisible, rewrite, unknown"),
        Column(
            "acks_until",
            pl.Int64,
            "epoch milliseconds before which acks must come: its revive time, but for what rewrites put it off",
        ),
        Column("offsets", pl.List(pl.Int64), "queue offsets of its messages"),
        Column("buffered", pl.Boolean, "whether it was in the buffer, where acks are merged"),
        Column("popped_record_id", pl.Int64, "the record of its pop"),
        Column("popped_lo", TIME, "earliest instant of its pop's record"),
        Column("left_record_id", pl.Int64, "the record that shows the buffer write it to the store"),
        Column("left_lo", TIME, "earliest instant of that"),
        Column("left_because", pl.String, "stayed, near_revive, stopped"),
        Column("judged_node", pl.String, "the node whose revive read it"),
        Column("judged_broker", pl.String, "brokerName of that node"),
        Column("judged_queue", pl.Int64, "revive queue it was read from"),
        Column("judged_offset", pl.Int64, "its offset there"),
        Column("judged_record_id", pl.Int64, "the record of that"),
        Column("judged_lo", TIME, "earliest instant at which it was first read"),
        Column("acked", pl.List(pl.Int64), "offsets acked in time"),
        Column("returned", pl.List(pl.Int64), "offsets delivered again"),
        *PROOF,
    ),
)
ACKS = Table(
    "acks",
    "the ack of one message of such a batch, by every line that shows it",
    (
        Column("ck_state_id", pl.String, "the checkpoint"),
        *_BATCH,
        Column("offset", pl.Int64, "queue offset of the message"),
        Column("in_time", pl.String, "in_time, late, undecided"),
        Column("how", pl.String, "memory, request, counted; null where only a copy shows it"),
        Column("taken_lo", TIME, "earliest instant at which the broker took it first"),
        Column("taken_hi", TIME, "latest instant at which the broker took it first"),
        Column("taken_record_ids", IDS, "the records that show it taken"),
        Column("written_broker", pl.String, "brokerName in the ack the buffer wrote"),
        Column("written_lo", TIME, "earliest instant at which the buffer wrote it"),
        Column("written_record_id", pl.Int64, "the record of that"),
        Column("found_node", pl.String, "the node whose revive read a copy of it"),
        Column("found_broker", pl.String, "brokerName in that copy"),
        Column("found_queue", pl.Int64, "revive queue of that copy"),
        Column("found_offset", pl.Int64, "offset of that copy"),
        Column("found_lo", TIME, "earliest instant at which it was first read"),
        Column("found_record_id", pl.Int64, "the record of that"),
        Column("came_lo", TIME, "earliest instant at which it came to that queue: a checkpoint due later lies before it"),
        Column("behind_record_id", pl.Int64, "the record of that checkpoint"),
        Column("timer_record_id", pl.Int64, "the record by which the timer had handed on all acks in time before that"),
    ),
)
REDELIVERIES = Table(
    "redeliveries",
    "one delivery again of one message",
    (
        *STATE,
        Column("ck_state_id", pl.String, "the checkpoint or pop that brought it the time before"),
        *_BATCH,
        Column("offset", pl.Int64, "queue offset of the message"),
        Column("way", pl.String, "revived: written to the retry topic; popped_again: from its own queue"),
        Column("in_time", pl.String, "whether its ack was in time: in_time, late, undecided; null where none is seen"),
        Column("cause", pl.String, "class of the cause, as findings name it"),
        Column("mechanism", pl.String, "what the lines prove of it, in one word"),
        Column("candidates", pl.List(pl.String), "what it may be where nothing proves it"),
        Column("acked_by_other", pl.Int64, "pop time of another handle of the message that was acked"),
        Column("popped_node", pl.String, "the node that popped it the time before"),
        Column("judged_broker", pl.String, "brokerName of the node that delivered it again"),
        Column("ck_queue", pl.Int64, "revive queue its checkpoint was judged in, where the acks lay in others; else null"),
        Column("ack_queues", pl.List(pl.Int64), "those others, of the same node"),
        Column("copy_record_ids", IDS, "the records of these copies"),
        Column("retry_topic", pl.String, "topic it was written to"),
        Column("retry_offset", pl.Int64, "queue offset it got there"),
        Column("ambiguous", pl.Boolean, "whether pops that fit the line do not all say the same, or a change may have acked it"),
        *INSTANT,
        Column("record_id", pl.Int64, "the record of the delivery again"),
        Column("around_record_ids", IDS, "records of the restart, reset, deletion or role change that explains it"),
    ),
)
REWRITE_CHAINS = Table(
    "rewrite_chains",
    "one message that revive could not read, with every attempt at it",
    (
        *STATE,
        *_MESSAGE,
        Column("revive_queue_id", pl.Int64, "queue of the revive topic"),
        Column("local", pl.Boolean, "whether the message is the node's own"),
        Column("rewrites", pl.Int64, "how often its checkpoint was put again"),
        Column("backs_off", pl.Boolean, "whether the pauses grow"),
        Column("recreated", pl.Boolean, "whether the topic was deleted between the pop and the first attempt"),
        Column("recreated_record_id", pl.Int64, "the record of that"),
        Column("recreated_lo", TIME, "earliest instant of that"),
        Column("ended_by", pl.String, "read, dropped, broker_stopped, log_ends, not_seen_again"),
        Column("ended_record_id", pl.Int64, "the record of its end"),
        Column("ended_lo", TIME, "earliest instant of its end"),
        *SPAN,
        *PROOF,
    ),
)
REWRITE_ATTEMPTS = Table(
    "rewrite_attempts",
    "one read of such a message that gave nothing",
    (
        Column("chain_state_id", pl.String, "its chain"),
        Column("number", pl.Int64, "which attempt of the chain it is, from 1"),
        *INSTANT,
        Column("pause_us", pl.Int64, "microseconds since the attempt before, by the earliest instants of both"),
        Column("reason", pl.String, "why the read gave nothing, in the broker's words"),
        Column("owner", pl.String, "what the nodes of the message's broker did then, as far as the case has their logs"),
        Column("rewritten", pl.Boolean, "whether the checkpoint was put again after it"),
        *PROOF,
    ),
)
LOST_MESSAGES = Table(
    "lost_messages",
    "one unacked message that revive gave up",
    (
        *STATE,
        *_MESSAGE,
        Column("messages", pl.Int64, "how many messages it stands for: more than one only where no line names the offset"),
        Column(
            "why",
            pl.String,
            "remote_read_failed, rewritten_nameless, queue_id_wrapped, taken_for_gone, no_trace, stored_after_pop, last_epoch, "
            "max_rewrites, record_dropped, passed_over (its broker has not got the topic or the group)",
        ),
        Column("reason", pl.String, "why the read failed, in the broker's words"),
        Column("proven", pl.Boolean, "whether a line shows the failure; else it follows from what is not there"),
        Column("recreated", pl.Boolean, "whether the topic was deleted between the pop and then"),
        Column("outcome", pl.String, "not_seen_again, came_back"),
        Column("back_node", pl.String, "the node that delivered it later"),
        Column("back_broker", pl.String, "brokerName of that node"),
        Column("back_record_id", pl.Int64, "the record of that"),
        Column("back_lo", TIME, "earliest instant of that"),
        *INSTANT,
        Column("popped_record_id", pl.Int64, "the record that names it popped"),
        Column("popped_lo", pl.Int64, "earliest instant at which the line of its pop was printed, where there is one"),
        Column("failure_record_ids", IDS, "the records of the failure"),
        Column("judged_record_ids", IDS, "the records that show its checkpoint judged"),
    ),
)
POP_TOTALS = Table(
    "pop_totals",
    "what one node did for one group and topic, counted over all batches",
    (
        Column("node", pl.String, "the node"),
        Column("broker", pl.String, "brokerName that owns the queues"),
        Column("topic", pl.String, "topic the queues belong to"),
        Column("group", pl.String, "consumer group"),
        Column("batches", pl.Int64, "batches popped"),
        Column("messages", pl.Int64, "messages in them"),
        Column("acked_in_memory", pl.Int64, "messages acked in the buffer"),
        Column("done_in_memory", pl.Int64, "batches that ended in the buffer, all acked"),
        Column("stored", pl.Int64, "checkpoints written to a store"),
        Column("retried", pl.Int64, "messages revived"),
    ),
)
POP_COUNTS = Table(
    "pop_counts",
    "what a broker's per-minute counts say of one group and topic",
    (
        Column("node", pl.String, "the node"),
        Column("topic", pl.String, "topic"),
        Column("group", pl.String, "consumer group"),
        Column("popped", pl.Int64, "messages given to the group"),
        Column("acked", pl.Int64, "acks taken, late ones and those of nacks with them"),
        Column("retried", pl.Int64, "messages written to the group's retry topic"),
        *INSTANT,
        *PROOF,
    ),
)
FEATURES = Table(
    "features",
    "something a broker does or logs, on which it depends what its logs can show",
    (
        Column("node", pl.String, "the node"),
        Column("feature", pl.String, "pop_consumption: POP is consumed from it; or an option as name=value"),
        Column("shown", pl.Boolean, "whether its logs show it; for pop_consumption also where nothing excludes it"),
        Column("record_ids", IDS, "a record that shows it"),
    ),
)

POP_ANOMALIES = Table(
    "pop_anomalies",
    "one thing on the POP path that the protocol does not allow, or that no answer told the client",
    (
        *STATE,
        Column(
            "anomaly",
            pl.String,
            "queue_lock_kept, checkpoint_not_stored, ack_not_stored, revive_halted, revive_offset_fell, revived_twice, "
            "checkpoint_key_shared, offset_is_a_time, orderly_ack_ignored",
        ),
        Column("broker", pl.String, "brokerName of the node"),
        Column("message_broker", pl.String, "brokerName that owns the queue, null where no line names it"),
        Column("topic", pl.String, "topic the queue belongs to, null where no line names it"),
        Column("group", pl.String, "consumer group, null where no line names it"),
        Column("queue_id", pl.Int64, "queueId, null where no line names it"),
        Column("start_offset", pl.Int64, "queue offset the batch was read from"),
        Column("pop_time", pl.Int64, "epoch milliseconds of the pop"),
        Column("offsets", pl.List(pl.Int64), "queue offsets of the messages it hits"),
        Column("revive_queue_id", pl.Int64, "queue of the revive topic"),
        Column(
            "other_queue_id",
            pl.Int64,
            "queueId of the other checkpoint, where two are in each other's way; or the first copy's revive queue",
        ),
        Column("other_start_offset", pl.Int64, "start offset of the other checkpoint"),
        Column("old_value", pl.Int64, "what it was: the revive offset, the pop time of the batch that held the queue"),
        Column("new_value", pl.Int64, "what it became; where an offset is a time, that time in epoch milliseconds"),
        Column("count", pl.Int64, "how often: lines, checkpoints, messages"),
        Column("reason", pl.String, "why, in the broker's words or in one word of its mechanism"),
        Column("cause", pl.String, "class of the cause, as findings name it, where lines show it"),
        Column("proven", pl.Boolean, "whether the lines prove it; else they are signs"),
        *INSTANT,
        *PROOF,
        Column(
            "around_record_ids",
            IDS,
            "records of what explains it: a start, a role, an option, the other checkpoint; or of the put that came later",
        ),
    ),
)

POP = (
    CHECKPOINTS,
    ACKS,
    REDELIVERIES,
    REWRITE_CHAINS,
    REWRITE_ATTEMPTS,
    LOST_MESSAGES,
    POP_TOTALS,
    POP_COUNTS,
    FEATURES,
    POP_ANOMALIES,
)
