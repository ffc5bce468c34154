"""What releases before 4.8 said otherwise, and people still ask about; beside them their logs read as those of later ones."""

from forensics.statements.template import Statement

SERVICE_JOINED = Statement(
    template="join thread {_} eclipse time(ms) {_} {_}",
    logged_by="ServiceThread.shutdown, up to 4.7",
)
BROKER_REGISTERED = Statement(
    template="register broker to name server {_} OK",
    logged_by="BrokerOuterAPI.registerBrokerAll, up to 4.4",
)
PUT_SLOW = Statement(
    template="putMessage not in lock eclipse time(ms)={_}, bodyLength={_}",
    logged_by="DefaultMessageStore.putMessage, up to 4.5",
)
PUT_SLOW_IN_LOCK = Statement(
    template="putMessage in lock eclipse time(ms) {_}",
    logged_by="CommitLog.putMessage, up to 3.2",
)
SLAVE_BEHIND = Statement(
    template="slave fall behind master, how much, {_} bytes",
    logged_by="BrokerController.printMasterAndSlaveDiff, up to 4.2",
)
OFFSET_NOT_MATCHED = Statement(
    template="Offset for {_} not matched. Request offset: {_}, index: {_}, mappedFileSize: {_}, mappedFiles count: {_}",
    logged_by="MappedFileQueue.findMappedFileByOffset, up to 4.2",
)
FILE_NOT_FOUND = Statement(
    template="findMappedFileByOffset failure.",
    logged_by="MappedFileQueue.findMappedFileByOffset, up to 4.2",
    throws=True,
)
HEARTBEAT_LOCKED = Statement(
    template="lock heartBeat, but failed.",
    logged_by="MQClientInstance.sendHeartbeatToAllBrokerWithLock and unregisterClientWithLock, up to 4.7",
)
NOTHING_TO_HEARTBEAT = Statement(
    template="sending heartbeat, but no consumer and no producer",
    logged_by="MQClientInstance.sendHeartbeatToAllBroker, up to 4.7",
)
ROUTE_NULL = Statement(
    template="updateTopicRouteInfoFromNameServer, getTopicRouteInfoFromNameServer return null, Topic: {_:word}",
    logged_by="MQClientInstance.updateTopicRouteInfoFromNameServer, up to 4.7",
)
ROUTE_LOCKED = Statement(
    template="updateTopicRouteInfoFromNameServer tryLock timeout {_:int}ms",
    logged_by="MQClientInstance.updateTopicRouteInfoFromNameServer, up to 4.7",
)
