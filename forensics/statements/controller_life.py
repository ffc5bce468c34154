"""A controller: ControllerManager, DefaultBrokerHeartbeatManager, ControllerRequestProcessor."""

from forensics.statements.template import Statement

MASTER_ELECTED_OLD = Statement(
    event="master_elected",
    template="Broker {broker}'s master {address:word} shutdown, elect a new master done, result:{_}",
    logged_by="ControllerManager.onBrokerInactive, 5.0.0 to 5.1.0",
)
BROKER_MASTER_SHUTDOWN = Statement(
    template="Broker{_}' master shutdown",
    logged_by="ControllerManager.onBrokerInactive, 5.0.0",
)
TRY_NOTIFY_BROKER_ID = Statement(
    template="Try notify broker {_} with id {_} that role changed, responseHeader:{_}",
    logged_by="ControllerManager.doNotifyBrokerRoleChanged, 5.0.0 to 5.1.0",
)
FAILED_NOTIFY_BROKER_ID = Statement(
    template="Failed to notify broker {_} with id {_} that role changed",
    logged_by="ControllerManager.doNotifyBrokerRoleChanged, 5.0.0 to 5.1.0",
    throws=True,
)
BROKER_IP_ADDRESS_SHUTDOWN = Statement(
    template="The {_} broker with IP address {_} shutdown",
    logged_by="ControllerManager.onBrokerInactive, 5.1.0",
)
FAILED_GET_REPLICA_INFO = Statement(
    template="Failed to get replica-info for broker-set: {_} when OnBrokerInactive",
    logged_by="ControllerManager.onBrokerInactive, 5.1.1 to 5.3.3",
    throws=True,
)
BROKER_INACTIVE = Statement(
    event="broker_inactive",
    template="The broker with brokerId: {broker_id:int} in broker-set: {broker} has been inactive",
    logged_by="ControllerManager.onBrokerInactive, 5.1.1 to 5.3.3",
)
FAILED_TRIGGER_ELECT_MASTER = Statement(
    template="Failed to trigger elect-master in broker-set: {_}",
    logged_by="ControllerManager.triggerElectMaster0, 5.1.1 to 5.3.3",
    throws=True,
)
MASTER_ELECTED = Statement(
    event="master_elected",
    template="Elect a new master in broker-set: {broker} done, result: {_}",
    logged_by="ControllerManager.triggerElectMaster0, 5.1.1 to 5.3.3",
)
NOTIFY_BROKER_ROLE_CHANGE = Statement(
    template="Notify broker role change failed, because member group is not null but the new master brokerId is empty, entry:{_}",
    logged_by="ControllerManager.notifyBrokerRoleChanged, 5.1.1 to 5.3.3",
)
TRY_NOTIFY_BROKER_ROLE = Statement(
    template="Try notify broker {_} that role changed, RoleChangeNotifyEntry:{_}",
    logged_by="ControllerManager.doNotifyBrokerRoleChanged, 5.1.1 to 5.3.3",
)
FAILED_NOTIFY_BROKER_ROLE = Statement(
    template="Failed to notify broker {_} that role changed",
    logged_by="ControllerManager.doNotifyBrokerRoleChanged, 5.1.1 to 5.3.3",
    throws=True,
)
CONTROLLER_MANAGER_RECEIVED_BROKER = Statement(
    template="Controller Manager received broker inactive event, clusterName: {_}, brokerName: {_}, brokerId: {_}",
    logged_by="ControllerManager.onBrokerInactive, 5.2.0 to 5.3.3",
)
FAILED_TRIGGER_ELECT_MASTER_BROKER = Statement(
    template="Failed to trigger elect-master in broker-set: {_}, retryCount: {_}",
    logged_by="ControllerManager.triggerElectMaster, 5.2.0 to 5.3.3",
    throws=True,
)
BROKER_CHANNEL_EXPIRED_BROKER = Statement(
    template="The broker channel {_} expired, brokerInfo {_}, expired {_}ms",
    logged_by="DefaultBrokerHeartbeatManager.scanNotActiveBroker, 5.0.0 to 5.3.3",
)
NEW_BROKER_REGISTERED_BROKER = Statement(
    template="new broker registered, {_}, brokerId:{_}",
    logged_by="DefaultBrokerHeartbeatManager.onBrokerHeartbeat, 5.0.0 to 5.3.3",
)
CHANGE_BROKER_BROKER_ID = Statement(
    template="Change broker {_}'s brokerId to {_}",
    logged_by="DefaultBrokerHeartbeatManager.changeBrokerMetadata, 5.0.0",
)
CHANNEL_INACTIVE_BROKER_ADDR = Statement(
    template="Channel {_} inactive, broker {_}, addr:{_}, id:{_}",
    logged_by="DefaultBrokerHeartbeatManager.onBrokerChannelClose, 5.0.0 to 5.3.3",
)
PROCESS_REQUEST_FAILED = Statement(
    template="process request: {_} error, ",
    logged_by="ControllerRequestProcessor.processRequest, 5.1.2 to 5.3.3",
    throws=True,
)
CALCULATE_FILE_SIZE_PATH = Statement(
    template="calculateFileSizeInPath error, path: {_}",
    logged_by="ControllerMetricsManager.initMetric, 5.1.2 to 5.3.3",
)
CHECK_METRIC_CONFIG_FAILED = Statement(
    template="check metric config failed, will not export metrics",
    logged_by="ControllerMetricsManager.init, 5.1.2 to 5.3.3",
)
METRICS_LABEL_NOT_VALID = Statement(
    template="metrics label is not valid: {_}",
    logged_by="ControllerMetricsManager.init, 5.1.2 to 5.3.3",
)
METRICS_GRPC_EXPORTER_HEADER = Statement(
    template="metricsGrpcExporterHeader is not valid: {_}",
    logged_by="BrokerMetricsManager, ProxyMetricsManager, 5.1.0 to 5.3.3; ControllerMetricsManager.init, 5.1.2 to 5.3.3",
)
SERIALIZE_EVENT_MESSAGE_ERROR = Statement(
    template="serialize event message error, event: {_}, this event will be discard",
    logged_by="ListEventSerializer.serialize, 5.2.0 to 5.3.3",
)
DESERIALIZE_EVENT_MESSAGE_ERROR = Statement(
    template="deserialize event message error, event id: {_}, data: {_}",
    logged_by="ListEventSerializer.deserialize, 5.2.0 to 5.3.3",
)
DESERIALIZE_EVENT_MESSAGE_ERROR_EVENT = Statement(
    template="deserialize event message error, event id: {_}, data length: {_}",
    logged_by="ListEventSerializer.deserialize, 5.2.0 to 5.3.3",
)
