-- Asynchronous sends tried again at a null address, one row per client, topic, broker and route without a master.
WITH episodes AS (
    SELECT
        a.node, a.topic, a.broker, a.nameserver, a.route_record_id,
        max(a.client_id)                AS client_id,
        bool_or(a.master_known)                 AS master_known,
        max(a.route_since_lo)           AS route_since,
        count(*)                              AS retries,
        min(a.ts_lo)                          AS from_us,
        max(a.ts_hi)                          AS to_us,
        list(a.record_id ORDER BY a.record_id) AS record_ids
    FROM async_retries a
    GROUP BY a.node, a.topic, a.broker, a.nameserver, a.route_record_id
),
nameless AS (
    -- Tries again of a release whose line names nothing, while some brokers of the client's routes had no master.
    SELECT
        e.node, e.nameserver, e.route_record_id, any_value(e.client_id) AS client_id, any_value(e.retries) AS retries,
        any_value(e.route_since) AS route_since, any_value(e.from_us) AS from_us, any_value(e.to_us) AS to_us,
        any_value(e.record_ids) AS record_ids,
        string_agg(DISTINCT held.broker, ', ' ORDER BY held.broker) AS brokers
    FROM episodes e
    JOIN routes_held held ON held.node = e.node AND held.master IS NULL AND held.from_lo <= e.to_us
        AND (held.to_hi IS NULL OR held.to_hi >= e.from_us)
    WHERE e.broker IS NULL
    GROUP BY e.node, e.nameserver, e.route_record_id
),
counted AS (
    -- Seconds in which a name server counted sends, and no client's log in the case accounts for them.
    SELECT r.node, r.nameserver, r.request_code, sum(r.count) AS requests, min(r.ts_lo) AS from_us, max(r.ts_hi) AS to_us,
        list(r.record_id ORDER BY r.record_id) AS record_ids
    FROM nameserver_requests r
    WHERE r.request_code IN (10, 310) AND NOT EXISTS (
        SELECT 1 FROM async_retries a WHERE a.ts_lo BETWEEN r.ts_lo - 7000000 AND r.ts_hi + 7000000)
    GROUP BY r.node, r.nameserver, r.request_code
),
proven AS (
    SELECT
        {
            'client_node': e.node, 'client_id': e.client_id, 'nameserver': e.nameserver, 'broker': e.broker, 'topic': e.topic
        } AS subject,
        'proven' AS strength,
        e.retries AS occurrences,
        e.from_us,
        e.to_us,
        'known_fault' AS cause,
        [] AS candidates,
        e.node AS release_node,
        format(
            'Client {} on {} tried {} of {} again between {} and {}, and picked a queue of broker {}, for whose master it had no address '
            '(brokerAddr=null). The remoting client takes a null address for the name server, so the messages went to {}, which cannot store '
            'them. ',
            coalesce(e.client_id, '(id not known)'), e.node, plural(e.retries, 'asynchronous send'), e.topic, clock(e.from_us), clock(e.to_us),
            e.broker, coalesce(e.nameserver, 'a name server that its log does not show'))
        || CASE
            WHEN e.master_known IS FALSE THEN format('Since {} its route held no master for {}. ', clock(e.route_since), e.broker)
            WHEN e.master_known THEN format('The last route its log shows has a master for {}. ', e.broker)
            ELSE 'Its log does not show which route it held. ' END
        || 'The application gets an error for each of them in its callback, or a timeout of a name server of 4.x; its log has no line of it.' AS explanation,
        list_filter([
            CASE WHEN e.route_record_id IS NOT NULL THEN {
                'from_us': e.route_since, 'to_us': e.from_us, 'node': e.node,
                'what': CASE WHEN e.master_known THEN 'client holds a route with a master' ELSE 'client holds a route without a master' END,
                'record_ids': [e.route_record_id],
                'says': CASE WHEN e.master_known THEN 'brokerId 0 is there' ELSE 'no brokerId 0, so the broker''s address is null' END} END,
            {
                'from_us': e.from_us, 'to_us': e.to_us, 'node': e.node, 'what': either(e.retries, '1 second try', e.retries || ' second tries') || ' at a null address',
                'record_ids': e.record_ids, 'says': 'brokerAddr=null: it goes to the name server'}
        ], lambda x: x IS NOT NULL) AS steps
    FROM episodes e
    WHERE e.broker IS NOT NULL
),
signs AS (
    SELECT
        {
            'client_node': n.node, 'client_id': n.client_id, 'nameserver': n.nameserver, 'broker': NULL, 'topic': NULL
        } AS subject,
        'sign' AS strength,
        n.retries AS occurrences,
        n.from_us,
        n.to_us,
        'unexplained' AS cause,
        ['a try at a broker without a master, which goes to the name server', 'a try at a broker that still had one'] AS candidates,
        n.node AS release_node,
        format(
            'Client {} on {} tried {} again between {} and {}. Its release prints neither topic nor address, but since {} its routes held no '
            'master for {}: a try at such a broker goes to the name server{}, which cannot store it. ',
            coalesce(n.client_id, '(id not known)'), n.node, plural(n.retries, 'asynchronous send'), clock(n.from_us), clock(n.to_us),
            clock(n.route_since), n.brokers, coalesce(' ' || n.nameserver, '')) AS explanation,
        [{
            'from_us': n.route_since, 'to_us': n.from_us, 'node': n.node, 'what': 'client holds a route without a master',
            'record_ids': [n.route_record_id], 'says': format('no brokerId 0 for {}', n.brokers)},
         {
            'from_us': n.from_us, 'to_us': n.to_us, 'node': n.node, 'what': either(n.retries, '1 second try', n.retries || ' second tries'),
            'record_ids': n.record_ids, 'says': 'the line has places for address and broker, and leaves them empty'}] AS steps
    FROM nameless n
    UNION ALL BY NAME
    SELECT
        {
            'client_node': NULL, 'client_id': NULL, 'nameserver': c.nameserver, 'broker': NULL, 'topic': NULL
        } AS subject,
        'sign' AS strength,
        c.requests AS occurrences,
        c.from_us,
        c.to_us,
        'unexplained' AS cause,
        ['a producer that tried an asynchronous send again without a master in its route', 'a producer that takes the name server for a broker'] AS candidates,
        NULL AS release_node,
        format(
            'Name server {} counted {} of code {} between {} and {}, sends, which only brokers serve. Its log names no sender: the logs of the '
            'producers would.', c.node, plural(c.requests, 'request'), c.request_code, clock(c.from_us), clock(c.to_us)) AS explanation,
        [{
            'from_us': c.from_us, 'to_us': c.to_us, 'node': c.node, 'what': format('{} counted', plural(c.requests, 'request')),
            'record_ids': c.record_ids, 'says': format('a name server does not serve code {}', c.request_code)}] AS steps
    FROM counted c
)
SELECT subject, strength, occurrences, from_us, to_us, cause, candidates, release_node, explanation, steps FROM proven
UNION ALL BY NAME
SELECT subject, strength, occurrences, from_us, to_us, cause, candidates, release_node, explanation, steps FROM signs
