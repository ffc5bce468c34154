-- Checkpoints that could not be stored, one row for each node, queue and status.
SELECT
    {
        'broker': broker, 'message_broker': message_broker, 'topic': topic, 'group': "group", 'queue_id': queue_id, 'offsets': offsets
    } AS subject,
    'proven' AS strength,
    "count" AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    -- What a setting forbids does not pass by itself.
    CASE WHEN reason LIKE 'WHEEL_TIMER%' OR reason LIKE '%ILLEGAL%' OR reason LIKE '%EXCEED%' THEN 'error' ELSE 'warning' END AS severity,
    'unexplained' AS cause,
    [format('the store answered {}', reason)] AS candidates,
    messages_at(topic, queue_id, offsets) AS messages,
    format(
        'Node {} could not store {}{}{}{} between {} and {}: {}. The messages had gone to the client: until their checkpoint is stored, nobody delivers them again. ',
        node, plural("count", 'checkpoint'), coalesce(' of ' || topic, ''), coalesce(' queue ' || queue_id, ''), coalesce(', group ' || "group", ''),
        clock(ts_lo), clock(ts_hi), reason)
    || CASE WHEN len(around_record_ids) >= "count" THEN format('A later try stored {}.', either("count", 'it', 'each of them'))
        WHEN len(around_record_ids) > 0 THEN format('A later try stored {} of them.', len(around_record_ids))
        ELSE format('No line shows that a later try stored {} (enablePopLog=true prints that).', either("count", 'it', 'one of them')) END AS explanation,
    list_filter([
        {'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': format('{} not stored', plural("count", 'checkpoint')), 'record_ids': record_ids,
            'says': reason},
        CASE WHEN len(around_record_ids) > 0 THEN {'from_us': ts_hi, 'to_us': ts_hi, 'node': node, 'what': 'a later try', 'record_ids': around_record_ids[1:20],
            'says': 'the checkpoint is stored'} END
    ], lambda x: x IS NOT NULL) AS steps
FROM pop_anomalies
WHERE anomaly = 'checkpoint_not_stored'
