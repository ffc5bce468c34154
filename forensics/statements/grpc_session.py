"""The gRPC Java client's sessions, heartbeats and life: ClientImpl, ClientSessionImpl, ClientManagerImpl."""

from forensics.statements.template import Statement

KIND = "client"

STARTED = Statement(
    event="grpc_client_started",
    template="The rocketmq client starts successfully, clientId={client_id:word}",
    logged_by="ClientImpl.startUp, rocketmq-client-java 5.0.7",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:10",
)
STOPPED = Statement(
    event="grpc_client_stopped",
    template="Shutdown the rocketmq client successfully, clientId={client_id:word}",
    logged_by="ClientImpl.shutDown, rocketmq-client-java 5.0.7",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:65",
)
VERSION = Statement(
    event="grpc_client_version",
    template="Start to log statistics, clientVersion={client_version:word}, clientWrapperVersion={_}, "
    "clientEndpoints={endpoints:word}, "
    "os description=[{_}], java description=[{_}], clientId={client_id:word}",
    logged_by="ClientManagerImpl.startUp, rocketmq-client-java 5.0.7, every minute",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:6",
)
STREAM_BROKEN = Statement(
    event="grpc_stream_broken",
    template="Exception raised from stream response observer, clientId={client_id:word}, endpoints={endpoints:word}",
    logged_by="ClientSessionImpl.onError, rocketmq-client-java 5.0.7",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:19",
    throws=True,
)
STREAM_COMPLETED = Statement(
    event="grpc_stream_completed",
    template="Receive completion for stream response observer, clientId={client_id:word}, endpoints={endpoints:word}",
    logged_by="ClientSessionImpl.onCompleted, rocketmq-client-java 5.0.7",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:59",
)
STREAM_RENEWING = Statement(
    event="grpc_stream_renewing",
    template="Try to renew requestObserver, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="ClientSessionImpl.renewRequestObserver, rocketmq-client-java 5.0.7",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:37",
)
SETTINGS_RECEIVED = Statement(
    event="grpc_settings_received",
    template="Receive settings from remote, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="ClientSessionImpl.onNext, rocketmq-client-java 5.0.7",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:7",
)
HEARTBEAT_OK = Statement(
    event="grpc_heartbeat_ok",
    template="Send heartbeat successfully, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="ClientImpl.doHeartbeat, rocketmq-client-java 5.0.7",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:43",
)
HEARTBEAT_REFUSED = Statement(
    event="grpc_heartbeat_failed",
    template="Failed to send heartbeat, code={status:word}, status message=[{status_text}], endpoints={endpoints:word}, "
    "clientId={client_id:word}",
    logged_by="ClientImpl.doHeartbeat, rocketmq-client-java 5.0.7",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:14",
)
HEARTBEAT_FAILED = Statement(
    event="grpc_heartbeat_failed",
    template="Failed to send heartbeat, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="ClientImpl.doHeartbeat, rocketmq-client-java 5.0.7",
    throws=True,
)
