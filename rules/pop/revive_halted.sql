-- Where revive did not run, one row for each node and reason.
WITH halted AS (
    SELECT
        node, broker, reason, list_sort(list_distinct(list(revive_queue_id) FILTER (revive_queue_id IS NOT NULL))) AS queues,
        sum("count")::BIGINT AS times, min(ts_lo) AS ts_lo, max(ts_hi) AS ts_hi,
        list_sort(list_distinct(flatten(list(record_ids)))) AS record_ids,
        list_sort(list_distinct(flatten(list(around_record_ids)))) AS around_record_ids
    FROM pop_anomalies
    WHERE anomaly = 'revive_halted'
    GROUP BY node, broker, reason
)
SELECT
    {'broker': broker, 'node': node, 'revive_queue_ids': queues} AS subject,
    'proven' AS strength,
    times AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    'error' AS severity,
    CASE WHEN reason LIKE '%NullPointerException, timer_off' THEN 'known_fault' ELSE 'unexplained' END AS cause,
    CASE WHEN reason LIKE '%NullPointerException, timer_off' THEN 'apache/rocketmq#6169' END AS issue,
    CASE WHEN reason = 'timer_off' THEN ['timerWheelEnable=false'] WHEN reason LIKE '%timer_off' THEN [] ELSE [reason] END AS candidates,
    CASE WHEN reason = 'timer_off' THEN format(
            'Revive on {} does not run: the timer is off (timerWheelEnable=false), as {} between {} and {} say. It refuses every pop as well, and '
            'no message that was popped before and not acked is delivered again from it.', node, plural(times, 'line'), clock(ts_lo), clock(ts_hi))
        ELSE format(
            'Revive on {} failed in {} in a row (revive queues {}), between {} and {}{}: {}. No unacked message whose checkpoint lies there was '
            'delivered again in that time.', node, plural(times, 'cycle'), array_to_string(queues, ', '), clock(ts_lo), clock(ts_hi),
            CASE WHEN reason LIKE '%timer_off' THEN ', with the timer off (timerWheelEnable=false)' ELSE '' END, replace(reason, ', timer_off', ''))
        END AS explanation,
    list_filter([
        CASE WHEN len(around_record_ids) > 0 THEN {'from_us': ts_lo, 'to_us': ts_lo, 'node': node, 'what': 'the option', 'record_ids': around_record_ids,
            'says': 'the timer is off'} END,
        {'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': CASE WHEN reason = 'timer_off' THEN 'revive does not begin' ELSE
            format('{} failed', plural(times, 'cycle')) END, 'record_ids': record_ids, 'says': replace(reason, ', timer_off', '')}
    ], lambda x: x IS NOT NULL) AS steps
FROM halted
