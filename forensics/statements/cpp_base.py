"""The gRPC C++ client: its threads, metrics and credentials. No line names its client."""

from forensics.statements.template import Statement

KIND = "client"

ADMIN_SERVER_STARTED_LISTENING = Statement(
    template="Admin server started and listening 127.0.0.1:{_}",
    logged_by="AdminServerImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
STOPPING_ADMIN_SERVER = Statement(
    template="Stopping admin server",
    logged_by="AdminServerImpl.stop, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ADMIN_SERVER_STOPPED = Statement(
    template="Admin server stopped",
    logged_by="AdminServerImpl.stop, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ADMIN_SERVER_UNEXPECTED_NULLPTR = Statement(
    template="Admin server is unexpected nullptr",
    logged_by="AdminServerImpl.stop, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
CONFIG_FILE_DOES_NOT = Statement(
    template="Config file[{_}] does not exist.",
    logged_by="CredentialsProvider, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_PARSE_CREDENTIAL_JSON = Statement(
    template="Failed to parse credential JSON config file. Message: {_}",
    logged_by="CredentialsProvider, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_OPEN_FILE = Statement(
    template="Failed to open file: {_}",
    logged_by="CredentialsProvider, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
EXPORTER_ALREADY_DESTRUCTED = Statement(
    template="Exporter has already been destructed",
    logged_by="MetricBidiReactor, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_READ_RESPONSE = Statement(
    template="Failed to read response",
    logged_by="MetricBidiReactor.OnReadDone, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_REPORT_METRICS = Statement(
    template="Failed to report metrics",
    logged_by="MetricBidiReactor.OnWriteDone, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
BI_DIRECTIONAL_STREAM_ENDED = Statement(
    template="Bi-directional stream ended. status.code={_}, status.message={_}",
    logged_by="MetricBidiReactor.OnDone, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ILLEGAL_COMMAND_INFLIGHT_STATE = Statement(
    template="Illegal command-inflight state",
    logged_by="MetricBidiReactor.OnWriteDone, TelemetryBidiReactor.OnWriteDone, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_INITIALIZE_OPENCENSUSEXPORTER_WEAK = Statement(
    template="Failed to initialize OpencensusExporter. weak_ptr to Client is nullptr",
    logged_by="OpencensusExporter.OpencensusExporter, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
DID_NOT_CREATE_STREAM = Statement(
    template="did not create stream since the client is no longer available.",
    logged_by="OpencensusExporter.ExportViewData, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
DID_NOT_RESET_STREAM = Statement(
    template="did not reset stream since the client is no longer available.",
    logged_by="OpencensusExporter.resetStream, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
ERROR_RAISED_THREAD_POOL = Statement(
    template="Error raised from thread-pool: {_}",
    logged_by="SchedulerImpl.start, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_RAISED_THREAD_POOL = Statement(
    template="Exception raised from thread-pool: {_}",
    logged_by="SchedulerImpl.start, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
SCHEDULER_THREADS_START_LOOP = Statement(
    template="Scheduler threads start to loop",
    logged_by="SchedulerImpl.start, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:7",
)
SCHEDULER_DOES_NOT_TASK = Statement(
    template="Scheduler does not have the task to delete. Task-ID specified is: {_}",
    logged_by="SchedulerImpl.cancel, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
CANCEL_TASK_TASK_ID = Statement(
    template="Cancel task[task-id={_}, name={_}]",
    logged_by="SchedulerImpl.cancel, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:106",
)
EXECUTE_TASK_USE_COUNT = Statement(
    template="Execute task: {_}. Use-count: {_}",
    logged_by="SchedulerImpl.execute, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:12",
)
EXCEPTION_RAISED = Statement(
    template="Exception raised: {_}",
    logged_by="SchedulerImpl.execute, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNKNOWN_EXCEPTION_TYPE_RAISED = Statement(
    template="Unknown exception type raised",
    logged_by="SchedulerImpl.execute, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
SCHEDULERIMPL_CREATED_WORKER_THREAD = Statement(
    template="SchedulerImpl created worker thread {_}",
    logged_by="SchedulerImpl.SchedulerImpl, 5.0.4 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:1",
)
ACCESS_CREDENTIAL_INCOMPLETE_CHECK = Statement(
    template="Access credential is incomplete. Check your access key/secret.",
    logged_by="Signature.sign, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ERROR_RAISED_THREADPOOL = Statement(
    template="Error raised from ThreadPool: {_}",
    logged_by="ThreadPoolImpl.start, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_RAISED_THREADPOOL = Statement(
    template="Exception raised from ThreadPool: {_}",
    logged_by="ThreadPoolImpl.start, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
STATE_THREADPOOL_NOT_STARTED = Statement(
    template="State of ThreadPool is not STARTED",
    logged_by="ThreadPoolImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
THREADPOOLIMPL_CREATED_WORKER_THREADS = Statement(
    template="ThreadPoolImpl created worker threads {_}",
    logged_by="ThreadPoolImpl.ThreadPoolImpl, 5.0.4 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:2",
)
THREADPOOL_SHUTDOWN_INVOKED_WORKER = Statement(
    template="ThreadPool::shutdown() invoked from a worker thread; detaching self to avoid self-join",
    logged_by="ThreadPoolImpl.shutdown, 5.1.1 of rocketmq-client-cpp",
)
FAILED_GET_NETWORK_INTERFACE = Statement(
    template="Failed to get network interface MAC address",
    logged_by="UniqueIdGenerator.UniqueIdGenerator, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
