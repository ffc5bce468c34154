-- Queues that a refused pop left locked, one row for each stretch.
SELECT
    {'broker': broker, 'topic': topic, 'group': "group", 'queue_id': queue_id} AS subject,
    'proven' AS strength,
    "count" AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    'error' AS severity,
    'known_fault' AS cause,
    'apache/rocketmq#8601' AS issue,
    format(
        'Node {} refused a pop of {} queue {} by group {} at {}, because too many of its messages were unacked, and kept the lock it had '
        'taken for it at {}. Nobody could pop this queue until the lock was removed as unused at {}, {} later, whatever had been acked by then.',
        node, topic, queue_id, "group", clock(ts_lo), clock(old_value * 1000), clock(ts_hi - 999999), seconds(ts_hi - 999999 - old_value * 1000)
    ) AS explanation,
    [
        {'from_us': ts_lo, 'to_us': ts_lo + 999999, 'node': node, 'what': 'the pop is refused', 'record_ids': record_ids[1:1],
            'says': 'too many messages are unacked'},
        {'from_us': ts_hi - 999999, 'to_us': ts_hi, 'node': node, 'what': 'the lock is removed', 'record_ids': record_ids[2:],
            'says': 'still held, since the second of the refusal'}
    ] AS steps
FROM pop_anomalies
WHERE anomaly = 'queue_lock_kept'
