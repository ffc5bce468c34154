-- Messages that were acked in time and were delivered again, one row for each checkpoint.
WITH again AS (
    SELECT
        r.*,
        CASE
            WHEN r.in_time = 'in_time' AND NOT r.ambiguous AND (
                r.way = 'revived' OR r.cause <> 'unexplained' OR r.mechanism = 'store_switched') THEN 'proven'
            ELSE 'sign' END AS strength
    FROM redeliveries r
    WHERE r.in_time IN ('in_time', 'undecided') AND r.cause NOT IN ('topic_recreated', 'late_ack', 'never_acked', 'nack', 'client_gone')
),
grouped AS (
    SELECT
        ck_state_id, strength, broker, topic, "group", queue_id, start_offset, pop_time, revive_time,
        list_sort(list_distinct(list("offset")))                                   AS offsets,
        min(ts_lo)                                                                 AS first_us,
        max(ts_hi)                                                                 AS last_us,
        arg_min(cause, CASE cause WHEN 'known_fault' THEN 0 WHEN 'failover' THEN 1 WHEN 'broker_crash' THEN 2
            WHEN 'offset_reset' THEN 3 ELSE 4 END)                                 AS cause,
        arg_min(mechanism, CASE cause WHEN 'known_fault' THEN 0 WHEN 'failover' THEN 1 ELSE 2 END)
            FILTER (mechanism IS NOT NULL AND way = 'revived')                     AS mechanism,
        list_sort(list_distinct(flatten(list(candidates))))                        AS candidates,
        -- Whether a change of the invisible time may have made these acks, of which no line tells any more.
        list_contains(flatten(list(candidates)), 'nack')                           AS untold,
        count(DISTINCT "offset") FILTER (way = 'revived')                          AS revived,
        min(ts_lo) FILTER (way = 'revived')                                        AS revived_us,
        max(ts_hi) FILTER (way = 'revived')                                        AS revived_to_us,
        min(node) FILTER (way = 'revived')                                         AS revived_node,
        min(judged_broker) FILTER (way = 'revived')                                AS revived_broker,
        list(record_id ORDER BY record_id) FILTER (way = 'revived')                AS revived_ids,
        min(ck_queue)                                                              AS ck_queue,
        list_sort(list_distinct(flatten(list(ack_queues) FILTER (ck_queue IS NOT NULL)))) AS ack_queues,
        list_sort(list_distinct(flatten(list(copy_record_ids) FILTER (ck_queue IS NOT NULL)))) AS copy_ids,
        count(DISTINCT "offset") FILTER (way = 'popped_again')                     AS popped,
        min(ts_lo) FILTER (way = 'popped_again')                                   AS popped_us,
        max(ts_hi) FILTER (way = 'popped_again')                                   AS popped_to_us,
        min(node) FILTER (way = 'popped_again')                                    AS popped_node,
        min(cause) FILTER (way = 'popped_again')                                   AS popped_cause,
        bool_and(mechanism IS NOT DISTINCT FROM 'store_switched') FILTER (way = 'popped_again') AS switched,
        bool_or(mechanism = 'slave_popped')                                        AS by_slave,
        list_sort(list_distinct(list(record_id) FILTER (way = 'popped_again')))    AS popped_ids,
        -- What explains the first of the deliveries of each way, of the cause that is named of them.
        arg_min(around_record_ids, (cause, record_id)) FILTER (way = 'popped_again') AS popped_around,
        arg_min(around_record_ids, record_id) FILTER (way = 'revived' AND cause = 'broker_crash') AS revived_around
    FROM again
    GROUP BY ck_state_id, strength, broker, topic, "group", queue_id, start_offset, pop_time, revive_time
),
proofs AS (
    -- How the acks of these messages were taken, written and found.
    SELECT
        g.ck_state_id, g.strength,
        count(*) FILTER (a.how = 'memory')                                         AS in_memory,
        count(*) FILTER (a.how = 'request')                                        AS by_request,
        count(*) FILTER (a.how = 'counted')                                        AS counted,
        count(*) FILTER (a.found_record_id IS NOT NULL)                            AS found,
        count(*) FILTER (a.behind_record_id IS NOT NULL)                           AS behind,
        min(a.came_lo)                                                             AS came_us,
        list_sort(list_distinct(list(a.behind_record_id) FILTER (a.behind_record_id IS NOT NULL))) AS behind_ids,
        min(a.taken_lo)                                                            AS taken_us,
        max(a.taken_hi)                                                            AS taken_to_us,
        -- One line shows an ack taken; what was only counted is shown by all the counts.
        list_sort(list_distinct(flatten(list(
            CASE WHEN a.how = 'counted' THEN a.taken_record_ids ELSE a.taken_record_ids[1:1] END)))) AS taken_ids,
        count(*) FILTER (a.written_record_id IS NOT NULL AND a.written_broker IS NULL) AS nameless,
        min(a.written_lo)                                                          AS written_us,
        list_sort(list_distinct(list(a.written_record_id) FILTER (a.written_record_id IS NOT NULL))) AS written_ids,
        min(a.found_lo)                                                            AS found_us,
        max(a.found_lo)                                                            AS found_to_us,
        min(a.found_node)                                                          AS found_node,
        list_sort(list_distinct(list(a.found_record_id) FILTER (a.found_record_id IS NOT NULL))) AS found_ids
    FROM grouped g
    JOIN acks a ON a.ck_state_id = g.ck_state_id AND list_contains(g.offsets, a."offset")
    GROUP BY g.ck_state_id, g.strength
),
told AS (
    SELECT
        g.*, p.* EXCLUDE (ck_state_id, strength), c.node AS ck_node, c.offsets AS all_offsets, c.popped_record_id, c.popped_lo,
        c.left_record_id, c.judged_record_id, c.left_lo, c.left_because, c.acked, c.buffered,
        coalesce(c.acks_until, g.revive_time) * 1000                               AS due_us,
        -- A line of a whole second is of any moment of it.
        c.left_lo + CASE WHEN c.left_lo % 1000000 = 0 THEN 500000 ELSE 0 END       AS left_us,
        either(len(g.offsets), 'ack of ' || offsets_of(g.offsets),
            format('acks of {} messages ({})', len(g.offsets), offsets_of(g.offsets)))     AS acks_of,
        len(g.offsets) = 1                                                         AS one,
        -- How many of the batch: nothing but "it" where it had one message.
        either(len(c.offsets), 'it', either(popped, 'one', popped::VARCHAR) || ' of them') AS popped_of_them
    FROM grouped g
    JOIN proofs p ON p.ck_state_id = g.ck_state_id AND p.strength = g.strength
    JOIN checkpoints c ON c.state_id = g.ck_state_id
),
hints AS (
    SELECT
        format(
            '{} counted {} to the retry topic of {} and group {} between {} and {}, while {} popped and {}: {}',
            node, plural(retried, 'message') || ' written', topic, "group", clock(ts_lo), clock(ts_hi), plural(popped, 'message') || ' were',
            plural(acked, 'ack') || ' taken',
            CASE WHEN retried > greatest(popped - acked, 0) THEN format(
                'up to {} can be of messages whose ack was counted, in time or late, or given back', retried - greatest(popped - acked, 0))
                ELSE 'by these counts all of them can be of messages that were never acked' END) AS explanation,
        ts_lo, ts_hi, node, topic, "group", retried, record_ids
    FROM pop_counts
    WHERE retried > 0
)
SELECT
    {
        'broker': broker, 'topic': topic, 'group': "group", 'queue_id': queue_id, 'start_offset': start_offset,
        'pop_time': pop_time, 'offsets': offsets
    } AS subject,
    strength,
    len(offsets) AS occurrences,
    coalesce(popped_lo, pop_time * 1000, first_us) AS from_us,
    last_us AS to_us,
    cause,
    CASE WHEN cause = 'known_fault' THEN 'apache/rocketmq#8835' END AS issue,
    CASE cause WHEN 'known_fault' THEN 'error' WHEN 'unexplained' THEN 'error' ELSE 'warning' END AS severity,
    candidates,
    revived_node AS release_node,
    messages_at(topic, queue_id, offsets) AS messages,
    CASE
        WHEN mechanism IN ('ack_in_store', 'ack_in_files') OR switched THEN 'Change popConsumerKVServiceEnable only while no message is out: stop the '
            'consumers, and wait for the longest invisible time. Acks that come after the change do not reach what was popped before it, and what is in memory is popped again.'
        WHEN cause = 'failover' AND mechanism = 'nameless_ack' THEN 'Make consumers idempotent: a failover to a slave acting as master brings acked messages '
            'back in every release. With enablePopBatchAck=false, in 5.3.2 or later, the buffer''s acks name their broker; with enablePopBufferMerge=false '
            'all of them do, in every release.'
        WHEN cause = 'unexplained' AND mechanism IN ('ack_before_checkpoint', 'ack_read_later') THEN 'Make consumers idempotent, and let them ack well '
            'before the invisible time is over: in every release an ack misses its checkpoint where it is late, or the broker''s timer is, as after a start '
            'or a standstill. store.log tells every 10 s how far the timer is.'
        WHEN by_slave THEN 'Make consumers idempotent, and let the slave act as master while its master is away (enableSlaveActingMaster on brokers, '
            'supportActingMaster on name servers): otherwise it delivers the same messages again and again, acked or not.'
        WHEN cause = 'failover' THEN 'Make consumers idempotent: a failover to a slave acting as master brings acked messages back in every '
            'release. A slave that keeps its consumer offsets closer to the master''s narrows the first way.'
        WHEN cause = 'broker_crash' THEN 'Make consumers idempotent: a broker writes consumer offsets every 5 s (flushConsumerOffsetInterval), and what it '
            'popped after that it pops again. With enablePopBufferMerge=false no more than that comes back: acks and checkpoints are then on disk '
            'when they are answered.'
        WHEN cause = 'offset_reset' THEN 'Nothing is wrong: the offset was reset, and the messages are delivered again on request.'
        WHEN cause = 'unexplained' AND NOT list_contains(candidates, 'known_fault') THEN 'Make consumers idempotent, and let them ack well before the '
            'invisible time is over. Of what it may be, the logs of all nodes of the broker, from before the pop on, tell.'
    END AS remedy,
    format(
        'Broker {} gave {} of {} queue {} to group {} at {}; {}, unless acked by {}. ',
        broker, plural(len(all_offsets), 'message'), topic, queue_id, "group", coalesce(clock(pop_time * 1000), clock(popped_lo), 'a time no line tells'),
        either(len(all_offsets), 'it comes back', 'they come back'), clock(due_us))
    || CASE WHEN due_us < revive_time * 1000 THEN format(
        'Revive had put the checkpoint of this one again, for it could not read the message: due at {} now. ', clock(revive_time * 1000))
        ELSE '' END
    || CASE
        WHEN in_memory + by_request > 0 AND taken_to_us >= due_us THEN format(
            'It took the {} between {} and {}, up to {} after that: what comes in the first two seconds after it may still have counted. ',
            acks_of, clock(taken_us), clock(taken_to_us), seconds(taken_to_us - due_us))
        WHEN in_memory > 0 THEN format(
            'It took the {} in memory between {} and {}, {} before that. ', acks_of, clock(taken_us), clock(taken_to_us), seconds(due_us - taken_to_us))
        WHEN by_request > 0 THEN format(
            'It took the {} between {} and {}, {} before that. ', acks_of, clock(taken_us), clock(taken_to_us), seconds(due_us - taken_to_us))
        WHEN counted > 0 THEN format(
            'The {} came before that: by {} its nodes had counted as many ack requests as there are acks of batches popped by then, '
            'and they counted none between the revive time and {}, when {} read. ',
            acks_of, clock(taken_to_us), clock(found_to_us), CASE WHEN one THEN 'it was' ELSE 'they were' END)
        WHEN (strength = 'proven' OR untold) AND written_us IS NOT NULL THEN format(
            'It wrote the {} to the store at {}, {} before that, so it had taken {} by then. ',
            acks_of, clock(written_us), seconds(due_us - written_us), CASE WHEN one THEN 'it' ELSE 'them' END)
        WHEN strength = 'proven' OR untold THEN format(
            'The {} {} read from the revive queue by {}, before that. ', acks_of, were(len(offsets)),
            coalesce(clock(found_to_us), 'a time no line tells'))
        ELSE format(
            'The {} {} there at {}, no later than {} after that: which came first cannot be told{}. ',
            acks_of, were(len(offsets)), coalesce(clock(coalesce(found_to_us, taken_to_us)), 'a time no line tells'),
            seconds(greatest(coalesce(found_to_us, taken_to_us, due_us) + 999999 - due_us, 0)),
            CASE WHEN behind = len(offsets) THEN format(
                '. {} to the revive queue behind a checkpoint that cannot have been there before {}, {} after the revive time: {} late, or the '
                'broker''s timer was, and no line by which the timer had nothing left lies between the two (store.log, every 10 s)',
                CASE WHEN one THEN 'It came' ELSE 'They came' END, clock(came_us), seconds(came_us - due_us), CASE WHEN one THEN 'it was' ELSE 'they were' END)
                ELSE '' END)
        END
    || CASE WHEN untold THEN format(
        'Whether the consumer asked for {} no line tells: a change of the invisible time acks the old handle, and the broker counted more changes '
        'meanwhile than its pop.log shows. ', CASE WHEN one THEN 'it' ELSE 'them' END) ELSE '' END
    || CASE
        WHEN popped > 0 AND by_slave THEN format(
            'At {} node {} popped {} again from the topic''s own queue: a slave that does not act as master serves the pops that come to it, but '
            'stores no checkpoint and no ack, and every 5 s forgets what it has in memory, for the last time just after it has become master. ', clock(popped_us), popped_node, popped_of_them)
        WHEN popped > 0 AND popped_cause = 'failover' THEN format(
            'At {} node {} of the same broker popped {} again from the topic''s own queue: it had taken the place of {}, and its '
            'consumer offset was behind. ', clock(popped_us), popped_node, popped_of_them, coalesce(ck_node, 'another replica'))
        WHEN popped > 0 AND popped_cause = 'broker_crash' THEN format(
            'At {} node {}, started again{}, popped {} once more: the offset had not been committed. ', clock(popped_us), popped_node,
            CASE WHEN switched THEN ' with POP in its other store (popConsumerKVServiceEnable had been changed)' ELSE '' END, popped_of_them)
        WHEN popped > 0 AND popped_cause = 'offset_reset' THEN format(
            'At {} {} {} popped again: the offset of the group had been set back. ',
            clock(popped_us), popped_of_them, were(popped))
        WHEN popped > 0 AND switched THEN format(
            'At {} {} {} popped again: the broker kept POP in its other store by then (popConsumerKVServiceEnable had been changed), which begins at '
            'the offset that is committed, and what the first one held in memory is not. ', clock(popped_us), popped_of_them, were(popped))
        WHEN popped > 0 THEN format(
            'At {} {} {} popped again from the topic''s own queue. ',
            clock(popped_us), popped_of_them, were(popped))
        ELSE '' END
    || CASE
        WHEN revived > 0 AND mechanism = 'nameless_ack' THEN format(
            'When the checkpoint left the buffer{}{}, the {} written beside it without the broker''s name (brokerName=null), while the '
            'checkpoint names {}. {}Revive joins the two by a key that holds the name, did not find the checkpoint, and wrote {} to the retry topic '
            'between {} and {}, {} after the revive time.',
            coalesce(' at ' || clock(left_lo), ''),
            CASE left_because WHEN 'stayed' THEN format(' (it had stayed {:.0f} s)', (left_us - pop_time * 1000) / 1000000.0)
                WHEN 'near_revive' THEN format(' ({:.0f} s before its revive time)', (revive_time * 1000 - left_us) / 1000000.0)
                WHEN 'stopped' THEN format(' ({:.0f} s after the pop and {:.0f} s before its revive time, sooner than by default: popCkStayBufferTime '
                    'is less than 10 s, popCkStayBufferTimeOut more than 3 s, or the service stopped)',
                    (left_us - pop_time * 1000) / 1000000.0, (revive_time * 1000 - left_us) / 1000000.0) ELSE '' END,
            CASE WHEN one THEN 'ack was' ELSE 'acks were' END, broker,
            CASE WHEN cause = 'failover' THEN format('A failover had handed both over to broker {}, which takes a missing name for its own from 5.3.2 on. ',
                coalesce(revived_broker, revived_node)) ELSE '' END,
            plural(revived, 'message'), clock(revived_us), clock(revived_to_us), seconds(revived_us - revive_time * 1000))
        WHEN revived > 0 AND mechanism = 'scattered_ack' THEN format(
            'Broker {} read the checkpoint from revive queue {} and the {} from {}: the slave''s timer had scattered them, revive joins only what '
            'lies in one queue, and it wrote {} to the retry topic between {} and {}, {} after the revive time.',
            coalesce(revived_broker, revived_node), ck_queue, CASE WHEN one THEN 'ack' ELSE 'acks' END,
            either(len(ack_queues), format('queue {}', ack_queues[1]), 'queues ' || array_to_string(ack_queues, ', ')),
            plural(revived, 'message'), clock(revived_us), clock(revived_to_us), seconds(revived_us - revive_time * 1000))
        WHEN revived > 0 THEN format(
            'Node {} wrote {} to the retry topic between {} and {}, {} after the revive time{}.',
            revived_node, plural(revived, 'message'), clock(revived_us), clock(revived_to_us),
            CASE WHEN revived_us < revive_time * 1000 AND revived_to_us >= revive_time * 1000
                THEN 'up to ' || seconds(revived_to_us - revive_time * 1000) ELSE seconds(revived_us - revive_time * 1000) END,
            CASE mechanism
                WHEN 'ack_before_checkpoint' THEN format(
                    ': {} before the checkpoint in the revive queue, whose acks revive looks for behind it{}',
                    CASE WHEN one THEN 'its ack lies' ELSE 'their acks lie' END,
                    CASE WHEN cause = 'unexplained' AND due_us = revive_time * 1000 THEN '. So it comes where the timer of the broker is behind, as after '
                        'a start or a standstill: what it is given late it hands on at once, and the checkpoint waits for its turn' ELSE '' END)
                WHEN 'wrong_broker_name' THEN format(': {} another broker', CASE WHEN one THEN 'its ack names' ELSE 'their acks name' END)
                WHEN 'ack_elsewhere' THEN CASE WHEN revived_broker = broker THEN format(
                    ': {} in the store of another broker, where {} read {}: a replica had taken {}, or handed {} over, while {} had no master',
                    CASE WHEN one THEN 'its ack lies' ELSE 'their acks lie' END, found_node, CASE WHEN one THEN 'it' ELSE 'them' END,
                    CASE WHEN one THEN 'it' ELSE 'them' END, CASE WHEN one THEN 'it' ELSE 'them' END, broker)
                    ELSE format(
                    ': a failover had handed the checkpoint over to broker {}, and {} in the store of {}', coalesce(revived_broker, revived_node),
                    CASE WHEN one THEN 'its ack lies' ELSE 'their acks lie' END, broker) END
                WHEN 'ack_not_stored' THEN ': an ack could not be stored'
                WHEN 'restart_popped' THEN format(
                    ': the broker had been started again in between, and no line shows that it had kept {}',
                    CASE WHEN one THEN 'the ack' ELSE 'the acks' END)
                WHEN 'ack_read_later' THEN format(', and revive had {} only after that', CASE WHEN one THEN 'its ack' ELSE 'their acks' END)
                WHEN 'ack_in_store' THEN format(
                    ': {} to the key value store, while the checkpoint was in files, for the broker had been told to use that store meanwhile '
                    '(popConsumerKVServiceEnable=true)', CASE WHEN one THEN 'its ack went' ELSE 'their acks went' END)
                WHEN 'ack_in_files' THEN format(
                    ' from its key value store: {} came to a revive queue, where that store does not look, for the broker had been told to keep '
                    'POP in files meanwhile (popConsumerKVServiceEnable=false)', CASE WHEN one THEN 'the ack' ELSE 'the acks' END)
                WHEN 'ack_matched' THEN format(
                    ', although {} behind the checkpoint in the same queue and {} its broker',
                    CASE WHEN one THEN 'its ack lies' ELSE 'their acks lie' END, CASE WHEN one THEN 'names' ELSE 'name' END)
                ELSE '; no line shows why' END)
        ELSE '' END AS explanation,
    list_filter([
        CASE WHEN popped_record_id IS NOT NULL THEN {
            'from_us': popped_lo, 'to_us': popped_lo + 999999, 'node': ck_node, 'what': format('{} popped', plural(len(all_offsets), 'message')),
            'record_ids': [popped_record_id], 'says': format('the checkpoint, due at {}', clock(revive_time * 1000))} END,
        CASE WHEN len(taken_ids) > 0 THEN {
            'from_us': taken_us, 'to_us': taken_to_us, 'node': CASE WHEN in_memory + by_request > 0 THEN ck_node END,
            'what': CASE WHEN in_memory + by_request > 0 THEN format('{} taken', plural(in_memory + by_request, 'ack')) ELSE 'ack requests counted' END,
            'record_ids': taken_ids, 'says': CASE WHEN taken_to_us >= due_us THEN 'the broker took the ack, perhaps after the revive time'
                ELSE 'the broker took the ack before the revive time' END} END,
        CASE WHEN revived > 0 AND left_record_id IS NOT NULL AND buffered THEN {
            'from_us': left_lo, 'to_us': left_lo + 999999, 'node': ck_node, 'what': 'the checkpoint leaves the buffer',
            'record_ids': [left_record_id], 'says': format('it is stored with brokerName={}', broker)} END,
        CASE WHEN len(written_ids) > 0 AND (revived > 0 OR in_memory + by_request + counted = 0) THEN {
            'from_us': written_us, 'to_us': written_us + 999999, 'node': ck_node, 'what': format('{} written to the store', plural(len(written_ids), 'ack')),
            'record_ids': written_ids, 'says': CASE WHEN nameless > 0 THEN 'stored with brokerName=null'
                WHEN in_memory + by_request + counted = 0 THEN 'made when the broker took the ack, before the revive time' ELSE 'stored' END} END,
        CASE WHEN popped > 0 THEN {
            'from_us': popped_us, 'to_us': popped_to_us, 'node': popped_node, 'what': format('{} popped again', plural(popped, 'message')),
            'record_ids': popped_ids, 'says': 'the same offsets, from the original queue'} END,
        CASE WHEN len(popped_around) > 0 THEN {
            'from_us': popped_us, 'to_us': popped_us, 'node': popped_node, 'what': 'what had happened to the broker',
            'record_ids': popped_around, 'says': 'why its offset was older'} END,
        CASE WHEN len(revived_around) > 0 AND revived_around IS DISTINCT FROM popped_around THEN {
            'from_us': revived_us, 'to_us': revived_us, 'node': revived_node, 'what': 'what had happened to the broker',
            'record_ids': revived_around, 'says': 'what lies between the ack and the return'} END,
        CASE WHEN len(copy_ids) > 0 THEN {
            'from_us': revived_us, 'to_us': revived_us, 'node': revived_node, 'what': format('the checkpoint lies in revive queue {}', ck_queue),
            'record_ids': list_concat(list_intersect(copy_ids, [judged_record_id]), list_filter(copy_ids, lambda x: x IS DISTINCT FROM judged_record_id)),
            'says': 'the revive queue of the checkpoint, and those of the acks'} END,
        CASE WHEN found_us IS NOT NULL AND len(found_ids) > 0 AND (counted > 0 OR mechanism IN ('ack_elsewhere', 'ack_before_checkpoint', 'ack_read_later', 'ack_matched') OR (in_memory + by_request = 0 AND len(written_ids) < len(found_ids))) THEN {
            'from_us': found_us, 'to_us': found_to_us + 999999, 'node': found_node, 'what': format('{} read by revive', plural(len(found_ids), 'ack')),
            'record_ids': found_ids, 'says': 'the ack, and the revive queue it lies in'} END,
        CASE WHEN behind > 0 THEN {
            'from_us': came_us, 'to_us': came_us, 'node': found_node, 'what': 'a checkpoint due later lies before the ack',
            'record_ids': behind_ids, 'says': 'due when it tells, it came to the queue a second before that at the earliest'} END,
        CASE WHEN revived > 0 THEN {
            'from_us': revived_us, 'to_us': revived_to_us, 'node': revived_node, 'what': format('{} written to the retry topic', plural(revived, 'message')),
            'record_ids': revived_ids, 'says': 'delivered again from this checkpoint'} END
    ], lambda x: x IS NOT NULL) AS steps
FROM told
UNION ALL BY NAME
SELECT
    {'broker': NULL, 'topic': topic, 'group': "group", 'queue_id': NULL, 'start_offset': NULL, 'pop_time': NULL, 'offsets': NULL} AS subject,
    'hint' AS strength, retried AS occurrences, ts_lo AS from_us, ts_hi AS to_us, 'unexplained' AS cause, NULL AS issue, NULL AS severity,
    [] AS candidates, node AS release_node, [] AS messages, NULL AS remedy, explanation,
    [{'from_us': ts_lo, 'to_us': ts_hi, 'node': node, 'what': 'counts', 'record_ids': record_ids, 'says': 'what was counted'}] AS steps
FROM hints
