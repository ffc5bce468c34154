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
)
SELECT
    {
        'client_node': e.node, 'client_id': e.client_id, 'nameserver': e.nameserver, 'broker': e.broker, 'topic': e.topic
    } AS subject,
    'proven' AS strength,
    e.retries AS occurrences,
    e.from_us,
    e.to_us,
    'known_fault' AS cause,
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
            'from_us': e.from_us, 'to_us': e.to_us, 'node': e.node, 'what': CASE WHEN e.retries = 1 THEN '1 second try' ELSE e.retries || ' second tries' END || ' at a null address',
            'record_ids': e.record_ids, 'says': 'brokerAddr=null: it goes to the name server'}
    ], lambda x: x IS NOT NULL) AS steps
FROM episodes e
