-- Clients whose second unregistration at a proxy failed for a null key, one row per client.
SELECT
    {'client_node': u.node, 'client_id': u.client_id, 'address': u.address} AS subject,
    CASE WHEN bool_or(u.null_key) THEN 'proven' ELSE 'sign' END AS strength,
    count(*) AS occurrences,
    coalesce(min(u.before_lo), min(u.ts_lo)) AS from_us,
    max(u.ts_hi) AS to_us,
    'known_fault' AS cause,
    format(
        'Client {} on {} unregistered at {}{}, and at {} it was refused there with code 1 {}. Behind a proxy all brokers have one address, so '
        'a client of several brokers asks as often; the first request had removed its channel.',
        coalesce(u.client_id, '(id not known)'), u.node, u.address, coalesce(' at ' || clock(min(u.before_lo)), ''), clock(min(u.ts_lo)),
        CASE WHEN bool_or(u.null_key) THEN 'because of a null key' ELSE 'and no text' END) AS explanation,
    list_filter([
        CASE WHEN count(u.before_record_id) > 0 THEN {
            'from_us': min(u.before_lo), 'to_us': min(u.before_lo), 'node': u.node, 'what': 'unregistered there',
            'record_ids': list_sort(list_distinct(list(u.before_record_id) FILTER (u.before_record_id IS NOT NULL))),
            'says': 'the address took it'} END,
        {
            'from_us': min(u.ts_lo), 'to_us': max(u.ts_hi), 'node': u.node, 'what': 'refused there',
            'record_ids': list(u.record_id ORDER BY u.record_id), 'says': 'code 1, and no broker''s reason: the channel was gone'}
    ], lambda x: x IS NOT NULL) AS steps
FROM unregister_failures u
GROUP BY u.node, u.client_id, u.address
