-- Brokers that lost their place at a name server by the unregistration of another address.
SELECT
    {'broker': broker, 'broker_node': broker_node, 'address': address, 'left_address': left_address, 'nameserver_node': node} AS subject,
    if(doubt IS NULL, 'proven', 'sign') AS strength,
    1 AS occurrences,
    registered_lo AS from_us,
    ts_hi AS to_us,
    'known_fault' AS cause,
    node AS release_node,
    format(
        '{} ({}) was the last to register as {} at name server {}, at {}. At {} the name server unregistered {}, the address before it, and the '
        'name {} went with that, although {} was still listed as alive. Until its next registration, at most 30 s, no route has the broker.',
        broker_node, address, broker, node, clock(registered_lo), clock(ts_lo), left_address, broker, address)
    || coalesce(' ' || doubt, '') AS explanation,
    [{
        'from_us': registered_lo, 'to_us': registered_lo + 999999, 'node': broker_node, 'what': format('registers as {}', broker),
        'record_ids': [identity_record_id, registered_record_id], 'says': 'the last registration of the name before'},
    {
        'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': format('unregisters {}, and drops the name', left_address),
        'record_ids': record_ids, 'says': format('the address is not the one that stood there: {} did', address)}] AS steps
FROM brokers_dropped
