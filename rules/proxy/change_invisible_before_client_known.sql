-- Changes of the invisible time that met no channel of their client, per proxy.
WITH thrown AS (
    SELECT e.node, count(DISTINCT e.record_id) AS exceptions, min(e.ts_lo) AS from_us, max(e.ts_hi) AS to_us,
        list_sort(list_distinct(list(e.record_id))) AS record_ids,
        list_sort(list_distinct(list(w.client_id) FILTER (w.client_id IS NOT NULL))) AS client_ids
    FROM proxy_exceptions e
    LEFT JOIN proxy_windows w ON list_contains(e.windows, w.state_id)
    WHERE e.activity = 'change_invisible'
    GROUP BY e.node
)
SELECT
    {'proxy_node': node, 'client_ids': CASE WHEN len(client_ids) > 0 THEN client_ids END} AS subject,
    'proven' AS strength,
    exceptions AS occurrences,
    from_us,
    to_us,
    'known_fault' AS cause,
    node AS release_node,
    format(
        'Proxy {} threw {} with ReceiptHandleGroupKey.getChannelId on top and ChangeInvisibleDurationActivity below, between {} and {}: so many changes of the invisible time '
        'of clients it did not know yet failed. The traces name no client; {}. Their messages come again when the old time is over, not the asked one.',
        node, plural(exceptions, 'NullPointerException'), clock(from_us), clock(to_us),
        CASE WHEN len(coalesce(client_ids, [])) = 0 THEN 'the logs show none that came to it then'
            ELSE 'the windows of ' || array_to_string(client_ids, ', ') || ' fit their seconds' END) AS explanation,
    [{
        'from_us': from_us, 'to_us': to_us, 'node': node, 'what': plural(exceptions, 'exception') || ' of changes of the invisible time',
        'record_ids': record_ids, 'says': 'the request met no channel: getChannelId under ChangeInvisibleDurationActivity'}] AS steps
FROM thrown
