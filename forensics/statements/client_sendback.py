"""A consumer's messages sent back: DefaultMQPushConsumerImpl and the consume services."""

from forensics.statements.template import Statement

FAILED = Statement(
    event="send_back_failed",
    template="Failed to send message back, consumerGroup={group}, brokerName={_:word}, mq={_}, message={message:message}",
    logged_by="DefaultMQPushConsumerImpl.sendMessageBack, 5.1.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:2804",
    throws=True,
)
FAILED_OLD = Statement(
    event="send_back_failed",
    template="sendMessageBack Exception, {group}",
    logged_by="DefaultMQPushConsumerImpl.sendMessageBack, 4.8.0 to 5.0.0: names no message",
    throws=True,
)
GIVEN_UP = Statement(
    event="send_back_given_up",
    template="sendMessageBack exception, group: {group} msg: {message:message}",
    logged_by="ConsumeMessageConcurrentlyService.sendMessageBack, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:2904",
    throws=True,
)
