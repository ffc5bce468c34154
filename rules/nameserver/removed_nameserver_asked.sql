-- Route lookups at a name server that the client's last list lacks, one row per client and server.
SELECT
    {'client_node': node, 'client_id': max(client_id), 'nameserver': nameserver} AS subject,
    'proven' AS strength,
    count(*) AS occurrences,
    min(ts_lo) AS from_us,
    max(ts_hi) AS to_us,
    'known_fault' AS cause,
    node AS release_node,
    format(
        'Client {} on {} was given the name servers {} at {}, and yet waited for an answer of {} between {} and {}: {}. It still has that server '
        'chosen, which its list lacks.',
        coalesce(max(client_id), '(id not known)'), node, array_to_string(arg_max(listed, record_id), ', '), clock(min(listed_lo)), nameserver,
        clock(min(ts_lo)), clock(max(ts_hi)), plural(count(*), 'lookup')) AS explanation,
    [{
        'from_us': min(listed_lo), 'to_us': min(listed_lo), 'node': node, 'what': 'the client is given a list without it',
        'record_ids': list_sort(list_distinct(list(listed_record_id))), 'says': 'the list does not have ' || nameserver},
    {
        'from_us': min(ts_lo), 'to_us': max(ts_hi), 'node': node, 'what': plural(count(*), 'lookup') || ' at it',
        'record_ids': list(record_id ORDER BY record_id), 'says': 'the error names the channel to it'}] AS steps
FROM nameserver_strays
GROUP BY node, nameserver
