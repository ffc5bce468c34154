-- Messages that revive cannot read and whose checkpoints it puts again, one row for each message.
WITH tried AS (
    SELECT
        chain_state_id,
        count(*)                                                            AS tries,
        list(pause_us ORDER BY number) FILTER (pause_us IS NOT NULL)        AS pauses,
        list(reason ORDER BY number)                                        AS reasons_all,
        list(owner ORDER BY number) FILTER (owner IS NOT NULL)              AS owners_all
    FROM rewrite_attempts
    GROUP BY chain_state_id
),
loops AS (
    SELECT
        c.*, t.tries, t.pauses,
        to_hi - from_lo                                                     AS span_us,
        (t.tries - 1) * 60000000.0 / greatest(to_lo - from_lo, 1)           AS per_minute,
        CASE WHEN backs_off THEN 'warning' ELSE 'error' END                 AS severity,
        -- Each reason and each state of the owner once, in the order in which they came.
        list_filter(reasons_all, lambda r, i: list_position(reasons_all, r) = i) AS reasons,
        list_filter(owners_all, lambda o, i: list_position(owners_all, o) = i)   AS owners
    FROM rewrite_chains c
    JOIN tried t ON t.chain_state_id = c.state_id
    WHERE rewrites >= 2 AND (backs_off OR rewrites >= 4)
),
named AS (
    -- A store shows that a checkpoint was put again, and not whether the read failed or the write of the retry.
    SELECT *, recreated OR NOT local OR len(list_filter(reasons, lambda r: NOT starts_with(r, 'nothing: '))) > 0 AS read_failed,
        -- Lines of pop.log up to 5.2.0 say neither whose message was read nor why in vain: the checkpoint may have been given up each time.
        local IS NULL AND reasons = ['no reason printed'] AS by_repetition
    FROM loops
)
SELECT
    {
        'broker': broker, 'message_broker': message_broker, 'topic': topic, 'group': "group", 'queue_id': queue_id, 'offset': "offset",
        'rewrites': rewrites, 'backs_off': backs_off
    } AS subject,
    CASE WHEN by_repetition THEN 'sign' ELSE 'proven' END AS strength,
    rewrites AS occurrences,
    from_lo AS from_us,
    to_hi AS to_us,
    severity,
    CASE WHEN NOT backs_off AND read_failed THEN 'known_fault' WHEN NOT local THEN 'failover' ELSE 'unexplained' END AS cause,
    CASE WHEN NOT backs_off AND read_failed THEN 'apache/rocketmq#8479' END AS issue,
    CASE WHEN by_repetition THEN ['reads of several messages, each given up (apache/rocketmq#8460)']
        WHEN NOT read_failed THEN ['a retry that the store does not take', 'a read that failed (apache/rocketmq#8479)']
        WHEN backs_off AND local THEN ['tiered storage that does not have the message'] ELSE [] END AS candidates,
    CASE WHEN backs_off THEN
        'Bring a readable replica of the message''s broker back; with slaves acting as master set slaveReadEnable=true, or every such read is '
        'refused. skipWhenCKRePutReachMaxTimes=true gives a message up after 17 rewrites instead of going on every two hours.' END AS remedy,
    messages_at(topic, queue_id, ["offset"]) AS messages,
    format(
        'Revive on {} could not ' || CASE WHEN read_failed THEN 'read' ELSE 'bring back' END
            || ' offset {} of {}{}, and put its checkpoint again {} times in {}, {}. ',
        node, "offset", topic,
        CASE WHEN queue_id IS NULL THEN '' ELSE format(' queue {} ({})', queue_id,
            CASE WHEN local THEN 'its own message' ELSE 'a message of broker ' || coalesce(message_broker, '(not named)') END) END,
        rewrites, seconds(span_us),
        CASE WHEN backs_off THEN 'pausing ' || array_to_string(list_transform(pauses, lambda p: CAST(round(p / 1000000.0) AS BIGINT)), ', ')
                || ' s between'
            ELSE format('{:.0f} times a minute and without a growing pause', per_minute) END)
    || format('The read gave {}. ', array_to_string(reasons, ', then '))
    || CASE WHEN by_repetition THEN 'That it was put again is told by the reads alone, for what is given up is not read again; but they name '
            || 'neither queue nor group, and messages of several queues can lie at one offset. ' ELSE '' END
    || CASE WHEN recreated THEN 'The topic had been deleted after the message was popped: what lies at old offsets now are other messages, or none. '
        ELSE '' END
    || CASE WHEN NOT local AND len(owners) > 0 THEN format('The owner then: {}. ', array_to_string(owners, '; later ')) ELSE '' END
    || CASE ended_by
        WHEN 'read' THEN 'In the end it was read and written to the retry topic.'
        WHEN 'dropped' THEN 'In the end it was given up.'
        WHEN 'broker_stopped' THEN 'It went on until the broker was stopped.'
        WHEN 'log_ends' THEN 'It was still going on when the log ends.'
        ELSE 'No further attempt is logged, though one was due: it was read, or the line is lost.' END AS explanation,
    list_filter([
        CASE WHEN recreated_record_id IS NOT NULL THEN {
            'from_us': coalesce(recreated_lo, from_lo), 'to_us': coalesce(recreated_lo, from_lo), 'node': node,
            'what': 'the topic had been deleted', 'record_ids': [recreated_record_id],
            'says': 'the offsets of the checkpoint are of the topic before'} END,
        {
            'from_us': from_lo, 'to_us': to_hi, 'node': node, 'what': format('{} reads in vain', tries), 'record_ids': record_ids,
            'says': format('the read gave {}', array_to_string(reasons, ', '))},
        CASE WHEN ended_record_id IS NOT NULL AND NOT list_contains(record_ids, ended_record_id) THEN {
            'from_us': coalesce(ended_lo, to_hi), 'to_us': coalesce(ended_lo, to_hi), 'node': node, 'what': replace(ended_by, '_', ' '), 'record_ids': [ended_record_id],
            'says': 'how the chain ended'} END
    ], lambda x: x IS NOT NULL) AS steps
FROM named
