-- Clients that ended their session at a proxy which had no settings of them, per proxy.
SELECT
    {'proxy_node': node} AS subject,
    'proven' AS strength,
    count(*) AS occurrences,
    min(ts_lo) AS from_us,
    max(ts_hi) AS to_us,
    'known_fault' AS cause,
    node AS release_node,
    format(
        'Proxy {} threw {} in ClientActivity.notifyClientTermination, between {} and {}: so many clients said that they end, and it had no '
        'settings of them. They got an internal server error; what the proxy knew of them in other ways goes only when it has been silent.',
        node, plural(count(*), 'NullPointerException'), clock(min(ts_lo)), clock(max(ts_hi))) AS explanation,
    [{
        'from_us': min(ts_lo), 'to_us': max(ts_hi), 'node': node, 'what': plural(count(*), 'exception') || ' of ending clients',
        'record_ids': list(record_id ORDER BY record_id), 'says': 'the settings were null: notifyClientTermination is the top frame'}] AS steps
FROM proxy_exceptions
WHERE activity = 'termination'
GROUP BY node
