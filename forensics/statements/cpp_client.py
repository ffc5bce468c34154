"""The gRPC C++ client: the life, sessions and routes of clients. No line names its client."""

from forensics.statements.template import Statement

KIND = "client"

ATTEMPT_START_CLIENTIMPL_FAILED = Statement(
    template="Attempt to start ClientImpl failed. Expecting: {_} Actual: {_}",
    logged_by="ClientImpl.start, 5.0.0 to 5.0.4 of rocketmq-client-cpp",
)
NO_NAME_SERVER_RESOLVER = Statement(
    template="No name server resolver is configured.",
    logged_by="ClientImpl.start, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_RESOLVE_NAME_SERVER = Statement(
    template="Failed to resolve name server address",
    logged_by="ClientImpl.start, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_QUERY_ROUTE_DURING = Statement(
    template="Failed to query route for {_} during starting. Cause: {_}",
    logged_by="ClientImpl.start, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
SYNC_SETTINGS_SERVERS = Statement(
    template="Sync client settings to servers",
    logged_by="ClientImpl, 5.0.0 to 5.0.1 of rocketmq-client-cpp",
)
EXPORT_METRICS = Statement(
    template="Export client metrics to {_}",
    logged_by="ClientImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNKNOWN_METRIC_ADDRESS_SCHEME = Statement(
    template="Unknown metric address scheme",
    logged_by="ClientImpl.metricServiceEndpoint, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:23",
)
TRY_SHUTDOWN_CLIENTIMPL_BUT = Statement(
    template="Try to shutdown ClientImpl, but its state is not as expected. Expecting: {_}, Actual: {_}",
    logged_by="ClientImpl.shutdown, 5.0.0 to 5.0.4 of rocketmq-client-cpp",
)
CREATE_INFLIGHT_ROUTE_QUERY = Statement(
    template="Create inflight route query cache for topic={_}",
    logged_by="ClientImpl.getRouteFor, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:17",
)
NO_NAME_SERVER_AVAILABLE = Statement(
    template="No name server available",
    logged_by="ClientImpl.fetchRouteFor, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_RESOLVE_ROUTE_TOPIC = Statement(
    template="Failed to resolve route for topic={_} from {_}",
    logged_by="ClientImpl.fetchRouteFor, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
CHANGE_CURRENT_NAME_SERVER = Statement(
    template="Change current name server from {_} to {_}",
    logged_by="ClientImpl.fetchRouteFor, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNEXPECTED_INSTANCE_STATE = Statement(
    template="Unexpected client instance state={_}.",
    logged_by="ClientImpl.updateRouteInfo, 5.0.0 to 5.0.4 of rocketmq-client-cpp",
)
NO_HOSTS_SEND_HEARTBEAT = Statement(
    template="No hosts to send heartbeat to at present",
    logged_by="ClientImpl.heartbeat, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_HEARTBEAT_AGAINST_CAUSE = Statement(
    template="Failed to heartbeat against {_}. Cause: {_}",
    logged_by="ClientImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
YUCK_ROUTE_INVALID_CAUSE = Statement(
    template="Yuck! route for {_} is invalid. Cause: {_}",
    logged_by="ClientImpl.updateRouteCache, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
TOPICROUTEDATA_TOPIC_CHANGED_NONE = Statement(
    template="TopicRouteData for topic={_} has changed. NONE --> {_}",
    logged_by="ClientImpl.updateRouteCache, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:22",
)
TOPICROUTEDATA_TOPIC_CHANGED = Statement(
    template="TopicRouteData for topic={_} has changed. {_} --> {_}",
    logged_by="ClientImpl.updateRouteCache, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_DECODE_ORPHANED_TRANSACTION = Statement(
    template="Failed to decode orphaned transaction message",
    logged_by="ClientImpl.doRecoverOrphanedTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
DROP_ISOLATED_ENDOINT_REMOVED = Statement(
    template="Drop isolated-endoint[{_}] as it has been removed from route table",
    logged_by="ClientImpl.onRemoteEndpointRemoval, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
SHOULD_NOT_REACH_HERE = Statement(
    template="Should NOT reach here. Subclass should have overridden this function.",
    logged_by="ClientImpl.notifyClientTermination, 5.0.0 to 5.0.4 of rocketmq-client-cpp",
)
NOTIFY_TERMINATION_ERROR_ERRORCODE = Statement(
    template="Notify client termination error, ErrorCode={_}, Endpoint={_}",
    logged_by="ClientImpl, 5.0.3 to 5.1.1 of rocketmq-client-cpp",
)
SHUTDOWN_REQUESTED_DURING_START = Statement(
    template="Shutdown requested during start, shutting down immediately",
    logged_by="ClientImpl, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_CANCELLING_ROUTE_UPDATE = Statement(
    template="Exception cancelling route update: {_}",
    logged_by="ClientImpl.shutdown, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_CANCELLING_TELEMETRY_SYNC = Statement(
    template="Exception cancelling telemetry sync: {_}",
    logged_by="ClientImpl.shutdown, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_SHUTTING_DOWN_NAME = Statement(
    template="Exception shutting down name server resolver: {_}",
    logged_by="ClientImpl.shutdown, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
SKIPPING_ROUTE_UPDATE_STATE = Statement(
    template="Skipping route update: client state={_}",
    logged_by="ClientImpl.updateRouteInfo, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
REMOVED_ISOLATION_ENDPOINT_AFTER = Statement(
    template="Removed isolation for endpoint {_} after successful heartbeat",
    logged_by="ClientImpl, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
CANNOT_SCHEDULE_MANAGER_NULL = Statement(
    template="Cannot schedule {_}: client manager is null",
    logged_by="ClientImpl.schedule, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
ONE_ASYNC_CALL_ALREADY = Statement(
    template="One async call is already dead",
    logged_by="InvocationContext, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ASYNCHRONOUS_RPC_TIMED_OUT = Statement(
    template="Asynchronous RPC[{_}.{_}] timed out, elapsing {_}ms, deadline-over-due: {_}ms",
    logged_by="InvocationContext, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNEXPECTED_ERROR_WHILE_INVOKING = Statement(
    template="Unexpected error while invoking user-defined callback. Reason: {_}",
    logged_by="InvocationContext, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNEXPECTED_ERROR_WHILE_INVOKING_USER = Statement(
    template="Unexpected error while invoking user-defined callback",
    logged_by="InvocationContext, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
RPCCLIENT_DESTRUCTED_RESPONSE_IGNORED = Statement(
    template="RpcClient has destructed. Response Ignored",
    logged_by="RpcClientImpl.asyncCallback, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
CLIENTMANAGER_DESTRUCTED_RESPONSE_IGNORED = Statement(
    template="ClientManager has destructed. Response ignored",
    logged_by="RpcClientImpl.asyncCallback, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
SYNC_SETTINGS = Statement(
    template="Sync client settings to {_}",
    logged_by="SessionImpl.syncSettings, 5.0.0 to 5.0.1 of rocketmq-client-cpp",
)
REQUEST_SETTINGS = Statement(
    template="Request client settings to {_}",
    logged_by="SessionImpl.syncSettings, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:10",
)
FAILED_CREATE_GRPC_NAMING = Statement(
    template="Failed to create gRPC naming scheme compliant address from {_}",
    logged_by="StaticNameServerResolver.StaticNameServerResolver, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
TELEMETRY_STREAM_DESTRUCTED_STREAMSTATE = Statement(
    template="Telemetry stream for {_} destructed. StreamState={_}",
    logged_by="TelemetryBidiReactor.~TelemetryBidiReactor, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:107",
)
FAILED_WRITE_TELEMETRY_COMMAND = Statement(
    template="Failed to write telemetry command {_} to {_}",
    logged_by="TelemetryBidiReactor.OnWriteDone, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_READ_TELEMETRY_COMMAND = Statement(
    template="Failed to read telemetry command from {_}",
    logged_by="TelemetryBidiReactor.OnReadDone, 5.0.0 to 5.0.1 of rocketmq-client-cpp",
)
DESTRUCTED = Statement(
    template="Client for {_} has destructed",
    logged_by="TelemetryBidiReactor.OnReadDone, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
RECEIVED_SETTINGS = Statement(
    template="Received settings from {_}: {_}",
    logged_by="TelemetryBidiReactor.OnReadDone, 5.0.0 to 5.0.1 of rocketmq-client-cpp; "
    "Session.Loop, 5.0.0 of rocketmq-client-csharp",
)
UNSUPPORTED_COMMAND = Statement(
    template="Unsupported command",
    logged_by="TelemetryBidiReactor.OnReadDone, 5.0.0 to 5.0.1 of rocketmq-client-cpp",
)
ONDONE_STATUS_ERROR_CODE = Statement(
    template="{_}#OnDone, status.error_code={_}, status.error_message={_}, status.error_details={_}",
    logged_by="TelemetryBidiReactor.OnDone, 5.0.0 to 5.0.1 of rocketmq-client-cpp",
)
FAILED_READ_TELEMETRY_STREAM = Statement(
    template="Failed to read from telemetry stream from {_}",
    logged_by="TelemetryBidiReactor.OnReadDone, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
RECEIVE_SETTINGS = Statement(
    template="Receive settings from {_}: {_}",
    logged_by="TelemetryBidiReactor.OnReadDone, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:16",
)
RECEIVE_ORPHAN_TRANSACTION_COMMAND = Statement(
    template="Receive orphan transaction command: {_}",
    logged_by="TelemetryBidiReactor.OnReadDone, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
TELEMETRY_COMMAND_RECEIVE_UNSUPPORTED = Statement(
    template="Telemetry command receive unsupported command",
    logged_by="TelemetryBidiReactor.OnReadDone, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
NAMESPACE_CHANGED = Statement(
    template="Client namespace is changed from [{_}] to [{_}]",
    logged_by="TelemetryBidiReactor.applyPublishingConfig, TelemetryBidiReactor.applySubscriptionConfig, 5.0.2 to 5.1.1 of "
    "rocketmq-client-cpp",
)
FURTHER_WRITE_NOT_ALLOWED = Statement(
    template="Further write to {_} is not allowed due to stream-state={_}",
    logged_by="TelemetryBidiReactor.tryWriteNext, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
STREAMSTATE_CONDVAR_TIMED_OUT = Statement(
    template="StreamState CondVar timed out before getting signalled: state={_}",
    logged_by="TelemetryBidiReactor.close, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
READ_INITIAL_METADATA_FAILED = Statement(
    template="Read of initial-metadata failed from {_}",
    logged_by="TelemetryBidiReactor.OnReadInitialMetadataDone, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
WRITING_TELEMETRYCOMMAND_ERROR_DUE = Statement(
    template="Writing TelemetryCommand error due to unexpected state. State={_}, Peer={_}",
    logged_by="TelemetryBidiReactor.tryWriteNext, 5.0.3 to 5.0.4 of rocketmq-client-cpp",
)
ALREADY_DESTRUCTED_WHEN_CREATING = Statement(
    template="Client already destructed when creating telemetry stream to {_}",
    logged_by="TelemetryBidiReactor.TelemetryBidiReactor, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
SCHEDULED_SESSION_RECONNECT_AFTER = Statement(
    template="Scheduled session reconnect to {_} after {_}ms",
    logged_by="TelemetryBidiReactor.OnDone, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:78",
)
