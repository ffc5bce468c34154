"""A broker before it is online: BrokerPreOnlineService."""

from forensics.statements.template import Statement

KIND = "broker"

ONLINE = Statement(
    event="broker_online",
    template="broker {_} is online",
    logged_by="BrokerPreOnlineService.run, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:318",
)
BROKER_PRE_ONLINE_FAILED = Statement(
    template="Broker preOnline error, ",
    logged_by="BrokerPreOnlineService.run, 5.0.0 to 5.3.3",
    throws=True,
)
WAIT_HANDSHAKE_COMPLETION = Statement(
    template="wait for handshake completion with {_}",
    logged_by="BrokerPreOnlineService.waitForHaHandshakeComplete, 5.0.0 to 5.3.3",
)
HASERVICE_NULL_MAYBE_BROKER = Statement(
    template="HAService is null, maybe broker config is wrong. For example, duplicationEnable is true",
    logged_by="BrokerPreOnlineService.waitForHaHandshakeComplete, 5.0.0 to 5.3.3",
)
WAIT_HANDSHAKE_COMPLETION_FAILED = Statement(
    template="wait for handshake completion failed, HA connection lost",
    logged_by="BrokerPreOnlineService.futureWaitAction, 5.0.0 to 5.3.3",
)
SEND_HA_ADDRESS_FAILED = Statement(
    template="send ha address to {_} exception, {_}",
    logged_by="BrokerPreOnlineService.prepareForMasterOnline, 5.0.0 to 5.3.3",
)
WAIT_HANDSHAKE_EXCEPTION = Statement(
    template="Wait handshake completion exception, {_}",
    logged_by="BrokerPreOnlineService.prepareForSlaveOnline, 5.0.0 to 5.3.3",
)
GET_METADATA_REVERSE = Statement(
    template="Get metadata reverse from {_}",
    logged_by="BrokerPreOnlineService.syncMetadataReverse, 5.0.0 to 5.3.3",
)
CONSUMER_OFFSET_DATA_VERSION = Statement(
    template="{_}'s consumerOffset data version is larger than master broker, {_}'s consumerOffset will be used.",
    logged_by="BrokerPreOnlineService.syncMetadataReverse, 5.0.0 to 5.3.3",
)
SCHEDULE_MESSAGE_SERVICE_DATA = Statement(
    template="{_}'s scheduleMessageService data version is larger than master broker, {_}'s delayOffset will be used.",
    logged_by="BrokerPreOnlineService.syncMetadataReverse, 5.0.0 to 5.3.3",
)
TIMER_CHECKPOINT_DATA_VERSION = Statement(
    template="{_}'s timerCheckpoint data version is larger than master broker, {_}'s timerCheckpoint will be used.",
    logged_by="BrokerPreOnlineService.syncMetadataReverse, 5.0.0 to 5.3.3",
)
GET_METADATA_REVERSE_FAILED = Statement(
    template="GetMetadataReverse Failed",
    logged_by="BrokerPreOnlineService.syncMetadataReverse, 5.0.0 to 5.3.3",
    throws=True,
)
FETCH_MASTER_HA_ADDRESS = Statement(
    template="fetch master ha address return null, start service directly",
    logged_by="BrokerPreOnlineService.prepareForSlaveOnline, 5.0.0 to 5.3.3",
)
SYNC_BROKER_MEMBER_GROUP = Statement(
    template="syncBrokerMemberGroup from namesrv error, start service failed, will try later, ",
    logged_by="BrokerPreOnlineService.prepareForBrokerOnline, 5.0.0 to 5.3.3",
    throws=True,
)
NO_MASTER_ONLINE_START = Statement(
    template="no master online, start service directly",
    logged_by="BrokerPreOnlineService.prepareForBrokerOnline, 5.0.0 to 5.3.3",
)
NO_OTHER_BROKER_ONLINE = Statement(
    template="no other broker online, will start service directly",
    logged_by="BrokerPreOnlineService.prepareForBrokerOnline, 5.0.0 to 5.3.3",
)
