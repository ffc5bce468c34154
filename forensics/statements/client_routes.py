"""The remoting client's routes: MQClientInstance and MQClientAPIImpl."""

from forensics.statements.template import Statement

ROUTE_PUT = Statement(
    event="route_put",
    template="topicRouteTable.put. Topic = {topic}, TopicRouteData[{route:route}]",
    logged_by="MQClientInstance.updateTopicRouteInfoFromNameServer, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:25",
)
ROUTE_CHANGED = Statement(
    event="route_changed",
    template="the topic[{topic}] route info changed, old[{_:route}] ,new[{route:route}]",
    logged_by="MQClientInstance.updateTopicRouteInfoFromNameServer, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:24",
)
ROUTE_ABSENT = Statement(
    event="route_absent",
    template="get Topic [{topic}] RouteInfoFromNameServer is not exist value",
    logged_by="MQClientAPIImpl.getTopicRouteInfoFromNameServer, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:26",
)
LOOKUP_FAILED = Statement(
    event="route_lookup_failed",
    template="updateTopicRouteInfoFromNameServer Exception",
    logged_by="MQClientInstance.updateTopicRouteInfoFromNameServer, 4.8.0 to 5.3.3",
    seen="H-5.3.3-sigstop:producer/logs/rocketmqlogs/rocketmq_client.log:40",
    throws=True,
)
POLL_FAILED = Statement(
    event="route_poll_failed",
    template="ScheduledTask updateTopicRouteInfoFromNameServer exception",
    logged_by="MQClientInstance.startScheduledTask, 4.8.0 to 5.3.3",
    seen="H-5.3.3-sigstop:producer/logs/rocketmqlogs/rocketmq_client.log:56",
    throws=True,
)
