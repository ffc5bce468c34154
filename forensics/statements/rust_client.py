"""The gRPC Rust client, as its JSON log has the messages, quotes escaped; those at DEBUG as well, for it sets no level."""

from forensics.statements.template import Statement

KIND = "client"

SIMPLE_CONSUMER_STARTED = Statement(
    event="grpc_client_started",
    template="start simple consumer success, client_id: {client_id:word}",
    logged_by="SimpleConsumer::start in simple_consumer.rs, 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:9",
)
PRODUCER_STARTED = Statement(
    event="grpc_client_started",
    template="start producer success, client_id: {client_id:word}",
    logged_by="Producer::start in producer.rs, 5.0.0 of rocketmq-client-rust",
)
NO_SESSIONS = Statement(
    template="send heartbeat failed: failed to get sessions: {_}",
    logged_by="Client::start in client.rs, 5.0.0 of rocketmq-client-rust",
)
HEARTBEAT_NOT_SENT = Statement(
    template="send heartbeat failed: failed to send heartbeat rpc: {_}",
    logged_by="Client::start in client.rs, 5.0.0 of rocketmq-client-rust",
)
HEARTBEAT_REFUSED = Statement(
    template="send heartbeat failed: server return error: {_}",
    logged_by="Client::start in client.rs, 5.0.0 of rocketmq-client-rust",
)
COMMAND_FAILED = Statement(
    template="handle telemetry command failed: {_}",
    logged_by="Client::start in client.rs, 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:6",
)
TASKS_STOPPED = Statement(
    template="heartbeat task and telemetry command handler are stopped",
    logged_by="Client::start in client.rs, 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:16",
)
ROUTE_UPDATED = Statement(
    template="update route for topic={_}",
    logged_by="Client::topic_route_inner in client.rs, 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:8",
)
ROUTE_FAILED = Statement(
    template="query route for topic={_} failed: error={_}",
    logged_by="Client::topic_route_inner in client.rs, 5.0.0 of rocketmq-client-rust",
)
SESSION_CREATED = Statement(
    template="create session success",
    logged_by="Session::new in session.rs, 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:1",
)
STREAM_CLOSED = Statement(
    template="telemetry command stream closed by server",
    logged_by="Session::start in session.rs, 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:12",
)
STREAM_BROKEN = Statement(
    template="telemetry response error: {_}",
    logged_by="Session::start in session.rs, 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:11",
)
STREAM_STOPPED = Statement(
    template="receive shutdown signal, stop dealing with telemetry command",
    logged_by="Session::start in session.rs, 5.0.0 of rocketmq-client-rust",
)
HEARTBEAT_SENT = Statement(
    template="send heartbeat to server success, peer={_}",
    logged_by="Client::start in client.rs, DEBUG 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:5",
)
TASKS_TO_STOP = Statement(
    template="receive shutdown signal, stop heartbeat task and telemetry command handler",
    logged_by="Client::start in client.rs, DEBUG 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:15",
)
ROUTE_ASKED = Statement(
    template="query route for topic={_:word}",
    logged_by="Client::topic_route_inner in client.rs, DEBUG 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:3",
)
ROUTE_ANSWERED = Statement(
    template="query route for topic={_} success: route={_}",
    logged_by="Client::topic_route_inner in client.rs, DEBUG 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:7",
)
SESSION_STARTED = Statement(
    template="start session success",
    logged_by="Session::start in session.rs, DEBUG 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:2",
)
COMMAND_RECEIVED = Statement(
    template="receive telemetry command: {_}",
    logged_by="Session::start in session.rs, DEBUG 5.0.0 of rocketmq-client-rust",
    seen="N-5.2.0-csharp-cpp-rust:c-rust/logs/rocketmq_client.log:4",
)
