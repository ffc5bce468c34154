-- Sets of replicas in sync that a master took up and is not in.
SELECT
    {'broker_node': node, 'broker': broker, 'broker_id': broker_id, 'master_epoch': master_epoch} AS subject,
    'proven' AS strength,
    1 AS occurrences,
    ts_lo AS from_us,
    ts_hi AS to_us,
    'unexplained' AS cause,
    ['two controllers that do not know of each other', 'a controller whose store was lost or restored'] AS candidates,
    node AS release_node,
    format(
        'Broker {} on {} was master{} and has id {}, and at {} it took up the set of replicas in sync [{}], which it is not in. The next '
        'master is elected from the set, so the broker that holds what was written now could not be elected.',
        coalesce(broker, '(name not known)'), node, coalesce(' with epoch ' || master_epoch, ''), broker_id, clock(ts_lo),
        array_to_string(broker_ids, ', ')) AS explanation,
    [{
        'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': format('it is master, and has id {}', broker_id),
        'record_ids': list_sort(list_distinct(list_append(role_record_ids, identity_record_id))), 'says': 'the lines of its role and its id'},
    {
        'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': format('takes up the set [{}]', array_to_string(broker_ids, ', ')),
        'record_ids': [record_id], 'says': format('{} is not in it', broker_id)}] AS steps
FROM sync_sets_without_master
