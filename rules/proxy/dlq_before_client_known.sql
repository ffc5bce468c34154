-- Messages that could not go to the dead letter queue because their client had no channel, per proxy.
SELECT
    {'proxy_node': node, 'client_ids': CASE WHEN len(client_ids) > 0 THEN client_ids END} AS subject,
    'proven' AS strength,
    exceptions AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    'known_fault' AS cause,
    node AS release_node,
    format(
        'Proxy {} threw {} with ReceiptHandleGroupKey.getChannelId on top and ForwardMessageToDLQActivity below, between {} and {}: {} '
        'it did not know yet failed. {} no client; {}. A consumer in order tries again after a second, and its queue stands still as long.',
        node, plural(exceptions, 'NullPointerException'), clock(ts_lo), clock(ts_hi),
        either(exceptions, 'one forward to the dead letter queue of a client', 'so many forwards to the dead letter queue of clients'),
        either(exceptions, 'The trace names', 'The traces name'),
        fitting_windows(client_ids)) AS explanation,
    [{
        'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': plural(exceptions, 'exception') || ' of forwards to the dead letter queue',
        'record_ids': record_ids, 'says': 'the request met no channel: getChannelId under ForwardMessageToDLQActivity'}] AS steps
FROM proxy_refusals
WHERE activity = 'forward_to_dlq'
