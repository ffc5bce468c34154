-- Acks of orderly pops that had no effect, one row for each pop they are of.
SELECT
    {'broker': broker, 'topic': topic, 'group': "group", 'pop_time': pop_time, 'offsets': offsets} AS subject,
    'proven' AS strength,
    "count" AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    'warning' AS severity,
    cause,
    messages_at(topic, queue_id, offsets) AS messages,
    format(
        'Group {} acked {} of {} ({}) under the pop of {}, and node {} answered with success and did nothing: by {} the queue was '
        'held by the pop of {}, {} later, which gave {} out again. The first message it still waits for is offset {}.',
        "group", plural("count", 'message'), topic, offsets_of(offsets), clock(pop_time * 1000), node, clock(ts_lo),
        clock(new_value * 1000), seconds((new_value - old_value) * 1000), either("count", 'it', 'them'), start_offset) AS explanation,
    [{'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': format('{} without effect', plural("count", 'ack')), 'record_ids': record_ids,
        'says': 'the pop time of the ack, and the order the broker keeps'}] AS steps
FROM pop_anomalies
WHERE anomaly = 'orderly_ack_ignored' AND reason = 'popped_again'
