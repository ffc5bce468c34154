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
        either(exceptions, 'one change of the invisible time of a client', 'so many changes of the invisible time of clients'),
        either(exceptions, 'The trace names', 'The traces name'),
        fitting_windows(client_ids)) AS explanation,
    [{
        'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': plural(exceptions, 'exception') || ' of changes of the invisible time',
        'record_ids': record_ids, 'says': 'the request met no channel: getChannelId under ChangeInvisibleDurationActivity'}] AS steps
FROM proxy_refusals
WHERE activity = 'change_invisible'
