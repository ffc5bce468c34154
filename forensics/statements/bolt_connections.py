"""Connections of Bolt, the RPC under JRaft: made, checked, healed and closed; classes of sofa-bolt 1.6.4."""

from forensics.statements.template import Statement

CLOSE_CONNECTION_REMOTE_ADDRESS = Statement(
    template="Close the connection to remote address={_}, result={_:bool}, cause={_}",
    logged_by="Connection.operationComplete of sofa-bolt",
    throws=True,
)
EXCEPTION_CAUGHT_WHEN_CLOSING = Statement(
    template="Exception caught when closing connection {_}",
    logged_by="Connection.close of sofa-bolt",
    throws=True,
)
TRY_CONNECT = Statement(
    template="Try connect to {_}",
    logged_by="ConnectionEventHandler.connect of sofa-bolt",
)
TRY_CONNECT_FROM = Statement(
    template="Try connect from {_} to {_}",
    logged_by="ConnectionEventHandler.connect of sofa-bolt",
)
CHANNEL_NULL_WHEN_HANDLE = Statement(
    template="channel null when handle user triggered event in ConnectionEventHandler! eventType: {_}",
    logged_by="ConnectionEventHandler.userEventTriggered of sofa-bolt",
)
BUG_CONNECTION_NULL_WHEN = Statement(
    template="[BUG]connection is null when handle user triggered event in ConnectionEventHandler! eventType: {_}",
    logged_by="ConnectionEventHandler.userEventTriggered of sofa-bolt",
)
TRIGGER_USER_EVENT_LOCAL = Statement(
    template="trigger user event, local[{_}], remote[{_}], event: {_}",
    logged_by="ConnectionEventHandler.userEventTriggered of sofa-bolt",
)
BUG_UNKNOWN_EVENT = Statement(
    template="[BUG]unknown event: {_}",
    logged_by="ConnectionEventHandler.userEventTriggered of sofa-bolt",
)
EXCEPTION_CAUGHT_CONNECTION_LOCAL = Statement(
    template="ExceptionCaught in connection: local[{_}], remote[{_}], close the connection! Cause[{_}:{_}]",
    logged_by="ConnectionEventHandler.exceptionCaught of sofa-bolt",
)
EXCEPTION_CAUGHT_WHEN_EXECUTE = Statement(
    template="Exception caught when execute connection event!",
    logged_by="ConnectionEventHandler.onEvent of sofa-bolt",
    throws=True,
)
REMOVE_BAD_CONNECTION_WHEN = Statement(
    template="Remove bad connection when scanning conns of ConnectionPool - {_}:{_}",
    logged_by="ConnectionPool.scan of sofa-bolt",
)
ALL_CONNECTION_POOL_CONNECTIONS = Statement(
    template="All connection pool and connections have been removed!",
    logged_by="DefaultConnectionManager.shutdown and DefaultConnectionManager.removeAll of sofa-bolt",
)
NOTIFYME_EXCEPTION_OCCURRED_WHEN = Statement(
    template="[NOTIFYME] Exception occurred when getOrCreateIfAbsent an empty ConnectionPool!",
    logged_by="DefaultConnectionManager.add of sofa-bolt",
    throws=True,
)
NOTIFYME_CONNECTION_POOL_NULL = Statement(
    template="[NOTIFYME] Connection pool NULL!",
    logged_by="DefaultConnectionManager.add of sofa-bolt",
)
REMOVE_CLOSE_STANDALONE_CONNECTION = Statement(
    template="Remove and close a standalone connection.",
    logged_by="DefaultConnectionManager.remove of sofa-bolt",
)
REMOVE_CLOSE_LAST_CONNECTION = Statement(
    template="Remove and close the last connection in ConnectionPool with poolKey {_}",
    logged_by="DefaultConnectionManager.remove of sofa-bolt",
)
REMOVE_CLOSE_CONNECTION_CONNECTION = Statement(
    template="Remove and close a connection in ConnectionPool with poolKey {_}, {_:int} connections left.",
    logged_by="DefaultConnectionManager.remove of sofa-bolt",
)
REMOVE_CLOSE_ALL_CONNECTIONS = Statement(
    template="Remove and close all connections in ConnectionPool of poolKey={_}",
    logged_by="DefaultConnectionManager.remove of sofa-bolt",
)
TASK_POOL_KEY_NULL = Statement(
    template="task(poolKey={_}) is null, do not scan the connection pool",
    logged_by="DefaultConnectionManager.scan of sofa-bolt",
)
TASK_POOL_KEY_NOT = Statement(
    template="task(poolKey={_}) is not done, do not scan the connection pool",
    logged_by="DefaultConnectionManager.scan of sofa-bolt",
)
REMOVE_EXPIRED_POOL_TASK = Statement(
    template="Remove expired pool task of poolKey {_} which is empty.",
    logged_by="DefaultConnectionManager.scan of sofa-bolt",
)
NOTIFYME_BUG_DETECTED_POOL = Statement(
    template="[NOTIFYME] bug detected! pool here must not be null!",
    logged_by="DefaultConnectionManager.getAndCreateIfAbsent and "
    "DefaultConnectionManager.createConnectionAndHealIfNeed of sofa-bolt",
)
FUTURE_TASK_POOL_KEY = Statement(
    template="Future task of poolKey {_} interrupted {_:int} times. InterruptedException thrown and stop retry.",
    logged_by="DefaultConnectionManager.getConnectionPoolAndCreateIfAbsent of sofa-bolt",
    throws=True,
)
EXCEPTION_OCCURRED_ASYNC_CREATE = Statement(
    template="Exception occurred in async create connection thread for {_}, taskName {_}",
    logged_by="DefaultConnectionManager.run of sofa-bolt",
    throws=True,
)
MONITOR_TASK_ERROR = Statement(
    template="MonitorTask error",
    logged_by="DefaultConnectionMonitor.run of sofa-bolt",
    throws=True,
)
CHOOSE_CONNECTION_FAILED_USING = Statement(
    template="Choose connection failed using RandomSelectStrategy!",
    logged_by="RandomSelectStrategy.select of sofa-bolt",
    throws=True,
)
INVALID_RECONNECT_REQUEST_TASK = Statement(
    template="Invalid reconnect request task {_}, cancel list size {_:int}",
    logged_by="ReconnectManager.run of sofa-bolt",
)
RECONNECT_TARGET_FAILED = Statement(
    template="reconnect target: {_} failed.",
    logged_by="ReconnectManager.run of sofa-bolt",
    throws=True,
)
SERVICE_CONNECTIONS_SIZE_CONNECTION = Statement(
    template="serviceOnConnections({_}) size[{_:int}], CONNECTION_THRESHOLD[{_:int}].",
    logged_by="ScheduledDisconnectStrategy.monitor of sofa-bolt",
)
ADDRESS_WONT_CLOSE_SCHEDULE = Statement(
    template="Address={_} won't close at this schedule turn",
    logged_by="ScheduledDisconnectStrategy.monitor of sofa-bolt",
)
SCHEDULED_DISCONNECT_STRATEGY_MONITOR = Statement(
    template="ScheduledDisconnectStrategy monitor error",
    logged_by="ScheduledDisconnectStrategy.monitor of sofa-bolt",
    throws=True,
)
CONNECTION_IDLE_CLOSE_SERVER = Statement(
    template="Connection idle, close it from server side: {_}",
    logged_by="ServerIdleHandler.userEventTriggered of sofa-bolt",
)
EXCEPTION_CAUGHT_WHEN_CLOSING_CONNECTION = Statement(
    template="Exception caught when closing connection in ServerIdleHandler.",
    logged_by="ServerIdleHandler.userEventTriggered of sofa-bolt",
    throws=True,
)
EXCEPTION_OCCURRED_WHEN_DO = Statement(
    template="Exception occurred when do finalize for Url [{_}].",
    logged_by="Url.finalize of sofa-bolt",
    throws=True,
)
CLIENT_SIDE_BOLT_NETTY = Statement(
    template="[client side] bolt netty low water mark is {_:int} bytes, high water mark is {_:int} bytes",
    logged_by="AbstractConnectionFactory.initWriteBufferWaterMark of sofa-bolt",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller_default.log:53",
)
FAIL_INIT_SSL_CONTEXT = Statement(
    template="Fail to init SSL context for connection factory.",
    logged_by="AbstractConnectionFactory.initSSLContext of sofa-bolt",
    throws=True,
)
CHECK_FAILED_ADDRESS_CONNECTION = Statement(
    template="check failed. address: {_}, connection: {_}",
    logged_by="RpcClient.checkConnection of sofa-bolt",
    throws=True,
)
CHECK_FAILED_TRY_CREATE = Statement(
    template="check failed and try create connection for {_} also failed.",
    logged_by="RpcClient.checkConnection of sofa-bolt",
    throws=True,
)
SEND_HEARTBEAT_ACK_FAILED = Statement(
    template="Send heartbeat ack failed! Id={_}, to remoteAddr={_}",
    logged_by="RpcHeartBeatProcessor.operationComplete of sofa-bolt",
)
EXCEPTION_CAUGHT_WHEN_EXECUTING = Statement(
    template="Exception caught when executing heartbeat invoke callback. From {_}",
    logged_by="RpcHeartBeatProcessor.doProcess of sofa-bolt",
    throws=True,
)
CANNOT_FIND_HEARTBEAT_INVOKE = Statement(
    template="Cannot find heartbeat InvokeFuture, maybe already timeout. Id={_:int}, From {_}",
    logged_by="RpcHeartBeatProcessor.doProcess of sofa-bolt",
)
HEARTBEAT_FAILED_TIMES_CLOSE = Statement(
    template="Heartbeat failed for {_:int} times, close the connection from client side: {_}",
    logged_by="RpcHeartbeatTrigger.heartbeatTriggered of sofa-bolt",
)
EXCEPTION_CAUGHT_WHEN_CLOSING_CONNECTION_SHARABLE = Statement(
    template="Exception caught when closing connection in SharableHandler.",
    logged_by="RpcHeartbeatTrigger.heartbeatTriggered of sofa-bolt",
    throws=True,
)
HEARTBEAT_ACK_PROCESS_ERROR = Statement(
    template="Heartbeat ack process error! Id={_:int}, from remoteAddr={_}",
    logged_by="RpcHeartbeatTrigger.onResponse of sofa-bolt",
    throws=True,
)
HEARTBEAT_TIMEOUT_ADDRESS = Statement(
    template="Heartbeat timeout! The address is {_}",
    logged_by="RpcHeartbeatTrigger.onResponse of sofa-bolt",
)
HEARTBEAT_EXCEPTION_CAUGHT_ERROR = Statement(
    template="Heartbeat exception caught! Error code={_}, The address is {_}",
    logged_by="RpcHeartbeatTrigger.onResponse of sofa-bolt",
)
SEND_HEARTBEAT_FAILED_ID = Statement(
    template="Send heartbeat failed! Id={_}, to remoteAddr={_}",
    logged_by="RpcHeartbeatTrigger.operationComplete of sofa-bolt",
)
FUTURE_TASK_INTERRUPTED = Statement(
    template="Future task interrupted!",
    logged_by="FutureTaskUtil.getFutureTaskResult of sofa-bolt",
    throws=True,
)
FUTURE_TASK_EXECUTE_FAILED = Statement(
    template="Future task execute failed!",
    logged_by="FutureTaskUtil.getFutureTaskResult of sofa-bolt",
    throws=True,
)
FUTURE_TASK_NOT_RUN = Statement(
    template="Future task has not run yet!",
    logged_by="FutureTaskUtil.getFutureTaskResult of sofa-bolt",
    throws=True,
)
FUTURE_TASK_NOT_COMPLETED = Statement(
    template="Future task has not completed!",
    logged_by="FutureTaskUtil.getFutureTaskResult of sofa-bolt",
    throws=True,
)
CONNECTION_DISCONNECT = Statement(
    template="Connection disconnect to {_}",
    logged_by="ConnectionEventHandler.disconnect of sofa-bolt",
)
CONNECTION_CLOSED = Statement(
    template="Connection closed: {_}",
    logged_by="ConnectionEventHandler.close of sofa-bolt",
)
CONNECTION_CHANNEL_REGISTERED = Statement(
    template="Connection channel registered: {_}",
    logged_by="ConnectionEventHandler.channelRegistered of sofa-bolt",
)
CONNECTION_CHANNEL_UNREGISTERED = Statement(
    template="Connection channel unregistered: {_}",
    logged_by="ConnectionEventHandler.channelUnregistered of sofa-bolt",
)
CONNECTION_CHANNEL_ACTIVE = Statement(
    template="Connection channel active: {_}",
    logged_by="ConnectionEventHandler.channelActive of sofa-bolt",
)
CONNECTION_CHANNEL_INACTIVE = Statement(
    template="Connection channel inactive: {_}",
    logged_by="ConnectionEventHandler.channelInactive of sofa-bolt",
)
CREATE_CONNECTION_TIMEOUT = Statement(
    template="Create connection to {_} timeout!",
    logged_by="AbstractConnectionFactory.doCreateConnection of sofa-bolt",
)
CREATE_CONNECTION_CANCELLED_USER = Statement(
    template="Create connection to {_} cancelled by user!",
    logged_by="AbstractConnectionFactory.doCreateConnection of sofa-bolt",
)
CREATE_CONNECTION_ERROR = Statement(
    template="Create connection to {_} error!",
    logged_by="AbstractConnectionFactory.doCreateConnection of sofa-bolt",
)
