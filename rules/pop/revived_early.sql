-- Messages revived before their checkpoint was due, one row for each checkpoint.
WITH early AS (
    SELECT
        r.ck_state_id, r.broker, r.topic, r."group", r.queue_id, r.start_offset, r.pop_time, r.revive_time,
        bool_and(r.judged_broker = r.broker) AS own_clock,
        min(r.node)                          AS node,
        list_sort(list_distinct(list(r."offset"))) AS offsets,
        list_sort(list_distinct(list(r.record_id))) AS ids,
        min(r.ts_lo)                         AS first_us,
        max(r.ts_hi)                         AS last_us
    FROM deviations d
    JOIN redeliveries r ON r.ck_state_id = d.state_id AND r.record_id = d.record_id
    WHERE d.deviation = 'returned_early' AND NOT r.ambiguous
    GROUP BY r.ck_state_id, r.broker, r.topic, r."group", r.queue_id, r.start_offset, r.pop_time, r.revive_time
)
SELECT
    {
        'broker': broker, 'topic': topic, 'group': "group", 'queue_id': queue_id, 'start_offset': start_offset, 'pop_time': pop_time,
        'offsets': offsets
    } AS subject,
    CASE WHEN own_clock THEN 'proven' ELSE 'sign' END AS strength,
    len(offsets) AS occurrences,
    first_us AS from_us,
    last_us AS to_us,
    'error' AS severity,
    'unexplained' AS cause,
    ['a step of a clock'] AS candidates,
    messages_at(topic, queue_id, offsets) AS messages,
    format(
        'The checkpoint of {} queue {}, group {}, from offset {} is due at {}. Node {} wrote {} of it to the retry topic by {}: less than a '
        'second after, where revive waits for more than two of the newest time it has read, and the timer is at most one ahead. ',
        topic, queue_id, "group", start_offset, clock(revive_time * 1000), node, plural(len(offsets), 'message'), clock(last_us))
    || CASE WHEN own_clock THEN '' ELSE 'The broker that revived it is not the one that popped it: two clocks are compared.' END AS explanation,
    [{'from_us': first_us, 'to_us': last_us, 'node': node, 'what': format('{} revived early', plural(len(offsets), 'message')), 'record_ids': ids,
        'says': 'the revive time, and the time of the line'}] AS steps
FROM early
