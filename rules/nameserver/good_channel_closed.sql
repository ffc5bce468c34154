-- Channels to a good name server that a client closed unused, one row per client and pair of servers.
SELECT
    {'client_node': node, 'client_id': max(client_id), 'nameserver': nameserver, 'tried': tried} AS subject,
    'proven' AS strength,
    count(*) AS occurrences,
    min(tried_lo) AS from_us,
    max(ts_hi) AS to_us,
    'known_fault' AS cause,
    node AS release_node,
    format(
        'Client {} on {} tried name server {} first, could not connect to it, and then connected to {}; by then the time of its lookup was used '
        'up. It sent nothing, and closed the channel it had just made: {} between {} and {}. Its next lookup begins with the server '
        'behind that one in its list: of two, the one that cannot be reached.',
        coalesce(max(client_id), '(id not known)'), node, tried, coalesce(nameserver, 'another'),
        either(count(*), 'once', count(*) || ' times'), clock(min(tried_lo)), clock(max(ts_hi))) AS explanation,
    [{
        'from_us': min(tried_lo), 'to_us': max(ts_hi), 'node': node, 'what': plural(count(*), 'lookup')
            || ' not sent, the new channel closed',
        'record_ids': list_sort(flatten(list(record_ids))),
        'says': 'one server not reached, the next one connected and closed, and the call out of time before it was sent'}] AS steps
FROM nameserver_channels_wasted
GROUP BY node, nameserver, tried
