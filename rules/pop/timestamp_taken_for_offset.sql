-- Checkpoints put again with a time for an offset, one row for each.
SELECT
    {
        'broker': broker, 'message_broker': message_broker, 'topic': topic, 'group': "group", 'queue_id': queue_id,
        'start_offset': start_offset, 'pop_time': pop_time, 'offset': new_value, 'offsets': offsets
    } AS subject,
    CASE WHEN proven THEN 'proven' ELSE 'sign' END AS strength,
    greatest(len(offsets), 1) AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    CASE WHEN start_offset IS NOT NULL AND len(offsets) = 0 THEN 'warning' ELSE 'error' END AS severity,
    'known_fault' AS cause,
    messages_at(topic, queue_id, offsets) AS messages,
    format(
        'A checkpoint of {}{}{} on node {} has the offset {}: that is no offset, it is {}, when revive began to read the batch. Revive puts a '
        'batch again that has been in flight for 30 s, and takes the time for the offset; what it writes then points to nothing. ',
        topic, coalesce(' queue ' || queue_id, ''), coalesce(', group ' || "group", ''), node, new_value, clock(new_value * 1000))
    || CASE WHEN start_offset IS NOT NULL AND len(offsets) = 0 THEN format(
            'The batch itself, popped at {} from offset {}, came back nevertheless, message by message.', clock(pop_time * 1000), start_offset)
        WHEN start_offset IS NOT NULL THEN format(
            'The batch itself, popped at {} from offset {}, is not followed any more: {} of it neither acked nor written to the retry topic.',
            clock(pop_time * 1000), start_offset, plural(len(offsets), 'message'))
        ELSE 'Which batch it was no line tells.' END AS explanation,
    list_filter([
        CASE WHEN len(around_record_ids) > 0 THEN {
            'from_us': new_value * 1000, 'to_us': ts_hi, 'node': node, 'what': 'a batch is taken out of flight', 'record_ids': around_record_ids,
            'says': 'it had been in flight for 30 s'} END,
        {'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': 'the checkpoint with the false offset', 'record_ids': record_ids,
            'says': 'its offset is a time'}
    ], lambda x: x IS NOT NULL) AS steps
FROM pop_anomalies
WHERE anomaly = 'offset_is_a_time'
