-- Changes of the invisible time that met no channel of their client, per proxy, and what came later for their messages.
WITH refused AS (
    SELECT *, lead(ts_lo) OVER (PARTITION BY node ORDER BY ts_lo, state_id) AS next_us
    FROM proxy_refusals
    WHERE activity = 'change_invisible'
),
without_handle AS (
    SELECT r.state_id, count(*) AS requests, min(e.ts_lo) AS from_us, max(e.ts_hi) AS to_us, list(e.record_id ORDER BY e.record_id) AS record_ids
    FROM refused r
    JOIN proxy_exceptions e ON e.node = r.node AND e.activity = 'no_handle' AND e.ts_lo >= r.ts_lo AND (r.next_us IS NULL OR e.ts_lo < r.next_us)
    GROUP BY r.state_id
)
SELECT
    {'proxy_node': r.node, 'client_ids': CASE WHEN len(client_ids) > 0 THEN client_ids END} AS subject,
    'proven' AS strength,
    exceptions AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    'known_fault' AS cause,
    r.node AS release_node,
    format(
        'Proxy {} threw {} with ReceiptHandleGroupKey.getChannelId on top and ChangeInvisibleDurationActivity below, between {} and {}: {} '
        'it did not know yet failed. {} no client; {}. {} again when the old time is over, not the asked one.',
        r.node, plural(exceptions, 'NullPointerException'), clock(ts_lo), clock(ts_hi),
        either(exceptions, 'one change of the invisible time of a client', 'so many changes of the invisible time of clients'),
        either(exceptions, 'The trace names', 'The traces name'),
        fitting_windows(client_ids),
        either(exceptions, 'Its message comes', 'Their messages come'))
    || CASE WHEN requests > 0 THEN format(
        ' Between {} and {} {} came there without a handle. SimpleConsumers in Java and Go do so, which take the empty handle of a refused '
        'change for the new one: they can neither ack such a message nor change its time again.',
        clock(w.from_us), clock(w.to_us), plural(requests, 'request')) ELSE '' END AS explanation,
    list_filter([
        {
            'from_us': ts_lo, 'to_us': ts_hi, 'node': r.node, 'what': plural(exceptions, 'exception') || ' of changes of the invisible time',
            'record_ids': r.record_ids, 'says': 'the request met no channel: getChannelId under ChangeInvisibleDurationActivity'},
        CASE WHEN requests > 0 THEN {
            'from_us': w.from_us, 'to_us': w.to_us, 'node': r.node, 'what': plural(requests, 'request') || ' without a handle',
            'record_ids': w.record_ids, 'says': 'the handle has one word or none: ReceiptHandle.decode cannot read it'} END
    ], lambda step: step IS NOT NULL) AS steps
FROM refused r
LEFT JOIN without_handle w USING (state_id)
