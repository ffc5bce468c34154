-- Masters that name servers still took for one after another broker of the set had become master with the next epoch.
WITH roles AS (
    SELECT *, lead(record_ids) OVER (PARTITION BY node ORDER BY turn) AS next_records
    FROM broker_roles
),
pairs AS (
    SELECT d.ts_lo, d.ts_hi, d.record_id, d.doubt, old.node, old.broker, old.master_epoch, old.to_lo, old.to_hi, old.record_ids, old.next_records,
        new.node AS other_node, new.master_epoch AS other_epoch, new.from_lo AS other_lo, new.from_hi AS other_hi, new.record_ids AS other_records
    FROM deviations d
    JOIN roles old ON old.state_id = d.state_id
    JOIN broker_roles new ON new.state_id = d.other_state_id
    WHERE d.deviation = 'two_masters_at_once'
)
SELECT
    {'broker_node': node, 'broker': broker, 'master_epoch': master_epoch, 'other_node': other_node} AS subject,
    if(doubt IS NULL, 'proven', 'sign') AS strength,
    1 AS occurrences,
    'failover' AS cause,
    other_lo AS from_us,
    to_hi AS to_us,
    node AS release_node,
    format(
        '{} became master of {} with epoch {} at {}, and {}, which was master with epoch {}, gave way at {} only: {} later. A name server '
        'took its registration still at {}, {} and clients could read from it and write to it. What it took since '
        'the election is cut off when it becomes slave, and consumers that were ahead on it may pass over as many messages on {}.',
        other_node, broker, other_epoch, clock(other_lo), node, master_epoch, clock(to_lo), seconds(to_lo - other_lo), clock(ts_lo),
        if(doubt IS NULL, 'so it did not stand still,', 'so, if that was after the election, it did not stand still,'), other_node)
    || coalesce(' ' || doubt, '') AS explanation,
    [{
        'from_us': other_lo, 'to_us': other_hi, 'node': other_node, 'what': format('master with epoch {}', other_epoch),
        'record_ids': other_records[1:1], 'says': if(doubt IS NULL, 'elected while the old master could not be reached', 'elected, by its own clock')},
    {
        'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': format('still registers, as master with epoch {}', master_epoch),
        'record_ids': [record_ids[1], record_id], 'says': if(doubt IS NULL, 'a process that stands still does not', 'by its own clock: it may have been before the election')},
    {
        'from_us': to_lo, 'to_us': to_hi, 'node': node, 'what': format('gives way to epoch {}', other_epoch),
        'record_ids': next_records[1:1], 'says': 'it was master until then: it prints this once for each epoch'}] AS steps
FROM pairs
