-- Brokers that became master with a smaller masterEpoch than they had printed before.
SELECT
    {'broker_node': d.node, 'broker': r.broker, 'master_epoch': r.master_epoch, 'epoch_before': max(before.master_epoch)} AS subject,
    'proven' AS strength,
    1 AS occurrences,
    d.ts_lo AS from_us,
    d.ts_hi AS to_us,
    'unexplained' AS cause,
    ['the controller lost its store, or another one took its place', 'the store of another controller was restored'] AS candidates,
    d.node AS release_node,
    format(
        'Broker {}{} {}, although it had been under epoch {} from {} on. A controller raises the epoch by one with every election, and the '
        'brokers tell by it which log is the newer one: records written under the greater epoch may be cut off as if they were old.',
        coalesce(r.broker || ' on ', 'on '), d.node, d.says, max(before.master_epoch), clock(arg_max(before.from_lo, before.master_epoch))) AS explanation,
    [{
        'from_us': arg_max(before.from_lo, before.master_epoch), 'to_us': arg_max(before.from_hi, before.master_epoch), 'node': d.node,
        'what': format('{} with epoch {}', arg_max(before.role, before.master_epoch), max(before.master_epoch)),
        'record_ids': arg_max(before.record_ids, before.master_epoch), 'says': 'the greatest epoch before'},
    {
        'from_us': d.ts_lo, 'to_us': d.ts_hi, 'node': d.node, 'what': format('master with epoch {}', r.master_epoch),
        'record_ids': [d.record_id], 'says': format('{} is smaller than {}', r.master_epoch, max(before.master_epoch))}] AS steps
FROM deviations d
JOIN broker_roles r ON r.state_id = d.state_id
JOIN broker_roles before ON before.node = r.node AND before.turn < r.turn AND before.master_epoch > r.master_epoch
WHERE d.deviation = 'master_epoch_falls_back'
GROUP BY d.node, d.says, d.ts_lo, d.ts_hi, d.record_id, r.broker, r.master_epoch
