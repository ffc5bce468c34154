-- Brokers with the same name and id that took each other's place at a name server.
SELECT
    {'broker': broker, 'broker_id': broker_id, 'broker_node': node, 'other_node': other_node, 'nameserver': nameserver} AS subject,
    if(doubt IS NULL, 'proven', 'sign') AS strength,
    turns AS occurrences,
    from_lo AS from_us,
    to_hi AS to_us,
    'unexplained' AS cause,
    ['the configuration of one was copied to the other', 'a replacement was started while the old broker still ran'] AS candidates,
    format(
        '{} and {} are both broker {} with brokerId {}, at {}, and both registered at name server {}, which keeps one address for it: the place '
        'went from one to the other {} between {} and {}. Clients that ask in between are sent to the one or the other, and messages of '
        'both stand under the same queues and offsets.',
        node, other_node, broker, broker_id, array_to_string(addresses, ' and '), nameserver, either(turns, 'once', turns || ' times'),
        clock(from_lo), clock(to_hi))
    || coalesce(' ' || doubt, '') AS explanation,
    [{
        'from_us': from_lo, 'to_us': from_hi, 'node': node, 'what': 'both print the same identity', 'record_ids': identity_record_ids,
        'says': 'the same name, other addresses, the same id'},
    {
        'from_us': from_lo, 'to_us': to_hi, 'node': node, 'what': format('registered in turn at {}', nameserver),
        'record_ids': record_ids, 'says': 'the last one registered has the place'}] AS steps
FROM broker_clashes
