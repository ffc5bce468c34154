-- Receives of clients whose settings a proxy had not got, per proxy.
SELECT
    {'proxy_node': node, 'client_ids': CASE WHEN len(client_ids) > 0 THEN client_ids END} AS subject,
    'proven' AS strength,
    exceptions AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    'known_fault' AS cause,
    node AS release_node,
    format(
        'Proxy {} threw {} in ReceiveMessageActivity.receiveMessage, between {} and {}: {} it had no settings of failed. {} no client; {}. '
        'Nothing was popped by {}, and a client asks again.',
        node, plural(exceptions, 'NullPointerException'), clock(ts_lo), clock(ts_hi),
        either(exceptions, 'one receive of a client', 'so many receives of clients'),
        either(exceptions, 'The trace names', 'The traces name'),
        fitting_windows(client_ids), either(exceptions, 'it', 'them')) AS explanation,
    [{
        'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': plural(exceptions, 'exception') || ' of receives', 'record_ids': record_ids,
        'says': 'the settings were null: receiveMessage is the top frame'}] AS steps
FROM proxy_refusals
WHERE activity = 'receive_settings'
