-- Brokers of one name, at the same name server, that were master with the same masterEpoch.
WITH pairs AS (
    SELECT d.ts_lo, d.ts_hi, d.record_id, b.node, b.broker, b.master_epoch, a.node AS other_node, a.from_lo AS other_lo,
        a.from_hi AS other_hi, a.record_ids AS other_records
    FROM deviations d
    JOIN broker_roles b ON b.state_id = d.state_id
    JOIN broker_roles a ON a.state_id = d.other_state_id
    WHERE d.deviation = 'two_masters_of_one_epoch'
)
SELECT
    {'broker_node': node, 'broker': broker, 'master_epoch': master_epoch, 'other_node': other_node} AS subject,
    'proven' AS strength,
    1 AS occurrences,
    least(ts_lo, other_lo) AS from_us,
    greatest(ts_hi, other_hi) AS to_us,
    'unexplained' AS cause,
    ['two controllers that do not know of each other', 'a controller whose store was lost or restored'] AS candidates,
    node AS release_node,
    format(
        '{} and {} are both brokers of {}, and both became master with epoch {}: {} at {}, {} at {}. A controller gives each epoch to one '
        'broker, so two of them had a say, and the two logs can hold different records at the same offsets.',
        other_node, node, broker, master_epoch, other_node, clock(other_lo), node, clock(ts_lo)) AS explanation,
    [{
        'from_us': other_lo, 'to_us': other_hi, 'node': other_node, 'what': format('master with epoch {}', master_epoch),
        'record_ids': other_records, 'says': 'the first of the two'},
    {
        'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': format('master with epoch {}', master_epoch),
        'record_ids': [record_id], 'says': 'the same epoch on another broker'}] AS steps
FROM pairs
