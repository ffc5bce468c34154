"""The gRPC Java client's sessions with its endpoints: ClientSessionImpl."""

from forensics.statements.template import Statement

KIND = "client"

STREAM_BROKEN = Statement(
    event="grpc_stream_broken",
    template="Exception raised from stream response observer, clientId={client_id:word}, endpoints={endpoints:word}",
    logged_by="ClientSessionImpl.onError, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:19",
    throws=True,
)
STREAM_COMPLETED = Statement(
    event="grpc_stream_completed",
    template="Receive completion for stream response observer, clientId={client_id:word}, endpoints={endpoints:word}",
    logged_by="ClientSessionImpl.onCompleted, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:59",
)
STREAM_RENEWING = Statement(
    event="grpc_stream_renewing",
    template="Try to renew requestObserver, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="ClientSessionImpl.renewRequestObserver, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:37",
)
SETTINGS_RECEIVED = Statement(
    event="grpc_settings_received",
    template="Receive settings from remote, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="ClientSessionImpl.onNext, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "TelemetrySession.onData, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:7",
)
ENDPOINTS_DEPRECATED_NO_LONGER = Statement(
    template="Endpoints is deprecated, no longer to renew requestObserver, endpoints={_}, clientId={_}",
    logged_by="ClientSessionImpl.renewRequestObserver, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
FAILED_RENEW_REQUEST_OBSERVER = Statement(
    template="Failed to renew requestObserver, attempt to renew later, endpoints={_}, delay={_}, clientId={_}",
    logged_by="ClientSessionImpl.renewRequestObserver, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
SETTINGS_SENT = Statement(
    event="grpc_settings_sent",
    template="Sync setting to remote after requestObserver is renewed, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="ClientSessionImpl.renewRequestObserver, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:38",
)
BUG_REQUEST_OBSERVER_NOT = Statement(
    template="[Bug] request observer does not exist, no need to release, endpoints={_}, clientId={_}",
    logged_by="ClientSessionImpl.release, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
BEGIN_RELEASE_CLIENT_SESSION = Statement(
    template="Begin to release client session, endpoints={_}, clientId={_}",
    logged_by="ClientSessionImpl.release, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:35",
)
BUG_REQUEST_OBSERVER_NOT_EXIST = Statement(
    template="[Bug] Request observer does not exist, ignore current command, endpoints={_}, command={_}, clientId={_}",
    logged_by="ClientSessionImpl.write, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
RECEIVE_ORPHANED_TRANSACTION_RECOVERY = Statement(
    template="Receive orphaned transaction recovery command from remote, endpoints={_}, clientId={_}",
    logged_by="ClientSessionImpl.onNext, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Session.Loop, 5.1.0 to 5.2.1 of rocketmq-client-csharp; "
    "TelemetrySession.onData, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
RECEIVE_MESSAGE_VERIFICATION_COMMAND = Statement(
    template="Receive message verification command from remote, endpoints={_}, clientId={_}",
    logged_by="ClientSessionImpl.onNext, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Session.Loop, 5.1.0 to 5.2.1 of rocketmq-client-csharp; "
    "TelemetrySession.onData, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
RECEIVE_THREAD_STACK_PRINT = Statement(
    template="Receive thread stack print command from remote, endpoints={_}, clientId={_}",
    logged_by="ClientSessionImpl.onNext, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Session.Loop, 5.1.0 to 5.2.1 of rocketmq-client-csharp; "
    "TelemetrySession.onData, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
RECEIVE_UNRECOGNIZED_COMMAND_REMOTE = Statement(
    template="Receive unrecognized command from remote, endpoints={_}, command={_}, clientId={_}",
    logged_by="ClientSessionImpl.onNext, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Session.Loop, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
BUG_UNEXPECTED_EXCEPTION_RAISED = Statement(
    template="[Bug] unexpected exception raised while receiving command from remote, command={_}, clientId={_}",
    logged_by="ClientSessionImpl.onNext, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
SESSION_HANDLER_NOT_RUNNING = Statement(
    template="Session handler is not running, forgive to renew request observer, clientId={_}, endpoints={_}",
    logged_by="ClientSessionImpl.onCompleted, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:61",
)
INIT_SETTINGS_SUCCESSFULLY_ENDPOINTS = Statement(
    template="Init settings successfully, endpoints={_}, clientId={_}",
    logged_by="ClientSessionImpl.onNext, 5.0.4 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:13",
)
RECEIVE_RECONNECT_ENDPOINTS_COMMAND = Statement(
    template="Receive reconnect endpoints command from remote, endpoints={_}, clientId={_}",
    logged_by="ClientSessionImpl.onNext, 5.1.0 to 5.2.1 of rocketmq-client-java; "
    "TelemetrySession.onData, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
RECEIVE_NOTIFY_UNSUBSCRIBE_LITE = Statement(
    template="Receive notify unsubscribe lite command from remote, endpoints={_}, clientId={_}",
    logged_by="ClientSessionImpl.onNext, 5.1.0 to 5.2.1 of rocketmq-client-java; Session.Loop, 5.2.1 of rocketmq-client-csharp",
)
