"""What replay writes about nodes, clients, name servers, routes and requests."""

import polars as pl

from forensics.tables.shared import DOUBT, INSTANT, PROOF, SPAN, STATE
from forensics.tables.table import IDS, TIME, Column, Table

NODES = Table(
    "nodes",
    "one process the input has logs of",
    (
        Column("node", pl.String, "its name in the case"),
        Column("kind", pl.String, "broker, namesrv, controller, proxy, client, tools"),
        Column("name", pl.String, "what it calls itself: brokerName, client id, address"),
        Column("address", pl.String, "ip:port it listens on, where known"),
        Column("releases", pl.List(pl.String), "releases that fit what it printed"),
        Column("release_evidence", pl.List(pl.String), "what the releases were read from"),
        Column("from_lo", TIME, "earliest instant of its first record"),
        Column("to_hi", TIME, "latest instant of its last record"),
    ),
)
COVERAGE = Table(
    "coverage",
    "what one log of one node covers",
    (
        Column("node", pl.String, "the node"),
        Column("kind", pl.String, "its process kind"),
        Column("series", pl.String, "the log, e.g. proxy.log"),
        Column("from_lo", TIME, "earliest instant of its first record"),
        Column("to_hi", TIME, "latest instant of its last record"),
        Column("levels", pl.List(pl.String), "levels that occur in it"),
        Column("begins_at_start", pl.Boolean, "whether it holds the start of its process"),
        Column("ends_at_stop", pl.Boolean, "whether it holds the orderly end of its process"),
        Column("crashed", pl.Boolean, "whether a process before the last one ended without an orderly stop"),
        Column("missing_parts", pl.List(pl.Int64), "indexes missing between the rotated files"),
        Column("loses_info", pl.Boolean, "whether its appender may drop INFO lines without a mark"),
        Column("heartbeat_us", pl.Int64, "microseconds between two lines of its heartbeat, null where it shows none"),
        Column(
            "gaps",
            pl.List(pl.Struct({"why": pl.String, "from_lo": TIME, "to_hi": TIME})),
            "stretches without lines: rotated, silent, frozen, down, dropped (INFO), discarded, filtered, quiet",
        ),
        Column(
            "gates",
            pl.List(pl.Struct({"option": pl.String, "value": pl.String, "hides": pl.String})),
            "options behind which it holds lines, with the value its process printed at start, null where it printed none",
        ),
        Column("lines", pl.Int64, "lines; records of a store"),
    ),
)
CLIENTS = Table(
    "clients",
    "one client that some log names",
    (
        Column("client_id", pl.String, "clientId"),
        Column("node", pl.String, "the node whose log is its own, null where its log is not in the case"),
        Column("protocol", pl.String, "remoting or grpc"),
        Column("groups", pl.List(pl.String), "groups it was seen with"),
        Column("client_version", pl.String, "release it names itself, where its log says"),
        Column("record_ids", IDS, "records that name it"),
    ),
)
OVER = frozenset({"down", "stopped", "ended"})
"""States of a life in which there is no process."""
LIVES = Table(
    "lives",
    "one stretch of a process's life",
    (
        *STATE,
        Column("kind", pl.String, "process kind"),
        Column("state", pl.String, "up, silent, down, stopped, ended"),
        *SPAN,
        Column("says", pl.String, "what was seen, in words"),
        *PROOF,
    ),
)
ROUTES_HELD = Table(
    "routes_held",
    "one route a client held for one broker of one topic",
    (
        *STATE,
        Column("client_id", pl.String, "clientId"),
        Column("topic", pl.String, "topic of the route; null where it is lost and the client is seen to drop the broker"),
        Column("broker", pl.String, "brokerName"),
        Column("master", pl.String, "address of brokerId 0 in it, null where it has none"),
        Column("addresses", pl.List(pl.String), "its addresses as id=ip:port; none where the client dropped the broker"),
        Column(
            "nameservers",
            pl.List(pl.String),
            "where these register, by the logs of these or their replicas; null where none tells",
        ),
        *SPAN,
        *PROOF,
    ),
)
NAMESERVER_CHOICES = Table(
    "nameserver_choices",
    "one stretch in which a client had chosen one name server",
    (
        *STATE,
        Column("client_id", pl.String, "clientId"),
        Column("nameserver", pl.String, "the chosen name server"),
        *SPAN,
        *PROOF,
    ),
)
NAMESERVER_SILENCES = Table(
    "nameserver_silences",
    "one run of timeouts of a client at its chosen name server",
    (
        *STATE,
        Column("client_id", pl.String, "clientId"),
        Column("nameserver", pl.String, "the name server that did not answer"),
        Column("timeouts", pl.Int64, "requests that timed out"),
        Column("asked_again", pl.Int64, "requests sent to it after an earlier one had timed out"),
        Column("closed", pl.Int64, "timeouts after which the client closed the channel"),
        Column("channel_ids", pl.List(pl.String), "netty ids of the channels, where printed"),
        Column("lookups_failed", pl.Int64, "timeouts of route lookups that an application's call waited for"),
        Column("last_answer_lo", TIME, "the last answer of this server before, where a line shows it"),
        Column("ended_by", pl.String, "left, connected_again, channel_lost, answered, answered_unseen, client_stopped, log_ends"),
        Column("topics_after", pl.List(pl.String), "topics whose route changed with the first answers after"),
        *SPAN,
        Column("timeout_record_ids", IDS, "the records of the timeouts, and of the failed lookups whose error names the server"),
        Column("lookup_record_ids", IDS, "the records of the failed lookups that an application's call waited for"),
        Column("chosen_record_id", pl.Int64, "the record of the server's choice"),
        Column("end_record_id", pl.Int64, "the record that ended the silence"),
        *PROOF,
    ),
)
SEND_BACKS = Table(
    "send_backs",
    "one message a consumer failed to send back",
    (
        *STATE,
        Column("client_id", pl.String, "clientId"),
        Column("group", pl.String, "consumer group"),
        Column("topic", pl.String, "topic of the message"),
        Column("broker", pl.String, "broker the message came from"),
        Column("queue_id", pl.Int64, "queueId"),
        Column("offset", pl.Int64, "queue offset"),
        Column("message_id", pl.String, "unique id of the message"),
        Column("offset_message_id", pl.String, "message id made of store host and commit log offset"),
        Column("key", pl.String, "KEYS property"),
        *INSTANT,
        Column("outcome", pl.String, "how it failed: see model/sendback.py"),
        Column("request_code", pl.Int64, "RequestCode of the request that failed"),
        Column("waited_us", pl.Int64, "how long the client had waited when it printed the error, 0 where that does not say"),
        Column("nameserver", pl.String, "the name server the request went to, for the outcomes nameserver_*"),
        Column("nameserver_record_id", pl.Int64, "the record that shows the client's choice of it"),
        Column("nameserver_since_lo", TIME, "since when the client had chosen it"),
        Column("master_known", pl.Boolean, "whether the client's routes had a master for the broker; null where unknown"),
        Column("route_state_id", pl.String, "the route the client held for the broker then"),
        Column("route_record_id", pl.Int64, "the record of that route"),
        Column("route_since_lo", TIME, "since when it held that route"),
        Column("episode", pl.String, "the same for all requests of one stretch without a master"),
        Column("caller", pl.String, "who sent it back: push_consumer, pull_consumer, application; null where no trace shows it"),
        Column("fallback", pl.String, "what became of the normal message to the retry topic: failed, no_failure_logged"),
        Column("fallback_record_id", pl.Int64, "the record that shows its failure"),
        Column("exception_text", pl.String, "the error as the client got it"),
        Column("record_id", pl.Int64, "the record of the failure"),
    ),
)
BROKERS_REGISTERED = Table(
    "brokers_registered",
    "one stretch in which a name server had a broker in its table",
    (
        *STATE,
        Column("broker", pl.String, "brokerName, where known"),
        Column("address", pl.String, "ip:port of the broker"),
        *SPAN,
        Column("ended_by", pl.String, "channel_closed, expired, unregistered, nameserver_ended (it was started again), open"),
        *PROOF,
    ),
)
BROKER_ROLES = Table(
    "broker_roles",
    "one stretch in which a broker had one role",
    (
        *STATE,
        Column("broker", pl.String, "brokerName, where its options or the lines of a change show it"),
        Column("role", pl.String, "master, slave, acting (a slave that runs the master's special services)"),
        Column("master_epoch", pl.Int64, "masterEpoch of controller mode"),
        Column("turn", pl.Int64, "which of the broker's roles it is, from 1, in the order of its lines"),
        *SPAN,
        *PROOF,
    ),
)
NAMESERVER_REQUESTS = Table(
    "nameserver_requests",
    "requests of one code that a name server counted in one second",
    (
        *STATE,
        Column("nameserver", pl.String, "ip:port of the name server, where known"),
        Column("request_code", pl.Int64, "RequestCode"),
        Column("count", pl.Int64, "how many"),
        *INSTANT,
        Column("record_id", pl.Int64, "the traffic log's record"),
    ),
)
HAPPENINGS = Table(
    "happenings",
    "one thing that happened in the cluster, a fault or not",
    (
        *STATE,
        Column("what", pl.String, "what happened, in words"),
        *INSTANT,
        *PROOF,
    ),
)
DEVIATIONS = Table(
    "deviations",
    "one event that the model forbids",
    (
        Column("deviation", pl.String, "what is forbidden"),
        Column("state_id", pl.String, "the state it happened in"),
        Column("node", pl.String, "the node it happened on"),
        Column("other_state_id", pl.String, "the state of another node that it contradicts, where it is of two"),
        *INSTANT,
        Column("record_id", pl.Int64, "the record of the event"),
        Column("says", pl.String, "the comparison that decides, in words"),
        DOUBT,
    ),
)

CONTROL_PLANE = (
    NODES,
    COVERAGE,
    CLIENTS,
    LIVES,
    ROUTES_HELD,
    NAMESERVER_CHOICES,
    NAMESERVER_SILENCES,
    SEND_BACKS,
    BROKERS_REGISTERED,
    BROKER_ROLES,
    NAMESERVER_REQUESTS,
    HAPPENINGS,
    DEVIATIONS,
)
