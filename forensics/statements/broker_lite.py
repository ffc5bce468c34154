"""Lite topics, from 5.5.0 on: their lifecycle, dispatch and subscriptions on brokers, and what proxies say of them."""

from forensics.statements.template import Statement

CLEAN_BY_PARENT = Statement(
    template="clean by parent topic, {_}, size:{_}",
    logged_by="AbstractLiteLifecycleManager.cleanByParentTopic, 5.5.0 to 5.5.1",
)
CLEAN_BY_PARENT_TOPIC = Statement(
    template="cleanByParentTopic error",
    logged_by="AbstractLiteLifecycleManager.cleanByParentTopic, 5.5.0 to 5.5.1",
    throws=True,
)
START_CHECKING_TTL = Statement(
    template="Start checking lite ttl.",
    logged_by="AbstractLiteLifecycleManager.run, 5.5.0 to 5.5.1",
)
END_CHECKING_TTL = Statement(
    template="End checking lite ttl.",
    logged_by="AbstractLiteLifecycleManager.run, 5.5.0 to 5.5.1",
)
UNEXPECTED_CONDITION_MAX = Statement(
    template="unexpected condition, max offset <= 0, {_}, {_}, scanCount:{_}",
    logged_by="AbstractLiteLifecycleManager.isLiteTopicExpired, 5.5.0 to 5.5.1",
)
LATEST_STORE_TIME = Statement(
    template="latest store time <= 0, {_}, {_}, scanCount:{_}",
    logged_by="AbstractLiteLifecycleManager.isLiteTopicExpired, 5.5.1",
)
UNEXPECTED_CONDITION_TOPIC = Statement(
    template="unexpected condition, topic ttl not found. {_}",
    logged_by="AbstractLiteLifecycleManager.isLiteTopicExpired, 5.5.0 to 5.5.1",
)
DELETE_LMQ_FINISH = Statement(
    template="delete lmq finish. {_}, sharding:{_}",
    logged_by="AbstractLiteLifecycleManager.deleteLmq, 5.5.0 to 5.5.1",
)
DELETE_LMQ_ERROR = Statement(
    template="delete lmq error. {_}",
    logged_by="AbstractLiteLifecycleManager.deleteLmq, 5.5.0 to 5.5.1",
    throws=True,
)
COLLECT_EXPIRED_TOPIC = Statement(
    template="collect expired topic, size:{_}",
    logged_by="AbstractLiteLifecycleManager.cleanExpiredLiteTopic, 5.5.0 to 5.5.1",
)
CLEAN_EXPIRED_TOPIC = Statement(
    template="cleanExpiredLiteTopic error",
    logged_by="AbstractLiteLifecycleManager.cleanExpiredLiteTopic, 5.5.0 to 5.5.1",
    throws=True,
)
BAD_REQUEST_BATCH = Statement(
    template="bad request, batch ack lite, {_}",
    logged_by="AckMessageProcessor.ackLite, 5.5.0 to 5.5.1",
)
LITE_ACK_OFFSET_ILLEGAL = Statement(
    template="ack lite offset illegal, {_}, {_}, {_}",
    logged_by="AckMessageProcessor.ackLite, 5.5.0 to 5.5.1",
)
LITE_NEXT_OFFSET = Statement(
    template="ack lite, nextOffset illegal. lmq:{_}, old:{_}, commit:{_}",
    logged_by="AckMessageProcessor.ackLite, 5.5.0 to 5.5.1",
)
LITE_CHANGE_OFFSET_ILLEGAL = Statement(
    template="process lite offset illegal, {_}, {_}, {_}",
    logged_by="ChangeInvisibleTimeProcessor.processChangeInvisibleTimeForLite, 5.5.0 to 5.5.1",
)
NOTIFY_UNSUBSCRIBE_LITE = Statement(
    template="notifyUnsubscribeLite liteTopic:{_} group:{_} clientId:{_}",
    logged_by="GrpcClientChannel.processNotifyUnsubscribeLite, 5.5.0",
)
OFFLINE_LITE_SUBSCRIPTION = Statement(
    template="offlineClientLiteSubscription, topic:{_}, group:{_}, clientId:{_}",
    logged_by="GrpcClientSettingsManager.offlineClientLiteSubscription, 5.5.0",
)
OFFLINE_LITE_SUBSCRIPTION_FAILED = Statement(
    template="offlineClientLiteSubscription failed, topic:{_}, group:{_}, clientId:{_}",
    logged_by="GrpcClientSettingsManager.offlineClientLiteSubscription, 5.5.0",
    throws=True,
)
OFFLINE_LITE_SUBSCRIPTION_ERROR = Statement(
    template="offlineClientLiteSubscription error, clientId:{_}, settings:{_}",
    logged_by="GrpcClientSettingsManager.offlineClientLiteSubscription, 5.5.0",
    throws=True,
)
CLIENT_SET_FULL = Statement(
    template="client event set is full. {_}",
    logged_by="LiteEventDispatcher.tryDispatchToClient, 5.5.0 to 5.5.1",
)
CLIENT_FULL_BUT = Statement(
    template="client full dispatch, but no subscription. {_}",
    logged_by="LiteEventDispatcher.doFullDispatchForClient, 5.5.0 to 5.5.1",
)
CLIENT_MAY_BLOCK = Statement(
    template="client may block for a while, wait another period. {_}",
    logged_by="LiteEventDispatcher.doFullDispatchForClient, 5.5.0 to 5.5.1",
)
CLIENT_SET_HIGH = Statement(
    template="client event set high water mark, wait another period. {_}, {_}",
    logged_by="LiteEventDispatcher.doFullDispatchForClient, 5.5.0 to 5.5.1",
)
CLIENT_FULL_TOTAL = Statement(
    template="client full dispatch, {_}, total:{_}",
    logged_by="LiteEventDispatcher.doFullDispatchForClient, 5.5.0 to 5.5.1",
)
CLIENT_SET_FULL_AGAIN = Statement(
    template="client event set full again, wait another period. {_}, {_}",
    logged_by="LiteEventDispatcher.doFullDispatchForClient, 5.5.0 to 5.5.1",
)
CLIENT_FULL_FINISH = Statement(
    template="client full dispatch finish. {_}, dispatch:{_}",
    logged_by="LiteEventDispatcher.doFullDispatchForClient, 5.5.0 to 5.5.1",
)
DO_FULL_WILDCARD = Statement(
    template="doFullDispatchForWildcardGroup, wait another period. {_}",
    logged_by="LiteEventDispatcher.doFullDispatchForWildcardGroup, 5.5.0 to 5.5.1",
)
DO_FULL_WILDCARD_GROUP = Statement(
    template="doFullDispatchForWildcardGroup finish. {_}, dispatch:{_}",
    logged_by="LiteEventDispatcher.doFullDispatchForWildcardGroup, 5.5.0 to 5.5.1",
)
DO_FULL_BY = Statement(
    template="do full dispatch by group, {_}, size:{_}",
    logged_by="LiteEventDispatcher.doFullDispatchByGroup, 5.5.0 to 5.5.1",
)
SCAN_ERROR = Statement(
    template="LiteEventDispatcher-scan error.",
    logged_by="LiteEventDispatcher.run, 5.5.0 to 5.5.1",
    throws=True,
)
CHECK_CLIENT_SET = Statement(
    template="Check client event set. size:{_}",
    logged_by="LiteEventDispatcher.scan, 5.5.0 to 5.5.1",
)
REMOVE_INACTIVE_CLIENT = Statement(
    template="remove inactive client and re-dispatch. {_}, {_}",
    logged_by="LiteEventDispatcher.scan, 5.5.0 to 5.5.1",
)
BEGIN_TRIGGER_FULL = Statement(
    template="Begin to trigger full dispatch. size:{_}, mapSize:{_}",
    logged_by="LiteEventDispatcher.scan, 5.5.0 to 5.5.1",
)
MAYBE_CLIENT_OFFLINE = Statement(
    template="Maybe client offline. {_}",
    logged_by="LiteEventDispatcher.onRemoveAll, 5.5.0 to 5.5.1",
)
UNEXPECTED_LMQ_COUNT = Statement(
    template="unexpected lmq count. {_}",
    logged_by="LiteLifecycleManager.collectExpiredLiteTopic, 5.5.0 to 5.5.1",
)
EACH_TOPIC_ERROR = Statement(
    template="forEachLiteTopic error. {_}",
    logged_by="LiteLifecycleManager.forEachLiteTopic, 5.5.0 to 5.5.1",
    throws=True,
)
BROKER_RECEIVE_REQUEST = Statement(
    template="Broker receive request to getLiteGroupInfo, group:{_}, liteTopic:{_}, caller:{_}",
    logged_by="LiteManagerProcessor.getLiteGroupInfo, 5.5.0 to 5.5.1",
)
BROKER_RECEIVE_REQUEST_TRIGGER = Statement(
    template="Broker receive request to triggerLiteDispatch, group:{_}, clientId:{_}, caller:{_}",
    logged_by="LiteManagerProcessor.triggerLiteDispatch, 5.5.0 to 5.5.1",
)
CLIENT_ID_BLANK = Statement(
    template="clientId is blank, {_}",
    logged_by="LiteSubscriptionCtlProcessor.processRequest, 5.5.0 to 5.5.1",
)
GROUP_BLANK = Statement(
    template="group is blank, {_}",
    logged_by="LiteSubscriptionCtlProcessor.processRequest, 5.5.0 to 5.5.1",
)
TOPIC_BLANK = Statement(
    template="topic is blank, {_}",
    logged_by="LiteSubscriptionCtlProcessor.processRequest, 5.5.0 to 5.5.1",
)
ERROR = Statement(
    template="LiteSubscriptionCtlProcessor error",
    logged_by="LiteSubscriptionCtlProcessor.processRequest, 5.5.0 to 5.5.1",
    throws=True,
)
REMOVE_COMPLETE_TOPIC = Statement(
    template="removeCompleteSubscription, topic:{_}, group:{_}, clientId:{_}",
    logged_by="LiteSubscriptionRegistryImpl.removeCompleteSubscription, 5.5.0 to 5.5.1",
)
NOTIFY_UNSUBSCRIBE_TOMBSTONED = Statement(
    template="re-notify unsubscribe for tombstoned lmqName, clientId:{_}, group:{_}, lmqName:{_}",
    logged_by="LiteSubscriptionRegistryImpl.addCompleteSubscription, 5.5.1",
)
EXCLUDE_CLIENT_BY = Statement(
    template="excludeClientByLmqName group:{_}, lmqName:{_}, resetOffset:{_}, clientId:{_} -> {_}",
    logged_by="LiteSubscriptionRegistryImpl.excludeClientByLmqName, 5.5.0 to 5.5.1",
)
NOTIFY_UNSUBSCRIBE_BUT = Statement(
    template="notifyUnsubscribeLite but channel is null, liteTopic:{_}, group:{_}, topic:{_}, clientId:{_},",
    logged_by="LiteSubscriptionRegistryImpl.notifyUnsubscribeLite, 5.5.0 to 5.5.1",
)
NOTIFY_UNSUBSCRIBE_TOPIC = Statement(
    template="notifyUnsubscribeLite liteTopic:{_}, group:{_}, topic:{_}, clientId:{_}",
    logged_by="LiteSubscriptionRegistryImpl.notifyUnsubscribeLite, 5.5.0 to 5.5.1",
)
RESET_OFFSET_CURRENT = Statement(
    template="try to reset lite offset. {_}, {_}, {_}, {_}, current:{_}, target:{_}",
    logged_by="LiteSubscriptionRegistryImpl.resetOffset, 5.5.0 to 5.5.1",
)
START_CHECKING = Statement(
    template="Start checking lite subscription.",
    logged_by="LiteSubscriptionRegistryImpl.run, 5.5.0 to 5.5.1",
)
END_CHECKING = Statement(
    template="End checking lite subscription.",
    logged_by="LiteSubscriptionRegistryImpl.run, 5.5.0 to 5.5.1",
)
REMOVE_EXPIRED_TOPIC = Statement(
    template="Remove expired LiteSubscription, topic: {_}, group: {_}, clientId: {_}, timeout: {_}ms, expired: {_}ms",
    logged_by="LiteSubscriptionRegistryImpl.cleanupExpiredSubscriptions, 5.5.0 to 5.5.1",
)
EXCLUSIVE_EVICTION_TOMBSTONES = Statement(
    template="ExclusiveEvictionTombstones size: {_}",
    logged_by="LiteSubscriptionRegistryImpl.cleanupExpiredSubscriptions, 5.5.1",
)
INIT_WITH_COMBINE = Statement(
    template="LiteLifecycleManager init with CombineConsumeQueueStore.",
    logged_by="RocksDBLiteLifecycleManager.init, 5.5.0 to 5.5.1",
)
INIT_ERROR = Statement(
    template="LiteLifecycleManager-init error",
    logged_by="RocksDBLiteLifecycleManager.init, 5.5.0 to 5.5.1",
    throws=True,
)
UNEXPECTED_NOT_COMBINE = Statement(
    template="unexpected, not a CombineConsumeQueueStore. {_}",
    logged_by="RocksDBLiteLifecycleManager.init, 5.5.0 to 5.5.1",
)
UNEXPECTED_CQ_NOT = Statement(
    template="unexpected, rocksdbCQ is not ready for LMQ.",
    logged_by="RocksDBLiteLifecycleManager.init, 5.5.0 to 5.5.1",
)
