-- Falls of a revive offset, one row for each.
SELECT
    {'broker': broker, 'node': node, 'revive_queue_id': revive_queue_id} AS subject,
    'proven' AS strength,
    "count" AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    'warning' AS severity,
    cause,
    CASE WHEN cause = 'unexplained' THEN ['the broker was started again', 'its role changed'] ELSE [] END AS candidates,
    format(
        'Revive queue {} of {} had been judged up to offset {} by {}, and the cycle that ended at {} began at {} again: up to {} may be judged twice. ',
        revive_queue_id, node, old_value, clock(ts_lo), clock(ts_hi - 999999), new_value, plural("count", 'checkpoint'))
    || CASE reason
        WHEN 'started' THEN 'The broker was started in between, and its offsets on disk were older.'
        WHEN 'role_changed' THEN 'The broker''s role changed in between.'
        WHEN 'offset_illegal' THEN 'The offset had been out of the queue''s range, and was corrected.'
        ELSE 'No line in between shows why.' END AS explanation,
    list_filter([
        {'from_us': ts_lo, 'to_us': ts_lo + 999999, 'node': node, 'what': 'a cycle ends', 'record_ids': record_ids[1:1], 'says': 'the offset it reached'},
        CASE WHEN len(around_record_ids) > 0 THEN {'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': replace(reason, '_', ' '),
            'record_ids': around_record_ids, 'says': 'what lies between'} END,
        {'from_us': ts_hi - 999999, 'to_us': ts_hi, 'node': node, 'what': 'a later cycle', 'record_ids': record_ids[2:], 'says': 'the offset it began at'}
    ], lambda x: x IS NOT NULL) AS steps
FROM pop_anomalies
WHERE anomaly = 'revive_offset_fell'
