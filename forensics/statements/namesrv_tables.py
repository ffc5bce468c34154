"""The tables of a name server that no event needs: RouteInfoManager."""

from forensics.statements.template import Statement

KIND = "namesrv"

DELETE_TOPIC_FAILED = Statement(
    template="deleteTopic Exception",
    logged_by="RouteInfoManager.deleteTopic, 4.8.0 to 5.3.3",
    throws=True,
)
GET_ALL_TOPIC_LIST = Statement(
    template="getAllTopicList Exception",
    logged_by="RouteInfoManager.getAllTopicList, 4.8.0 to 5.3.3",
    throws=True,
)
REGISTER_BROKER_FAILED = Statement(
    template="registerBroker Exception",
    logged_by="RouteInfoManager.registerBroker, 4.8.0 to 5.3.3",
    throws=True,
)
WIPE_WRITE_PERM_BROKER = Statement(
    template="wipeWritePermOfBrokerByLock Exception",
    logged_by="RouteInfoManager.wipeWritePermOfBrokerByLock, 4.8.0 to 4.9.1 and 5.0.0 to 5.3.3",
    throws=True,
)
UNREGISTER_BROKER_REMOVE_NAME = Statement(
    event="broker_name_removed",
    template="unregisterBroker, remove name from brokerAddrTable OK, {broker:word}",
    logged_by="RouteInfoManager.unRegisterBroker, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:149",
)
UNREGISTER_BROKER_REMOVE_NAME_CLUSTER = Statement(
    template="unregisterBroker, remove name from clusterAddrTable {_}, {_}",
    logged_by="RouteInfoManager.unRegisterBroker, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:150",
)
UNREGISTER_BROKER_REMOVE_CLUSTER = Statement(
    template="unregisterBroker, remove cluster from clusterAddrTable {_}",
    logged_by="RouteInfoManager.unRegisterBroker, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:151",
)
UNREGISTER_BROKER_FAILED = Statement(
    template="unregisterBroker Exception",
    logged_by="RouteInfoManager.unRegisterBroker, 4.8.0 to 5.3.3",
    throws=True,
)
REMOVE_TOPIC_BROKER_NAME = Statement(
    template="removeTopicByBrokerName, remove one broker's topic {_} {_}",
    logged_by="RouteInfoManager.removeTopicByBrokerName, INFO 4.8.0 to 4.9.8, DEBUG 5.0.0 to 5.3.3",
    seen="H-4.8.0-bfail:ns0/logs/rocketmqlogs/namesrv.log:96",
)
REMOVE_TOPIC_BROKER_NAME_REMOVE = Statement(
    template="removeTopicByBrokerName, remove the topic all queue {_}",
    logged_by="RouteInfoManager.removeTopicByBrokerName, INFO 4.8.0 to 4.9.8, DEBUG 5.0.0 to 5.3.3",
    seen="H-4.8.0-bfail:ns0/logs/rocketmqlogs/namesrv.log:97",
)
PICKUP_TOPIC_ROUTE_DATA = Statement(
    template="pickupTopicRouteData Exception",
    logged_by="RouteInfoManager.pickupTopicRouteData, 4.8.0 to 5.3.3",
    throws=True,
)
CHANNEL_DESTROY_FAILED = Statement(
    template="onChannelDestroy Exception",
    logged_by="RouteInfoManager.onChannelDestroy, 4.8.0 to 5.3.3",
    throws=True,
)
REMOVE_BROKER_ADDR_BROKER = Statement(
    template="remove brokerAddr[{_}, {_}] from brokerAddrTable, because channel destroyed",
    logged_by="RouteInfoManager.onChannelDestroy, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:ns0/logs/rocketmqlogs/namesrv.log:78",
)
REMOVE_BROKER_NAME_BROKER = Statement(
    template="remove brokerName[{_}] from brokerAddrTable, because channel destroyed",
    logged_by="RouteInfoManager.onChannelDestroy, 4.8.0 to 4.9.8",
    seen="H-4.8.0-sigstop:ns0/logs/rocketmqlogs/namesrv.log:70",
)
REMOVE_BROKER_NAME_CLUSTER = Statement(
    template="remove brokerName[{_}], clusterName[{_}] from clusterAddrTable, because channel destroyed",
    logged_by="RouteInfoManager.onChannelDestroy, 4.8.0 to 4.9.8",
    seen="H-4.8.0-sigstop:ns0/logs/rocketmqlogs/namesrv.log:71",
)
REMOVE_CLUSTER_NAME_CLUSTER = Statement(
    template="remove the clusterName[{_}] from clusterAddrTable, because channel destroyed and no broker in this cluster",
    logged_by="RouteInfoManager.onChannelDestroy, 4.8.0 to 4.9.8",
    seen="H-4.8.0-sigstop:ns0/logs/rocketmqlogs/namesrv.log:72",
)
REMOVE_TOPIC_TOPIC_QUEUE = Statement(
    template="remove topic[{_} {_}], from topicQueueTable, because channel destroyed",
    logged_by="RouteInfoManager.onChannelDestroy, 4.8.0 to 4.9.8",
    seen="H-4.8.0-sigstop:ns0/logs/rocketmqlogs/namesrv.log:73",
)
REMOVE_TOPIC_ALL_QUEUE = Statement(
    template="remove topic[{_}] all queue, from topicQueueTable, because channel destroyed",
    logged_by="RouteInfoManager.onChannelDestroy, 4.8.0 to 4.9.8",
    seen="H-4.8.0-sigstop:ns0/logs/rocketmqlogs/namesrv.log:74",
)
RULER = Statement(
    template="--------------------------------------------------------",
    logged_by="RouteInfoManager.printAllPeriodically, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:111",
)
TOPIC_QUEUE_TABLE_SIZE = Statement(
    template="topicQueueTable SIZE: {_}",
    logged_by="RouteInfoManager.printAllPeriodically, 4.8.0 to 5.3.3",
)
TOPIC_QUEUE_TABLE_TOPIC = Statement(
    template="topicQueueTable Topic: {_} {_}",
    logged_by="RouteInfoManager.printAllPeriodically, 4.8.0 to 5.3.3",
)
BROKER_ADDR_TABLE_SIZE = Statement(
    template="brokerAddrTable SIZE: {_}",
    logged_by="RouteInfoManager.printAllPeriodically, 4.8.0 to 5.3.3",
)
BROKER_ADDR_TABLE_BROKER = Statement(
    template="brokerAddrTable brokerName: {_} {_}",
    logged_by="RouteInfoManager.printAllPeriodically, 4.8.0 to 5.3.3",
)
BROKER_LIVE_TABLE_SIZE = Statement(
    template="brokerLiveTable SIZE: {_}",
    logged_by="RouteInfoManager.printAllPeriodically, 4.8.0 to 5.3.3",
)
BROKER_LIVE_TABLE_BROKER = Statement(
    template="brokerLiveTable brokerAddr: {_} {_}",
    logged_by="RouteInfoManager.printAllPeriodically, 4.8.0 to 5.3.3",
)
CLUSTER_ADDR_TABLE_SIZE = Statement(
    template="clusterAddrTable SIZE: {_}",
    logged_by="RouteInfoManager.printAllPeriodically, 4.8.0 to 5.3.3",
)
CLUSTER_ADDR_TABLE_CLUSTER = Statement(
    template="clusterAddrTable clusterName: {_} {_}",
    logged_by="RouteInfoManager.printAllPeriodically, 4.8.0 to 5.3.3",
)
PRINT_ALL_PERIODICALLY_FAILED = Statement(
    template="printAllPeriodically Exception",
    logged_by="RouteInfoManager.printAllPeriodically, 4.8.0 to 5.3.3",
    throws=True,
)
OPERATE_WRITE_PERM_BROKER = Statement(
    template="operateWritePermOfBrokerByLock Exception",
    logged_by="RouteInfoManager.operateWritePermOfBrokerByLock, 4.9.2 to 4.9.8",
    throws=True,
)
DELETE_TOPIC_REMOVE_ONE = Statement(
    template="deleteTopic, remove one broker's topic {_} {_} {_}",
    logged_by="RouteInfoManager.registerBroker, 4.9.4 to 5.3.3",
)
DELETE_TOPIC_REMOVE_TOPIC = Statement(
    template="deleteTopic, remove the topic all queue {_} {_}",
    logged_by="RouteInfoManager.deleteTopic, 4.9.4 to 5.3.3",
)
MASTER_ADDRESS_CHANGED = Statement(
    event="master_address_changed",
    template="cluster [{cluster}] brokerName [{broker}] master address change from {old_address:word} to {address:word}",
    logged_by="RouteInfoManager.registerBroker, 4.9.4 to 4.9.8",
)
TOPIC_ROUTE_ALREADY_EXIST = Statement(
    template="Topic route already exist.{_}, {_}",
    logged_by="RouteInfoManager.registerTopic, 5.0.0 to 5.3.3",
)
REGISTER_TOPIC_CONTAINS_ILLEGAL = Statement(
    template="Register topic contains illegal broker, {_}, {_}",
    logged_by="RouteInfoManager.registerTopic, 5.0.0 to 5.3.3",
)
REGISTER_TOPIC_ROUTE = Statement(
    template="Register topic route:{_}, {_}",
    logged_by="RouteInfoManager.registerTopic, 5.0.0 to 5.3.3",
)
REGISTER_TOPIC_FAILED = Statement(
    template="registerTopic Exception",
    logged_by="RouteInfoManager.registerTopic, 5.0.0 to 5.3.3",
    throws=True,
)
BROKER_REFUSED_OLD = Statement(
    event="broker_refused",
    template="Registered Broker conflicts with the existed one, just ignore.: Cluster:{cluster}, BrokerName:{broker}, "
    "BrokerId:{broker_id:int}, Old BrokerAddr:{old_address:word}, Old Version:{old_state_version:int}, New "
    "BrokerAddr:{address:word}, New Version:{state_version:int}.",
    logged_by="RouteInfoManager.registerBroker, 5.0.0 to 5.2.0",
)
TOPIC_REFUSED = Statement(
    event="topic_refused",
    template="Can't register topicConfigWrapper={_} because broker[{broker_id:int}]={address:word} has not registered.",
    logged_by="RouteInfoManager.registerBroker, 5.0.0 to 5.3.3",
    seen="C-5.3.0-loop-poplog:namesrv/logs/namesrv.log:92",
)
GET_BROKER_MEMBER_GROUP = Statement(
    template="Get broker member group exception",
    logged_by="RouteInfoManager.getBrokerMemberGroup, 5.0.0 to 5.3.3",
    throws=True,
)
MIN_BROKER_NOTIFIED = Statement(
    event="min_broker_notified",
    template="min broker id changed to {broker_id:int}, notify {_}, offline broker addr {address:word}",
    logged_by="RouteInfoManager.notifyMinBrokerIdChanged, 5.0.0 to 5.3.3",
)
GET_SYSTEM_TOPIC_LIST = Statement(
    template="getSystemTopicList Exception",
    logged_by="RouteInfoManager.getSystemTopicList, 5.0.0 to 5.3.3",
    throws=True,
)
GET_TOPICS_CLUSTER_FAILED = Statement(
    template="getTopicsByCluster Exception",
    logged_by="RouteInfoManager.getTopicsByCluster, 5.0.0 to 5.3.3",
    throws=True,
)
GET_UNIT_TOPICS_FAILED = Statement(
    template="getUnitTopics Exception",
    logged_by="RouteInfoManager.getUnitTopics, 5.0.0 to 5.3.3",
    throws=True,
)
GET_UNIT_SUB_TOPIC = Statement(
    template="getHasUnitSubTopicList Exception",
    logged_by="RouteInfoManager.getHasUnitSubTopicList, 5.0.0 to 5.3.3",
    throws=True,
)
GET_UNIT_SUB_UN = Statement(
    template="getHasUnitSubUnUnitTopicList Exception",
    logged_by="RouteInfoManager.getHasUnitSubUnUnitTopicList, 5.0.0 to 5.3.3",
    throws=True,
)
DELETE_TOPIC_REMOVE_TOPIC_ALL = Statement(
    template="deleteTopic, remove the topic all queue {_}",
    logged_by="RouteInfoManager.registerBroker, 5.1.4 to 5.3.3",
)
ADD_WRITE_PERM_BROKER = Statement(
    template="addWritePermOfBrokerByLock Exception",
    logged_by="RouteInfoManager.addWritePermOfBrokerByLock, 5.1.4 to 5.3.3",
    throws=True,
)
BROKER_REFUSED = Statement(
    event="broker_refused",
    template="Registering Broker conflicts with the existed one, just ignore.: Cluster:{cluster}, BrokerName:{broker}, "
    "BrokerId:{broker_id:int}, Old BrokerAddr:{old_address:word}, Old Version:{old_state_version:int}, New "
    "BrokerAddr:{address:word}, New Version:{state_version:int}.",
    logged_by="RouteInfoManager.registerBroker, 5.3.0 to 5.3.3",
)
