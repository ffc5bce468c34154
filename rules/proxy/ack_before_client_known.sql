-- Windows in which a proxy could get an ack of a client it did not know yet, and the exceptions that came of it.
WITH per_proxy AS (
    SELECT node, count(*) AS exceptions, min(ts_lo) AS from_us, max(ts_hi) AS to_us,
        list(record_id ORDER BY record_id) AS record_ids, list(windows) AS windows
    FROM proxy_exceptions
    WHERE activity = 'ack' AND len(windows) <> 1
    GROUP BY node
),
windows AS (
    SELECT
        {
            'proxy_node': node, 'client_id': client_id, 'group': "group",
            'outcome': CASE WHEN exceptions > 0 THEN 'npe' WHEN exceptions_shared > 0 OR NOT log_complete THEN 'unknown' ELSE 'no_npe' END
        } AS subject,
        'proven' AS strength,
        exceptions AS occurrences,
        CASE WHEN exceptions > 0 THEN 'error' ELSE 'warning' END AS severity,
        from_lo AS from_us,
        to_hi AS to_us,
        CASE WHEN exceptions > 0 THEN 'known_fault' ELSE 'failover' END AS cause,
        node AS release_node,
        format(
            'Client {} (group {}) came to proxy {}{} and was known there at {}, by the time in the proxy''s own line. Until then, from some '
            'moment between {} and {}, its acks met no channel. ',
            client_id, "group", node, coalesce(' from ' || moved_from, ''), clock(to_lo), clock(from_lo), clock(from_hi))
        || CASE
            WHEN exceptions > 0 THEN format(
                'In that window {} threw {} under AckMessageActivity, with ReceiptHandleGroupKey.getChannelId on top: so many acks failed, '
                'and their messages may be delivered again. The trace names neither client nor message; no other client''s window holds these seconds.',
                node, plural(exceptions, 'NullPointerException'))
            WHEN exceptions_shared > 0 THEN format('{} in that window fit another client''s window as well.', plural(exceptions_shared, 'exception'))
            WHEN log_complete THEN format('The proxy''s log, which loses no ERROR line, has no such exception in the window: a near miss, or a release without the fault.')
            ELSE 'The proxy''s log does not cover the window.' END AS explanation,
        [
            {
                'from_us': from_lo, 'to_us': from_hi, 'node': node,
                'what': CASE moved_by WHEN 'stream_broken' THEN 'the client''s stream to its proxy broke' ELSE 'the client was served by another proxy' END,
                'record_ids': [record_ids[1]], 'says': 'earliest beginning of the window'},
            {
                'from_us': to_lo, 'to_us': to_hi, 'node': node, 'what': 'the proxy knows the client: end of the window',
                'record_ids': [record_ids[2]], 'says': format('lastUpdateTimestamp is {}', clock(to_lo))},
            {
                'from_us': from_hi, 'to_us': to_hi, 'node': node, 'what': plural(exceptions, 'exception') || ' of acks',
                'record_ids': exception_record_ids, 'says': 'the ack met no channel: getChannelId under AckMessageActivity'}
        ] AS steps,
        NULL::VARCHAR[] AS candidates
    FROM proxy_windows
),
unattributed AS (
    SELECT
        {'proxy_node': node, 'client_id': NULL::VARCHAR, 'group': NULL::VARCHAR, 'outcome': 'npe'} AS subject,
        'proven' AS strength,
        exceptions AS occurrences,
        'error' AS severity,
        from_us,
        to_us,
        'known_fault' AS cause,
        node AS release_node,
        format(
            'Proxy {} threw {} under AckMessageActivity, with ReceiptHandleGroupKey.getChannelId on top, between {} and {}: so many acks of '
            'clients it did not know failed. The trace names no client, and the logs show {}.',
            node, plural(exceptions, 'NullPointerException'), clock(from_us), clock(to_us),
            CASE WHEN len(flatten(windows)) = 0 THEN 'no client that came to it then' ELSE 'several clients that came to it then' END) AS explanation,
        [{
            'from_us': from_us, 'to_us': to_us, 'node': node, 'what': plural(exceptions, 'exception') || ' of acks', 'record_ids': record_ids,
            'says': 'the ack met no channel: getChannelId under AckMessageActivity'}] AS steps,
        NULL::VARCHAR[] AS candidates
    FROM per_proxy
)
SELECT subject, strength, occurrences, severity, from_us, to_us, cause, release_node, explanation,
    list_filter(steps, lambda s: len(s.record_ids) > 0) AS steps, candidates
FROM windows
UNION ALL BY NAME
SELECT subject, strength, occurrences, severity, from_us, to_us, cause, release_node, explanation, steps, candidates FROM unattributed
