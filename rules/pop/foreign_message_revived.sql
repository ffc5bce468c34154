-- Messages revived from checkpoints that do not hold them, one row for each checkpoint.
WITH foreign_ones AS (
    SELECT
        c.state_id, c.broker, c.topic, c."group", c.queue_id, c.start_offset, c.pop_time, c.offsets AS held,
        min(d.node)                                          AS node,
        count(DISTINCT d.record_id)                          AS times,
        list_sort(list_distinct(list(r."offset")))           AS offsets,
        list_sort(list_distinct(list(d.record_id)))          AS ids,
        min(d.ts_lo)                                         AS first_us,
        max(d.ts_hi)                                         AS last_us
    FROM deviations d
    JOIN checkpoints c ON c.state_id = d.state_id
    JOIN redeliveries r ON r.ck_state_id = d.state_id AND r.record_id = d.record_id AND NOT list_contains(c.offsets, r."offset")
    WHERE d.deviation = 'foreign_message_returned' AND NOT r.ambiguous AND r.cause <> 'topic_recreated'
    GROUP BY c.state_id, c.broker, c.topic, c."group", c.queue_id, c.start_offset, c.pop_time, c.offsets
)
SELECT
    {
        'broker': broker, 'topic': topic, 'group': "group", 'queue_id': queue_id, 'start_offset': start_offset, 'pop_time': pop_time,
        'offsets': offsets
    } AS subject,
    'proven' AS strength,
    times AS occurrences,
    first_us AS from_us,
    last_us AS to_us,
    'error' AS severity,
    'known_fault' AS cause,
    'apache/rocketmq#7724' AS issue,
    messages_at(topic, queue_id, offsets) AS messages,
    format(
        'The checkpoint of {} queue {}, group {}, from offset {} holds {}. From it node {} wrote {} to the retry topic between {} and '
        '{}, of {}: revive takes the first message its store has from an offset on, and the one it asked for was not there.',
        topic, queue_id, "group", start_offset, offsets_of(held), node, plural(times, 'message'), clock(first_us), clock(last_us),
        offsets_of(offsets)) AS explanation,
    [{'from_us': first_us, 'to_us': last_us, 'node': node, 'what': format('{} that the checkpoint does not hold', plural(times, 'message')),
        'record_ids': ids, 'says': 'the checkpoint with its offsets, and the offset that was revived'}] AS steps
FROM foreign_ones
