"""What carries JRaft: services, timers, threads, signals, commands of its CLI; classes of sofa-jraft 1.3.14."""

from forensics.statements.template import Statement

DESCRIBING_RAFT_NODES_SIGNAL = Statement(
    template="Describing raft nodes with signal: {_} to file: {_}.",
    logged_by="NodeDescribeSignalHandler.handle of sofa-jraft",
)
FAIL_DESCRIBE_NODES = Statement(
    template="Fail to describe nodes: {_}.",
    logged_by="NodeDescribeSignalHandler.handle of sofa-jraft",
    throws=True,
)
PRINTING_RAFT_NODES_METRICS = Statement(
    template="Printing raft nodes metrics with signal: {_} to file: {_}.",
    logged_by="NodeMetricsSignalHandler.handle of sofa-jraft",
)
RECEIVED_SIGNAL_PRINT_METRIC = Statement(
    template="Node: {_} received a signal to print metric, but it does not have metric enabled.",
    logged_by="NodeMetricsSignalHandler.handle of sofa-jraft",
)
FAIL_PRINT_NODES_METRICS = Statement(
    template="Fail to print nodes metrics: {_}.",
    logged_by="NodeMetricsSignalHandler.handle of sofa-jraft",
    throws=True,
)
RPC_SERVER_NOT_STARTED = Statement(
    template="RPC server is not started in RaftGroupService.",
    logged_by="RaftGroupService.start of sofa-jraft",
)
START_RAFT_GROUP_SERVICE = Statement(
    template="Start the RaftGroupService successfully.",
    logged_by="RaftGroupService.start of sofa-jraft",
)
STOP_RAFT_GROUP_SERVICE = Statement(
    template="Stop the RaftGroupService successfully.",
    logged_by="RaftGroupService.shutdown of sofa-jraft",
)
PRINTING_THREAD_POOLS_METRICS = Statement(
    template="Printing thread pools metrics with signal: {_} to file: {_}.",
    logged_by="ThreadPoolMetricsSignalHandler.handle of sofa-jraft",
)
FAIL_PRINT_THREAD_POOLS = Statement(
    template="Fail to print thread pools metrics.",
    logged_by="ThreadPoolMetricsSignalHandler.handle of sofa-jraft",
    throws=True,
)
PARSE_PEER_STRING_FAILED = Statement(
    template="Parse peer from string failed: {_}.",
    logged_by="PeerId.parse of sofa-jraft",
    throws=True,
)
HANDLE_REQUEST_FAILED = Statement(
    template="handleRequest {_} failed",
    logged_by="RpcRequestProcessor.handleRequest of sofa-jraft",
    throws=True,
)
FAIL_RUN_DONE_CLOSURE = Statement(
    template="Fail to run done closure.",
    logged_by="RpcUtils.runClosureInThread and RpcUtils.runClosureInExecutor of sofa-jraft",
    throws=True,
)
RECEIVE_ADD_LEARNERS_REQUEST = Statement(
    template="Receive AddLearnersRequest to {_} from {_}, adding {_}.",
    logged_by="AddLearnersRequestProcessor.processRequest0 of sofa-jraft",
)
RECEIVE_ADD_PEER_REQUEST = Statement(
    template="Receive AddPeerRequest to {_} from {_}, adding {_}",
    logged_by="AddPeerRequestProcessor.processRequest0 of sofa-jraft",
)
RECEIVE_CHANGE_PEERS_REQUEST = Statement(
    template="Receive ChangePeersRequest to {_} from {_}, new conf is {_}",
    logged_by="ChangePeersRequestProcessor.processRequest0 of sofa-jraft",
)
RECEIVE_REMOVE_LEARNERS_REQUEST = Statement(
    template="Receive RemoveLearnersRequest to {_} from {_}, removing {_}.",
    logged_by="RemoveLearnersRequestProcessor.processRequest0 of sofa-jraft",
)
RECEIVE_REMOVE_PEER_REQUEST = Statement(
    template="Receive RemovePeerRequest to {_} from {_}, removing {_}",
    logged_by="RemovePeerRequestProcessor.processRequest0 of sofa-jraft",
)
RECEIVE_RESET_LEARNERS_REQUEST = Statement(
    template="Receive ResetLearnersRequest to {_} from {_}, resetting into {_}.",
    logged_by="ResetLearnersRequestProcessor.processRequest0 of sofa-jraft",
)
RECEIVE_RESET_PEER_REQUEST = Statement(
    template="Receive ResetPeerRequest to {_} from {_}, new conf is {_}",
    logged_by="ResetPeerRequestProcessor.processRequest0 of sofa-jraft",
)
RECEIVE_SNAPSHOT_REQUEST = Statement(
    template="Receive SnapshotRequest to {_} from {_}",
    logged_by="SnapshotRequestProcessor.processRequest0 of sofa-jraft",
)
RECEIVE_TRANSFER_LEADER_REQUEST = Statement(
    template="Receive TransferLeaderRequest to {_} from {_}, newLeader will be {_}.",
    logged_by="TransferLeaderRequestProcessor.processRequest0 of sofa-jraft",
)
FAIL_SHUTDOWN_POOL = Statement(
    template="Fail to shutdown pool: {_}.",
    logged_by="ExecutorServiceHelper.shutdownAndAwaitTermination of sofa-jraft",
)
SPI_SERVICE_LOADING = Statement(
    template="SPI service [{_} - {_}] loading.",
    logged_by="JRaftServiceLoader.newProvider of sofa-jraft",
)
FAIL_START_DISRUPTOR = Statement(
    template="Fail to start {_} disruptor",
    logged_by="LogExceptionHandler.handleOnStartException of sofa-jraft",
    throws=True,
)
FAIL_SHUTDOWN_DISRUPTOR = Statement(
    template="Fail to shutdown {_} disruptor",
    logged_by="LogExceptionHandler.handleOnShutdownException of sofa-jraft",
    throws=True,
)
HANDLE_DISRUPTOR_EVENT_ERROR = Statement(
    template="Handle {_} disruptor event error, event is {_}",
    logged_by="LogExceptionHandler.handleEventException of sofa-jraft",
    throws=True,
)
UNCAUGHT_EXCEPTION_POOL = Statement(
    template="Uncaught exception in pool: {_}, {_}.",
    logged_by="LogScheduledThreadPoolExecutor.afterExecute and LogThreadPoolExecutor.afterExecute of sofa-jraft",
    throws=True,
)
THREAD_POOL_TERMINATED = Statement(
    template="ThreadPool is terminated: {_}, {_}.",
    logged_by="LogScheduledThreadPoolExecutor.terminated and LogThreadPoolExecutor.terminated of sofa-jraft",
)
UNCAUGHT_EXCEPTION_THREAD = Statement(
    template="Uncaught exception in thread {_}",
    logged_by="NamedThreadFactory.uncaughtException of sofa-jraft",
    throws=True,
)
RECYCLERS_MAX_CAPACITY = Statement(
    template="-Djraft.recyclers.maxCapacityPerThread: {_}.",
    logged_by="Recyclers of sofa-jraft",
)
RUN_TIMER_FAILED = Statement(
    template="Run timer failed.",
    logged_by="RepeatedTimer.run of sofa-jraft",
    throws=True,
)
DESTROY_TIMER = Statement(
    template="Destroy timer: {_}.",
    logged_by="RepeatedTimer.onDestroy of sofa-jraft",
)
RUN_TIMER_TASK_FAILED = Statement(
    template="Run timer task failed, taskName={_}.",
    logged_by="RepeatedTimer.schedule of sofa-jraft",
    throws=True,
)
SUN_MISC_SIGNAL_UNAVAILABLE = Statement(
    template="sun.misc.Signal: unavailable.",
    logged_by="SignalHelper.hasSignal0 of sofa-jraft",
    throws=True,
)
HANDLING_SIGNAL = Statement(
    template="Handling signal {_}.",
    logged_by="SignalHelper.handle of sofa-jraft",
)
FAIL_HANDLE_SIGNAL = Statement(
    template="Fail to handle signal: {_}.",
    logged_by="SignalHelper.handle of sofa-jraft",
    throws=True,
)
UNABLE_RETRIEVE_SYSTEM_PROPERTY = Statement(
    template="Unable to retrieve a system property '{_}'; default values will be used, {_}.",
    logged_by="SystemPropertyUtil.get of sofa-jraft",
    throws=True,
)
UNABLE_PARSE_BOOLEAN_SYSTEM = Statement(
    template="Unable to parse the boolean system property '{_}':{_} - using the default value: {_}.",
    logged_by="SystemPropertyUtil.getBoolean of sofa-jraft",
)
UNABLE_PARSE_INTEGER_SYSTEM = Statement(
    template="Unable to parse the integer system property '{_}':{_} - using the default value: {_}.",
    logged_by="SystemPropertyUtil.getInt of sofa-jraft",
)
UNABLE_PARSE_LONG_SYSTEM = Statement(
    template="Unable to parse the long system property '{_}':{_} - using the default value: {_}.",
    logged_by="SystemPropertyUtil.getLong of sofa-jraft",
)
ERROR_CONSTRUCTING_SPINNER_CLASS = Statement(
    template="Error constructing spinner class: {_}, will return a default spinner.",
    logged_by="ThreadHelper.createSpinner of sofa-jraft",
    throws=True,
)
FAIL_RUN_CLOSURE = Statement(
    template="Fail to run done closure",
    logged_by="ThreadPoolsFactory.runClosureInThread and Utils.run of sofa-jraft",
    throws=True,
)
FAIL_CLOSE = Statement(
    template="Fail to close {_}.",
    logged_by="Utils.closeQuietly of sofa-jraft",
    throws=True,
)
ATOMIC_MOVE_NOT_SUPPORTED = Statement(
    template="Atomic move not supported, falling back to non-atomic move, error: {_}.",
    logged_by="Utils.atomicMoveFile of sofa-jraft",
)
UNABLE_MOVE_ATOMICALLY_FALLING = Statement(
    template="Unable to move atomically, falling back to non-atomic move, error: {_}.",
    logged_by="Utils.atomicMoveFile of sofa-jraft",
    throws=True,
)
TARGET_FILE_ALREADY_EXISTING = Statement(
    template="The target file {_} was already existing.",
    logged_by="Utils.atomicMoveFile of sofa-jraft",
)
UNABLE_MOVE_ATTEMPTING_DELETE = Statement(
    template="Unable to move {_} to {_}. Attempting to delete {_} and abandoning.",
    logged_by="Utils.atomicMoveFile of sofa-jraft",
    throws=True,
)
UNABLE_DELETE_GOOD_BYE = Statement(
    template="Unable to delete {_}, good bye then!",
    logged_by="Utils.atomicMoveFile of sofa-jraft",
    throws=True,
)
UNABLE_FSYNC_DIRECTORY_WINDOWS = Statement(
    template="Unable to fsync directory {_} on windows.",
    logged_by="Utils.fsync of sofa-jraft",
)
FAIL_UN_MAPPED_SEGMENT = Statement(
    template="Fail to un-mapped segment file.",
    logged_by="Utils.unmap of sofa-jraft",
    throws=True,
)
SHUTDOWN_HOOK_RAISED_EXCEPTION = Statement(
    template="Shutdown hook raised an exception.",
    logged_by="MpscSingleThreadExecutor.runShutdownHooks of sofa-jraft",
    throws=True,
)
UNEXPECTED_EXCEPTION_EXECUTOR = Statement(
    template="Unexpected exception from executor:",
    logged_by="MpscSingleThreadExecutor.doStartWorker of sofa-jraft",
    throws=True,
)
CAUGHT_UNKNOWN_ERROR_WHILE = Statement(
    template="Caught an unknown error while executing a task",
    logged_by="MpscSingleThreadExecutor.runTask of sofa-jraft",
    throws=True,
)
YOU_CREATING_TOO_MANY = Statement(
    template="You are creating too many {_} instances. {_} is a shared resource that must be reused across the JVM, "
    "so that only a few instances are created.",
    logged_by="HashedWheelTimer.reportTooManyInstances of sofa-jraft",
)
EXCEPTION_THROWN_WHILE_PROCESS = Statement(
    template="An exception was thrown while process a cancellation task",
    logged_by="HashedWheelTimer.processCancelledTasks of sofa-jraft",
    throws=True,
)
EXCEPTION_THROWN_TIMER_TASK = Statement(
    template="An exception was thrown by TimerTask.",
    logged_by="HashedWheelTimer.expire of sofa-jraft",
    throws=True,
)
