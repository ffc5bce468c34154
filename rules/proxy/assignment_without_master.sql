-- Questions for a topic's queues that failed because a broker of the topic had no master, per proxy.
WITH thrown AS (
    SELECT node, count(*) AS exceptions, min(ts_lo) AS from_us, max(ts_hi) AS to_us, list(record_id ORDER BY record_id) AS record_ids
    FROM proxy_exceptions
    WHERE activity = 'query_assignment'
    GROUP BY node
),
unsure AS (
    -- Whose times stand on no clock that others can be compared with.
    SELECT DISTINCT node FROM clocks WHERE notable AND moved_us = 0
),
lacking AS (
    -- The brokers that a client's route had slaves of alone, of each the route that was held first.
    SELECT t.node, held.broker, arg_min(held.node, (held.from_lo, held.node)) AS holder, min(held.from_lo) AS since,
        arg_min(held.record_ids[1], (held.from_lo, held.node)) AS record_id
    FROM thrown t
    JOIN routes_held held ON held.master IS NULL AND len(held.addresses) > 0
        AND held.from_lo <= t.to_us AND coalesce(held.to_hi >= t.from_us, true)
    WHERE t.node NOT IN (FROM unsure) AND held.node NOT IN (FROM unsure)
    GROUP BY t.node, held.broker
),
told AS (
    SELECT node, string_agg(format('the route of {} held no master (brokerId 0) for {} from {} on', holder, broker, clock(since)), '; ' ORDER BY broker) AS says,
        min(since) AS since, list(record_id ORDER BY record_id) AS record_ids, arg_min(holder, (since, holder)) AS holder
    FROM lacking
    GROUP BY node
)
SELECT
    {'proxy_node': t.node} AS subject,
    'proven' AS strength,
    t.exceptions AS occurrences,
    t.from_us,
    t.to_us,
    'known_fault' AS cause,
    t.node AS release_node,
    format(
        'Proxy {} threw {} in RouteActivity.queryAssignment, between {} and {}: {} failed because the topic had a broker without a master, '
        'also for the queues of its other brokers. {} neither client nor topic{}. A consumer that has its queues keeps them; one that '
        'starts gets none as long as this goes on.',
        t.node, plural(t.exceptions, 'NullPointerException'), clock(t.from_us), clock(t.to_us),
        either(t.exceptions, 'one question for a topic''s queues', 'so many questions for a topic''s queues'),
        either(t.exceptions, 'The trace names', 'The traces name'),
        coalesce('; ' || o.says, '')) AS explanation,
    list_filter([
        CASE WHEN o.since IS NOT NULL THEN {
            'from_us': o.since, 'to_us': t.to_us, 'node': o.holder, 'what': 'a client holds a route without a master',
            'record_ids': o.record_ids, 'says': 'name servers had no master of it to tell'} END,
        {
            'from_us': t.from_us, 'to_us': t.to_us, 'node': t.node, 'what': plural(t.exceptions, 'exception') || ' of questions for queues',
            'record_ids': t.record_ids, 'says': 'the broker put into the answer was null: setBroker under queryAssignment'}
    ], lambda s: s IS NOT NULL) AS steps
FROM thrown t
LEFT JOIN told o USING (node)
