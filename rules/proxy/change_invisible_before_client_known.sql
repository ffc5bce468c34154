-- Changes of the invisible time that met no channel of their client, per proxy.
SELECT
    {'proxy_node': node, 'client_ids': CASE WHEN len(client_ids) > 0 THEN client_ids END} AS subject,
    'proven' AS strength,
    exceptions AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    'known_fault' AS cause,
    node AS release_node,
    format(
        'Proxy {} threw {} with ReceiptHandleGroupKey.getChannelId on top and ChangeInvisibleDurationActivity below, between {} and {}: {} '
        'it did not know yet failed. {} no client; {}. Their messages come again when the old time is over, not the asked one.',
        node, plural(exceptions, 'NullPointerException'), clock(ts_lo), clock(ts_hi),
        CASE WHEN exceptions = 1 THEN 'one change of the invisible time of a client' ELSE 'so many changes of the invisible time of clients' END,
        CASE WHEN exceptions = 1 THEN 'The trace names' ELSE 'The traces name' END,
        CASE WHEN len(coalesce(client_ids, [])) = 0 THEN 'the logs show none that came to it then'
            WHEN len(client_ids) = 1 THEN 'the window of ' || client_ids[1] || ' fits the time'
            ELSE 'the windows of ' || array_to_string(client_ids, ', ') || ' fit the time' END) AS explanation,
    [{
        'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': plural(exceptions, 'exception') || ' of changes of the invisible time',
        'record_ids': record_ids, 'says': 'the request met no channel: getChannelId under ChangeInvisibleDurationActivity'}] AS steps
FROM proxy_refusals
WHERE activity = 'change_invisible'
