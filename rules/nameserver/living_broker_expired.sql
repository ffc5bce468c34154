-- Brokers that a name server expired for their silence although they had registered there meanwhile.
SELECT
    {'broker': broker, 'broker_node': broker_node, 'address': address, 'nameserver_node': node} AS subject,
    if(doubt IS NULL, 'proven', 'sign') AS strength,
    1 AS occurrences,
    registered_lo AS from_us,
    ts_hi AS to_us,
    'unexplained' AS cause,
    ['a clock of one of the two that stands minutes off', 'a name server whose clock was set forward', 'another process at the name server''s address'] AS candidates,
    node AS release_node,
    format(
        'Name server {} expired {} ({}) at {}, for it had not heard of it for {} ms. In that time the broker saw {} completed there, the last '
        'at {}. Until its next registration no client finds it there.',
        node, coalesce(broker, address), address, clock(ts_lo), silent_ms, plural(registrations, 'registration'), clock(registered_lo))
    || coalesce(' ' || doubt, '') AS explanation,
    [{
        'from_us': registered_lo, 'to_us': registered_lo + 999999, 'node': broker_node, 'what': 'registration completed',
        'record_ids': registered_record_ids, 'says': 'the broker was alive, and reached this name server'},
    {
        'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': 'the name server expires it', 'record_ids': [record_id],
        'says': format('not heard of for {} ms', silent_ms)}] AS steps
FROM expired_alive
