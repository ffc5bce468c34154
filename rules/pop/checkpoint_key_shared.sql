-- Checkpoints passed over because another one of the same key lay behind them, one row for each.
SELECT
    {
        'broker': broker, 'message_broker': message_broker, 'topic': topic, 'group': "group", 'queue_id': queue_id,
        'start_offset': start_offset, 'pop_time': pop_time, 'offsets': offsets
    } AS subject,
    CASE WHEN proven THEN 'proven' ELSE 'sign' END AS strength,
    "count" AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    'error' AS severity,
    'known_fault' AS cause,
    messages_at(topic, queue_id, offsets) AS messages,
    format(
        'The pop of {} by group {} took a batch of {} queue {} from offset {} and one of queue {} from offset {}: run together with topic, '
        'group and pop time, both read "{}{}". In revive queue {} the second lies behind the first (offset {} behind {}), takes its place in '
        'revive''s map, and nobody looks at the first any more: {} of it, neither acked nor written to the retry topic. ',
        clock(pop_time * 1000), "group", topic, queue_id, start_offset, other_queue_id, other_start_offset, queue_id, start_offset,
        revive_queue_id, new_value, old_value, plural("count", 'message'))
    || CASE WHEN proven THEN format('By {} revive had gone beyond both.', clock(ts_hi)) ELSE 'No line shows that revive went beyond both.' END
        AS explanation,
    [
        {'from_us': ts_lo, 'to_us': ts_lo + 999999, 'node': node, 'what': 'two checkpoints of one key', 'record_ids': record_ids[1:2],
            'says': 'queue and start offset read alike'},
        {'from_us': ts_hi - 999999, 'to_us': ts_hi, 'node': node, 'what': 'revive goes beyond both',
            'record_ids': CASE WHEN proven THEN record_ids[3:] ELSE [] END, 'says': 'the new offset of the cycle'}
    ][1:CASE WHEN proven THEN 2 ELSE 1 END] AS steps
FROM pop_anomalies
WHERE anomaly = 'checkpoint_key_shared'
