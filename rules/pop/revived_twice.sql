-- Pops of which revive wrote a message to the retry topic more often than once, one row for each pop.
SELECT
    {
        'broker': broker, 'message_broker': message_broker, 'topic': topic, 'group': "group", 'queue_id': queue_id, 'pop_time': pop_time,
        'offsets': offsets
    } AS subject,
    CASE WHEN proven THEN 'proven' ELSE 'sign' END AS strength,
    "count" AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    CASE WHEN cause IN ('known_fault', 'unexplained') THEN 'error' ELSE 'warning' END AS severity,
    cause,
    CASE WHEN cause = 'known_fault' THEN 'apache/rocketmq#7601' END AS issue,
    CASE WHEN cause <> 'unexplained' THEN []
        WHEN reason = 'read_again' THEN ['the broker was started again', 'its role changed']
        WHEN reason = 'delivered_twice' THEN ['a timer that delivered its messages again (apache/rocketmq#7601)']
        ELSE ['a revive offset that went back', 'a timer that delivered its messages again (apache/rocketmq#7601)'] END AS candidates,
    CASE WHEN cause = 'unexplained' AND reason IS DISTINCT FROM 'read_again' THEN 'Make consumers idempotent. Upgrade brokers of 5.0.0 to 5.1.4, whose '
        'timer can deliver its messages twice, to 5.2.0 or later.'
        WHEN cause <> 'known_fault' THEN 'Make consumers idempotent: a broker that is killed, and a failover, can bring a message back twice in every '
        'release.' END AS remedy,
    messages_at(topic, queue_id, offsets) AS messages,
    format(
        'Of the pop of {} queue {} by group {} at {} revive wrote {} ({}) to a retry topic more than once between {} and {}, {} too many '
        'in all. ',
        topic, queue_id, "group", clock(pop_time * 1000), plural(len(offsets), 'message'), offsets_of(offsets), clock(ts_lo), clock(ts_hi),
        either("count", '1 copy', "count" || ' copies'))
    || CASE reason
        WHEN 'other_broker' THEN format('Two brokers revived {}, {} last, each from its own copy of the checkpoint. ', either(len(offsets), 'it', 'them'), node)
        WHEN 'other_replica' THEN format(
            'Two replicas of {} revived {}, {} last, each by a copy of the checkpoint in its own store. ', broker, either(len(offsets), 'it', 'them'), node)
        WHEN 'put_elsewhere' THEN format('One of the copies lies in the store of another broker: a slave that acted for the master of {} put it there. ', broker)
        WHEN 'delivered_twice' THEN CASE WHEN other_queue_id <> revive_queue_id THEN format(
            'The checkpoint lies in two revive queues of {}, {} (offset {}) and {} (offset {}): the timer delivered it twice. ', node,
            other_queue_id, old_value, revive_queue_id, new_value)
        ELSE format(
            'The checkpoint lies twice in revive queue {} of {} (offsets {} and {}): the timer delivered it twice. ', revive_queue_id, node,
            old_value, new_value) END
        WHEN 'read_again' THEN format('{} judged one copy of the checkpoint (revive queue {}, offset {}) twice: its revive offset had gone back. ',
            node, revive_queue_id, new_value)
        ELSE '' END
    || CASE cause
        WHEN 'known_fault' THEN 'A replica of the queue''s broker acted for its master and handed checkpoints over to another broker; its timer '
            'failed by it, and the master, back again, delivered them once more.'
        WHEN 'broker_crash' THEN 'The broker was started again between the two.'
        WHEN 'failover' THEN 'A failover lies behind it, and no line shows a fault.'
        ELSE 'No line between the two shows why.' END AS explanation,
    list_filter([
        CASE WHEN len(around_record_ids) > 0 THEN {
            'from_us': ts_lo, 'to_us': ts_lo, 'node': NULL, 'what': CASE cause WHEN 'known_fault' THEN 'a timer fails' WHEN 'broker_crash' THEN
                'the broker starts' ELSE 'a write is taken for a failure' END, 'record_ids': around_record_ids, 'says': 'what lies between'} END,
        {'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': format('{} written more than once', plural(len(offsets), 'message')),
            'record_ids': record_ids, 'says': 'revived from this pop'}
    ], lambda x: x IS NOT NULL) AS steps
FROM pop_anomalies
WHERE anomaly = 'revived_twice'
