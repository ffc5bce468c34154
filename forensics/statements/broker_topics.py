"""Topics of a broker: TopicConfigManager, TopicQueueMappingManager, TopicRouteInfoManager."""

from forensics.statements.template import Statement

CREATE_NEW_TOPIC_FAILED = Statement(
    template="Create new topic failed, because the default topic[{_}] has no perm [{_}] producer:[{_}]",
    logged_by="TopicConfigManager.createTopicInSendMessageMethod, 4.8.0 to 5.3.3",
)
CREATE_NEW_TOPIC_FAILED_DEFAULT = Statement(
    template="Create new topic failed, because the default topic[{_}] not exist. producer:[{_}]",
    logged_by="TopicConfigManager.createTopicInSendMessageMethod, 4.8.0 to 5.3.3",
)
CREATED_BY_DEFAULT = Statement(
    event="topic_created",
    template="Create new topic by default topic:[{_}] config:[{config:topic_config}] producer:[{_}]",
    logged_by="TopicConfigManager.createTopicInSendMessageMethod, 4.8.0 to 5.3.3",
    seen="N-5.3.1-kill:broker-a-0/logs/rocketmqlogs/broker.log:348",
)
CREATE_TOPIC_SEND_MESSAGE = Statement(
    template="createTopicInSendMessageMethod exception",
    logged_by="TopicConfigManager.createTopicInSendMessageMethod, 4.8.0 to 5.3.3",
    throws=True,
)
CREATED = Statement(
    event="topic_created",
    template="create new topic {config:topic_config}",
    logged_by="TopicConfigManager.createTopicOfTranCheckMaxTime, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:197",
)
CREATE_TOPIC_SEND_MESSAGE_BACK = Statement(
    template="createTopicInSendMessageBackMethod exception",
    logged_by="TopicConfigManager.createTopicInSendMessageBackMethod, 4.8.0 to 5.3.3",
    throws=True,
)
CREATE_TRANS_CHECK_MAX = Statement(
    template="create TRANS_CHECK_MAX_TIME_TOPIC exception",
    logged_by="TopicConfigManager.createTopicOfTranCheckMaxTime, 4.8.0 to 5.3.3",
    throws=True,
)
UPDATE_TOPIC_SYS_FLAG = Statement(
    template="update topic sys flag. oldTopicSysFlag={_}, newTopicSysFlag",
    logged_by="TopicConfigManager.updateTopicUnitSubFlag, 4.8.0 to 4.9.2",
    throws=True,
)
UPDATED = Statement(
    event="topic_updated",
    template="update topic config, old:[{_:topic_config}] new:[{config:topic_config}]",
    logged_by="TopicConfigManager.updateSingleTopicConfigWithoutPersist, 4.8.0 to 5.3.3",
    seen="C-5.3.3-healthy-poplog:broker-b-0/logs/broker.log:361",
)
CREATED_BY_ADMINISTRATOR = Statement(
    event="topic_created",
    template="create new topic [{config:topic_config}]",
    logged_by="TopicConfigManager.updateSingleTopicConfigWithoutPersist, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:328",
)
UPDATE_ORDER_TOPIC_CONFIG = Statement(
    template="update order topic config, topic={_}, order={_}",
    logged_by="TopicConfigManager.updateOrderTopicConfig, 4.8.0 to 5.3.3",
)
DELETED = Statement(
    event="topic_deleted",
    template="delete topic config OK, topic: {config:topic_config}",
    logged_by="TopicConfigManager.deleteTopicConfig, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:336",
)
DELETE_TOPIC_CONFIG_FAILED = Statement(
    template="delete topic config failed, topic: {_} not exists",
    logged_by="TopicConfigManager.deleteTopicConfig, 4.8.0 to 5.3.3",
)
LOADED = Statement(
    event="topic_loaded",
    template="load exist local topic, {config:topic_config}",
    logged_by="TopicConfigManager.printLoadDataWhenFirstBoot, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/broker.log:563",
)
UPDATE_TOPIC_SYS_FLAG_OLD = Statement(
    template="update topic sys flag. oldTopicSysFlag={_}, newTopicSysFlag={_}",
    logged_by="TopicConfigManager.updateTopicUnitSubFlag, 4.9.3 to 5.3.3",
)
CREATED_IF_ABSENT = Statement(
    event="topic_created",
    template="Create new topic [{_}] config:[{config:topic_config}]",
    logged_by="TopicConfigManager.createTopicIfAbsent, 5.0.0 to 5.3.3",
)
CREATE_TOPIC_IF_ABSENT = Statement(
    template="createTopicIfAbsent ",
    logged_by="TopicConfigManager.createTopicIfAbsent, 5.0.0 to 5.3.3",
    throws=True,
)
ADD_UPDATE_DELETE = Statement(
    template="add: {_}, update: {_}, delete: {_}",
    logged_by="TopicConfigManager.alterCurrentAttributes, 5.0.0 to 5.1.2; AttributeUtil.alterCurrentAttributes, 5.1.3 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:327",
)
UPDATE_TIERED_STORAGE_METADATA = Statement(
    template="Update tiered storage metadata, topic {_}, reserveTime {_}",
    logged_by="TopicConfigManager.updateTieredStoreTopicMetadata, 5.3.0 to 5.3.3",
)
LOAD_TOPIC_METADATA_DATA = Statement(
    template="load topic metadata dataVersion success {_}, {_}",
    logged_by="TopicConfigManager.loadDataVersion, 5.3.1 to 5.3.3",
)
LOAD_TOPIC_METADATA_DATA_VERSION = Statement(
    template="load topic metadata dataVersion failed{_}",
    logged_by="TopicConfigManager.loadDataVersion, 5.3.1 to 5.3.3",
    throws=True,
)
GET_SUB_TOPIC_CONFIG = Statement(
    template="get sub topic config table from {_} due to {_}",
    logged_by="TopicConfigManager.subTopicConfigTable, after 5.3.3",
)
UPDATE_TOPIC_QUEUE_MAPPING = Statement(
    template="Update topic queue mapping from [{_}] to [{_}], force {_}",
    logged_by="TopicQueueMappingManager.updateTopicQueueMapping, 5.0.0 to 5.3.3",
)
DELETE_TOPIC_QUEUE_MAPPING = Statement(
    template="delete topic queue mapping OK, static topic queue mapping: {_}",
    logged_by="TopicQueueMappingManager.delete, 5.0.0 to 5.3.3",
)
DELETE_TOPIC_QUEUE_MAPPING_FAILED = Statement(
    event="topic_unmapped",
    template="delete topic queue mapping failed, static topic: {topic:word} not exists",
    logged_by="TopicQueueMappingManager.delete, 5.0.0 to 5.3.3: a topic was deleted, which no static one is",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:337",
)
START_TOPIC_QUEUE_MAPPING = Statement(
    template="Start topic queue mapping clean service thread!",
    logged_by="TopicQueueMappingCleanService.run, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:304",
)
TOPIC_QUEUE_MAPPING_CLEAN = Statement(
    template="topic queue mapping cleanItemExpired failed",
    logged_by="TopicQueueMappingCleanService.run, 5.0.0 to 5.3.3",
    throws=True,
)
TOPIC_QUEUE_MAPPING_CLEAN_ITEM = Statement(
    template="topic queue mapping cleanItemListMoreThanSecondGen failed",
    logged_by="TopicQueueMappingCleanService.run, 5.0.0 to 5.3.3",
    throws=True,
)
END_TOPIC_QUEUE_MAPPING = Statement(
    template="End topic queue mapping clean service  thread!",
    logged_by="TopicQueueMappingCleanService.run, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:942",
)
TOPIC_QUEUE_MAPPING_DETAIL = Statement(
    template="The TopicQueueMappingDetail [{_}] should not exist in this broker",
    logged_by="TopicQueueMappingCleanService.cleanItemListMoreThanSecondGen, 5.0.0 to 5.3.3",
)
GET_REMOTE_TOPIC_STATE = Statement(
    template="Get remote topic {_} state info failed from broker {_}",
    logged_by="TopicQueueMappingCleanService.cleanItemListMoreThanSecondGen, 5.0.0 to 5.3.3",
    throws=True,
)
GET_NULL_TOPIC_OFFSET = Statement(
    template="Get null topicOffset for {_} {_}",
    logged_by="TopicQueueMappingCleanService.cleanItemExpired, 5.0.0 to 5.3.3",
)
LOGIC_QUEUE_ITEM_REMOVED = Statement(
    template="The logic queue item {_} {_} is removed {_} because of {_}",
    logged_by="TopicQueueMappingCleanService.cleanItemExpired, 5.0.0 to 5.3.3",
)
TRY_CLEAN_ITEM_EXPIRED = Statement(
    template="Try CleanItemExpired failed for {_}",
    logged_by="TopicQueueMappingCleanService.cleanItemExpired, 5.0.0 to 5.3.3",
    throws=True,
)
TRY_CLEAN_ITEM_EXPIRED_FAILED = Statement(
    template="Try cleanItemExpired failed",
    logged_by="TopicQueueMappingCleanService.cleanItemExpired, 5.0.0 to 5.3.3",
    throws=True,
)
CLEAN_ITEM_EXPIRED_CHANGED = Statement(
    template="CleanItemExpired changed",
    logged_by="TopicQueueMappingCleanService.cleanItemExpired, 5.0.0 to 5.3.3",
)
CLEAN_ITEM_EXPIRED_COST = Statement(
    template="cleanItemExpired cost {_} ms",
    logged_by="TopicQueueMappingCleanService.cleanItemExpired, 5.0.0 to 5.3.3",
)
REMOVE_ITEM_LIST_MORE = Statement(
    template="Remove the ItemListMoreThanSecondGen topic {_} qid {_} items {_}",
    logged_by="TopicQueueMappingCleanService.cleanItemListMoreThanSecondGen, 5.0.0 to 5.3.3",
)
TRY_CLEAN_ITEM_LIST = Statement(
    template="Try cleanItemListMoreThanSecondGen failed for topic {_}",
    logged_by="TopicQueueMappingCleanService.cleanItemListMoreThanSecondGen, 5.0.0 to 5.3.3",
    throws=True,
)
TRY_CLEAN_ITEM_LIST_MORE = Statement(
    template="Try cleanItemListMoreThanSecondGen failed",
    logged_by="TopicQueueMappingCleanService.cleanItemListMoreThanSecondGen, 5.0.0 to 5.3.3",
    throws=True,
)
TRY_CLEAN_ITEM_LIST_MORE_SECOND = Statement(
    template="Try cleanItemListMoreThanSecondGen cost {_} ms",
    logged_by="TopicQueueMappingCleanService.cleanItemListMoreThanSecondGen, 5.0.0 to 5.3.3",
)
FAILED_PULL_TOPIC_ROUTE = Statement(
    template="ScheduledTask: failed to pull TopicRouteData from NameServer",
    logged_by="TopicRouteInfoManager.start, 5.0.0 to 5.3.3",
    throws=True,
)
UPDATE_TOPIC_ROUTE_INFO = Statement(
    template="TopicRouteInfoManager: updateTopicRouteInfoFromNameServer, getTopicRouteInfoFromNameServer return null, Topic: "
    "{_}.",
    logged_by="TopicRouteInfoManager.updateTopicRouteInfoFromNameServer, 5.0.0 to 5.3.3",
)
TOPIC_SUBSCRIBE_MESSAGE_QUEUE = Statement(
    template="the topic[{_}] subscribe message queue changed, old[{_}] ,new[{_}]",
    logged_by="TopicRouteInfoManager.updateSubscribeInfoTable, 5.0.0 to 5.3.3",
)
