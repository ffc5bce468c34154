"""The Node client's life, heartbeats, routes and telemetry sessions: BaseClient, RpcClientManager, TelemetrySession."""

from forensics.statements.template import Statement

KIND = "client"

STARTING = Statement(
    event="grpc_client_starting",
    template="Begin to startup the rocketmq client, clientId={client_id:word}",
    logged_by="BaseClient.startup, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:1",
)
STARTED = Statement(
    event="grpc_client_started",
    template="Startup the rocketmq client successfully, clientId={client_id:word}",
    logged_by="BaseClient.startup, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:11",
)
GET_ERROR_STATUS_TELEMETRY = Statement(
    template="Get error status from telemetry session, status={_}, endpoints={_}, clientId={_}",
    logged_by="BaseClient.onUnknownCommand, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
SYNC_SETTINGS_CLIENTID = Statement(
    template="Sync settings={_}, clientId={_}",
    logged_by="BaseClient.onSettingsCommand, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:9",
)
RPCCLIENTMANAGER_RPC_CLIENT_HAS = Statement(
    template="[RpcClientManager] Rpc client has been idle for a long time, endpoints={_}, idleDuration={_}, clientId={_}",
    logged_by="RpcClientManager.clearIdleRpcClients, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
BEGIN_RELEASE_TELEMETRY_SESSION = Statement(
    template="Begin to release telemetry session, endpoints={_}, clientId={_}",
    logged_by="TelemetrySession.release, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:51",
)
RECEIVE_UNRECOGNIZED_COMMAND_REMOTE = Statement(
    template="Receive unrecognized command from remote, endpoints={_}, commandCase={_}, command={_}, clientId={_}",
    logged_by="TelemetrySession.onData, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
STREAM_BROKEN = Statement(
    event="grpc_stream_broken",
    template="Exception raised from stream response observer, endpoints={endpoints:word}, clientId={client_id:word}, error={_}",
    logged_by="TelemetrySession.onError, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:30",
)
STREAM_COMPLETED = Statement(
    event="grpc_stream_completed",
    template="Receive completion for stream response observer, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="TelemetrySession.onEnd, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
BEGIN_EXECUTE_STARTUP_FLOW = Statement(
    template="Begin to execute startup flow, clientId={_}, topics={_}",
    logged_by="BaseClient.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:2",
)
FETCH_TOPIC_ROUTE_SUCCESSFULLY = Statement(
    template="Fetch topic route successfully during startup, clientId={_}, attempt={_}",
    logged_by="BaseClient.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:4",
)
FETCH_TOPIC_ROUTE_FAILED = Statement(
    template="Fetch topic route failed during startup, will retry, clientId={_}, attempt={_}/{_}, error={_}, backoff={_}ms",
    logged_by="BaseClient.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
FETCH_TOPIC_ROUTE_FAILED_AFTER = Statement(
    template="Fetch topic route failed after {_} attempts, clientId={_}, error={_}",
    logged_by="BaseClient.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
TOPIC_ROUTES_UPDATED_CLIENTID = Statement(
    template="Topic routes updated, clientId={_}",
    logged_by="BaseClient.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:5",
)
FAILED_UPDATE_ROUTES_PERIODICALLY = Statement(
    template="Failed to update routes periodically, clientId={_}, error={_}",
    logged_by="BaseClient.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
FAILED_SYNC_SETTINGS_CLIENTID = Statement(
    template="Failed to sync settings, clientId={_}, error={_}",
    logged_by="BaseClient.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
WAITING_FIRST_ONSETTINGSCOMMAND_CLIENTID = Statement(
    template="Waiting for first onSettingsCommand, clientId={_}",
    logged_by="BaseClient.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:6",
)
RECEIVED_FIRST_ONSETTINGSCOMMAND_CLIENTID = Statement(
    template="Received first onSettingsCommand, clientId={_}",
    logged_by="BaseClient.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:10",
)
HEARTBEAT_FAILED = Statement(
    event="grpc_heartbeat_failed",
    template="Heartbeat failed for endpoints={endpoints:word}, clientId={client_id:word}, error={_}",
    logged_by="BaseClient.doHeartbeat, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
UNEXPECTED_ERROR_HEARTBEAT_CLIENTID = Statement(
    template="Unexpected error in heartbeat, clientId={_}, error={_}",
    logged_by="BaseClient.doHeartbeat, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
ROUTE_FAILED = Statement(
    event="grpc_route_failed",
    template="Failed to fetch topic route, clientId={client_id:word}, topic={topic:word}, endpoints={_:word}, error={_}",
    logged_by="BaseClient.fetchTopicRoute, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
RECEIVED_SETTINGS_COMMAND_CLIENTID = Statement(
    template="Received settings command, clientId={_}, settings={_}",
    logged_by="BaseClient.onSettingsCommand, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
RECEIVED_SETTINGS_WITH_VERSION = Statement(
    event="grpc_client_version",
    template='Received settings command, clientId={client_id:word}, settings={_}"userAgent":{{"language":{_},'
    '"version":"{client_version:word}",{_}',
    logged_by="BaseClient.onSettingsCommand, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:8",
)
"""The proxy answers with the settings that it was sent: the version is the client's own."""
RECEIVED_RECONNECT_ENDPOINTS_COMMAND = Statement(
    template="Received reconnect endpoints command from remote, will refresh telemetry session, endpoints={_}, clientId={_}",
    logged_by="BaseClient.onReconnectEndpointsCommand, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
FAILED_CLOSE_RPC_CLIENT = Statement(
    template="Failed to close RPC client for endpoints={_}, clientId={_}, error={_}",
    logged_by="RpcClientManager.close, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
CREATING_TELEMETRY_SESSION_ENDPOINTS = Statement(
    template="Creating telemetry session, endpoints={_}, clientId={_}",
    logged_by="TelemetrySession.constructor, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:3",
)
FAILED_RELEASE_TELEMETRY_SESSION = Statement(
    template="Failed to release telemetry session gracefully, endpoints={_}, clientId={_}, error={_}",
    logged_by="TelemetrySession.release, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
TELEMETRY_SESSION_ALREADY_REFRESHING = Statement(
    template="Telemetry session is already refreshing, skip this request, endpoints={_}, clientId={_}",
    logged_by="TelemetrySession.refresh, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
STREAM_RENEWING = Statement(
    event="grpc_stream_renewing",
    template="Refreshing telemetry session, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="TelemetrySession.refresh, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
FAILED_REFRESH_TELEMETRY_SESSION = Statement(
    template="Failed to refresh telemetry session, endpoints={_}, clientId={_}, error={_}",
    logged_by="TelemetrySession.refresh, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
SETTINGS_SENT = Statement(
    event="grpc_settings_sent",
    template="Syncing settings to new stream, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="TelemetrySession.renewStream, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:135",
)
FAILED_CREATE_TELEMETRY_STREAM = Statement(
    template="Failed to create telemetry stream, endpoints={_}, clientId={_}, error={_}",
    logged_by="TelemetrySession.renewStream, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
NODEJS_ERROR_STARTUP_ROCKETMQ = Statement(
    template="nodejs.Error: Startup the rocketmq client failed, clientId={_:word}, error={_}",
    logged_by="BaseClient.startup, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
