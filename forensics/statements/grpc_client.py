"""The gRPC Java client's life, heartbeats and routes: ClientImpl, ClientManagerImpl."""

from forensics.statements.template import Statement

KIND = "client"

STARTED = Statement(
    event="grpc_client_started",
    template="The rocketmq client starts successfully, clientId={client_id:word}",
    logged_by="ClientImpl.startUp, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:10",
)
STOPPED = Statement(
    event="grpc_client_stopped",
    template="Shutdown the rocketmq client successfully, clientId={client_id:word}",
    logged_by="ClientImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "BaseClient.shutdown, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:65",
)
VERSION = Statement(
    event="grpc_client_version",
    template="Start to log statistics, clientVersion={client_version:word}, clientWrapperVersion={_}, "
    "clientEndpoints={endpoints:word}, "
    "os description=[{_}], java description=[{_}], clientId={client_id:word}",
    logged_by="ClientManagerImpl.startUp, 5.0.5 to 5.2.1 of rocketmq-client-java, every minute",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:6",
)
HEARTBEAT_OK = Statement(
    event="grpc_heartbeat_ok",
    template="Send heartbeat successfully, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="ClientImpl.doHeartbeat, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Client.Heartbeat, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:43",
)
HEARTBEAT_REFUSED = Statement(
    event="grpc_heartbeat_failed",
    template="Failed to send heartbeat, code={status:word}, status message=[{status_text}], endpoints={endpoints:word}, "
    "clientId={client_id:word}",
    logged_by="ClientImpl.doHeartbeat, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:14",
)
HEARTBEAT_FAILED = Statement(
    event="grpc_heartbeat_failed",
    template="Failed to send heartbeat, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="ClientImpl.doHeartbeat, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
JVM_SHUTDOWN_HOOK_INVOKED = Statement(
    template="JVM shutdown hook is invoked, clientId={_}, state={_}",
    logged_by="ClientImpl.ClientImpl, 5.0.2 to 5.0.3 of rocketmq-client-java",
)
BEGIN_START_ROCKETMQ_CLIENT = Statement(
    event="grpc_client_starting",
    template="Begin to start the rocketmq client, clientId={client_id:word}",
    logged_by="ClientImpl.startUp, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:2",
)
BEGIN_FETCH_TOPIC_ROUTE = Statement(
    template="Begin to fetch topic(s) route data from remote during client startup, clientId={_}, topics={_}",
    logged_by="ClientImpl.startUp, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:5",
)
FETCH_TOPIC_ROUTE_DATA = Statement(
    template="Fetch topic route data from remote successfully during startup, clientId={_}, topics={_}",
    logged_by="ClientImpl.startUp, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:9",
)
EXCEPTION_RAISED_WHILE_UPDATING = Statement(
    template="Exception raised while updating topic route cache, clientId={_}",
    logged_by="ClientImpl.startUp, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
BEGIN_SHUTDOWN_ROCKETMQ_CLIENT = Statement(
    template="Begin to shutdown the rocketmq client, clientId={_}",
    logged_by="ClientImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "BaseClient.shutdown, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:51",
)
BUG_TIMEOUT_SHUTDOWN_TELEMETRY = Statement(
    template="[Bug] Timeout to shutdown the telemetry command executor, clientId={_}",
    logged_by="ClientImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
SHUTDOWN_TELEMETRY_COMMAND_EXECUTOR = Statement(
    template="Shutdown the telemetry command executor successfully, clientId={_}",
    logged_by="ClientImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:53",
)
BEGIN_RELEASE_ALL_TELEMETRY = Statement(
    template="Begin to release all telemetry sessions, clientId={_}",
    logged_by="ClientImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "BaseClient.shutdown, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:54",
)
RELEASE_ALL_TELEMETRY_SESSIONS = Statement(
    template="Release all telemetry sessions successfully, clientId={_}",
    logged_by="ClientImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "BaseClient.shutdown, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:56",
)
BUG_TIMEOUT_SHUTDOWN_CLIENT = Statement(
    template="[Bug] Timeout to shutdown the client callback executor, clientId={_}",
    logged_by="ClientImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
BUG_EXCEPTION_RAISED_WHILE = Statement(
    template="[Bug] Exception raised while handling messages, clientId={_}",
    logged_by="ClientImpl.doAfter, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
FAILED_SEND_THREAD_STACK = Statement(
    template="Failed to send thread stack trace to remote, endpoints={_}, nonce={_}, clientId={_}",
    logged_by="ClientImpl.onPrintThreadStackTraceCommand, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
BUG_EXCEPTION_RAISED_WHILE_SUBMITTING = Statement(
    template="[Bug] Exception raised while submitting task to print thread stack trace, endpoints={_}, nonce={_}, clientId={_}",
    logged_by="ClientImpl.onPrintThreadStackTraceCommand, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
FAILED_TELEMETER_SETTINGS_CLIENT = Statement(
    template="Failed to telemeter settings, clientId={_}, endpoints={_}",
    logged_by="ClientImpl.syncSettings, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
FAILED_FIRE_WRITE_TELEMETRY = Statement(
    template="Failed to fire write telemetry command, clientId={_}, endpoints={_}",
    logged_by="ClientImpl.telemetry, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
IGNORE_VERIFY_MESSAGE_COMMAND = Statement(
    template="Ignore verify message command from remote, which is not expected, clientId={_}, command={_}",
    logged_by="ClientImpl.onVerifyMessageCommand, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "BaseClient.onVerifyMessageCommand, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
FAILED_SEND_MESSAGE_VERIFICATION = Statement(
    template="Failed to send message verification result, clientId={_}",
    logged_by="ClientImpl.onVerifyMessageCommand, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
IGNORE_ORPHANED_TRANSACTION_RECOVERY = Statement(
    template="Ignore orphaned transaction recovery command from remote, which is not expected, clientId={_}, command={_}",
    logged_by="ClientImpl.onRecoverOrphanedTransactionCommand, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "BaseClient.onRecoverOrphanedTransactionCommand, onPrintThreadStackTraceCommand, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
START_UPDATE_ROUTE_CACHE = Statement(
    template="Start to update route cache for a new round, clientId={_}",
    logged_by="ClientImpl.updateRouteCache, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:15",
)
FAILED_FETCH_TOPIC_ROUTE = Statement(
    template="Failed to fetch topic route for update cache, topic={_}, clientId={_}",
    logged_by="ClientImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
NOTIFY_REMOTE_CLIENT_TERMINATED = Statement(
    template="Notify remote that client is terminated, clientId={_}",
    logged_by="ClientImpl.notifyClientTermination, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "BaseClient.notifyClientTermination, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:52",
)
BUG_EXCEPTION_RAISED_WHILE_NOTIFYING = Statement(
    template="[Bug] Exception raised while notifying client's termination, clientId={_}",
    logged_by="ClientImpl.notifyClientTermination, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
REJOIN_ENDPOINTS_ISOLATED_BEFORE = Statement(
    template="Rejoin endpoints which is isolated before, clientId={_}, endpoints={_}",
    logged_by="ClientImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
BUG_EXCEPTION_RAISED_WHILE_PREPARING = Statement(
    template="[Bug] Exception raised while preparing heartbeat, endpoints={_}, clientId={_}",
    logged_by="ClientImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
ROUTE = Statement(
    event="grpc_route_received",
    template="Fetch topic route successfully, clientId={client_id:word}, topic={topic}, topicRouteData={_:rest}",
    logged_by="ClientImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Client.FetchTopicRoute, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:12",
)
ROUTE_FAILED = Statement(
    event="grpc_route_failed",
    template="Failed to fetch topic route, clientId={client_id:word}, topic={topic}",
    logged_by="ClientImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Client.FetchTopicRoute0, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.3.3-kill:consumer/logs/rocketmq/rocketmq-client.log:32",
    throws=True,
)
BUG_FLIGHT_ROUTE_FUTURES = Statement(
    template="[Bug] in-flight route futures was empty, topic={_}, clientId={_}",
    logged_by="ClientImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
BUG_EXCEPTION_RAISED_WHILE_UPDATE = Statement(
    template="[Bug] Exception raised while update route data, topic={_}, clientId={_}",
    logged_by="ClientImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
REMOVE_CLIENT_SESSION_CLIENT = Statement(
    template="Remove client session, clientId={_}, endpoints={_}",
    logged_by="ClientImpl.removeClientSession, 5.0.4 to 5.2.1 of rocketmq-client-java",
)
IGNORE_UNSUBSCRIBE_LITE_TOPIC = Statement(
    template="Ignore unsubscribe lite topic command from remote, which is not expected, clientId={_}, command={_}",
    logged_by="ClientImpl.onNotifyUnsubscribeLiteCommand, 5.1.0 to 5.2.1 of rocketmq-client-java",
)
FETCH_TOPICS_FAILED_CLIENT = Statement(
    template="Fetch topics failed when client start, clientId={_}, topics={_}, attemptTime={_}",
    logged_by="ClientImpl.startUp, 5.2.0 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
RPC_CLIENT_IDLE_LONG = Statement(
    template="Rpc client has been idle for a long time, endpoints={_}, idleDuration={_}, rpcClientMaxIdleDuration={_}, "
    "clientId={_}",
    logged_by="ClientManagerImpl.clearIdleRpcClients, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
FAILED_GET_RPC_CLIENT = Statement(
    template="Failed to get RPC client, endpoints={_}, clientId={_}",
    logged_by="ClientManagerImpl.getRpcClient, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
BEGIN_START_CLIENT_MANAGER = Statement(
    template="Begin to start the client manager, clientId={_}",
    logged_by="ClientManagerImpl.startUp, 5.0.5 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:3",
)
EXCEPTION_RAISED_DURING_CLEARING = Statement(
    template="Exception raised during the clearing of idle rpc clients, clientId={_}",
    logged_by="ClientManagerImpl.startUp, 5.0.5 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
EXCEPTION_RAISED_DURING_HEARTBEAT = Statement(
    template="Exception raised during heartbeat, clientId={_}",
    logged_by="ClientManagerImpl.startUp, 5.0.5 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
EXCEPTION_RAISED_DURING_STATISTICS = Statement(
    template="Exception raised during statistics logging, clientId={_}",
    logged_by="ClientManagerImpl.startUp, 5.0.5 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
EXCEPTION_RAISED_DURING_SETTING = Statement(
    template="Exception raised during the setting synchronization, clientId={_}",
    logged_by="ClientManagerImpl.startUp, 5.0.5 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
CLIENT_MANAGER_STARTS_SUCCESSFULLY = Statement(
    template="The client manager starts successfully, clientId={_}",
    logged_by="ClientManagerImpl.startUp, 5.0.5 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:4",
)
BEGIN_SHUTDOWN_CLIENT_MANAGER = Statement(
    template="Begin to shutdown the client manager, clientId={_}",
    logged_by="ClientManagerImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:57",
)
BUG_TIMEOUT_SHUTDOWN_CLIENT_SCHEDULER = Statement(
    template="[Bug] Timeout to shutdown the client scheduler, clientId={_}",
    logged_by="ClientManagerImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
SHUTDOWN_CLIENT_SCHEDULER_SUCCESSFULLY = Statement(
    template="Shutdown the client scheduler successfully, clientId={_}",
    logged_by="ClientManagerImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:58",
)
SHUTDOWN_ALL_RPC_CLIENT = Statement(
    template="Shutdown all rpc client(s) successfully, clientId={_}",
    logged_by="ClientManagerImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:62",
)
BUG_TIMEOUT_SHUTDOWN_CLIENT_ASYNC = Statement(
    template="[Bug] Timeout to shutdown the client async worker, clientId={_}",
    logged_by="ClientManagerImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
SHUTDOWN_CLIENT_ASYNC_WORKER = Statement(
    template="Shutdown the client async worker successfully, clientId={_}",
    logged_by="ClientManagerImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:63",
)
BUG_UNEXPECTED_EXCEPTION_RAISED_WHILE = Statement(
    template="[Bug] Unexpected exception raised while shutdown client manager, clientId={_}",
    logged_by="ClientManagerImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
SHUTDOWN_CLIENT_MANAGER_SUCCESSFULLY = Statement(
    template="Shutdown the client manager successfully, clientId={_}",
    logged_by="ClientManagerImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:64",
)
VERSION_OLD = Statement(
    event="grpc_client_version",
    template="Start to log statistics, clientVersion={client_version:word}, clientWrapperVersion={_}, "
    "clientEndpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="ClientManagerImpl.startUp, 5.0.2 to 5.0.4 of rocketmq-client-java, every minute",
)
INTERCEPTOR_FAILED = Statement(
    template="Exception raised while handing messages",
    logged_by="CompositedMessageInterceptor.doAfter, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
