"""The gRPC C# client: its producers and consumers."""

from forensics.statements.template import Statement

KIND = "client"

ERROR_WHILE_CONSUMING_MESSAGE = Statement(
    template="Error while consuming message, clientId={_}",
    logged_by="ConsumeService.Consume, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
FETCHING_ROUTE_BIND_TOPIC = Statement(
    template="Fetching route for bind topic: {_}, clientId={_}",
    logged_by="LitePushConsumer.Start, 5.2.1 of rocketmq-client-csharp",
)
SUCCESSFULLY_FETCHED_ROUTE_BIND = Statement(
    template="Successfully fetched route for bind topic: {_}, messageQueueCount={_}, clientId={_}",
    logged_by="LitePushConsumer.Start, 5.2.1 of rocketmq-client-csharp",
)
FAILED_FETCH_ROUTE_BIND = Statement(
    template="Failed to fetch route for bind topic: {_}, clientId={_}. Lite subscription sync may be affected.",
    logged_by="LitePushConsumer.Start, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
LITEPUSHCONSUMER_STARTED_SUCCESSFULLY_CLIENTID = Statement(
    template="LitePushConsumer started successfully, clientId={_}, bindTopic={_}, consumerGroup={_}",
    logged_by="LitePushConsumer.Start, 5.2.1 of rocketmq-client-csharp",
)
STARTING_LITESUBSCRIPTIONMANAGER_BINDTOPIC_CONSUMERGROUP = Statement(
    template="Starting LiteSubscriptionManager, bindTopic={_}, consumerGroup={_}",
    logged_by="LiteSubscriptionManager.Start, 5.2.1 of rocketmq-client-csharp",
)
INITIAL_LITE_SUBSCRIPTION_SYNC = Statement(
    template="Initial lite subscription sync completed successfully",
    logged_by="LiteSubscriptionManager.Start, 5.2.1 of rocketmq-client-csharp",
)
FAILED_PERFORM_INITIAL_LITE = Statement(
    template="Failed to perform initial lite subscription sync",
    logged_by="LiteSubscriptionManager.Start, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
ERROR_PERIODIC_SYNCALLLITESUBSCRIPTION_CLIENTID = Statement(
    template="Error in periodic syncAllLiteSubscription, clientId={_}",
    logged_by="LiteSubscriptionManager.Start, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
LITESUBSCRIPTIONMANAGER_STARTED_SUCCESSFULLY_SCHEDULED = Statement(
    template="LiteSubscriptionManager started successfully, scheduled periodic sync every 30 seconds",
    logged_by="LiteSubscriptionManager.Start, 5.2.1 of rocketmq-client-csharp",
)
FAILED_SUBSCRIBELITE_TOPIC_GROUP = Statement(
    template="Failed to subscribeLite {_}, topic={_}, group={_}, clientId={_}",
    logged_by="LiteSubscriptionManager.SubscribeLite, 5.2.1 of rocketmq-client-csharp",
)
SUBSCRIBELITE_SUCCESS_LITETOPIC_TOPIC = Statement(
    template="SubscribeLite success, liteTopic={_}, topic={_}, group={_}, clientId={_}",
    logged_by="LiteSubscriptionManager.SubscribeLite, 5.2.1 of rocketmq-client-csharp",
)
FAILED_UNSUBSCRIBELITE_TOPIC_GROUP = Statement(
    template="Failed to unsubscribeLite {_}, topic={_}, group={_}, clientId={_}",
    logged_by="LiteSubscriptionManager.UnsubscribeLite, 5.2.1 of rocketmq-client-csharp",
)
UNSUBSCRIBELITE_SUCCESS_LITETOPIC_TOPIC = Statement(
    template="UnsubscribeLite success, liteTopic={_}, topic={_}, group={_}, clientId={_}",
    logged_by="LiteSubscriptionManager.UnsubscribeLite, 5.2.1 of rocketmq-client-csharp",
)
SCHEDULE_SYNCALLLITESUBSCRIPTION_ERROR_CLIENTID = Statement(
    template="Schedule syncAllLiteSubscription error, clientId={_}, bindTopic={_}, consumerGroup={_}",
    logged_by="LiteSubscriptionManager.SyncAllLiteSubscription, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
NOTIFY_UNSUBSCRIBE_LITE_COMMAND = Statement(
    template="Notify unsubscribe lite command received, liteTopic={_}, group={_}, bindTopic={_}",
    logged_by="LiteSubscriptionManager.OnNotifyUnsubscribeLiteCommand, 5.2.1 of rocketmq-client-csharp",
)
EXCEPTION_RAISED_DURING_MESSAGE = Statement(
    event="grpc_receive_failed",
    template="Exception raised during message reception, mq={queue:grpc_queue}, attemptId={_}, nextAttemptId={_}, "
    "clientId={client_id:word}",
    logged_by="ProcessQueue.ReceiveMessageImmediately, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
BUG_EXCEPTION_RAISED_WHILE = Statement(
    template="[Bug] Exception raised while handling receive result, mq={_}, endpoints={_}, clientId={_}, exception={_}",
    logged_by="ProcessQueue.ReceiveMessageImmediately, 5.2.1 of rocketmq-client-csharp",
)
EXCEPTION_RAISED_WHILE_ACKNOWLEDGING = Statement(
    template="Exception raised while acknowledging message, would retry later, clientId={_}, consumerGroup={_}, "
    "messageId={_}, mq={_}, endpoints={_}",
    logged_by="ProcessQueue.AckMessage, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
FAILED_ACK_MESSAGE_DUE = Statement(
    event="grpc_ack_given_up",
    template="Failed to ack message due to the invalid receipt handle, forgive to retry, clientId={client_id:word}, "
    "consumerGroup={group}, messageId={message_id:word}, attempt={attempt:int}, mq={queue:grpc_queue}, "
    "endpoints={endpoints:word}, requestId={request_id:word}, status message={status_text}",
    logged_by="ProcessQueue.AckMessage, 5.2.1 of rocketmq-client-csharp",
)
FAILED_CHANGE_INVISIBLE_DURATION = Statement(
    template="Failed to change invisible duration, would retry later, clientId={_}, consumerGroup={_}, messageId={_}, "
    "attempt={_}, mq={_}, endpoints={_}, requestId={_}, status message={_}",
    logged_by="ProcessQueue.AckMessage, ProcessQueue.ChangeInvisibleDuration, 5.2.1 of rocketmq-client-csharp",
)
SUCCESSFULLY_ACKED_MESSAGE_FINALLY = Statement(
    event="grpc_ack_ok_finally",
    template="Successfully acked message finally, clientId={client_id:word}, consumerGroup={group}, "
    "messageId={message_id:word}, attempt={attempt:int}, mq={queue:grpc_queue}, endpoints={endpoints:word}, "
    "requestId={request_id:word}",
    logged_by="ProcessQueue.AckMessage, 5.2.1 of rocketmq-client-csharp",
)
FAILED_CHANGE_INVISIBLE_DURATION_DUE = Statement(
    template="Failed to change invisible duration due to the invalid receipt handle, forgive to retry, clientId={_}, "
    "consumerGroup={_}, messageId={_}, attempt={_}, mq={_}, endpoints={_}, requestId={_}, status message={_}",
    logged_by="ProcessQueue.ChangeInvisibleDuration, 5.2.1 of rocketmq-client-csharp; "
    "defaultProcessQueue.changeInvisibleDuration, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
FINALLY_CHANGED_INVISIBLE_DURATION = Statement(
    template="Finally, changed invisible duration successfully, clientId={_}, consumerGroup={_}, messageId={_}, attempt={_}, "
    "mq={_}, endpoints={_}, requestId={_}",
    logged_by="ProcessQueue.ChangeInvisibleDuration, 5.2.1 of rocketmq-client-csharp",
)
EXCEPTION_RAISED_WHILE_FORWARD = Statement(
    template="Exception raised while forward message to DLQ, would attempt to re-forward later, clientId={_}, "
    "consumerGroup={_}, messageId={_}, mq={_}",
    logged_by="ProcessQueue.ForwardToDeadLetterQueue, 5.2.1 of rocketmq-client-csharp",
)
FAILED_RESOLVE_ROUTE_INFO = Statement(
    template="Failed to resolve route info for {_}",
    logged_by="Producer.Send, 5.0.0 of rocketmq-client-csharp",
)
MESSAGE_MAY_NOT_FIFO = Statement(
    template="A message may not be FIFO and delayed at the same time",
    logged_by="Producer.Send, 5.0.0 of rocketmq-client-csharp",
)
FAILED_SEND_MESSAGE = Statement(
    template="Failed to send message to {_}",
    logged_by="Producer.Send, 5.0.0 of rocketmq-client-csharp",
    throws=True,
)
FAILED_SEND_MESSAGE_AFTER = Statement(
    template="Failed to send message after {_} attempts",
    logged_by="Producer.Send, 5.0.0 of rocketmq-client-csharp",
    throws=True,
)
FAILED_SEND_MESSAGE_AFTER_ATTEMPTS = Statement(
    template="Failed to send message after {_} attempts with unspecified reasons",
    logged_by="Producer.Send, 5.0.0 of rocketmq-client-csharp",
)
RE_SEND_MESSAGE_SUCCESSFULLY = Statement(
    template="Re-send message successfully, topic={_}, messageId={_}, maxAttempts={_}, endpoints={_}, clientId={_}",
    logged_by="Producer.Send0, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
FAILED_SEND_MESSAGE_FINALLY = Statement(
    template="Failed to send message finally, run out of attempt times, topic={_}, maxAttempt={_}, attempt={_}, "
    "endpoints={_}, messageId={_}, clientId={_}",
    logged_by="Producer.Send0, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
FAILED_SEND_TRANSACTION_MESSAGE = Statement(
    template="Failed to send transaction message, run out of attempt times, topic={_}, maxAttempt=1, attempt={_}, "
    "endpoints={_}, messageId={_}, clientId={_}",
    logged_by="Producer.Send0, 5.1.0 of rocketmq-client-csharp",
    throws=True,
)
FAILED_SEND_MESSAGE_TOPIC = Statement(
    template="Failed to send message, topic={_}, maxAttempts={_}, attempt={_}, endpoints={_}, messageId={_}, clientId={_}",
    logged_by="Producer.Send0, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
FAILED_SEND_MESSAGE_DUE = Statement(
    template="Failed to send message due to too many request, would attempt to resend after {_}, topic={_}, maxAttempts={_}, "
    "attempt={_}, endpoints={_}, messageId={_}, clientId={_}",
    logged_by="Producer.Send0, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
TIMEOUT_WAITING_ALL_INFLIGHT = Statement(
    template="Timeout waiting for all inflight receive requests to be finished, clientId={_}, inflightReceiveCount={_}",
    logged_by="PushConsumer.WaitInflightReceiveFinishedAsync, 5.2.1 of rocketmq-client-csharp",
)
SHUTDOWN_WAITING_LOCAL_CACHED = Statement(
    template="Shutdown waiting for local cached messages to drain, cachedMessageCount={_}, clientId={_}",
    logged_by="PushConsumer.WaitCachedMessagesDrainedAsync, 5.2.1 of rocketmq-client-csharp",
)
ATTENTION_ACQUIRED_EMPTY_ASSIGNMENTS = Statement(
    template="Attention!!! acquired empty assignments from remote, but existed assignments are not empty, topic={_}, "
    "clientId={_}",
    logged_by="PushConsumer.ScanAssignments, 5.2.1 of rocketmq-client-csharp",
)
CLIENTSETTINGS_BUILT_OK = Statement(
    template="ClientSettings built OK. {_}",
    logged_by="SimpleConsumer.BuildClientSetting, 5.0.0 of rocketmq-client-csharp",
)
FAILED_NOTIFYCLIENTTERMINATION = Statement(
    template="Failed to NotifyClientTermination",
    logged_by="SimpleConsumer.Shutdown, 5.0.0 of rocketmq-client-csharp",
)
FAILD_ACQUIRE_ASSIGNMENTS_TOPIC = Statement(
    template="Faild to acquire assignments. Topic={_}, Group={_}",
    logged_by="SimpleConsumer.ScanLoadAssignments, 5.0.0 of rocketmq-client-csharp",
)
ONSETTINGSRECEIVED_GROUP_FIFO = Statement(
    template="#OnSettingsReceived: Group {_} is FIFO",
    logged_by="SimpleConsumer.OnSettingsReceived, 5.0.0 of rocketmq-client-csharp",
)
