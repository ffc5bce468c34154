"""The Python client's life, heartbeats, routes, settings and channels."""

from forensics.statements.template import Statement

KIND = "client"

UPDATE_TOPIC_EXCEPTION_WHEN = Statement(
    template="update topic exception when client startup, ignore it, try it again in scheduler. exception: {_}",
    logged_by="Client.startup, 5.0.1 to 5.0.9 of rocketmq-client-python",
)
CLIENT_STARTUP_EXCEPTION = Statement(
    template="client:{_} startup exception:  {_}",
    logged_by="Client.startup, 5.0.1 to 5.0.6 of rocketmq-client-python",
)
CLIENT_SHUTDOWN_EXCEPTION = Statement(
    template="{_}client_id:{_:word} shutdown exception: {_}",
    logged_by="Client.shutdown, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
START_TOPIC_ROUTE_SCHEDULER = Statement(
    template="start topic route scheduler success.",
    logged_by="Client.start_scheduler, ClientRouteManager.start_scheduler, 5.0.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:7",
)
START_HEARTBEAT_SCHEDULER_SUCCESS = Statement(
    template="start heartbeat scheduler success.",
    logged_by="Client.start_scheduler, 5.0.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:9",
)
START_SYNC_SETTING_SCHEDULER = Statement(
    template="start sync setting scheduler success.",
    logged_by="Client.start_scheduler, ClientTelemetryManager.start_scheduler, 5.0.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:10",
)
START_CLEAR_IDLE_RPC = Statement(
    template="start clear idle rpc channels scheduler success.",
    logged_by="Client.start_scheduler, 5.0.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:12",
)
START_SCHEDULER_EXCEPTION = Statement(
    template="start scheduler exception: {_}",
    logged_by="Client.start_scheduler, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
CLIENT_RUN_SCHEDULER_UPDATE = Statement(
    template="{_}client_id:{_:word} run scheduler for update topic:{_} route cache exception: {_}",
    logged_by="Client.schedule_update_topic_route_cache, 5.0.1 to 5.0.2 of rocketmq-client-python",
)
CLIENT_STOP_SCHEDULER_UPDATE = Statement(
    template="{_}client_id:{_:word} stop scheduler for update topic route cache success.",
    logged_by="Client.schedule_update_topic_route_cache, 5.0.1 to 5.0.6 of rocketmq-client-python",
)
CLIENT_RUN_SCHEDULER_HEARTBEAT = Statement(
    template="{_}client_id:{_:word} run scheduler for heartbeat exception: {_}",
    logged_by="Client.schedule_heartbeat, 5.0.1 to 5.0.2 of rocketmq-client-python",
)
CLIENT_STOP_SCHEDULER_HEARTBEAT = Statement(
    template="{_}client_id:{_:word} stop scheduler for heartbeat success.",
    logged_by="Client.schedule_heartbeat, 5.0.1 to 5.0.6 of rocketmq-client-python",
)
CLIENT_RUN_SCHEDULER_UPDATE_SETTING = Statement(
    template="{_}client_id:{_:word} run scheduler for update setting exception: {_}",
    logged_by="Client.schedule_update_setting, 5.0.1 to 5.0.2 of rocketmq-client-python",
)
CLIENT_STOP_SCHEDULER_UPDATE_SETTING = Statement(
    template="{_}client_id:{_:word} stop scheduler for update setting success.",
    logged_by="Client.schedule_update_setting, 5.0.1 to 5.0.6 of rocketmq-client-python",
)
CLIENT_RUN_SCHEDULER_CLEAR = Statement(
    template="{_}client_id:{_:word} run scheduler for clear idle rpc channels: {_}",
    logged_by="Client.schedule_clear_idle_rpc_channels, 5.0.1 to 5.0.6 of rocketmq-client-python",
)
CLIENT_STOP_SCHEDULER_CLEAR = Statement(
    template="{_}client_id:{_:word} stop scheduler for clear idle rpc channels success.",
    logged_by="Client.schedule_clear_idle_rpc_channels, 5.0.1 to 5.0.6 of rocketmq-client-python",
)
CLIENT_STOP_CLIENT_CALLBACK = Statement(
    template="{_}client_id:{_:word} stop client callback result handler thread success.",
    logged_by="Client.handle_callback, 5.0.1 of rocketmq-client-python",
)
CLIENT_UPDATE_TOPIC_ROUTE = Statement(
    template="{_}client_id:{_:word} update topic:{_} route success.",
    logged_by="Client.retrieve_topic_route_data, ClientRouteManager.retrieve_topic_route_data, 5.0.1 to 5.1.2 of "
    "rocketmq-client-python",
)
UPDATE_TOPIC_ROUTE_ERROR = Statement(
    template="update topic route error, topic:{_}, {_}",
    logged_by="Client.update_topic_route, 5.0.1 to 5.0.2 of rocketmq-client-python",
)
ROUTE = Statement(
    event="grpc_route_received",
    template="{_}client_id:{client_id:word} update topic:{topic:word} route, route info: {_:rest}",
    logged_by="Client.handle_topic_route_res, ClientRouteManager.handle_topic_route_res, 5.0.3 to 5.1.2 of "
    "rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:3",
)
HEARTBEAT_OK = Statement(
    event="grpc_heartbeat_ok",
    template="{_}client_id:{client_id:word} send heartbeat to {endpoints:word} success.",
    logged_by="Client.heartbeat_callback, 5.0.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:32",
)
HEARTBEAT_REFUSED = Statement(
    event="grpc_heartbeat_failed",
    template="{_}client_id:{client_id:word} send heartbeat to {endpoints:word} error, code:{_:int}, message:{status_text}.",
    logged_by="Client.heartbeat_callback, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
HEARTBEAT_UNANSWERED = Statement(
    event="grpc_heartbeat_failed",
    template="{_}client_id:{client_id:word} send heartbeat to {endpoints:word} error, response is none.",
    logged_by="Client.heartbeat_callback, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
HEARTBEAT_FAILED = Statement(
    event="grpc_heartbeat_failed",
    template="{_}client_id:{client_id:word} send heartbeat to {endpoints:word} exception, e: {_}",
    logged_by="Client.heartbeat_callback, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
SETTINGS_SENT = Statement(
    event="grpc_settings_sent",
    template="{_}client_id:{client_id:word} send setting to {endpoints:word} success.",
    logged_by="Client.setting_write_callback, ClientTelemetryManager.setting_write_callback, 5.0.3 to 5.1.2 of "
    "rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:6",
)
CLIENT_SEND_SETTING_OCCURRED = Statement(
    template="{_}client_id:{_:word} send setting to {_} occurred InvalidStateError: {_}",
    logged_by="Client.setting_write_callback, ClientTelemetryManager.setting_write_callback, 5.0.1 to 5.1.2 of "
    "rocketmq-client-python",
)
CLIENT_SEND_SETTING_OCCURRED_AIORPCERROR = Statement(
    template="{_}client_id:{_:word} send setting to {_} occurred AioRpcError: {_}",
    logged_by="Client.setting_write_callback, ClientTelemetryManager.setting_write_callback, 5.0.1 to 5.1.2 of "
    "rocketmq-client-python",
)
CLIENT_SEND_SETTING_EXCEPTION = Statement(
    template="{_}client_id:{_:word} send setting to {_} exception: {_}",
    logged_by="Client.setting_write_callback, ClientTelemetryManager.setting_write_callback, 5.0.1 to 5.1.2 of "
    "rocketmq-client-python",
)
TOPIC_ROUTE_CHANGED_OLD = Statement(
    template="topic:{_} route changed for {_}. old route is {_}, new route is {_}",
    logged_by="Client.check_topic_route_endpoints_changed, ClientRouteManager.check_topic_route_endpoints_changed, 5.0.1 to "
    "5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:4",
)
NOTIFY_CLIENT_TERMINATION_EXCEPTION = Statement(
    template="notify client termination to {_} exception: {_}",
    logged_by="Client.notify_client_termination, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
STREAM_READ_ENDPOINTS_OCCURRED = Statement(
    template="stream read from endpoints {_} occurred AioRpcError. code: {_}, message: {_}",
    logged_by="RpcStreamStreamCall.start_stream_read, 5.0.1 to 5.0.2 of rocketmq-client-python",
)
STREAM_READ_ENDPOINTS_EXCEPTION = Statement(
    template="stream read from endpoints {_} exception, {_}",
    logged_by="RpcStreamStreamCall.start_stream_read, 5.0.1 to 5.0.2 of rocketmq-client-python",
)
STARTED = Statement(
    event="grpc_client_started",
    template="{_}client_id:{client_id:word} start success.",
    logged_by="SimpleConsumer.start_success, Producer.start_success, PushConsumer.on_start, SimpleConsumer.on_start, "
    "Producer.on_start, 5.0.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:14",
)
CLIENT_START_FAILED = Statement(
    template="{_}client_id:{_:word} start failed.",
    logged_by="SimpleConsumer.start_failure, Producer.start_failure, PushConsumer.on_start_failure, "
    "SimpleConsumer.on_start_failure, Producer.on_start_failure, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
STOPPED = Statement(
    event="grpc_client_stopped",
    template="shutdown {_}client_id:{client_id:word} success.",
    logged_by="SimpleConsumer.shutdown, Producer.shutdown, PushConsumer.shutdown, 5.0.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:119",
)
CLIENT_START_ASYNC_RPC = Statement(
    template="{_}client_id:{_:word} start async rpc callback thread:{_} success.",
    logged_by="Client.start_async_rpc_callback_handler, 5.0.2 to 5.0.3 of rocketmq-client-python",
)
CLIENT_STOP_CLIENT_CALLBACK_RESULT = Statement(
    template="{_}client_id:{_:word} stop client callback result handler thread:{_} success.",
    logged_by="Client.handle_callback, 5.0.2 to 5.0.3 of rocketmq-client-python",
)
CLIENT_SCHEDULER_UPDATE_TOPIC = Statement(
    template="{_}client_id:{_:word} scheduler update topic:{_} route raise exception: {_}",
    logged_by="Client.schedule_update_topic_route_cache, 5.0.3 to 5.0.6 of rocketmq-client-python",
)
CLIENT_SCHEDULER_SEND_HEARTBEAT = Statement(
    template="{_}client_id:{_:word} scheduler send heartbeat raise exception: {_}",
    logged_by="Client.schedule_heartbeat, 5.0.3 to 5.0.6 of rocketmq-client-python",
)
CLIENT_SCHEDULER_SET_SETTING = Statement(
    template="{_}client_id:{_:word} scheduler set setting raise exception: {_}",
    logged_by="Client.schedule_update_setting, 5.0.3 to 5.0.6 of rocketmq-client-python",
)
STREAM_BROKEN = Statement(
    event="grpc_stream_broken",
    template="{_}, client_id:{client_id:word} read stream from endpoints {endpoints:word} occurred AioRpcError. code: "
    "{_:word}, message: {_}",
    logged_by="RpcStreamStreamCall.start_stream_read, 5.0.3 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:47",
)
STREAM_READ_FAILED = Statement(
    template="{_}client_id:{_:word} read stream from endpoints {_:word} exception, {_}",
    logged_by="RpcStreamStreamCall.start_stream_read, 5.0.3 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:21",
)
CLIENT_START_CALLBACK_EXECUTOR = Statement(
    template="{_}client_id:{_:word} start callback executor success. max_workers:{_}",
    logged_by="Client.start_async_rpc_callback_handler, Client.start_async_rpc_callback_executor, 5.0.5 to 5.1.2 of "
    "rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:13",
)
CLIENT_START_ASYNC_RPC_CALLBACK = Statement(
    template="{_}client_id:{_:word} start async rpc callback raise exception: {_}",
    logged_by="Client.start_async_rpc_callback_handler, Client.start_async_rpc_callback_executor, 5.0.6 to 5.1.2 of "
    "rocketmq-client-python",
)
CLIENT_STARTUP_EXCEPTION_MORE = Statement(
    template="{_}client_id:{_:word} startup exception:  {_}",
    logged_by="Client.startup, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
UPDATE_TOPIC_RAISE_EXCEPTION = Statement(
    template="update topic raise exception when client startup, ignore it, try it again in scheduler. exception: {_}",
    logged_by="Client.startup, 5.1.1 of rocketmq-client-python",
)
QUERY_TOPIC_RAISE_EXCEPTION = Statement(
    template="query topic raise exception, {_}",
    logged_by="Client.query_topic_route_async_callback, ClientRouteManager.query_topic_route_async_callback, 5.1.1 to 5.1.2 "
    "of rocketmq-client-python",
)
STOP_CLIENT_CALLBACK_EXECUTOR = Statement(
    template="stop client callback executor.",
    logged_by="Client.stop_client_threads, 5.1.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:116",
)
CLIENT_NOT_RUNNING_CAN = Statement(
    template="{_}client_id:{_:word} is not running, can't shutdown",
    logged_by="Client.shutdown, 5.1.2 of rocketmq-client-python",
)
CLIENT_HAD_SHUTDOWN_CAN = Statement(
    template="{_}client_id:{_:word} had shutdown, can't shutdown again",
    logged_by="Client.shutdown, 5.1.2 of rocketmq-client-python",
)
UPDATE_TOPIC_ROUTE_RAISE = Statement(
    template="update topic: {_} route raise exception when client startup",
    logged_by="Client.init_routes, 5.1.2 of rocketmq-client-python",
)
STREAM_MADE = Statement(
    template="{_}client_id:{_:word} create stream_steam_call to {_}.",
    logged_by="RpcClient.telemetry_stream, 5.0.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:5",
)
STREAM_RENEWING = Statement(
    event="grpc_stream_renewing",
    template="{_}client_id:{client_id:word} rebuild stream_steam_call to {endpoints:word}.",
    logged_by="RpcClient.telemetry_stream, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
STREAM_NOT_MADE = Statement(
    template="{_}client_id:{_:word} create stream_steam_call to {_:word} exception: {_}",
    logged_by="ClientTelemetryManager.retrieve_telemetry_stream_stream_call, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
STREAM_NOT_RENEWED = Statement(
    template="{_}client_id:{_:word} rebuild stream_steam_call to {_:word} exception: {_}",
    logged_by="ClientTelemetryManager.retrieve_telemetry_stream_stream_call, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
