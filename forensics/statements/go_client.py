"""The gRPC Go client's life, sessions, heartbeats and routes: client.go, client_manager.go, rpc_client.go."""

from forensics.statements.go_bodies import OF, OF_ITS
from forensics.statements.template import Statement

KIND = "client"

STARTING = Statement(
    event="grpc_client_starting",
    template="begin to start the rocketmq client" + OF_ITS,
    logged_by="defaultClient.startUp, 5.0.0 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:1",
)

SESSION_STARTS = Statement(
    template="defaultClientSession is startUp! endpoints={_}",
    logged_by="defaultClientSession.startUp, 5.0.0 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:5",
)

COMMAND_FAILED = Statement(
    template="telemetryCommand recv err={_}",
    logged_by="defaultClientSession._execute_server_telemetry_command, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

COMMAND_DONE = Statement(
    template="Executed command successfully" + OF,
    logged_by="defaultClientSession._execute_server_telemetry_command, 5.0.1 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:9",
)
"""Of any command: settings are the usual one, and no line tells them from others."""

STREAM_BROKEN = Statement(
    event="grpc_stream_broken",
    template="Encountered error while receiving TelemetryCommand, trying to recover" + OF_ITS,
    logged_by="defaultClientSession.startUp, 5.0.1 to 5.1.2 of rocketmq-client-golang",
)

STREAM_BROKEN_BY = Statement(
    event="grpc_stream_broken",
    template="Encountered error while receiving TelemetryCommand, trying to recover, err={_}" + OF_ITS,
    logged_by="defaultClientSession.startUp, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:16",
)

NOT_RECOVERED = Statement(
    template="Failed to recover, err={_}",
    logged_by="defaultClientSession.startUp, 5.0.1 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:17",
)
"""The stream that broke is read once more: no break of its own. Settings, sent every five minutes, open the next."""

NOT_HEALTHY = Statement(
    template="Failed to recover, Some of the servers are unhealthy, Heartbeat err={_}",
    logged_by="defaultClientSession.startUp, 5.0.1 to 5.1.4 of rocketmq-client-golang",
)

RECOVERED_EXECUTING = Statement(
    template="Managed to recover, executing message" + OF,
    logged_by="defaultClientSession.startUp, 5.0.1 to 5.1.3 of rocketmq-client-golang",
)

RECOVERED = Statement(
    template="Managed to recover" + OF,
    logged_by="defaultClientSession.startUp, 5.1.4 of rocketmq-client-golang",
)

START_WITHOUT_SETTINGS = Statement(
    template="failed to sync settings during startUp: {_}",
    logged_by="defaultClientSession.startUp, 5.1.4 of rocketmq-client-golang",
)

RELEASE_FAILED = Statement(
    template="release defaultClientSession err={_}",
    logged_by="defaultClientSession.release, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

INTERCEPTING_RAISED = Statement(
    template="exception raised while intercepting message, hookPoint={_}, err={_}",
    logged_by="defaultClient.doAfter, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

NO_QUEUE = Statement(
    template="queryRoute result has no messageQueue, requestId={_}",
    logged_by="defaultClient.queryRoute, 5.0.1 to 5.1.4 of rocketmq-client-golang",
)

HEARTBEAT_OK = Statement(
    template="send heartbeat successfully, endpoints={_:go_endpoints}" + OF,
    logged_by="defaultClient.doHeartbeat, 5.0.0 to 5.1.1 of rocketmq-client-golang",
)
"""It would end a window of the client's, and no line tells a producer, which has none, from a consumer."""

HEARTBEAT_REFUSED = Statement(
    event="grpc_heartbeat_failed",
    template="failed to send heartbeat, code={status:word}, status message=[{status_text}], "
    "endpoints={endpoints:go_endpoints}, requestId={request_id}" + OF_ITS,
    logged_by="defaultClient.doHeartbeat, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

HEARTBEAT_FAILED = Statement(
    event="grpc_heartbeat_failed",
    template="failed to send heartbeat, endpoints={endpoints:go_endpoints}, err={_}, requestId={request_id}" + OF_ITS,
    logged_by="defaultClient.doHeartbeat, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

HEARTBEAT_NOT_SENT = Statement(
    template="failed to send heartbeat, err={_}",
    logged_by="defaultClient.doHeartbeat, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

ANSWER = Statement(
    template="CODE: {_}, MESSAGE: {_}",
    logged_by="ErrRpcStatus.Error, behind what defaultClient.doHeartbeat logs, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

RPC_ERROR = Statement(
    template="rpc error: code = {_} desc = {_}",
    logged_by="defaultProducer.SendWithTransaction, as gRPC prints an error, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

REJOINED = Statement(
    template="rejoin endpoints which is isolated before, endpoints={_}",
    logged_by="defaultClient.doHeartbeat, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

SYNCING_SETTINGS = Statement(
    template="start trySyncSettings" + OF,
    logged_by="defaultClient.trySyncSettings, 5.0.0 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:11",
)

MUST_SYNC_SETTINGS = Statement(
    template="start mustSyncSettings" + OF,
    logged_by="defaultClient.mustSyncSettings, 5.0.0 of rocketmq-client-golang",
)

MUST_SYNC_SETTING = Statement(
    template="start syncSetting" + OF,
    logged_by="defaultClient.mustSyncSettings, 5.0.0 of rocketmq-client-golang",
)

NO_SESSION_OLD = Statement(
    template="getDefaultClientSession failed, err=%v{_}",
    logged_by="defaultClient.telemeter, 5.0.0 of rocketmq-client-golang",
)
"""Logged without its format filled in."""

NO_SESSION = Statement(
    template="getDefaultClientSession {_} failed, err={_}",
    logged_by="defaultClient.telemeter, 5.0.1 to 5.1.4 of rocketmq-client-golang",
)

SETTINGS_NOT_SENT_OLD = Statement(
    template="telemeter to %s failed, err=%v{_}",
    logged_by="defaultClient.telemeter, 5.0.0 of rocketmq-client-golang",
)
"""Logged without its format filled in."""

SETTINGS_NOT_SENT = Statement(
    template="telemeter to {_} failed, err={_}",
    logged_by="defaultClient.telemeter, 5.0.1 to 5.1.4 of rocketmq-client-golang",
)

SETTINGS_WRITTEN = Statement(
    template="telemeter to {_} success" + OF,
    logged_by="defaultClient.telemeter, 5.0.0 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:6",
)
"""Written to the stream there is, which may be a broken one."""

START_WITHOUT_ROUTE = Statement(
    template="failed to get topic route data result from remote during client startup, topics={_}, err={_}. retry attempt={_}",
    logged_by="defaultClient.startUp, 5.0.0 of rocketmq-client-golang",
)

ROUTE_AT_LAST = Statement(
    template="retry to get topic route data success, attempts={_}",
    logged_by="defaultClient.startUp, 5.0.0 of rocketmq-client-golang",
)

ROUTE_NOT_RENEWED = Statement(
    template="scheduled queryRoute err={_}",
    logged_by="defaultClient.startUp, 5.0.1 to 5.1.4 of rocketmq-client-golang",
)

ROUTE_KEPT = Statement(
    template="newRoute is nil, but oldRoute is not. do not update" + OF,
    logged_by="defaultClient.startUp, 5.0.1 to 5.1.4 of rocketmq-client-golang",
)

WAITING_FOR_SETTINGS = Statement(
    template="wait for sync settings finish",
    logged_by="defaultClient.startUp, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:7",
)

SETTINGS_THERE = Statement(
    template="sync settings finished",
    logged_by="defaultClient.startUp, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:15",
)
"""It names no client, and a process may have several."""

TERMINATING = Statement(
    template="start notifyClientTermination" + OF,
    logged_by="defaultClient.notifyClientTermination, 5.0.0 to 5.1.3 of rocketmq-client-golang",
)

TERMINATING_AT = Statement(
    template="start notifyClientTermination, endpoints={_}",
    logged_by="defaultClient.notifyClientTermination, 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:23",
)

NOT_TERMINATED = Statement(
    template="failed to notify client termination, endpoints={_}, error={_}",
    logged_by="defaultClient.notifyClientTermination, 5.1.4 of rocketmq-client-golang",
)

RECOVERY_FAILED = Statement(
    template="onRecoverOrphanedTransactionCommand err={_}",
    logged_by="defaultClient.onRecoverOrphanedTransactionCommand, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

RECOVERY_IGNORED = Statement(
    template="ignore orphaned transaction recovery command from remote, which is not expected, command={_}",
    logged_by="defaultClient.onRecoverOrphanedTransactionCommand, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

MANAGER_STARTS = Statement(
    template="begin to start the client manager",
    logged_by="defaultClientManager.startUp, 5.0.0 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:2",
)

MANAGER_STARTED = Statement(
    template="the client manager starts successfully",
    logged_by="defaultClientManager.startUp, 5.0.0 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:3",
)

CLEARING_IDLE = Statement(
    template="clientManager start clearIdleRpcClients",
    logged_by="defaultClientManager.clearIdleRpcClients, 5.0.0 of rocketmq-client-golang",
)

IDLE = Statement(
    template="rpc client has been idle for a long time, target={_}, idleDuration={_}, rpcClientMaxIdleDuration={_}",
    logged_by="defaultClientManager.clearIdleRpcClients, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

HEARTBEATS_START = Statement(
    template="clientManager start doHeartbeat",
    logged_by="defaultClientManager.doHeartbeat, 5.0.0 to 5.1.1 of rocketmq-client-golang",
)

SETTINGS_START = Statement(
    template="clientManager start syncSettings",
    logged_by="defaultClientManager.syncSettings, 5.0.0 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:10",
)

MANAGER_STOPS = Statement(
    template="begin to shutdown the client manager",
    logged_by="defaultClientManager.shutdown, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

MANAGER_STOPPED = Statement(
    template="shutdown the client manager successfully",
    logged_by="defaultClientManager.shutdown, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

CLEANING = Statement(
    template="clientManager start cleanRpcClient",
    logged_by="defaultClientManager.cleanRpcClient, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

UNAVAILABLE = Statement(
    template="happened unavailable err={_}, close rpcClient={_}",
    logged_by="defaultClientManager.handleGrpcError, 5.0.0 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app2/logs/rocketmq/rocketmq_client_go.log:24",
)

RPC_CLIENT_MADE = Statement(
    template="create rpc client success, target={_}",
    logged_by="NewRpcClient, 5.0.0 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:4",
)

RPC_CLIENT_CLOSED = Statement(
    template="close rpc client, target={_}",
    logged_by="rpcClient.GracefulStop, 5.0.0 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app2/logs/rocketmq/rocketmq_client_go.log:25",
)
