-- Requests that only a broker serves and that a client sent to a name server, one row per stretch without a master.
WITH misrouted AS (
    -- Lines of clients up to 5.0.0 name the group alone: the topic is told where each of an episode's requests shows it.
    SELECT * REPLACE (coalesce(waited_us, 0) AS waited_us), CASE WHEN bool_and(topic IS NOT NULL) OVER (
        PARTITION BY episode, node, nameserver, broker, "group", coalesce(request_code, 36)) THEN topic END AS told_topic
    FROM send_backs WHERE outcome LIKE 'nameserver_%'
),
episodes AS (
    SELECT
        m.episode,
        m.node,
        m.nameserver,
        m.broker,
        m.told_topic                                                AS topic,
        m."group",
        coalesce(m.request_code, 36)                                AS request_code,
        any_value(m.client_id)                                      AS client_id,
        count(*)                                                    AS requests,
        count(DISTINCT coalesce(m.message_id, m.state_id))          AS messages_count,
        bool_or(m.outcome = 'nameserver_refused')                   AS refused,
        bool_or(m.outcome = 'nameserver_unreachable')               AS unreachable,
        count(*) FILTER (m.outcome = 'nameserver_not_sent')         AS not_sent,
        min(m.ts_lo)                                                AS from_us,
        max(m.ts_hi)                                                AS to_us,
        min(m.ts_lo - m.waited_us)                                  AS asked_us,
        max(m.ts_lo - m.waited_us)                                  AS last_us,
        max(m.waited_us)                                            AS waited_us,
        any_value(m.master_known)                                   AS master_known,
        CASE WHEN count(DISTINCT m.caller) = 1 THEN any_value(m.caller) END AS caller,
        any_value(m.route_record_id)                                AS route_record_id,
        any_value(m.nameserver_record_id)                           AS nameserver_record_id,
        any_value(m.nameserver_since_lo)                            AS nameserver_since,
        any_value(m.route_since_lo)                                 AS route_since,
        any_value(r.topic)                                          AS route_topic,
        any_value(r.nameservers)                                    AS route_nameservers,
        count(*) FILTER (m.fallback = 'failed')                     AS fallbacks_failed,
        min(m.ts_lo) FILTER (m.fallback = 'failed')                 AS fallback_us,
        list(m.record_id ORDER BY m.record_id)                      AS failures,
        list_sort(list_filter(list(m.fallback_record_id), lambda x: x IS NOT NULL)) AS fallback_records,
        list_sort(list_distinct(list_filter(list({
            'topic': m.topic, 'queue_id': m.queue_id, 'offset': m."offset", 'message_id': m.message_id, 'key': m.key
        }), lambda x: coalesce(x.message_id, x.key, CAST(x."offset" AS VARCHAR)) IS NOT NULL))) AS messages
    FROM misrouted m
    LEFT JOIN routes_held r ON r.state_id = m.episode
    GROUP BY m.episode, m.node, m.nameserver, m.broker, m.told_topic, m."group", coalesce(m.request_code, 36)
),
several AS (
    -- Where several clients print to one log, a client's own are the topic of its group's retries and that of the route it held.
    SELECT node FROM clients WHERE node IS NOT NULL GROUP BY node HAVING count(*) > 1
),
asked AS (
    -- Name servers at which brokers register that clients hold: of another cluster is what registers at others alone.
    SELECT DISTINCT unnest(nameservers) AS nameserver FROM routes_held
),
unsure AS (
    -- Whose times stand on no clock that others can be compared with.
    SELECT DISTINCT node FROM clocks WHERE notable AND moved_us = 0
),
own AS (
    -- The routes with a master that the client held for the broker.
    SELECT e.episode, e.node, e.route_since, held.master, held.from_lo, held.to_lo, held.record_ids[1] AS record_id
    FROM episodes e
    JOIN routes_held held ON held.node = e.node AND held.broker = e.broker AND held.master IS NOT NULL
        AND (held.topic IN ('%RETRY%' || e."group", e.route_topic) OR e.node NOT IN (FROM several))
        AND coalesce(list_has_any(held.nameservers, e.route_nameservers), true)
),
masters AS (
    -- The master that the client held before the route without one, and when a name server dropped it.
    SELECT
        own.episode, own.node, own.master, max(gone.to_lo) AS dropped_us, arg_max(gone.ended_by, gone.to_lo) AS dropped_by,
        arg_max(gone.node, gone.to_lo) AS dropped_node, arg_max(gone.record_ids, gone.to_lo) AS dropped_records
    FROM own
    LEFT JOIN brokers_registered gone ON gone.address = own.master AND gone.to_lo <= own.route_since + 1000000
        AND own.node NOT IN (FROM unsure) AND gone.node NOT IN (FROM unsure)
    WHERE own.to_lo <= own.route_since
    GROUP BY own.episode, own.node, own.master, own.to_lo
    QUALIFY row_number() OVER (PARTITION BY own.episode, own.node ORDER BY own.to_lo DESC) = 1
),
back AS (
    -- When the client next held a master for the broker again.
    SELECT episode, node, min(from_lo) AS back_us, arg_min(record_id, from_lo) AS back_record
    FROM own
    WHERE from_lo >= route_since
    GROUP BY episode, node
),
lacking AS (
    -- Where the lines name no broker and several had no master: which those were.
    SELECT e.episode, e.node, string_agg(DISTINCT held.broker, ', ' ORDER BY held.broker) AS brokers,
        list_sort(list(DISTINCT held.record_ids[1])) AS record_ids
    FROM episodes e
    JOIN routes_held held ON held.node = e.node AND held.master IS NULL AND held.from_lo <= e.to_us
        AND (held.to_hi IS NULL OR held.to_hi >= e.from_us)
    WHERE e.broker IS NULL
    GROUP BY e.episode, e.node
),
others AS (
    -- The routes that other clients held for the broker, of clocks that can be compared and not of another cluster.
    SELECT e.episode, e.node, e.broker, e."group", e.master_known, e.asked_us, held.node AS holder, held.broker AS of_broker,
        held.master, held.from_lo, held.to_hi, held.record_ids[1] AS record_id
    FROM episodes e
    JOIN routes_held held ON held.node <> e.node AND held.broker = coalesce(e.broker, held.broker)
    WHERE e.node NOT IN (FROM unsure) AND held.node NOT IN (FROM unsure)
        AND (coalesce(e.nameserver, '') NOT IN (FROM asked) OR coalesce(list_contains(held.nameservers, e.nameserver), true))
),
lost_later AS (
    -- Brokers whose master the client's own log shows it to lose after the request: it held one when it asked.
    SELECT DISTINCT e.episode, e.node, held.broker AS of_broker
    FROM episodes e
    JOIN routes_held held ON held.node = e.node AND held.master IS NOT NULL AND held.from_lo <= e.asked_us AND held.to_lo > e.asked_us
    JOIN routes_held after ON after.node = held.node AND after.broker = held.broker AND after.master IS NULL
        AND after.record_ids[1] = held.record_ids[2]
),
elsewhere AS (
    -- What another client's log shows of the broker where the client's own does not show its route; each polls every 30 s.
    SELECT episode, node, broker, "group", string_agg(DISTINCT of_broker, ', ' ORDER BY of_broker) AS brokers,
        arg_min(holder, (from_lo, holder)) AS other, min(from_lo) AS since, arg_min(record_id, (from_lo, holder)) AS record_id
    FROM others
    ANTI JOIN lost_later USING (episode, node, of_broker)
    WHERE master_known IS NOT FALSE AND master IS NULL
        AND from_lo <= asked_us + 30000000 AND (to_hi IS NULL OR to_hi >= asked_us - 30000000)
    GROUP BY episode, node, broker, "group"
),
against AS (
    -- Clients that held a master for the broker then, where the sender's own route is not shown: it had one to be told of.
    SELECT DISTINCT episode, node, broker, "group"
    FROM others
    WHERE master_known IS NULL AND master IS NOT NULL AND of_broker = broker
        AND from_lo <= asked_us AND (to_hi IS NULL OR to_hi >= asked_us)
),
proven AS (
    SELECT
        {
            'client_node': e.node, 'client_id': e.client_id, 'nameserver': e.nameserver, 'request_code': e.request_code,
            'broker': e.broker, 'topic': e.topic, 'group': e."group"
        } AS subject,
        'proven' AS strength,
        e.requests AS occurrences,
        e.asked_us AS from_us,
        e.to_us,
        -- An address that is null and not checked is the fault, also where no line shows which route left it so.
        CASE WHEN (e.master_known OR a.node IS NOT NULL) AND o.other IS NULL THEN 'unexplained' ELSE 'known_fault' END AS cause,
        CASE WHEN e.master_known IS FALSE OR o.other IS NOT NULL THEN [] ELSE ['a call with a broker name the client''s routes do not hold'] END AS candidates,
        e.node AS release_node,
        e.messages,
        format(
            'Client {} on {} asked name server {} to take back {} of {} ({}, request code {}), {}. ',
            coalesce(e.client_id, '(id not known)'), e.node, coalesce(e.nameserver, '(which one its log does not show)'),
            plural(e.messages_count, 'message'), coalesce(e.topic, 'group ' || e."group"), plural(e.requests, 'request'), e.request_code,
            CASE WHEN e.asked_us = e.last_us THEN 'at ' || clock(e.asked_us) ELSE format('between {} and {}', clock(e.asked_us), clock(e.last_us)) END
        )
        || CASE
            WHEN e.master_known IS FALSE AND e.broker IS NULL THEN format(
                'Its lines name no broker, but since {}, {} before the first request, its routes held no master (brokerId 0) for any of {}: '
                'the address of whichever it meant was null, which the remoting client takes for the name server. ',
                clock(e.route_since), seconds(e.asked_us - e.route_since), l.brokers)
            -- The lines of a pull consumer name no broker, and the application may give any name.
            WHEN e.master_known IS FALSE AND e.caller = 'pull_consumer' THEN format(
                'Its lines name no broker, but since {}, {} before the first request, its routes held no master (brokerId 0) for {} alone: '
                'the address of that broker was null, as is that of a name that no route has, which the remoting client takes for the '
                'name server. ', clock(e.route_since), seconds(e.asked_us - e.route_since), e.broker)
            WHEN e.master_known IS FALSE AND len(r.addresses) = 0 THEN format(
                'It meant broker {}, but at {}, {} before the first request, it dropped the broker as offline, because none of its routes '
                'had it any more: the address was null, which the remoting client takes for the name server. ',
                e.broker, clock(e.route_since), seconds(e.asked_us - e.route_since))
            WHEN e.master_known IS FALSE THEN format(
                'It meant broker {}, but since {}, {} before the first request, its route held no master (brokerId 0) for it, so the '
                'address was null, which the remoting client takes for the name server. ',
                e.broker, clock(e.route_since), seconds(e.asked_us - e.route_since))
            WHEN o.other IS NOT NULL THEN format(
                CASE WHEN e.master_known THEN 'The last route its log shows has a master' ELSE 'Its log does not show which route it held' END
                || ', but those of {} held no master (brokerId 0) for {} since {}: a route like that leaves the address null, which the '
                'remoting client takes for the name server. ', o.other, o.brokers, clock(o.since))
            WHEN e.master_known THEN format('The last route its log shows has a master for {}. ', coalesce('broker ' || e.broker, 'each of its brokers'))
            ELSE 'Its log does not show which route it held. ' END
        || coalesce(format(
            'Until then {} had been master; name server {} dropped it at {} ({}). ',
            ms.master, ms.dropped_node, clock(ms.dropped_us), replace(ms.dropped_by, '_', ' ')),
            format('Until then {} had been master. ', ms.master), '')
        || CASE
            WHEN refused THEN either(e.requests, 'The answer names no broker, as only an answer to a null address does. ',
                'The answers name no broker, as only answers to a null address do. ')
            WHEN unreachable THEN either(e.requests, 'The failed connect names no address, as only one to a null address does. ',
                'The failed connects name no address, as only those to a null address do. ')
            ELSE CASE WHEN e.requests = 1 THEN 'The request' WHEN e.not_sent > 0 THEN plural(e.requests - e.not_sent, 'request')
                ELSE 'The requests' END || ' timed out on the channel to the name server'
                || CASE WHEN e.waited_us > 0 THEN ', ' || seconds(e.waited_us) || ' after being sent' ELSE '' END || ': those of 4.x do not answer a code they do not serve. ' END
        || CASE WHEN e.not_sent > 0 THEN format('{} failed as a timeout closed that channel. ', plural(e.not_sent, 'request')) ELSE '' END
        || CASE e.caller
            WHEN 'pull_consumer' THEN 'The pull consumer sends messages back by the broker''s name that the application gives. '
            WHEN 'application' THEN 'The application itself sent them back, by the broker''s name. ' ELSE '' END
        || CASE
            WHEN e.caller = 'pull_consumer' THEN format(
                'Where the normal message to %RETRY%{} that replaces each fails too, the application alone is told.', e."group")
            WHEN e.fallbacks_failed > 0 THEN format(
                'The normal message to %RETRY%{} failed too for {} of them; those are consumed again by this client only.',
                e."group", e.fallbacks_failed)
            ELSE format('No failure of the normal message to %RETRY%{} that replaces each is logged.', e."group") END
        || coalesce(format(' A master was in its route again at {}.', clock(b.back_us)), '') AS explanation,
        list_filter([
            CASE WHEN ms.dropped_us IS NOT NULL THEN {
                'from_us': ms.dropped_us, 'to_us': ms.dropped_us + 999999, 'node': ms.dropped_node,
                'what': format('name server drops master {}', ms.master), 'record_ids': ms.dropped_records,
                'says': format('{} was in the name server''s table until then', ms.master)} END,
            CASE WHEN e.nameserver_record_id IS NOT NULL THEN {
                'from_us': e.nameserver_since, 'to_us': e.from_us, 'node': e.node,
                'what': format('client has chosen name server {}', e.nameserver), 'record_ids': [e.nameserver_record_id],
                'says': 'a request to a null address goes to this server'} END,
            CASE WHEN e.route_record_id IS NOT NULL THEN {
                'from_us': e.route_since, 'to_us': e.from_us, 'node': e.node,
                'what': CASE WHEN e.master_known THEN 'client holds a route with a master' WHEN len(r.addresses) = 0 THEN 'client drops the broker as offline'
                    ELSE 'client holds a route without a master' END,
                'record_ids': coalesce(l.record_ids, [e.route_record_id]),
                'says': format('for {} it has {}: {}', coalesce(e.broker, l.brokers), coalesce(nullif(array_to_string(r.addresses, ', '), ''), CASE WHEN len(r.addresses) = 0 THEN 'nothing' END, CASE WHEN e.broker IS NULL THEN 'slaves only' ELSE 'what the line shows' END),
                    CASE WHEN e.master_known THEN 'brokerId 0 is there' ELSE 'no brokerId 0, so the broker''s address is null' END)} END,
            CASE WHEN o.other IS NOT NULL THEN {
                'from_us': o.since, 'to_us': e.from_us, 'node': o.other, 'what': 'another client holds a route without a master',
                'record_ids': [o.record_id], 'says': format('name servers had no master for {} to tell', o.brokers)} END,
            {
                'from_us': e.from_us, 'to_us': e.to_us, 'node': e.node,
                'what': format('{} to the name server', plural(e.requests, 'send-back request')), 'record_ids': e.failures,
                'says': CASE WHEN refused THEN 'answered without a broker''s address: no broker was asked' ELSE 'the error names the name server''s channel, or no address at all' END},
            CASE WHEN e.fallbacks_failed > 0 THEN {
                'from_us': e.fallback_us, 'to_us': e.to_us, 'node': e.node,
                'what': 'the normal message to the retry topic fails too', 'record_ids': e.fallback_records,
                'says': 'consumed again by this client only'} END,
            CASE WHEN b.back_us IS NOT NULL THEN {
                'from_us': b.back_us, 'to_us': b.back_us, 'node': e.node, 'what': 'client holds a master again',
                'record_ids': [b.back_record], 'says': 'the route has brokerId 0 again'} END
        ], lambda x: x IS NOT NULL) AS steps
    FROM episodes e
    LEFT JOIN masters ms USING (episode, node)
    LEFT JOIN back b USING (episode, node)
    LEFT JOIN lacking l USING (episode, node)
    LEFT JOIN routes_held r ON r.state_id = e.episode
    LEFT JOIN elsewhere o ON o.episode = e.episode AND o.node = e.node AND o."group" = e."group" AND o.broker IS NOT DISTINCT FROM e.broker
    LEFT JOIN against a ON a.episode = e.episode AND a.node = e.node AND a."group" = e."group" AND a.broker = e.broker
),
counted AS (
    -- Seconds in which a name server counted such requests and no client's log in the case accounts for them.
    SELECT r.node, r.nameserver, r.request_code, sum(r.count) AS requests, min(r.ts_lo) AS from_us, max(r.ts_hi) AS to_us,
        list(r.record_id ORDER BY r.record_id) AS record_ids
    FROM nameserver_requests r
    WHERE r.request_code IN (36, 37) AND NOT EXISTS (
        SELECT 1 FROM misrouted m
        WHERE r.request_code = coalesce(m.request_code, 36) AND m.ts_lo BETWEEN r.ts_lo - 7000000 AND r.ts_hi + 7000000)
    GROUP BY r.node, r.nameserver, r.request_code
),
signs AS (
    SELECT
        {
            'client_node': NULL, 'client_id': NULL, 'nameserver': nameserver, 'request_code': request_code,
            'broker': NULL, 'topic': NULL, 'group': NULL
        } AS subject,
        'sign' AS strength,
        requests AS occurrences,
        from_us,
        to_us,
        'unexplained' AS cause,
        [CASE request_code
            WHEN 37 THEN 'a producer of transactions without a master in its route, which no release checks'
            ELSE 'a client without a master in its route' END,
         'a proxy or tool that takes the name server for a broker'] AS candidates,
        CASE request_code WHEN 37 THEN 'No release checks this address: keep a master for every broker (controller mode, or a slave acting as '
            'master). The broker asks the producers of the group again how such a transaction ended, so keep one of them running.' END AS remedy,
        NULL AS release_node,
        [] AS messages,
        format(
            'Name server {} counted {} of code {} between {} and {}, which only brokers serve. Its log names no sender{}',
            node, plural(requests, 'request'), request_code, clock(from_us), clock(to_us), CASE request_code
                WHEN 37 THEN ', and producers print no line of it: the ends of so many transactions are lost, and the broker asks for them again.'
                ELSE ': the logs of the consumers would.' END) AS explanation,
        [{
            'from_us': from_us, 'to_us': to_us, 'node': node, 'what': format('{} counted', plural(requests, 'request')),
            'record_ids': record_ids, 'says': format('a name server does not serve code {}', request_code)}] AS steps
    FROM counted
)
SELECT subject, strength, occurrences, from_us, to_us, cause, candidates, release_node, messages, explanation, steps FROM proven
UNION ALL BY NAME
SELECT subject, strength, occurrences, from_us, to_us, cause, candidates, remedy, release_node, messages, explanation, steps FROM signs
