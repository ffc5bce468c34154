-- Stretches in which revive did not run, one row for each stretch and revive queue.
SELECT
    {'broker': broker, 'node': node, 'revive_queue_id': revive_queue_id} AS subject,
    'proven' AS strength,
    "count" AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    'error' AS severity,
    CASE WHEN reason LIKE '%NullPointerException, timer_off' THEN 'known_fault' ELSE 'unexplained' END AS cause,
    CASE WHEN reason LIKE '%NullPointerException, timer_off' THEN 'apache/rocketmq#6169' END AS issue,
    CASE WHEN reason = 'timer_off' THEN ['timerWheelEnable=false'] WHEN reason LIKE '%timer_off' THEN [] ELSE [reason] END AS candidates,
    CASE WHEN reason = 'timer_off' THEN format(
            'Revive on {} does not run: the timer is off (timerWheelEnable=false), as {} between {} and {} say. No unacked message is delivered again '
            'from it.', node, plural("count", 'line'), clock(ts_lo), clock(ts_hi))
        ELSE format(
            'Revive on {} failed in {} of queue {} in a row, between {} and {}{}: {}. No unacked message whose checkpoint lies in this queue was '
            'delivered again in that time.', node, plural("count", 'cycle'), revive_queue_id, clock(ts_lo), clock(ts_hi),
            CASE WHEN reason LIKE '%timer_off' THEN ', with the timer off (timerWheelEnable=false)' ELSE '' END, replace(reason, ', timer_off', ''))
        END AS explanation,
    list_filter([
        CASE WHEN len(around_record_ids) > 0 THEN {'from_us': ts_lo, 'to_us': ts_lo, 'node': node, 'what': 'the option', 'record_ids': around_record_ids,
            'says': 'the timer is off'} END,
        {'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': CASE WHEN reason = 'timer_off' THEN 'revive does not begin' ELSE
            format('{} failed', plural("count", 'cycle')) END, 'record_ids': record_ids, 'says': replace(reason, ', timer_off', '')}
    ], lambda x: x IS NOT NULL) AS steps
FROM pop_anomalies
WHERE anomaly = 'revive_halted'
