-- Batches popped for a client that had no channel any more, per proxy.
SELECT
    {'proxy_node': node, 'client_ids': CASE WHEN len(client_ids) > 0 THEN client_ids END} AS subject,
    'proven' AS strength,
    exceptions AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    'known_fault' AS cause,
    node AS release_node,
    format(
        'Proxy {} threw {} with ReceiptHandleGroupKey.getChannelId on top and ReceiveMessageActivity below, between {} and {}: {} '
        'it did not know any more failed. {} no client; {}. What they had popped nobody got: it comes again when its invisible time is over.',
        node, plural(exceptions, 'NullPointerException'), clock(ts_lo), clock(ts_hi),
        either(exceptions, 'one receive with messages of a client', 'so many receives with messages of clients'),
        either(exceptions, 'The trace names', 'The traces name'),
        fitting_windows(client_ids)) AS explanation,
    [{
        'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': plural(exceptions, 'exception') || ' of receives with messages',
        'record_ids': record_ids, 'says': 'the batch met no channel: getChannelId under ReceiveMessageActivity'}] AS steps
FROM proxy_refusals
WHERE activity = 'receive_handle'
