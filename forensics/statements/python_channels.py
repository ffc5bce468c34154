"""The Python client's channels, schedulers, metrics and configuration."""

from forensics.statements.template import Statement

KIND = "client"

CLIENT_CONFIGURATION_PARSE_EXCEPTION = Statement(
    template="client configuration parse {_} exception: {_}",
    logged_by="ClientConfiguration.parse_endpoints, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
CHANNEL_CLOSE_STREAM_STREAM = Statement(
    template="channel[{_}] close stream_stream_call success.",
    logged_by="RpcChannel.close_channel, 5.0.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:117",
)
CHANNEL_CLOSE_SUCCESS = Statement(
    template="channel[{_}] close success.",
    logged_by="RpcChannel.close_channel, 5.0.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:118",
)
CREATE_AIO_CHANNEL_SUCCESS = Statement(
    template="create_aio_channel to [{_}] success. channel state:{_}",
    logged_by="RpcChannel.create_aio_channel, 5.0.5 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:2",
)
CREATE_AIO_CHANNEL_EXCEPTION = Statement(
    template="create_aio_channel to [{_}] exception: {_}",
    logged_by="RpcChannel.create_aio_channel, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
RETRIEVE_OR_CREATE_CHANNEL = Statement(
    template="retrieve or create channel exception: {_}",
    logged_by="RpcClient.retrieve_or_create_channel, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
REMOVE_IDLE_CHANNEL = Statement(
    template="remove idle channel {_}",
    logged_by="RpcClient.clear_idle_rpc_channels, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
END_TRANSACTION_EXCEPTION_TOPIC = Statement(
    template="end transaction exception, topic:{_}, message_id:{_}, transaction_id:{_}: {_}",
    logged_by="RpcClient.end_transaction_for_server_check, 5.0.1 to 5.0.3 of rocketmq-client-python",
)
CLOSE_CHANNEL_ERROR = Statement(
    template="close channel {_} error: {_}",
    logged_by="RpcClient.close_rpc_channel, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
START_IO_LOOP_THREAD = Statement(
    template="start io loop thread success.",
    logged_by="RpcClient.init_io_loop, 5.0.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:1",
)
START_IO_LOOP_THREAD_EXCEPTION = Statement(
    template="start io loop thread exception: {_}",
    logged_by="RpcClient.init_io_loop, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
CLIENT_START_METRIC_PROVIDER = Statement(
    template="client:{_} start metric provider success.",
    logged_by="ClientMetrics.reset_metrics, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
METRICS_DO_SEND_AFTER = Statement(
    template="metrics do send after exception. send_context must not be none.",
    logged_by="ClientMetrics.send_after, 5.0.1 to 5.0.6 of rocketmq-client-python",
)
METRIC_TYPE_MUST_MESSAGEMETRICTYPE = Statement(
    template="metric type must be MessageMetricType.SEND. current send_context type is {_}",
    logged_by="ClientMetrics.send_after, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
METRICS_DO_SEND_AFTER_EXCEPTION = Statement(
    template="metrics do send after exception. send_stopwatch must not be none.",
    logged_by="ClientMetrics.send_after, 5.0.1 to 5.0.6 of rocketmq-client-python",
)
METRICS_DO_SEND_AFTER_EXCEPTION_TOPIC = Statement(
    template="metrics do send after exception. topic must not be none.",
    logged_by="ClientMetrics.send_after, 5.0.1 to 5.0.6 of rocketmq-client-python",
)
METER_PROVIDER_SHUTDOWN_EXCEPTION = Statement(
    template="meter provider shutdown exception:{_}",
    logged_by="ClientMetrics.meter_provider_shutdown, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
CLIENT_CAN_CREATE_METER = Statement(
    template="client:{_} can't create meter provider, because endpoints is none.",
    logged_by="ClientMetrics.meter_provider_start, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
CLIENT_START_METER_PROVIDER = Statement(
    template="client:{_} start meter provider exception: {_}",
    logged_by="ClientMetrics.meter_provider_start, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
RECORD_SEND_MESSAGE_COST = Statement(
    template="record send message cost time exception, e:{_}",
    logged_by="ClientMetrics.record_send_success_cost_time, 5.0.1 to 5.0.6 of rocketmq-client-python",
)
UNRECOGNIZED_STATUS_CODE_MESSAGE = Statement(
    template="unrecognized status code:{_}, message:{_}",
    logged_by="MessagingResultChecker.check, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
GET_LOCAL_IP_EXCEPTION = Statement(
    template="get local ip exception: {_}",
    logged_by="Misc.get_local_ip, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
FAILED_OBSERVE_METRIC = Statement(
    template="failed to observe metric '{_}': {_}",
    logged_by="ClientMetrics.gauge_callback, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
METRICS_DO_SEND_AFTER_EXCEPTION_SEND = Statement(
    template="metrics do send_after exception. send_context must not be none.",
    logged_by="ClientMetrics.send_after, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
METRICS_DO_SEND_AFTER_EXCEPTION_SEND_STOPWATCH = Statement(
    template="metrics do send_after exception. send_stopwatch must not be none.",
    logged_by="ClientMetrics.send_after, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
METRICS_DO_SEND_AFTER_EXCEPTION_TOPIC_MUST = Statement(
    template="metrics do send_after exception. topic must not be none.",
    logged_by="ClientMetrics.send_after, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
METRICS_DO_CONSUME_AFTER = Statement(
    template="metrics do consume_after exception. consume_after must not be none.",
    logged_by="ClientMetrics.consume_after, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
METRIC_TYPE_MUST_MESSAGEMETRICTYPE_CONSUME = Statement(
    template="metric type must be MessageMetricType.CONSUME. current consume_context type is {_}",
    logged_by="ClientMetrics.consume_after, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
METRICS_DO_CONSUME_AFTER_EXCEPTION = Statement(
    template="metrics do consume_after exception. consume_stopwatch must not be none.",
    logged_by="ClientMetrics.consume_after, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
METRICS_DO_CONSUME_AFTER_EXCEPTION_TOPIC = Statement(
    template="metrics do consume_after exception. topic must not be none.",
    logged_by="ClientMetrics.consume_after, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
METRICS_DO_CONSUME_AFTER_EXCEPTION_CONSUMER = Statement(
    template="metrics do consume_after exception. consumer_group must not be none.",
    logged_by="ClientMetrics.consume_after, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
PROCESS_TIME_NEGATIVE_LATENCY = Statement(
    template="process_time is negative, latency: {_}ms, current time: {_}, consume_stopwatch: {_}",
    logged_by="ClientMetrics.consume_after, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
FAILED_RECORD_METRIC = Statement(
    template="failed to record metric '{_}': {_}",
    logged_by="ClientMetrics.record_metric, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
SCHEDULER_THREAD_ALREADY_RUNNING = Statement(
    template="scheduler thread {_} is already running",
    logged_by="ClientScheduler.start_scheduler, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
START_SCHEDULER_RAISE_EXCEPTION = Statement(
    template="start scheduler raise exception, {_}",
    logged_by="ClientScheduler.start_scheduler, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
STOP_SCHEDULER_RAISE_EXCEPTION = Statement(
    template="stop scheduler raise exception, {_}",
    logged_by="ClientScheduler.stop_scheduler, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
CLIENT_RUN_FUNCTION_RAISE = Statement(
    template="{_}client_id:{_:word} run function raise exception: {_}",
    logged_by="ClientScheduler.run_func, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
STOP_SCHEDULER = Statement(
    template="stop scheduler: {_}",
    logged_by="ClientScheduler.run_func, 5.0.9 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:112",
)
DOSE_NOT_MATCH_REGEX = Statement(
    template="{_} dose not match the regex [regex={_}]",
    logged_by="Misc.is_valid_topic, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
