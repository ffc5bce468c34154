-- Unacked messages that revive gave up, one row for each message and give-up.
WITH given_up AS (
    SELECT
        *,
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
    CASE WHEN why IN ('remote_read_failed', 'last_epoch') THEN 'known_fault' ELSE 'unexplained' END AS cause,
    CASE why WHEN 'remote_read_failed' THEN 'apache/rocketmq#8460' WHEN 'last_epoch' THEN 'apache/rocketmq#7914' END AS issue,
    CASE why
        WHEN 'no_trace' THEN ['the message was deleted by age or disk space', 'a failed read of another broker (apache/rocketmq#8460)']
        WHEN 'taken_for_gone' THEN ['the message was deleted by age or disk space', 'the store was truncated or its queue rebuilt']
        WHEN 'max_rewrites' THEN ['skipWhenCKRePutReachMaxTimes is set']
        WHEN 'record_dropped' THEN ['popReviveMaxAttemptTimes is reached'] ELSE [] END AS candidates,
    list_filter([{'key': NULL, 'message_id': NULL, 'topic': topic, 'queue_id': queue_id, 'offset': "offset"}],
        lambda m: m."offset" IS NOT NULL) AS messages,
    format(
        'Revive on {} gave up {} of {} queue {} (broker {}{}), popped at {} and not acked under that handle. ',
        node, coalesce('offset ' || "offset", plural(messages, 'message') || ' (the offset is not named)'), topic,
        coalesce(CAST(queue_id AS VARCHAR), '(not named)'),
        coalesce(message_broker, 'not named'), coalesce(', group ' || "group", ''), coalesce(clock(pop_time * 1000), 'a time no line tells'))
    || CASE why
        WHEN 'remote_read_failed' THEN format(
            'The message lies on another broker, and the read of it failed ({}): up to 5.3.0 every such failure counts as "gone". ', reason)
        WHEN 'last_epoch' THEN 'The batch was popped before the message was stored, by the broker''s clock, and was taken for one of an older topic. '
        WHEN 'no_trace' THEN 'The store has neither a retry nor a later checkpoint of it. '
        WHEN 'taken_for_gone' THEN format('The read gave {}, and the broker calls it not worth another try. ', reason)
        WHEN 'max_rewrites' THEN format('Its checkpoint had been {}. ', reason)
        ELSE format('The record was dropped ({}). ', reason) END
    || CASE WHEN len(judged_record_ids) > 0 THEN format(
        'Its checkpoint was judged at {}, and no retry and no rewrite of it follows. ', clock(ts_lo)) ELSE '' END
    || CASE
        WHEN outcome = 'came_back' THEN format(
            'It was delivered again nevertheless, by {} (broker {}) at {}: from there, not by this revive.', back_node,
            coalesce(back_broker, 'not named'), clock(back_lo))
        ELSE 'No later delivery of it is logged.' END AS explanation,
    list_filter([
        CASE WHEN popped_record_id IS NOT NULL AND NOT list_contains(judged_record_ids, popped_record_id) THEN {
            'from_us': coalesce(pop_time * 1000, ts_lo), 'to_us': coalesce(pop_time * 1000, ts_lo), 'node': NULL, 'what': 'the message is popped',
            'record_ids': [popped_record_id], 'says': 'the checkpoint that holds it'} END,
        CASE WHEN len(judged_record_ids) > 0 THEN {
            'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': 'its checkpoint is judged', 'record_ids': judged_record_ids,
            'says': 'the revive offset has passed the checkpoint'} END,
        CASE WHEN len(failure_record_ids) > 0 THEN {
            'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': 'the read of it fails', 'record_ids': failure_record_ids,
            'says': reason} END,
        CASE WHEN back_record_id IS NOT NULL THEN {
            'from_us': back_lo, 'to_us': back_lo, 'node': back_node, 'what': 'it is delivered again', 'record_ids': [back_record_id],
            'says': 'another delivery of the same offset'} END
    ], lambda x: x IS NOT NULL) AS steps
FROM given_up
