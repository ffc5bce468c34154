-- Unacked messages that revive gave up, one row for each message and give-up.
WITH given_up AS (
    SELECT
        * REPLACE (
            CASE WHEN why = 'queue_id_wrapped' THEN queue_id + 256 ELSE queue_id END AS queue_id,
            -- What DefaultMessageStore.getMessage gives once it is shut down, or not readable, and for no other reason.
            CASE WHEN why = 'taken_for_gone' AND reason IN ('NULL', 'getMessageResult is null') THEN 'unanswered' ELSE why END AS why),
        CASE WHEN outcome = 'came_back' OR why = 'max_rewrites' THEN 'warning' ELSE 'error' END AS severity
    FROM lost_messages
    WHERE NOT recreated
)
SELECT
    {
        'broker': broker, 'message_broker': message_broker, 'topic': topic, 'group': "group", 'queue_id': queue_id, 'offset': "offset",
        'outcome': outcome
    } AS subject,
    CASE WHEN proven THEN 'proven' ELSE 'sign' END AS strength,
    messages AS occurrences,
    ts_lo AS from_us,
    coalesce(greatest(back_lo, ts_hi), ts_hi) AS to_us,
    severity,
    CASE WHEN why IN ('remote_read_failed', 'last_epoch', 'rewritten_nameless', 'queue_id_wrapped') THEN 'known_fault'
        ELSE 'unexplained' END AS cause,
    CASE why WHEN 'remote_read_failed' THEN 'apache/rocketmq#8460' WHEN 'last_epoch' THEN 'apache/rocketmq#7914'
        WHEN 'rewritten_nameless' THEN 'apache/rocketmq#7412' WHEN 'queue_id_wrapped' THEN 'apache/rocketmq#6012' END AS issue,
    CASE why
        WHEN 'rewritten_nameless' THEN 'Upgrade the brokers to 5.2.0 or later, which write the name. A message given up is still in its queue: '
            'read it there by offset, and send it again.'
        WHEN 'queue_id_wrapped' THEN 'Upgrade the brokers to 5.1.0 or later. Until then give topics with POP consumers 128 queues at most. A '
            'message given up is still in its queue: read it there by offset, and send it again.'
        WHEN 'passed_over' THEN 'Make topics and groups on every broker of a cluster whose slaves act as master (mqadmin updateTopic -c, '
            'updateSubGroup -c). A message given up is still in its queue: read it there by offset, and send it again.'
        WHEN 'taken_for_gone' THEN 'Keep messages on disk (fileReservedTime) longer than consumers may take for them, and do not delete and create '
            'again a topic of which POP consumers hold messages. What its queue still has can be read there by offset, and sent again.'
        WHEN 'max_rewrites' THEN 'Bring a replica of the message''s broker back within hours, or set skipWhenCKRePutReachMaxTimes=false: then it is '
            'tried again every two hours. A message given up is still in its queue: read it there by offset, and send it again.'
        WHEN 'record_dropped' THEN 'Raise popReviveMaxAttemptTimes where the messages of a broker may be unreadable for long. What its queue still has '
            'can be read there by offset, and sent again.'
        WHEN 'unanswered' THEN 'A message given up is still in its queue: read it there by offset, and send it again.'
        WHEN 'last_epoch' THEN 'Upgrade the brokers to 5.3.0 or later. A message given up is still in its queue: read it there by offset, and '
            'send it again.' END AS remedy,
    CASE why
        WHEN 'stored_after_pop' THEN ['it was taken for a message of an older topic (apache/rocketmq#7914)', 'the message was deleted by age or disk space']
        WHEN 'no_trace' THEN ['the message was deleted by age or disk space', 'a failed read of another broker (apache/rocketmq#8460)']
        WHEN 'taken_for_gone' THEN ['the message was deleted by age or disk space', 'the store was truncated or its queue rebuilt']
        WHEN 'unanswered' THEN ['the broker was being stopped', 'its store could not be read (store.log tells)']
        WHEN 'passed_over' THEN ['the topic or the group was made on other brokers only', 'it was deleted there, and that line is lost']
        WHEN 'max_rewrites' THEN ['skipWhenCKRePutReachMaxTimes is set']
        WHEN 'record_dropped' THEN ['popReviveMaxAttemptTimes is reached'] ELSE [] END AS candidates,
    list_filter(messages_at(topic, queue_id, ["offset"]),
        lambda m: m."offset" IS NOT NULL) AS messages,
    format(
        'Revive on {} gave up {} of {}{} ({}{}), popped at {}{}. ',
        node, CASE WHEN "offset" IS NOT NULL THEN 'offset ' || "offset"
            WHEN why = 'passed_over' THEN plural(messages, 'checkpoint') || ' (their messages are not named)'
            ELSE plural(messages, 'message') || ' (the offset is not named)' END, topic,
        coalesce(' queue ' || queue_id, ''),
        CASE WHEN queue_id IS NULL AND message_broker IS NULL THEN 'its queue and broker are not named'
            WHEN message_broker IS NULL THEN 'its broker is not named'
            ELSE CASE WHEN queue_id IS NULL THEN 'its queue is not named, ' ELSE '' END || 'broker ' || message_broker END, coalesce(', group ' || "group", ''), coalesce(clock(pop_time * 1000), clock(popped_lo), 'a time no line tells'),
        CASE WHEN proven THEN ' and not acked under that handle by then'
            WHEN why IN ('remote_read_failed', 'passed_over') THEN '; no line shows it acked, but acks that a replica hands over part from their checkpoint'
            ELSE '; no line shows it acked' END)
    || CASE why
        WHEN 'remote_read_failed' THEN format(
            'The message lies on another broker, and the read of it failed ({}): up to 5.3.0 every such failure counts as "gone". ', reason)
        WHEN 'rewritten_nameless' THEN format(
            'Its checkpoint had been put again, without the broker''s name: the message is {}''s own, but revive looked for it on a broker '
            'without a name ({}), and took that for "gone". ', broker, reason)
        WHEN 'queue_id_wrapped' THEN format(
            'Its checkpoint names queue {}: 5.0.0 keeps the queue id in one byte, and it stands for queue {}, or for one 256 further on. '
            'The read gave {}, and no ack finds such a checkpoint either. ', queue_id - 256, queue_id, reason)
        WHEN 'last_epoch' THEN 'The batch was popped before the message was stored, by the broker''s clock, and was taken for one of an older topic. '
        WHEN 'passed_over' THEN format(
            'A replica that acts as master hands its checkpoints to other brokers, and revive passes over those whose topic or group its '
            'broker has not got ({}), in every release. ', reason)
        WHEN 'no_trace' THEN 'The store has neither a retry nor a later checkpoint of it. '
        WHEN 'stored_after_pop' THEN 'The store has neither a retry nor a later checkpoint of it, and has the message itself since a moment after '
            'the pop, by the broker''s clock. '
        WHEN 'taken_for_gone' THEN format('The read gave {}, and the broker calls it not worth another try. ', reason)
        WHEN 'unanswered' THEN
            'The store gave no answer at all, as one does that is shut down or cannot be read, and the broker calls it not worth another try. '
        WHEN 'max_rewrites' THEN format('Its checkpoint had been {}. ', reason)
        ELSE format('The record was dropped ({}). ', reason) END
    || CASE WHEN (why IN ('last_epoch', 'taken_for_gone', 'unanswered', 'passed_over') OR why = 'record_dropped' AND reason = 'gone') AND NOT proven THEN
        'That its topic was not deleted in between, which would make this right, broker.log cannot prove. ' ELSE '' END
    || CASE WHEN len(judged_record_ids) > 0 THEN format(
        'Its checkpoint was judged at {}, and no retry and no rewrite of it follows. ', clock(ts_lo)) ELSE '' END
    || CASE
        WHEN outcome = 'came_back' THEN format(
            'It was delivered again nevertheless, by {} (broker {}) at {}: from there, not by this revive.', back_node,
            coalesce(back_broker, 'not named'), clock(back_lo))
        ELSE 'No later delivery of it is logged.' END AS explanation,
    list_filter([
        CASE WHEN popped_record_id IS NOT NULL AND NOT list_contains(judged_record_ids, popped_record_id) THEN {
            'from_us': coalesce(pop_time * 1000, popped_lo, ts_lo), 'to_us': coalesce(pop_time * 1000, popped_lo, ts_lo), 'node': NULL, 'what': 'the message is popped',
            'record_ids': [popped_record_id], 'says': 'the checkpoint that holds it'} END,
        CASE WHEN len(judged_record_ids) > 0 THEN {
            'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': 'its checkpoint is judged', 'record_ids': judged_record_ids,
            'says': 'the revive offset has passed the checkpoint'} END,
        CASE WHEN len(failure_record_ids) > 0 THEN {
            'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': CASE why WHEN 'passed_over' THEN 'its checkpoint is passed over' ELSE 'the read of it fails' END,
            'record_ids': failure_record_ids,
            'says': reason} END,
        CASE WHEN back_record_id IS NOT NULL THEN {
            'from_us': back_lo, 'to_us': back_lo, 'node': back_node, 'what': 'it is delivered again', 'record_ids': [back_record_id],
            'says': 'another delivery of the same offset'} END
    ], lambda x: x IS NOT NULL) AS steps
FROM given_up
