-- Runs of timeouts at one name server in which the client asked again, with no other server chosen in between.
WITH proxies AS (
    -- The one proxy that remoting clients ask at a port: it answers what a name server is asked.
    SELECT split_part(feature, ' at port ', 2) AS port, any_value(node) AS proxy, any_value(record_ids) AS proxy_record_ids
    FROM features
    WHERE feature LIKE 'serves remoting clients at port %'
    GROUP BY port
    HAVING count(DISTINCT node) = 1
),
logs AS (
    SELECT node, min(from_lo) AS begins FROM coverage WHERE kind = 'client' GROUP BY node
),
kept AS (
    -- Where the log begins within the poll before the first timeout, it may have been none of the first.
    SELECT s.*, c.from_lo AS chosen_lo, c.from_hi AS chosen_hi, p.proxy, p.proxy_record_ids,
        CASE WHEN l.begins > s.from_lo THEN l.begins END AS begins
    FROM nameserver_silences s
    LEFT JOIN logs l ON l.node = s.node
    LEFT JOIN nameserver_choices c ON c.record_ids[1] = s.chosen_record_id
    LEFT JOIN proxies p ON p.port = split_part(s.nameserver, ':', -1)
    WHERE s.asked_again >= 1
)
SELECT
    {'client_node': node, 'client_id': client_id, 'nameserver': nameserver, 'timeouts': timeouts} AS subject,
    'proven' AS strength,
    timeouts AS occurrences,
    from_lo AS from_us,
    to_hi AS to_us,
    'known_fault' AS cause,
    node AS release_node,
    CASE WHEN closed > 0 THEN 'apache/rocketmq#8358' END AS issue,
    format(
        'Client {} on {} asked {} {} times without an answer and stayed with it: {} sent after '
        'an earlier one had timed out, and it chose no other server in between. ',
        coalesce(client_id, '(id not known)'), node,
        coalesce('proxy ' || proxy || ' at ' || nameserver || ', which it was given for a name server,',
            'name server ' || coalesce(nameserver, '(which one its log does not show)')), timeouts,
        either(asked_again, '1 of these requests was', asked_again || ' of these requests were'))
    || CASE
        WHEN closed = 0 THEN 'It kept the channel'
            || either(len(channel_ids), ' (id ' || channel_ids[1] || ' in each line that names it)', '') || '. '
        ELSE 'It closed the channel after ' || closed || ' of the timeouts, and was connected to the same server again at the next request. ' END
    || CASE WHEN begins IS NULL THEN format('The silence began between {} and {}', clock(from_lo), clock(from_hi))
        ELSE format('The silence had begun by {}, and may have before {}, where the log begins', clock(from_hi), clock(begins)) END
    || coalesce(format(' (last answer that a line shows: {})', clock(last_answer_lo)), '')
    || format('{} until {}{}: {}. ', CASE WHEN begins IS NULL THEN ' and lasted' ELSE '; it lasted' END,
        CASE WHEN to_hi - to_lo < 1000000 THEN clock(to_lo) ELSE 'some moment between ' || clock(to_lo) || ' and ' || clock(to_hi) END,
        CASE WHEN begins IS NULL THEN ', at most ' || seconds(to_hi - from_lo) ELSE '' END, CASE ended_by
        WHEN 'left' THEN 'then it chose another server'
        WHEN 'connected_again' THEN 'then its channel was gone, and it connected to the same server again'
        WHEN 'channel_lost' THEN 'then the other side closed the channel'
        WHEN 'answered' THEN 'then the server answered again'
        WHEN 'answered_unseen' THEN 'then it polled on without another timeout'
        WHEN 'client_stopped' THEN 'then the client stopped'
        ELSE 'its log ends there' END)
    || 'All that time its routes stayed as they were. '
    || CASE WHEN lookups_failed > 0 THEN plural(lookups_failed, 'route lookup')
        || ' that a call of the application waited for failed with it: calls that need a route the client did not hold yet. ' ELSE '' END
    || CASE WHEN len(topics_after) > 0 THEN 'With the first answers after it the routes of ' || array_to_string(topics_after, ', ') || ' changed.' ELSE '' END
        AS explanation,
    list_filter([
        CASE WHEN chosen_record_id IS NOT NULL THEN {
            'from_us': coalesce(chosen_lo, from_lo), 'to_us': coalesce(chosen_hi, from_hi), 'node': node,
            'what': format('client has chosen {}', nameserver),
            'record_ids': [chosen_record_id], 'says': 'the server it then stayed with'} END,
        CASE WHEN proxy IS NOT NULL THEN {
            'from_us': from_lo, 'to_us': coalesce(to_hi, from_hi), 'node': proxy, 'what': format('{} has the port of a proxy', nameserver),
            'record_ids': proxy_record_ids, 'says': 'the proxy counts requests of remoting clients at this port'} END,
        {
            'from_us': from_hi, 'to_us': coalesce(to_hi, from_hi), 'node': node, 'what': plural(timeouts, 'request') || ' timed out at it',
            'record_ids': timeout_record_ids, 'says': 'no answer, and no other server chosen since'},
        CASE WHEN lookups_failed > 0 THEN {
            'from_us': from_hi, 'to_us': coalesce(to_hi, from_hi), 'node': node,
            'what': plural(lookups_failed, 'route lookup') || ' that a call waited for failed',
            'record_ids': lookup_record_ids, 'says': 'not followed by the failure of a scheduled poll: a call of the application asked'} END,
        CASE WHEN end_record_id IS NOT NULL THEN {
            'from_us': to_lo, 'to_us': to_hi, 'node': node, 'what': 'end of the silence: ' || replace(ended_by, '_', ' '),
            'record_ids': [end_record_id], 'says': 'until then no line shows an answer'} END
    ], lambda x: x IS NOT NULL) AS steps
FROM kept
