-- Controllers whose leader left out every search for silent brokers, and the brokers it missed meanwhile.
WITH missed AS (
    SELECT s.state_id, count(*) AS silences, bool_or(coalesce(c.was_master, FALSE)) AS master_missed,
        max(c.to_lo - c.from_hi) AS longest_us,
        arg_max(c.broker || ' (id ' || c.broker_id || ')', c.to_lo - c.from_hi) AS longest_broker,
        arg_max(c.ended_by, c.to_lo - c.from_hi) AS longest_ended,
        arg_max(c.timeout_us, c.to_lo - c.from_hi) AS longest_timeout,
        list({'from_us': c.from_lo, 'to_us': c.to_hi, 'node': c.node,
            'what': format('no heartbeat of {}{} (id {}) for {}', CASE WHEN c.was_master THEN 'the master of ' ELSE '' END, c.broker, c.broker_id,
                seconds(c.to_lo - c.from_hi)),
            'record_ids': c.record_ids, 'says': 'its last heartbeat before, and what ended the silence'} ORDER BY c.from_lo) AS steps
    FROM controller_scans s
    JOIN controller_silences c ON c.node = s.node AND c.from_lo >= s.from_lo AND c.from_lo <= s.to_hi
    GROUP BY s.state_id
)
SELECT
    {'controller_node': s.node, 'scans_skipped': s.skipped, 'silences': coalesce(m.silences, 0)} AS subject,
    'proven' AS strength,
    CASE WHEN coalesce(m.silences, 0) > 0 THEN m.silences ELSE s.skipped END AS occurrences,
    CASE WHEN coalesce(m.master_missed, FALSE) THEN 'error' ELSE 'warning' END AS severity,
    s.from_lo AS from_us,
    s.to_hi AS to_us,
    'known_fault' AS cause,
    s.node AS release_node,
    format(
        'Controller {} had its first heartbeat of a broker at {}, and yet until {} its leader left out {} for silent brokers, saying that none '
        'had come. Only a broker whose connection closes while a controller leads is replaced; one that hangs stays master. ',
        s.node, clock(s.from_lo), clock(s.to_hi), either(s.skipped, '1 search', s.skipped || ' searches'))
    || CASE WHEN m.silences > 0 THEN format('{} beyond the timeout went unnoticed; the longest, of {}, with a timeout of {}, lasted {} and ended {}.',
            plural(m.silences, 'silence'), m.longest_broker, seconds(m.longest_timeout), seconds(m.longest_us), CASE m.longest_ended
                WHEN 'heartbeat' THEN 'when it sent heartbeats again'
                WHEN 'channel_closed' THEN 'when its connection closed'
                ELSE 'not before the log does' END)
        ELSE 'No broker was silent for longer than its timeout meanwhile: nothing came of it yet.' END AS explanation,
    list_concat([{
        'from_us': s.from_lo, 'to_us': s.from_hi, 'node': s.node, 'what': 'a heartbeat comes', 'record_ids': [s.heartbeat_record_id],
        'says': 'so the reason given below is not so'}], coalesce(m.steps, []), [{
        'from_us': s.from_hi, 'to_us': s.to_hi, 'node': s.node, 'what': either(s.skipped, '1 search', s.skipped || ' searches') || ' left out',
        'record_ids': list_sort(list_distinct([s.skipped_record_ids[1], s.skipped_record_ids[-1]])), 'says': 'it says that no heartbeat has come'}]) AS steps
FROM controller_scans s
LEFT JOIN missed m USING (state_id)
