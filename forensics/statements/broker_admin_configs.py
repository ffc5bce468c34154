"""Requests of administrators about topics, groups, users and permissions: AdminBrokerProcessor."""

from forensics.statements.template import Statement

UPDATE_CREATE_TOPIC_CALLED = Statement(
    template="updateAndCreateTopic called by {_}",
    logged_by="AdminBrokerProcessor.updateAndCreateTopic, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:189",
)
DELETE_TOPIC_CALLED = Statement(
    template="deleteTopic called by {_}",
    logged_by="AdminBrokerProcessor.deleteTopic, 4.8.0 to 4.9.8",
)
FAILED_GENERATE_PROPER_UPDATE = Statement(
    template="Failed to generate a proper update accessvalidator response",
    logged_by="AdminBrokerProcessor.updateAndCreateAccessConfig, 4.8.0 to 5.1.0",
    throws=True,
)
DELETE_ACCESS_CONFIG_CALLED = Statement(
    template="DeleteAccessConfig called by {_}",
    logged_by="AdminBrokerProcessor.deleteAccessConfig, 4.8.0 to 5.3.2",
)
FAILED_GENERATE_PROPER_DELETE = Statement(
    template="Failed to generate a proper delete accessvalidator response",
    logged_by="AdminBrokerProcessor.deleteAccessConfig, 4.8.0 to 5.1.0",
    throws=True,
)
FAILED_GENERATE_PROPER_UPDATE_GLOBAL = Statement(
    template="Failed to generate a proper update globalWhiteAddresses response",
    logged_by="AdminBrokerProcessor.updateGlobalWhiteAddrsConfig, 4.8.0 to 5.3.2",
    throws=True,
)
FAILED_GENERATE_PROPER_GET = Statement(
    template="Failed to generate a proper getBrokerAclConfigVersion response",
    logged_by="AdminBrokerProcessor.getBrokerAclConfigVersion, 4.8.0 to 5.3.2",
    throws=True,
)
FAILED_GENERATE_PROPER_GET_BROKER = Statement(
    template="Failed to generate a proper getBrokerClusterAclConfig response",
    logged_by="AdminBrokerProcessor.getBrokerClusterAclConfig, 4.8.0 to 4.9.7 and 5.0.0 to 5.1.4",
    throws=True,
)
NO_TOPIC_BROKER_CLIENT = Statement(
    template="No topic in this broker, client: {_}",
    logged_by="AdminBrokerProcessor.getAllTopicConfig, 4.8.0 to 5.3.3",
)
UPDATE_CREATE_SUBSCRIPTION_GROUP = Statement(
    template="updateAndCreateSubscriptionGroup called by {_}",
    logged_by="AdminBrokerProcessor.updateAndCreateSubscriptionGroup, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:193",
)
NO_SUBSCRIPTION_GROUP_BROKER = Statement(
    template="No subscription group in this broker, client:{_} ",
    logged_by="AdminBrokerProcessor.getAllSubscriptionGroup, 4.8.0 to 5.3.3",
)
DELETE_SUBSCRIPTION_GROUP_CALLED = Statement(
    template="deleteSubscriptionGroup called by {_}",
    logged_by="AdminBrokerProcessor.deleteSubscriptionGroup, 4.8.0 to 4.9.8",
)
INVOKE_CLEAN_UNUSED_TOPIC = Statement(
    template="invoke cleanUnusedTopic start.",
    logged_by="AdminBrokerProcessor.cleanUnusedTopic, 4.8.0 to 5.3.3",
)
INVOKE_CLEAN_UNUSED_TOPIC_END = Statement(
    template="invoke cleanUnusedTopic end.",
    logged_by="AdminBrokerProcessor.cleanUnusedTopic, 4.8.0 to 5.3.3",
)
CLONE_GROUP_OFFSET_TOPIC = Statement(
    template="[cloneGroupOffset], topic config not exist, {_}",
    logged_by="AdminBrokerProcessor.cloneGroupOffset, 4.8.0 to 5.3.3",
)
CLONE_GROUP_OFFSET_CONSUMER = Statement(
    template="[cloneGroupOffset], the consumer group[{_}], topic[{_}] not exist",
    logged_by="AdminBrokerProcessor.cloneGroupOffset, 4.8.0 to 4.9.8",
)
NO_GROUP_BROKER_CLIENT = Statement(
    template="No group in this broker, client: {_} group: {_}",
    logged_by="AdminBrokerProcessor.getSubscriptionGroup, 5.0.0 to 5.3.3",
)
UNSUPPORTED_ENCODING_EXCEPTION_GET = Statement(
    template="UnsupportedEncodingException getSubscriptionGroup: group={_}",
    logged_by="AdminBrokerProcessor.getSubscriptionGroup, 5.0.0 to 5.3.3",
    throws=True,
)
UPDATE_GET_GROUP_FORBIDDEN = Statement(
    template="updateAndGetGroupForbidden called by {_} for object {_}@{_} readable={_}",
    logged_by="AdminBrokerProcessor.updateAndGetGroupForbidden, 5.0.0 to 5.3.3",
)
BROKER_RECEIVE_REQUEST_UPDATE = Statement(
    template="Broker receive request to update or create topic={_}, caller address={_}",
    logged_by="AdminBrokerProcessor.updateAndCreateTopic, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:326",
)
UPDATE_CREATE_TOPIC_FAILED = Statement(
    template="Update / create topic failed for [{_}]",
    logged_by="AdminBrokerProcessor.updateAndCreateTopicList, 5.0.0 to 5.3.3",
    throws=True,
)
BROKER_RECEIVE_REQUEST_UPDATE_CREATE = Statement(
    template="Broker receive request to update or create static topic={_}, caller address={_}",
    logged_by="AdminBrokerProcessor.updateAndCreateStaticTopic, 5.0.0 to 5.3.3",
)
UPDATE_STATIC_TOPIC_FAILED = Statement(
    template="Update static topic failed for [{_}]",
    logged_by="AdminBrokerProcessor.updateAndCreateStaticTopic, 5.0.0 to 5.3.3",
    throws=True,
)
BROKER_RECEIVE_REQUEST_DELETE = Statement(
    template="AdminBrokerProcessor#deleteTopic: broker receive request to delete topic={_}, caller={_}",
    logged_by="AdminBrokerProcessor.deleteTopic, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:335",
)
REWRITE_REQUEST_STATIC_TOPIC = Statement(
    template="rewriteRequestForStaticTopic failed",
    logged_by="AdminBrokerProcessor.handleGetMinOffsetForStaticTopic, 5.0.0 to 5.3.3",
    throws=True,
)
ADMIN_BROKER_PROCESSOR_UPDATE = Statement(
    template="AdminBrokerProcessor#updateAndCreateSubscriptionGroup called by {_}",
    logged_by="AdminBrokerProcessor.updateAndCreateSubscriptionGroup, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:330",
)
UNSUPPORTED_ENCODING_EXCEPTION_GET_ALL = Statement(
    template="UnsupportedEncodingException getAllSubscriptionGroup",
    logged_by="AdminBrokerProcessor.getAllSubscriptionGroup, 5.0.0 to 5.3.3",
    throws=True,
)
ADMIN_BROKER_PROCESSOR_DELETE = Statement(
    template="AdminBrokerProcessor#deleteSubscriptionGroup, caller={_}",
    logged_by="AdminBrokerProcessor.deleteSubscriptionGroup, 5.0.0 to 5.3.3",
)
TOPIC_NOT_EXIST_CONSUMER = Statement(
    template="AdminBrokerProcessor#getConsumeStats: topic does not exist in consumer group's subscription, topic={_}, consumer "
    "group={_}",
    logged_by="AdminBrokerProcessor.getTopicsForCollectingConsumeStats, 5.0.0 to 5.3.3",
)
TOPIC_NOT_EXIST_CONSUMER_GROUPS = Statement(
    template="AdminBrokerProcessor#cloneGroupOffset: topic does not exist in consumer group's subscription, topic={_}, "
    "consumer group={_}",
    logged_by="AdminBrokerProcessor.cloneGroupOffset, 5.0.0 to 5.3.3",
)
NO_TOPIC_BROKER_CLIENT_TOPIC = Statement(
    template="No topic in this broker, client: {_} topic: {_}",
    logged_by="AdminBrokerProcessor.getTopicConfig, 5.0.0 to 5.3.3",
)
UNSUPPORTED_ENCODING_EXCEPTION_GET_TOPIC = Statement(
    template="UnsupportedEncodingException getTopicConfig: topic={_}",
    logged_by="AdminBrokerProcessor.getTopicConfig, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_GENERATE_PROPER_UPDATE_ACCESS = Statement(
    template="Failed to generate a proper update accessValidator response",
    logged_by="AdminBrokerProcessor.updateAndCreateAccessConfig, 5.1.1 to 5.3.2",
    throws=True,
)
FAILED_GENERATE_PROPER_DELETE_ACCESS = Statement(
    template="Failed to generate a proper delete accessValidator response",
    logged_by="AdminBrokerProcessor.deleteAccessConfig, 5.1.1 to 5.3.2",
    throws=True,
)
UPDATE_COLD_DATA_FLOW = Statement(
    template="updateColdDataFlowCtrGroupConfig called by {_}",
    logged_by="AdminBrokerProcessor.updateColdDataFlowCtrGroupConfig, 5.1.2 to 5.3.3",
)
UPDATE_COLD_DATA_FLOW_CTR = Statement(
    template="updateColdDataFlowCtrGroupConfig new config: {_}, client: {_}",
    logged_by="AdminBrokerProcessor.updateColdDataFlowCtrGroupConfig, 5.1.2 to 5.3.3",
)
UPDATE_COLD_DATA_FLOW_CTR_GROUP = Statement(
    template="updateColdDataFlowCtrGroupConfig properties on entry error, key: {_}, val: {_}",
    logged_by="AdminBrokerProcessor.updateColdDataFlowCtrGroupConfig, 5.1.2 to 5.3.3",
    throws=True,
)
UPDATE_COLD_DATA_FLOW_CTR_GROUP_CONFIG = Statement(
    template="updateColdDataFlowCtrGroupConfig string2Properties error",
    logged_by="AdminBrokerProcessor.updateColdDataFlowCtrGroupConfig, 5.1.2 to 5.3.3",
)
UPDATE_COLD_DATA_FLOW_CTR_GROUP_CONFIG_UNSUPPORTED = Statement(
    template="updateColdDataFlowCtrGroupConfig UnsupportedEncodingException",
    logged_by="AdminBrokerProcessor.updateColdDataFlowCtrGroupConfig, 5.1.2 to 5.3.3",
    throws=True,
)
REMOVE_COLD_DATA_FLOW = Statement(
    template="removeColdDataFlowCtrGroupConfig called by {_}",
    logged_by="AdminBrokerProcessor.removeColdDataFlowCtrGroupConfig, 5.1.2 to 5.3.3",
)
REMOVE_COLD_DATA_FLOW_CTR = Statement(
    template="removeColdDataFlowCtrGroupConfig, consumerGroup: {_} client: {_}",
    logged_by="AdminBrokerProcessor.removeColdDataFlowCtrGroupConfig, 5.1.2 to 5.3.3",
)
REMOVE_COLD_DATA_FLOW_CTR_GROUP = Statement(
    template="removeColdDataFlowCtrGroupConfig string parse error",
    logged_by="AdminBrokerProcessor.removeColdDataFlowCtrGroupConfig, 5.1.2 to 5.3.3",
)
REMOVE_COLD_DATA_FLOW_CTR_GROUP_CONFIG = Statement(
    template="removeColdDataFlowCtrGroupConfig UnsupportedEncodingException",
    logged_by="AdminBrokerProcessor.removeColdDataFlowCtrGroupConfig, 5.1.2 to 5.3.3",
    throws=True,
)
BROKER_RECEIVE_REQUEST_UPDATE_CREATE_TOPIC = Statement(
    template="Broker receive request to update or create topic={_}, but topicConfig has  no changes , so idempotent, caller "
    "address={_}",
    logged_by="AdminBrokerProcessor.updateAndCreateTopicList, 5.2.0 to 5.3.3",
)
EXECUTION_TIME_CREATE_TOPIC = Statement(
    template="executionTime of create topic:{_} is {_} ms",
    logged_by="AdminBrokerProcessor.updateAndCreateTopic, 5.3.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/broker.log:343",
)
TOPIC_NAMES_CALLED = Statement(
    template="AdminBrokerProcessor#updateAndCreateTopicList: topicNames: {_}, called by {_}",
    logged_by="AdminBrokerProcessor.updateAndCreateTopicList, 5.3.0 to 5.3.3",
)
EXECUTION_TIME_ALL_TOPICS = Statement(
    template="executionTime of all topics:{_} is {_} ms",
    logged_by="AdminBrokerProcessor.updateAndCreateTopicList, 5.3.0 to 5.3.3",
)
EXECUTION_TIME_CREATE_SUBSCRIPTION = Statement(
    template="executionTime of create subscriptionGroup:{_} is {_} ms",
    logged_by="AdminBrokerProcessor.updateAndCreateSubscriptionGroup, 5.3.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/broker.log:347",
)
CREATE_USER_FAILED = Statement(
    template="create user {_} error",
    logged_by="AdminBrokerProcessor.createUser, 5.3.0 to 5.3.3",
    throws=True,
)
UPDATE_USER_FAILED = Statement(
    template="update user {_} error",
    logged_by="AdminBrokerProcessor.updateUser, 5.3.0 to 5.3.3",
    throws=True,
)
DELETE_USER_FAILED = Statement(
    template="delete user {_} error",
    logged_by="AdminBrokerProcessor.deleteUser, 5.3.0 to 5.3.3",
    throws=True,
)
GET_USER_FAILED = Statement(
    template="get user {_} error",
    logged_by="AdminBrokerProcessor.getUser, 5.3.0 to 5.3.3",
    throws=True,
)
LIST_USER_FAILED = Statement(
    template="list user by {_} error",
    logged_by="AdminBrokerProcessor.listUser, 5.3.0 to 5.3.3",
    throws=True,
)
CREATE_ACL_FAILED = Statement(
    template="create acl for {_} error",
    logged_by="AdminBrokerProcessor.createAcl, 5.3.0 to 5.3.3",
    throws=True,
)
UPDATE_ACL_FAILED = Statement(
    template="update acl for {_} error",
    logged_by="AdminBrokerProcessor.updateAcl, 5.3.0 to 5.3.3",
    throws=True,
)
DELETE_ACL_FAILED = Statement(
    template="delete acl for {_} error",
    logged_by="AdminBrokerProcessor.deleteAcl, 5.3.0 to 5.3.3",
    throws=True,
)
GET_ACL_FAILED = Statement(
    template="get acl for {_} error",
    logged_by="AdminBrokerProcessor.getAcl, 5.3.0 to 5.3.3",
    throws=True,
)
LIST_ACL_ERROR_SUBJECT = Statement(
    template="list acl error, subjectFilter:{_}, resourceFilter:{_}",
    logged_by="AdminBrokerProcessor.listAcl, 5.3.0 to 5.3.3",
    throws=True,
)
SYSTEM_ERROR_OCCURRED_PROCESSING = Statement(
    template="An system error occurred when processing auth admin request.",
    logged_by="AdminBrokerProcessor.handleAuthException, 5.3.0 to 5.3.3",
    throws=True,
)
GROUP_NAMES_CALLED = Statement(
    template="AdminBrokerProcessor#updateAndCreateSubscriptionGroupList: groupNames: {_}, called by {_}",
    logged_by="AdminBrokerProcessor.updateAndCreateSubscriptionGroupList, 5.3.1 to 5.3.3",
)
EXECUTION_TIME_CREATE_UPDATE = Statement(
    template="executionTime of create updateAndCreateSubscriptionGroupList: {_} is {_} ms",
    logged_by="AdminBrokerProcessor.updateAndCreateSubscriptionGroupList, 5.3.1 to 5.3.3",
)
TOPIC_QUEUE_OFFSET_FILE = Statement(
    template="[topic: {_:word}, queue: {_:int}, offset: {_:int}] \n file : {_}  \n  kv : {_} ",
    logged_by="AdminBrokerProcessor.processConsumeQueuesForTopic, 5.3.2 to 5.3.3",
)
