"""The gRPC C# client: the life, sessions, heartbeats and routes of clients."""

from forensics.statements.template import Statement

KIND = "client"

SHUTDOWN = Statement(
    template="Shutdown client",
    logged_by="Client.Shutdown, 5.0.0 of rocketmq-client-csharp",
)
FAILED_FETCH_ROUTE_NULL = Statement(
    template="Failed to fetch route for {_}, null response",
    logged_by="Client.UpdateTopicRoute, 5.0.0 of rocketmq-client-csharp",
)
FAILED_FETCH_ROUTE_EMPTY = Statement(
    template="Failed to fetch route for {_}, empty message queue",
    logged_by="Client.UpdateTopicRoute, 5.0.0 of rocketmq-client-csharp",
)
FAILED_QUERY_ROUTE = Statement(
    template="Failed to query route of {_} from {_}",
    logged_by="Client.GetRouteFor, 5.0.0 of rocketmq-client-csharp",
)
FAILED_WHEN_QUERYING_ROUTE = Statement(
    template="Failed when querying route",
    logged_by="Client.GetRouteFor, 5.0.0 of rocketmq-client-csharp",
    throws=True,
)
FAILED_ACQUIRE_LOAD_ASSIGNMENTS = Statement(
    template="Failed to acquire load assignments from {_}",
    logged_by="Client.ScanLoadAssignment, 5.0.0 of rocketmq-client-csharp",
    throws=True,
)
BEGIN_ESTABLISH_SESSION_ENDPOINTS = Statement(
    template="Begin to establish session for endpoints={_}, clientId={_}",
    logged_by="Client.OnTopicRouteDataFetched, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.2.0-csharp-cpp-rust:c-csharp/logs/rocketmq/rocketmq-client.log:2",
)
ESTABLISH_SESSION_ENDPOINTS_SUCCESSFULLY = Statement(
    template="Establish session for endpoints={_} successfully, clientId={_}",
    logged_by="Client.OnTopicRouteDataFetched, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.2.0-csharp-cpp-rust:c-csharp/logs/rocketmq/rocketmq-client.log:5",
)
START_UPDATE_TOPIC_ROUTE = Statement(
    template="Start to update topic route cache for a new round, clientId={_}",
    logged_by="Client.UpdateTopicRouteCache, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.2.0-csharp-cpp-rust:c-csharp/logs/rocketmq/rocketmq-client.log:13",
)
FAILED_UPDATE_TOPIC_ROUTE = Statement(
    template="Failed to update topic route cache, topic={_}",
    logged_by="Client.UpdateTopicRouteCache, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
BUG_UNEXPECTED_EXCEPTION_RAISED = Statement(
    template="[Bug] unexpected exception raised during topic route cache update, clientId={_}",
    logged_by="Client.UpdateTopicRouteCache, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
SYNC_SETTINGS_REMOTE_ENDPOINTS = Statement(
    template="Sync settings to remote, endpoints={_}",
    logged_by="Client.SyncSettings, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.2.0-csharp-cpp-rust:c-csharp/logs/rocketmq/rocketmq-client.log:9",
)
BUG_UNEXPECTED_EXCEPTION_RAISED_DURING = Statement(
    template="[Bug] unexpected exception raised during setting sync, clientId={_}",
    logged_by="Client.SyncSettings, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
VERSION = Statement(
    event="grpc_client_version",
    template="ClientId={client_id:word}, ClientVersion={client_version:word}, .NET Version={_}, ThreadCount={_}, "
    "CompletedWorkItemCount={_}, PendingWorkItemCount={_}, AvailableWorkerThreads={_}, AvailableCompletionPortThreads={_}",
    logged_by="Client.Stats, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.2.0-csharp-cpp-rust:c-csharp/logs/rocketmq/rocketmq-client.log:8",
)
FAILED_EXECUTE_SCHEDULED_TASK = Statement(
    template="Failed to execute scheduled task, ClientId={_}",
    logged_by="Client.ScheduleWithFixedDelay, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
FAILED_FETCH_TOPIC_ROUTE = Statement(
    event="grpc_route_failed",
    template="Failed to fetch topic route, clientId={client_id:word}, topic={topic}, code={_:word}, statusMessage={_}",
    logged_by="Client.FetchTopicRoute0, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
REJOIN_ENDPOINTS_WHICH_ISOLATED = Statement(
    template="Rejoin endpoints which was isolated before, endpoints={_}, clientId={_}",
    logged_by="Client.Heartbeat, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
HEARTBEAT_REFUSED = Statement(
    event="grpc_heartbeat_failed",
    template="Failed to send heartbeat, endpoints={endpoints:word}, code={status:word}, statusMessage={status_text}, "
    "clientId={client_id:word}",
    logged_by="Client.Heartbeat, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
HEARTBEAT_FAILED = Statement(
    template="Failed to send heartbeat, endpoints={_}",
    logged_by="Client.Heartbeat, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
BUG_UNEXPECTED_EXCEPTION_RAISED_DURING_HEARTBEAT = Statement(
    template="[Bug] unexpected exception raised during heartbeat, clientId={_}",
    logged_by="Client.Heartbeat, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
NOTIFY_REMOTE_ENDPOINTS_CURRENT = Statement(
    template="Notify remote endpoints that current client is terminated, clientId={_}",
    logged_by="Client.NotifyClientTermination, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.2.0-csharp-cpp-rust:c-csharp/logs/rocketmq/rocketmq-client.log:33",
)
FAILED_NOTIFY_TERMINATION_CLIENTID = Statement(
    template="Failed to notify client's termination, clientId=${_}, endpoints=${_}",
    logged_by="Client.NotifyClientTermination, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
IGNORE_ORPHANED_TRANSACTION_RECOVERY = Statement(
    template="Ignore orphaned transaction recovery command from remote, which is not expected, clientId={_}, endpoints={_}",
    logged_by="Client.OnRecoverOrphanedTransactionCommand, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
IGNORE_VERIFY_MESSAGE_COMMAND = Statement(
    template="Ignore verify message command from remote, which is not expected, clientId={_}, endpoints={_}, command={_}",
    logged_by="Client.OnVerifyMessageCommand, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
IGNORE_THREAD_STACK_TRACE = Statement(
    template="Ignore thread stack trace printing command from remote because it is still not supported, clientId={_}, "
    "endpoints={_}",
    logged_by="Client.OnPrintThreadStackTraceCommand, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
FAILED_QUERY_ROUTE_ENTRIES = Statement(
    template="Failed to query route entries for topic={_} from {_}: {_}",
    logged_by="ClientManager.ResolveRoute, 5.0.0 of rocketmq-client-csharp",
)
UNEXPECTED_RECEIVEMESSAGERESPONSE_CONTENT_TYPE = Statement(
    template="Unexpected ReceiveMessageResponse content type",
    logged_by="ClientManager.ReceiveMessage, 5.0.0 of rocketmq-client-csharp",
)
RECEIVE_MESSAGE_DENIED = Statement(
    template="Receive message denied",
    logged_by="ClientManager.ReceiveMessage, 5.0.0 of rocketmq-client-csharp",
)
TOOMANYREQUEST_SERVERS_THROTTLED = Statement(
    template="TooManyRequest: servers throttled",
    logged_by="ClientManager.ReceiveMessage, 5.0.0 of rocketmq-client-csharp",
)
NO_MESSAGE_FOUND_SERVER = Statement(
    template="No message is found in the server",
    logged_by="ClientManager.ReceiveMessage, 5.0.0 of rocketmq-client-csharp",
)
UNKNOWN_ERROR_STATUS = Statement(
    template="Unknown error status",
    logged_by="ClientManager.ReceiveMessage, 5.0.0 of rocketmq-client-csharp",
)
BEGIN_SHUTDOWN_METER_CLIENTID = Statement(
    template="Begin to shutdown the client meter, clientId={_}, endpoints={_}",
    logged_by="ClientMeter.Shutdown, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
SHUTDOWN_METER_SUCCESSFULLY_CLIENTID = Statement(
    template="Shutdown the client meter successfully, clientId={_}, endpoints={_}",
    logged_by="ClientMeter.Shutdown, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
METRIC_ENDPOINTS_CLIENTID = Statement(
    template="Metric is on, endpoints={_}, clientId={_}",
    logged_by="ClientMeterManager.Reset, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
CONFIG_FILE_DOES_NOT = Statement(
    template="Config file[{_}] does not exist",
    logged_by="ConfigFileCredentialsProvider.ConfigFileCredentialsProvider, 5.0.0 of rocketmq-client-csharp",
)
FAILED_PARSE_JSON_CONFIGURATION = Statement(
    template="Failed to parse JSON configuration: {_}",
    logged_by="ConfigFileCredentialsProvider.ConfigFileCredentialsProvider, 5.0.0 of rocketmq-client-csharp",
)
FAILED_READ_COFIG_FILE = Statement(
    template="Failed to read cofig file. Cause: {_}",
    logged_by="ConfigFileCredentialsProvider.ConfigFileCredentialsProvider, 5.0.0 of rocketmq-client-csharp",
)
UNSUPPORTED_MESSAGE_BODY_DIGEST = Statement(
    template="Unsupported message body digest algorithm,digestType={_}, topic={_}, messageId={_}",
    logged_by="MessageView.FromProtobuf, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
BUG_ISSUED_SETTINGS_DOES = Statement(
    template="[Bug] Issued settings does not match with the client type, clientId={_}, pubSubCase={_}, clientType={_}",
    logged_by="PublishingSettings.Sync, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
BUG_UNRECOGNIZED_FILTER_TYPE = Statement(
    template="[Bug] Unrecognized filter type={_} for push consumer",
    logged_by="PushSubscriptionSettings.ToProtobuf, 5.2.1 of rocketmq-client-csharp",
)
BUG_ISSUED_SETTINGS_DOESN = Statement(
    template="[Bug] Issued settings doesn't match with the client type, clientId={_}, pubSubCase={_}, clientType={_}",
    logged_by="PushSubscriptionSettings.Sync, SimpleSubscriptionSettings.Sync, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
TELEMETRY_FAILED = Statement(
    template="Telemetry failed: {_}",
    logged_by="Session.Loop, 5.0.0 of rocketmq-client-csharp",
)
TELEMETRY_STREAM_CANCELLED = Statement(
    template="Telemetry stream for {_} is cancelled",
    logged_by="Session.Loop, 5.0.0 of rocketmq-client-csharp",
)
SETTINGS_RECEIVED = Statement(
    event="grpc_settings_received",
    template="Receive setting from remote, endpoints={endpoints:word}, clientId={client_id:word}",
    logged_by="Session.Loop, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.2.0-csharp-cpp-rust:c-csharp/logs/rocketmq/rocketmq-client.log:3",
)
BUG_UNRECOGNIZED_FILTER_TYPE_SIMPLE = Statement(
    template="[Bug] Unrecognized filter type={_} for simple consumer",
    logged_by="SimpleSubscriptionSettings.ToProtobuf, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
UNRECOGNIZED_STATUS_CODE_REQUESTID = Statement(
    template="Unrecognized status code={_}, requestId={_}, statusMessage={_}",
    logged_by="StatusChecker.Check, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
