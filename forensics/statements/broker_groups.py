"""Groups, filters and offsets of a broker: SubscriptionGroupManager, ConsumerOffsetManager, ConsumerFilterManager."""

from forensics.statements.template import Statement

UPDATE_SUBSCRIPTION_GROUP_CONFIG = Statement(
    template="update subscription group config, old: {_} new: {_}",
    logged_by="SubscriptionGroupManager.updateSubscriptionGroupConfigWithoutPersist, 4.8.0 to 5.3.3",
)
CREATED = Statement(
    event="group_created",
    template="create new subscription group, {config:group_config}",
    logged_by="SubscriptionGroupManager.updateSubscriptionGroupConfigWithoutPersist, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:332",
)
CREATED_BY_USE = Statement(
    event="group_created",
    template="auto create a subscription group, {config:group_config}",
    logged_by="SubscriptionGroupManager.findSubscriptionGroupConfig, 4.8.0 to 5.3.3",
    seen="C-5.3.0-healthy-poplog:broker-a-1/logs/broker.log:361",
)
LOAD_EXIST_SUBSCRIPTION_GROUP = Statement(
    template="load exist subscription group, {_}",
    logged_by="SubscriptionGroupManager.printLoadDataWhenFirstBoot, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/broker.log:578",
)
DELETED = Statement(
    event="group_deleted",
    template="delete subscription group OK, subscription group:{config:group_config}",
    logged_by="SubscriptionGroupManager.deleteSubscriptionGroupConfig, 4.8.0 to 5.3.3",
    seen="C-5.3.3-dead-poplog:broker-a-1/logs/broker.log:391",
)
DELETE_SUBSCRIPTION_GROUP_FAILED = Statement(
    template="delete subscription group failed, subscription groupName: {_} not exist",
    logged_by="SubscriptionGroupManager.deleteSubscriptionGroupConfig, 4.8.0 to 5.3.3",
)
CLEAR_GROUP_FORBIDDEN = Statement(
    template="clear group forbidden, {_}@{_} ",
    logged_by="SubscriptionGroupManager.updateForbiddenValue, 5.0.0 to 5.3.3",
)
SET_GROUP_FORBIDDEN_OLD = Statement(
    template="set group forbidden, {_}@{_} old: {_} new: {_}",
    logged_by="SubscriptionGroupManager.updateForbiddenValue, 5.0.0 to 5.3.3",
)
LOAD_SUB_GROUP_DATA = Statement(
    template="load subGroup dataVersion success,{_},{_}",
    logged_by="SubscriptionGroupManager.loadDataVersion, 5.3.1 to 5.3.3",
)
LOAD_SUB_GROUP_DATA_VERSION = Statement(
    template="load subGroup dataVersion failed{_}",
    logged_by="SubscriptionGroupManager.loadDataVersion, 5.3.1 to 5.3.3",
    throws=True,
)
GET_SUB_SUBSCRIPTION_GROUP = Statement(
    template="get sub subscription group table from {_} due to {_}",
    logged_by="SubscriptionGroupManager.subGroupTable, after 5.3.3",
)
REMOVE_TOPIC_OFFSET = Statement(
    template="remove topic offset, {_}",
    logged_by="ConsumerOffsetManager.scanUnsubscribedTopic, 4.8.0 to 5.3.3",
)
OFFSET_MOVED_BACK = Statement(
    event="offset_moved_back",
    template="[NOTIFYME]update consumer offset less than store. clientHost={address:word}, key={topic:word}@{group:word}, "
    "queueId={queue_id:int}, requestOffset={offset:int}, storeOffset={old_offset:int}",
    logged_by="ConsumerOffsetManager.commitOffset, 4.8.0 to 5.3.3",
    seen="C-5.3.3-dead-poplog:broker-b-0/logs/broker.log:480",
)
CLEAN_GROUP_OFFSET = Statement(
    event="offsets_cleaned",
    template="clean group offset {topic:word}@{group:word}",
    logged_by="ConsumerOffsetManager.removeOffset, 4.9.0 to 5.3.1",
)
OFFSETS_CLEANED_OF_GROUP = Statement(
    event="offsets_cleaned",
    template="Clean group's offset, {topic:word}@{group:word}, {_}",
    logged_by="ConsumerOffsetManager.cleanOffset, 5.0.0 to 5.3.3",
)
OFFSETS_CLEANED_OF_TOPIC = Statement(
    event="offsets_cleaned",
    template="Clean topic's offset, {topic:word}@{group:word}, {_}",
    logged_by="ConsumerOffsetManager.cleanOffsetByTopic, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:338",
)
ILLEGAL_ARGUMENTS_ASSIGNING_RESET = Statement(
    template="Illegal arguments when assigning reset offset. Topic={_}, group={_}, queueId={_}, offset={_}",
    logged_by="ConsumerOffsetManager.assignResetOffset, 5.1.0 to 5.3.3; LmqConsumerOffsetManager.assignResetOffset, after 5.3.3",
)
LOAD_CONSUMER_OFFSET_DATA = Statement(
    template="load consumer offset dataVersion success,{_},{_} ",
    logged_by="ConsumerOffsetManager.loadDataVersion, 5.3.1 to 5.3.3",
)
LOAD_CONSUMER_OFFSET_DATA_VERSION = Statement(
    template="load consumer offset dataVersion failed {_}",
    logged_by="ConsumerOffsetManager.loadDataVersion, 5.3.1 to 5.3.3",
    throws=True,
)
CONSUMER_OFFSET_MANAGER_CLEAN = Statement(
    event="offsets_cleaned",
    template="Consumer offset manager clean group offset, groupName={group:word}, offsetTable={_}, resetOffsetTable={_}, "
    "pullOffsetTable={_}",
    logged_by="ConsumerOffsetManager.removeOffset, 5.3.2 to 5.3.3",
)
CLEAN_LMQ_GROUP_OFFSET = Statement(
    template="clean lmq group offset {_}",
    logged_by="LmqConsumerOffsetManager.removeOffset, 5.3.2 to 5.3.3",
)
PARSE_ERROR_EXPR_TOPIC = Statement(
    template="parse error: expr={_}, topic={_}, group={_}, error={_}",
    logged_by="ConsumerFilterManager.build, 4.8.0 to 5.3.3",
)
CONSUMER_FILTER_CHANGED_MAKE = Statement(
    template="Consumer filter changed: {_}, make illegal topic dead:{_}",
    logged_by="ConsumerFilterManager.register, 4.8.0 to 5.3.3",
)
LOAD_FILTER_DATA_FAILED = Statement(
    template="load filter data error, {_}",
    logged_by="ConsumerFilterManager.decode, 4.8.0 to 5.3.3",
    throws=True,
)
BLOOM_FILTER_CHANGED_IGNORE = Statement(
    template="Bloom filter is changed!So ignore all filter data persisted! {_}, {_}",
    logged_by="ConsumerFilterManager.decode, 4.8.0 to 5.3.3",
)
LOAD_EXIST_CONSUMER_FILTER = Statement(
    template="load exist consumer filter data: {_}",
    logged_by="ConsumerFilterManager.decode, 4.8.0 to 5.3.3",
)
REMOVE_FILTER_CONSUMER_DIED = Statement(
    template="Remove filter consumer {_}, died too long!",
    logged_by="ConsumerFilterManager.clean, 4.8.0 to 5.3.3",
)
TOPIC_NO_CONSUMER_REMOVE = Statement(
    template="Topic has no consumer, remove it! {_}",
    logged_by="ConsumerFilterManager.clean, 4.8.0 to 5.3.3",
)
UNREGISTER_CONSUMER_FILTER_DEAD = Statement(
    template="Unregister consumer filter: {_}, deadTime: {_}",
    logged_by="ConsumerFilterManager.unRegister, 4.8.0 to 5.3.3",
)
NEW_CONSUMER_FILTER_REGISTERED = Statement(
    template="New consumer filter registered: {_}",
    logged_by="ConsumerFilterManager.register, 4.8.0 to 5.3.3",
)
IGNORE_CONSUMER_FILTER_CONCURRENT = Statement(
    template="Ignore consumer({_} : {_}) filter(concurrent), because of version {_} <= {_}, but maybe info "
    "changed!old={_}:{_}, ignored={_}:{_}",
    logged_by="ConsumerFilterManager.register, 4.8.0 to 5.3.3",
)
NEW_CONSUMER_FILTER_REGISTERED_CONCURRENT = Statement(
    template="New consumer filter registered(concurrent): {_}, old: {_}",
    logged_by="ConsumerFilterManager.register, 4.8.0 to 5.3.3",
)
IGNORE_CONSUMER_FILTER_VERSION = Statement(
    template="Ignore consumer({_}:{_}) filter, because of version {_} <= {_}, but maybe info changed!old={_}:{_}, "
    "ignored={_}:{_}",
    logged_by="ConsumerFilterManager.register, 4.8.0 to 5.3.3",
)
CONSUMER_FILTER_INFO_CHANGE = Statement(
    template="Consumer filter info change, old: {_}, new: {_}, change: {_}",
    logged_by="ConsumerFilterManager.register, 4.8.0 to 5.3.3",
)
RE_ALIVE_CONSUMER_FILTER = Statement(
    template="Re alive consumer filter: {_}, oldDeadTime: {_}",
    logged_by="ConsumerFilterManager.reAlive, 4.8.0 to 5.3.3",
)
BUG_CONSUMER_FILTER_MANAGER = Statement(
    template="[BUG] Consumer in filter manager has no compiled expression! {_}",
    logged_by="CommitLogDispatcherCalcBitMap.dispatch, 4.8.0 to 5.3.3",
)
BUG_CONSUMER_FILTER_MANAGER_NO = Statement(
    template="[BUG] Consumer in filter manager has no bloom data! {_}",
    logged_by="CommitLogDispatcherCalcBitMap.dispatch, 4.8.0 to 5.3.3",
)
CALC_FILTER_BIT_MAP = Statement(
    template="Calc filter bit map error!commitLogOffset={_}, consumer={_}, {_}",
    logged_by="CommitLogDispatcherCalcBitMap.dispatch, 4.8.0 to 5.3.3",
)
SPEND_CALC_BIT_MAP = Statement(
    template="Spend {_} ms to calc bit map, consumerNum={_}, topic={_}",
    logged_by="CommitLogDispatcherCalcBitMap.dispatch, 4.8.0 to 5.3.3",
)
CALC_BIT_MAP_ERROR = Statement(
    template="Calc bit map error! topic={_}, offset={_}, queueId={_}, {_}",
    logged_by="CommitLogDispatcherCalcBitMap.dispatch, 4.8.0 to 5.3.3",
)
BLOOM_FILTER_ERROR_SUB = Statement(
    template="bloom filter error, sub={_}, filter={_}, bitMap={_}",
    logged_by="ExpressionMessageFilter.isMatchedByConsumeQueue, 4.8.0 to 5.3.3",
    throws=True,
)
MESSAGE_FILTER_FAILED = Statement(
    template="Message Filter error, {_}, {_}",
    logged_by="ExpressionForRetryMessageFilter.isMatchedByCommitLog and ExpressionMessageFilter.isMatchedByCommitLog, 4.8.0 to "
    "5.3.3",
    throws=True,
)
