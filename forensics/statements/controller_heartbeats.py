"""Heartbeats of brokers at a controller on JRaft, and the search for silent ones: RaftBrokerHeartBeatManager."""

from forensics.statements.template import Statement

BROKER_HEART_BEAT = Statement(
    event="controller_heartbeat",
    template="broker BrokerIdentityInfo{{clusterName='{cluster}', brokerName='{broker}', brokerId={broker_id:int}}} heart beat",
    logged_by="RaftBrokerHeartBeatManager.onBrokerHeartbeat, 5.2.0 to 5.3.3",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller.log:45",
)
BROKER_HEARTBEAT_THROUGH_RAFT = Statement(
    template="on broker heartbeat through raft failed",
    logged_by="RaftBrokerHeartBeatManager.onBrokerHeartbeat, 5.2.0 to 5.3.3",
    throws=True,
)
CHANNEL_INACTIVE_BROKER_IDENTITY = Statement(
    event="controller_lost_channel",
    template="Channel {_} inactive, broker identity info: BrokerIdentityInfo{{clusterName='{cluster}', brokerName='{broker}', "
    "brokerId={broker_id:int}}}",
    logged_by="RaftBrokerHeartBeatManager.onBrokerChannelClose, 5.2.0 to 5.3.3",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller.log:926",
)
CHANNEL_INACTIVE_UNKNOWN = Statement(
    template="Channel {_} inactive, broker identity info: null",
    logged_by="RaftBrokerHeartBeatManager.onBrokerChannelClose, 5.2.0 to 5.3.3: a connection no broker sent heartbeats on",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller.log:26",
)
BROKER_CLOSE_CHANNEL_THROUGH = Statement(
    template="on broker close channel through raft failed",
    logged_by="RaftBrokerHeartBeatManager.onBrokerChannelClose, 5.2.0 to 5.3.3",
    throws=True,
)
GET_BROKER_LIVE_INFO_THROUGH = Statement(
    template="get broker live info through raft failed",
    logged_by="RaftBrokerHeartBeatManager.getBrokerLiveInfo, 5.2.0 to 5.3.3",
    throws=True,
)
CURRENT_NODE_NOT_LEADER = Statement(
    template="current node is not leader, skip scan not active broker",
    logged_by="RaftBrokerHeartBeatManager.scanNotActiveBroker, 5.2.0 to 5.3.3",
)
SCAN_SKIPPED = Statement(
    event="controller_scan_skipped",
    template="has not received any heartbeat from broker, skip scan not active broker",
    logged_by="RaftBrokerHeartBeatManager.scanNotActiveBroker, 5.2.0 to 5.3.3",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller.log:33",
)
START_SCAN_NOT_ACTIVE = Statement(
    event="controller_scanned",
    template="start scan not active broker",
    logged_by="RaftBrokerHeartBeatManager.scanNotActiveBroker, 5.2.0 to 5.3.3",
)
CHECK_NOT_ACTIVE_BROKER = Statement(
    template="check not active broker through raft failed",
    logged_by="RaftBrokerHeartBeatManager.scanNotActiveBroker, 5.2.0 to 5.3.3",
    throws=True,
)
GET_BROKER_LIVE_INFO_CLUSTER = Statement(
    template="get broker live info, clusterName: {_}, brokerName: {_}, brokerId: {_}",
    logged_by="RaftBrokerHeartBeatManager.getBrokerLiveInfo, 5.2.0 to 5.3.3",
)
GET_BROKER_LIVE_INFO_FAILED = Statement(
    template="get broker live info failed",
    logged_by="RaftBrokerHeartBeatManager.isBrokerActive, 5.2.0 to 5.3.3",
    throws=True,
)
BROKER_INACTIVE = Statement(
    template="Broker {_}-{_}-{_} inactive",
    logged_by="RaftBrokerHeartBeatManager.notifyBrokerInActive, 5.2.0 to 5.3.3",
)
BROKER_CHANNEL_EXPIRED = Statement(
    template="The broker channel {_} expired, brokerInfo {_}",
    logged_by="RaftBrokerHeartBeatManager.scanNotActiveBroker, 5.2.0 to 5.3.3",
)
