"""The gRPC Java client's meter of messages: ClientMeterManager."""

from forensics.statements.template import Statement

KIND = "client"

METRIC_SETTINGS_SATISFIED_CURRENT = Statement(
    template="Metric settings is satisfied by the current message meter, metric={_}, clientId={_}",
    logged_by="ClientMeterManager.reset, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ClientMeterManager.Reset, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:8",
)
METRIC_OFF_CLIENT_ID = Statement(
    template="Metric is off, clientId={_}",
    logged_by="ClientMeterManager.reset, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ClientMeterManager.Reset, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
METRICS_ENDPOINTS_CLIENT_ID = Statement(
    template="Metrics is on, endpoints={_}, clientId={_}",
    logged_by="ClientMeterManager.reset, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
EXCEPTION_RAISED_RESETTING_MESSAGE = Statement(
    template="Exception raised when resetting message meter, clientId={_}",
    logged_by="ClientMeterManager.reset, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
FAILED_BUILD_OBSERVABLE_DOUBLE = Statement(
    template="Failed to build observable double gauge, gauge={_}, clientId={_}",
    logged_by="ClientMeterManager.reset, 5.0.5 of rocketmq-client-java",
    throws=True,
)
SHUTDOWN_CLIENT_METER_SUCCESSFULLY = Statement(
    template="Shutdown client meter successfully, clientId={_}, endpoints={_}",
    logged_by="ClientMeter.shutdown, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
FAILED_SHUTDOWN_MESSAGE_METER = Statement(
    template="Failed to shutdown message meter, clientId={_}, endpoints={_}",
    logged_by="ClientMeter.shutdown, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
BEGIN_SHUTDOWN_CLIENT_METER = Statement(
    template="Begin to shutdown client meter, clientId={_}, endpoints={_}",
    logged_by="ClientMeter.shutdown, 5.0.3 to 5.2.1 of rocketmq-client-java",
)
