-- Name servers that refused route lookups as not ready long after they had to be.
SELECT
    {'nameserver_node': r.node, 'wait_s': r.wait_s} AS subject,
    CASE WHEN r.wait_known THEN 'proven' ELSE 'sign' END AS strength,
    r.refused_late AS occurrences,
    r.from_lo AS from_us,
    r.to_hi AS to_us,
    'known_fault' AS cause,
    r.node AS release_node,
    CASE WHEN r.wait_known THEN format(
        'Name server {} started at {} and was to answer route lookups {} s later (waitSecondsForService). It refused {} after that, from {} '
        'to {}, saying that it is not ready. ', r.node, clock(r.boot_lo), r.wait_s, plural(r.refused_late, 'lookup'), clock(r.from_lo), clock(r.to_hi))
    ELSE format(
        'Name server {} refused {} as not ready from {} to {}. Its start, or the option waitSecondsForService, is not in its log; with the usual '
        '{} s the wait would have been over by then. ', r.node, plural(r.refused_late, 'lookup'), clock(r.from_lo), clock(r.to_hi), r.wait_s) END
    || 'Clients that hold routes go on with them as they were; clients that need a new one, and all that start, get none.' AS explanation,
    list_filter([
        CASE WHEN r.boot_record_id IS NOT NULL THEN {
            'from_us': r.boot_lo, 'to_us': r.boot_lo + 999999, 'node': r.node, 'what': 'name server starts',
            'record_ids': list_filter([r.boot_record_id, r.option_record_id], lambda x: x IS NOT NULL),
            'says': format('it has to wait {} s', r.wait_s)} END,
        {
            'from_us': r.from_lo, 'to_us': r.to_hi, 'node': r.node, 'what': plural(r.refused_late, 'route lookup') || ' refused',
            'record_ids': r.record_ids, 'says': 'the wait was over'}
    ], lambda x: x IS NOT NULL) AS steps
FROM nameserver_refusals r
WHERE r.refused_late > 0
