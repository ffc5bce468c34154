"""What replay writes of single faults of clients, name servers, brokers and controllers."""

import polars as pl

from forensics.tables.shared import DOUBT, INSTANT, PROOF, SPAN, STATE
from forensics.tables.table import IDS, TIME, Column, Table

ASYNC_RETRIES = Table(
    "async_retries",
    "one asynchronous send that a client tried again at a null address",
    (
        *STATE,
        Column("client_id", pl.String, "clientId"),
        Column("topic", pl.String, "topic of the message"),
        Column("broker", pl.String, "brokerName of the queue picked for the second try"),
        Column("nameserver", pl.String, "the name server the client had chosen"),
        *INSTANT,
        Column("master_known", pl.Boolean, "whether the client's routes had a master for the broker; null where unknown"),
        Column("route_record_id", pl.Int64, "the record of that route"),
        Column("route_since_lo", TIME, "since when it held that route"),
        Column("exception_text", pl.String, "how the try before had failed"),
        Column("record_id", pl.Int64, "the record of the second try"),
    ),
)
UNREGISTER_FAILURES = Table(
    "unregister_failures",
    "one unregistration of a client that failed for a null key",
    (
        *STATE,
        Column("client_id", pl.String, "clientId"),
        Column("address", pl.String, "ip:port it unregistered at"),
        Column("null_key", pl.Boolean, "whether the answer names the null key; false where it has no text"),
        *INSTANT,
        Column("before_record_id", pl.Int64, "the record of the unregistration that the address took before, where it is there"),
        Column("before_lo", TIME, "when it took it"),
        Column("record_id", pl.Int64, "the record of the failure"),
    ),
)
NAMESERVER_REFUSALS = Table(
    "nameserver_refusals",
    "one life of a name server in which it refused route lookups as not ready; the span is that of the late ones, if any",
    (
        *STATE,
        Column("wait_s", pl.Int64, "waitSecondsForService"),
        Column(
            "wait_known", pl.Boolean, "whether its start and the option are logged; else 45 s from the first refusal are taken"
        ),
        Column("refused", pl.Int64, "lookups refused"),
        Column("refused_late", pl.Int64, "lookups refused after the wait was over"),
        *SPAN,
        Column("boot_lo", TIME, "when it started"),
        Column("boot_record_id", pl.Int64, "the record of its start"),
        Column("option_record_id", pl.Int64, "the record of the option"),
        *PROOF,
    ),
)
CONTROLLER_SCANS = Table(
    "controller_scans",
    "one life of a controller in which its leader left out the searches for silent brokers",
    (
        *STATE,
        Column("skipped", pl.Int64, "searches left out after the first heartbeat"),
        *SPAN,
        Column("heartbeat_record_id", pl.Int64, "the record of the first heartbeat"),
        Column("skipped_record_ids", IDS, "the records of the searches left out"),
        *PROOF,
    ),
)
CONTROLLER_SILENCES = Table(
    "controller_silences",
    "one silence of a broker beyond its timeout, at a controller that left out the searches for silent brokers",
    (
        *STATE,
        Column("broker", pl.String, "brokerName"),
        Column("broker_id", pl.Int64, "the id the controller gave it"),
        Column("timeout_us", pl.Int64, "the silence it lets pass (controllerHeartBeatTimeoutMills), in microseconds"),
        Column("was_master", pl.Boolean, "whether it had been elected last; null where no election is logged"),
        Column("skipped", pl.Int64, "searches left out while it was overdue"),
        Column("ended_by", pl.String, "heartbeat, channel_closed, log_ends"),
        *SPAN,
        *PROOF,
    ),
)

BROKER_CLASHES = Table(
    "broker_clashes",
    "two brokers of one name and id that took each other's place at one name server",
    (
        *STATE,
        Column("other_node", pl.String, "the other broker's node"),
        Column("broker", pl.String, "brokerName"),
        Column("broker_id", pl.Int64, "brokerId"),
        Column("addresses", pl.List(pl.String), "ip:port of the two"),
        Column("nameserver", pl.String, "the name server, as the brokers name it"),
        Column("turns", pl.Int64, "how often the place went from one to the other"),
        DOUBT,
        *SPAN,
        Column("identity_record_ids", IDS, "the records that show their names and ids"),
        *PROOF,
    ),
)

NAMESERVER_CHANNELS_WASTED = Table(
    "nameserver_channels_wasted",
    "one channel to a name server that a client closed unused, for want of time after another could not be reached",
    (
        *STATE,
        Column("client_id", pl.String, "clientId"),
        Column("nameserver", pl.String, "the name server whose channel was closed, where the line of its connection is there"),
        Column("tried", pl.String, "the name server tried before it"),
        *INSTANT,
        Column("tried_lo", TIME, "when that one was tried"),
        *PROOF,
    ),
)
NAMESERVER_STRAYS = Table(
    "nameserver_strays",
    "one route lookup at a name server that the client's last address list lacks",
    (
        *STATE,
        Column("client_id", pl.String, "clientId"),
        Column("nameserver", pl.String, "the name server that was asked"),
        Column("listed", pl.List(pl.String), "the list the client was given last"),
        Column("listed_lo", TIME, "when it was given that list"),
        Column("listed_record_id", pl.Int64, "the record of that list"),
        *INSTANT,
        Column("record_id", pl.Int64, "the record of the lookup"),
    ),
)
EXPIRED_ALIVE = Table(
    "expired_alive",
    "one broker that a name server expired although the broker had registered there meanwhile",
    (
        *STATE,
        Column("broker", pl.String, "brokerName"),
        Column("broker_node", pl.String, "the broker's node"),
        Column("address", pl.String, "ip:port of the broker"),
        Column("silent_ms", pl.Int64, "how long the name server says it was silent"),
        Column("registrations", pl.Int64, "registrations the broker saw completed in that time"),
        Column("registered_lo", TIME, "the last of them"),
        Column("registered_record_ids", IDS, "their records"),
        DOUBT,
        *INSTANT,
        Column("record_id", pl.Int64, "the record of the expiry"),
    ),
)

SYNC_SETS_WITHOUT_MASTER = Table(
    "sync_sets_without_master",
    "one set of replicas in sync that a master took up and is not in",
    (
        *STATE,
        Column("broker", pl.String, "brokerName"),
        Column("broker_id", pl.Int64, "the id a controller gave the master"),
        Column("broker_ids", pl.List(pl.Int64), "the ids in the set"),
        Column("master_epoch", pl.Int64, "masterEpoch"),
        *INSTANT,
        Column("identity_record_id", pl.Int64, "a record that shows the master's id"),
        Column("role_record_ids", IDS, "the records by which it became master"),
        Column("record_id", pl.Int64, "the record of the set"),
    ),
)

BROKERS_DROPPED = Table(
    "brokers_dropped",
    "one broker that lost its place at a name server by the unregistration of another address",
    (
        *STATE,
        Column("broker", pl.String, "brokerName"),
        Column("broker_node", pl.String, "the node of the broker that lost its place"),
        Column("address", pl.String, "its address"),
        Column("left_address", pl.String, "the address that unregistered"),
        Column("registered_lo", TIME, "its last registration before"),
        Column("registered_record_id", pl.Int64, "the record of that registration"),
        Column("identity_record_id", pl.Int64, "the record that shows its name"),
        DOUBT,
        *INSTANT,
        *PROOF,
    ),
)

FAULTS = (
    BROKERS_DROPPED,
    SYNC_SETS_WITHOUT_MASTER,
    NAMESERVER_CHANNELS_WASTED,
    NAMESERVER_STRAYS,
    EXPIRED_ALIVE,
    BROKER_CLASHES,
    CONTROLLER_SCANS,
    CONTROLLER_SILENCES,
    ASYNC_RETRIES,
    UNREGISTER_FAILURES,
    NAMESERVER_REFUSALS,
)
