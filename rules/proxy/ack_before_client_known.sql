-- Windows in which a proxy could get an ack of a client it did not know yet, and the exceptions that came of it.
WITH windows AS (
    SELECT w.*, CASE
        WHEN exceptions > 0 THEN 'npe'
        WHEN exceptions_shared > 0 OR NOT log_complete THEN 'unknown'
        ELSE 'no_npe' END AS outcome,
        -- Without a line of its stream, the first one of its own log tells whose log it is.
        CASE WHEN moved_by <> 'stream_broken' THEN own.record_ids[1] END AS first_record
    FROM proxy_windows AS w
    LEFT JOIN clients AS own ON own.client_id = w.client_id AND own.node = w.client_node
    -- That another proxy had told of the client shows a move only together with an exception.
    WHERE moved_by <> 'heard_from_other_proxy' OR exceptions > 0
),
proven AS (
    SELECT
        {
            'proxy_node': node, 'client_node': client_node, 'client_id': client_id, 'client_ids': NULL::VARCHAR[], 'group': "group",
            'outcome': outcome
        } AS subject,
        CASE WHEN node IS NULL THEN 'sign' ELSE 'proven' END AS strength,
        exceptions AS occurrences,
        CASE WHEN exceptions > 0 THEN 'error' ELSE 'warning' END AS severity,
        from_lo AS from_us,
        to_hi AS to_us,
        CASE WHEN exceptions > 0 THEN 'known_fault' ELSE 'failover' END AS cause,
        node AS release_node,
        CASE WHEN moved_by LIKE 'never_known%' THEN format(
            'Client {}{} sent acks to proxy {}, which did not know it, from {} on until {}: no line shows that it became known there. ',
            client_id, coalesce(' (group ' || "group" || ')', ''), node, clock(from_hi), clock(to_hi))
        WHEN moved_by = 'channel_removed' THEN format(
            'Client {}{} was at proxy {}, which removed its channel at {}, as it does 120 s after the last that it heard of a client, and knew it '
            'again at {}, by the time in the proxy''s own line. In between an ack of it would meet no channel there. ',
            client_id, coalesce(' (group ' || "group" || ')', ''), node, clock(from_lo), clock(to_lo))
        WHEN node IS NULL THEN format(
            'Client {}{} lost its stream, and was known to another proxy, or to its own again, at {}, by its own log. Until then, from some moment '
            'between {} and {}, an ack of it would meet no channel there, unless its own proxy had gone on. ',
            client_id, coalesce(' (group ' || "group" || ')', ''), clock(to_lo), clock(from_lo), clock(from_hi))
        ELSE format(
            'Client {}{} came to proxy {}{} and was known there at {}, by the time in the proxy''s own line. Until then, from some moment '
            'between {} and {}, an ack of it would meet no channel there. ',
            client_id, coalesce(' (group ' || "group" || ')', ''), node, coalesce(' from ' || moved_from, ''), clock(to_lo), clock(from_lo), clock(from_hi)) END
        || CASE WHEN failed_acks > 0 THEN format('Its own log shows {} in that window that {} answered with INTERNAL_SERVER_ERROR. ',
            plural(failed_acks, 'ack'), were(failed_acks)) ELSE '' END
        || CASE
            WHEN exceptions > 0 THEN format(
                'In that window {} threw {} with ReceiptHandleGroupKey.getChannelId on top and AckMessageActivity below: {} may be delivered '
                'again. {} neither client nor message; {}.',
                node, plural(exceptions, 'NullPointerException'),
                either(exceptions, 'one ack failed, and its message', 'so many acks failed, and their messages'),
                either(exceptions, 'The trace names', 'The traces name'),
                either(exceptions, 'its second lies in ', 'their seconds lie in ')
                || CASE WHEN exceptions_told > 0
                    THEN 'other clients'' windows too, and the failed acks that the clients'' own logs show tell how many are whose'
                    ELSE 'no other client''s window' END)
            WHEN exceptions_shared > 0 THEN format('{} of the proxy in it can belong to another client''s window as well.', plural(exceptions_shared, 'exception'))
            WHEN log_complete THEN 'The proxy''s log spans the window, loses no ERROR line, and has no such exception of this client in it: a near miss.'
            WHEN node IS NULL AND failed_acks > 0 THEN 'No log of a proxy in the case covers the window. Releases with the fault answer so to an ack '
                || 'of a client they do not know, and all releases to one that fails inside them otherwise.'
            ELSE coalesce('proxy.log of ' || node || ' does not cover', 'No log of a proxy in the case covers')
                || ' the window, so whether an ack failed in it cannot be said.' END AS explanation,
        list_filter([
            {
                'from_us': from_lo, 'to_us': from_hi, 'node': CASE WHEN moved_by IN ('stream_broken', 'never_known') THEN client_node ELSE coalesce(moved_from, node) END,
                'what': CASE moved_by
                    WHEN 'never_known' THEN 'what the client prints last before its first refused ack: its stream broke, or that ack'
                    WHEN 'never_known_again' THEN 'the proxy removes the client''s channel'
                    WHEN 'channel_removed' THEN 'the proxy removes the client''s channel'
                    WHEN 'stream_broken' THEN 'the client''s stream to its proxy broke'
                    WHEN 'proxy_gone' THEN 'the client was at the proxy whose log then ends'
                    ELSE 'another proxy told of the client' END,
                'record_ids': list_filter([record_ids[1], first_record], lambda r: r IS NOT NULL), 'says': 'the window cannot have begun before'},
            {
                'from_us': from_hi, 'to_us': to_hi, 'node': node, 'what': plural(exceptions, 'exception') || ' of acks',
                'record_ids': exception_record_ids, 'says': 'the ack met no channel: getChannelId under AckMessageActivity'},
            {
                'from_us': from_lo, 'to_us': to_hi, 'node': client_node, 'what': plural(failed_acks, 'refused ack') || ' in the client''s own log',
                'record_ids': failed_ack_record_ids, 'says': 'a consumer that pushes prints each ack that is refused'},
            {
                'from_us': to_lo, 'to_us': to_hi, 'node': CASE WHEN moved_by LIKE 'never_known%' THEN client_node ELSE coalesce(node, client_node) END, 'what': 'the proxy knows the client: end of the window',
                'record_ids': [record_ids[2]],
                'says': CASE WHEN moved_by LIKE 'never_known%' THEN 'until then no line shows that the proxy knew it' WHEN node IS NULL THEN 'the new proxy sent settings or took a heartbeat' ELSE format('its lastUpdateTimestamp is {}', clock(to_lo)) END}
        ], lambda s: len(coalesce(s.record_ids, [])) > 0) AS steps,
        list_transform(CASE WHEN exceptions > 0 THEN coalesce(failed_message_ids, []) ELSE [] END, lambda m: {
            'topic': NULL::VARCHAR, 'queue_id': NULL::BIGINT, 'offset': NULL::BIGINT, 'message_id': m, 'key': NULL::VARCHAR
        }) AS messages,
        NULL::VARCHAR[] AS candidates
    FROM windows
),
per_proxy AS (
    SELECT
        {
            'proxy_node': node, 'client_node': NULL::VARCHAR, 'client_id': NULL::VARCHAR, 'client_ids': client_ids,
            'group': NULL::VARCHAR, 'outcome': 'npe'
        } AS subject,
        'proven' AS strength,
        exceptions AS occurrences,
        'error' AS severity,
        ts_lo AS from_us,
        ts_hi AS to_us,
        'known_fault' AS cause,
        node AS release_node,
        format(
            'Proxy {} threw {} with ReceiptHandleGroupKey.getChannelId on top and AckMessageActivity below, between {} and {}: {} no client; {}.',
            node, plural(exceptions, 'NullPointerException'), clock(ts_lo), clock(ts_hi),
            either(exceptions, 'an ack of a client it did not know failed. The trace names',
                'so many acks of clients it did not know failed. The traces name'),
            fitting_windows(client_ids) || CASE WHEN len(coalesce(client_ids, [])) = 0 AND len(ended_ids) > 0 THEN ', but '
                || array_to_string(ended_ids, ', ') || ' had just ended at it: an ack that comes after its client has said so meets no channel either'
                ELSE '' END) AS explanation,
        [{
            'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': plural(exceptions, 'exception') || ' of acks', 'record_ids': record_ids,
            'says': 'the ack met no channel: getChannelId under AckMessageActivity'}] AS steps,
        [] AS messages,
        NULL::VARCHAR[] AS candidates
    FROM proxy_refusals
    WHERE activity = 'ack'
)
SELECT * FROM proven
UNION ALL BY NAME
SELECT * FROM per_proxy
