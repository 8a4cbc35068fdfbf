-- Everything a district ($1) and a township in it ($2) may hold: one of each, so that every endpoint has something to ask for.
with d as (
    select c.id, c.district, c.path from centre c where c.code = $1
), t as (
    select c.id, c.district, c.path, c.code from centre c where c.code = $2
), someone as (
    select p.id from person p order by p.id limit 1
), some_post as (
    select o.id from post o order by o.id limit 1
), point as (
    select r.id, r.place from risk_point r join t on r.centre = t.id limit 1
), stream as (
    select s.id from datastream s join t on s.centre = t.id limit 1
), new_event as (
    insert into event (reported_at, district, centre, path, number, category, title_zh, title_en, level, state, source, due_at)
    select now(), t.district, t.id, t.path, 'SJ-' || t.code, (select r.category from responsibility r limit 1), '积水', 'water',
           2, 'registered', 'warning', now() + interval '4 hours'
    from t
    returning id
), new_warning as (
    insert into warning (district, centre, path, rule, datastream, risk_point, level, worst, state, title_zh, title_en,
                         value, value_at, threshold, raised_at, event)
    select t.district, t.id, t.path, (select r.id from rule r limit 1), stream.id, point.id, 2, 2, 'raised', '积水', 'water',
           20, now(), 15, now(), new_event.id
    from t, stream, point, new_event
    returning id
), new_plan as (
    insert into plan (district, centre, path, code, version, name_zh, name_en, scene_zh, scene_en, level, category)
    select d.district, d.id, d.path, 'P-' || $1, 1, '预案', 'plan', '场景', 'scene', 1,
           (select r.category from responsibility r limit 1)
    from d
    returning id
), new_step as (
    insert into plan_step (plan, seq, step_group, action_zh, action_en, recipient, post_zh, post_en, deadline_min, photo)
    select new_plan.id, 1, 1, '封路', 'close the road', 'township', '值班长', 'duty officer', 30, false
    from new_plan
), order_id as (
    select nextval(pg_get_serial_sequence('orders', 'id')) as id
), new_order as (
    insert into orders (id, district, centre, path, shared_with, number, event, plan, root, title_zh, title_en, level,
                        issued_by, issued_as, issued_at, key)
    overriding system value
    select order_id.id, d.district, d.id, d.path, array[t.path], 'ZL-' || $1, new_event.id, new_plan.id, order_id.id, '封路',
           'close the road', 2, someone.id, some_post.id, now(), 'fixture'
    from d, t, order_id, new_event, new_plan, someone, some_post
    returning id, root
), new_assignment as (
    insert into assignment (district, centre, path, issuer_path, orders, root, outline, action_zh, action_en, post_zh, post_en,
                            state, photo, issued_at, due_at)
    select t.district, t.id, t.path, d.path, new_order.id, new_order.root, '001', '封路', 'close the road', '值班长', 'duty officer',
           'accepted', false, now(), now() + interval '1 hour'
    from d, t, new_order
    returning id
), new_attachment as (
    insert into attachment (district, path, assignment, name, media_type, sha256, bytes, person, at)
    select t.district, t.path, new_assignment.id, 'p.png', 'image/png', '\x00', '\x89504e47', someone.id, now()
    from t, new_assignment, someone
    returning id
), new_review as (
    insert into review (district, centre, path, event, state, opened_at)
    select t.district, t.id, t.path, new_event.id, 'open', now()
    from t, new_event
    returning id
), new_improvement as (
    insert into improvement (district, centre, path, review, action, owner_name, due_on, promised_at)
    select t.district, t.id, t.path, new_review.id, '加泵', '李', current_date + 30, now()
    from t, new_review
    returning id
), new_approval as (
    insert into approval (district, centre, path, event, kind, state, minutes, reason, asked_by, asked_at, decider)
    select t.district, t.id, t.path, new_event.id, 'extension', 'asked', 60, '水位高', someone.id, now(), d.id
    from d, t, new_event, someone
    returning id
), new_post as (
    insert into post (district, centre, path, person, role, title_zh, title_en)
    select t.district, t.id, t.path, someone.id, 'township_staff', '应急岗', 'officer'
    from t, someone
    returning id
), new_shift as (
    -- Over: whoever may change rosters is refused, and the next who tries finds it still there.
    insert into duty (district, centre, path, post, person, from_at, to_at)
    select t.district, t.id, t.path, new_post.id, someone.id, n.at, n.at + interval '1 hour'
    from t, new_post, someone, (values (timestamptz '2026-01-01'), (timestamptz '2026-01-02')) n (at)
    returning id
), new_hand_over as (
    insert into hand_over (district, centre, path, note, person, at)
    select t.district, t.id, t.path, '水泵待修', someone.id, now()
    from t, someone
    returning id
), new_absence as (
    insert into absence (district, centre, path, person, from_at, to_at, reason, noted_by, noted_at)
    select t.district, t.id, t.path, someone.id, '2026-01-01', '2026-01-02', '病假', someone.id, now()
    from t, someone
    returning id
), new_explanation as (
    insert into explanation (district, centre, path, issuer_path, assignment, root, post, state, asked_at, due_at)
    select t.district, t.id, t.path, d.path, new_assignment.id, new_order.root, new_post.id, 'asked', now(), now() + interval '1 day'
    from d, t, new_assignment, new_order, new_post
    returning id
), new_import as (
    insert into roster_import (district, centre, path, lines, sent_by, sent_at)
    select t.district, t.id, t.path, '[]', someone.id, now()
    from t, someone
    returning id
), new_notice as (
    insert into notice (district, centre, path, about, about_path, kind, from_at, raised_at)
    select d.district, d.id, d.path, t.id, t.path, 'nobody_on_duty', now(), now()
    from d, t
    returning id
), new_hand_off as (
    -- Signed for already: whoever may not sign is refused, and whoever may hears that it was.
    insert into hand_off (district, event, way, sender, sender_path, receiver, receiver_path, above, reason, sent_at, sent_by,
                          due_at, above_at, received_at, received_by)
    select d.district, new_event.id, 'push_down', d.id, d.path, t.id, t.path, d.id, '属地处置', now(), someone.id,
           now() + interval '1 hour', now() + interval '2 hours', now(), someone.id
    from d, t, new_event, someone
    returning id
), new_version as (
    insert into responsibility_change (
        category, version, state, tier, post_zh, post_en, accept_min, register_min, dispatch_min, handle_min, verify_min,
        close_min, working_time, note, proposed_by, proposed_at)
    select r.category, 1 + (select count(*) from responsibility_change) + 1, 'proposed', 'township', '防汛岗', 'flood officer', 5, 5,
           5, 60, 5, 5, false, '下放镇街', someone.id, now()
    from (select r.category from responsibility r limit 1) r, someone
    returning id
), new_report as (
    insert into kpi_report (district, centre, path, kpi, period, revision, value, state, person, at)
    select t.district, t.id, t.path, k.id, date_trunc('year', current_date)::date - 1, 1, 80, 'submitted', someone.id, now()
    from t, kpi k, someone
    where k.code = 'access-kpi'
    returning id
), author as (
    insert into person (login, name) values ('author-' || $1, 'author') returning id
), author_post as (
    insert into post (district, centre, path, person, role, title_zh, title_en)
    select d.district, d.id, d.path, author.id, 'district_duty', '值班长', 'duty officer'
    from d, author
    returning id, person
), new_draft as (
    insert into order_draft (district, centre, path, person, post, state, spec, changed_at, key)
    select d.district, d.id, d.path, a.person, a.id, 'awaiting_cosign',
        jsonb_build_object('letter', jsonb_build_object('title', '停运', 'level', 'red'), 'choice',
            jsonb_build_object('centres', jsonb_build_array(t.code))), now(), 'draft-' || d.id
    from d, t, author_post a
    returning id
), client_author as (
    insert into person (login, name) select 'api-' || t.code, '12345' from t returning id
), client_post as (
    insert into post (district, centre, path, person, role, title_zh, title_en)
    select t.district, t.id, t.path, a.id, 'other_system', '对接系统', 'Other system' from t, client_author a
    returning id, person
), new_client as (
    insert into api_client (district, centre, path, name, person, post, scopes, per_minute, per_day, token_hash, token_start,
                            made_at, made_by)
    select t.district, t.id, t.path, '12345', a.person, a.id, '{events:read}', 1, 1, convert_to(t.code, 'utf8'), 'chm_', now(), ''
    from t, client_post a
    returning id, district, path
), new_webhook as (
    insert into webhook (district, path, client, url, topics, secret, made_at)
    select c.district, c.path, c.id, 'http://10.0.0.1/', '{events}', 'secret', now() from new_client c
    returning id, district, path, client
), new_delivery as (
    insert into webhook_delivery (district, path, webhook, client, news, verb, body, made_at, state, next_at, ended_at)
    select w.district, w.path, w.id, w.client, 1, 'event_moved', '{}', now(), 'given_up', now(), now() from new_webhook w
    returning id
), new_group as (
    insert into recipient_group (district, centre, path, name, codes)
    select d.district, d.id, d.path, '沿江', array[t.code]
    from d, t
    returning id
), new_room as (
    insert into room (district, centre, path, orders, name_zh, name_en, link, opened_by, opened_at)
    select d.district, d.id, d.path, o.id, '会商', 'talk', 'https://meet.example/1', someone.id, now()
    from d, new_order o, someone
    returning id
), new_entry as (
    insert into rate_entry (district, centre, path, event, rate, version, lane, category, at, day, numerator, denominator, why,
                            amount, noted_at)
    select t.district, t.id, t.path, new_event.id, n.rate, 1, '', (select r.category from responsibility r limit 1), now(),
           current_date, 0, 1, 'late', 15, now()
    from t, new_event, (values ('closed_in_time'), ('handled_in_time')) n (rate)
    returning id, at, rate
), new_appeal as (
    insert into rate_appeal (district, centre, path, entry, entry_at, event, rate, wanted, state, reason, filed_by, filed_at,
                             decider)
    select t.district, t.id, t.path, n.id, n.at, new_event.id, n.rate, 'leave_out', 'filed', '非我方责任', someone.id, now(), d.id
    from d, t, new_event, someone, new_entry n
    where n.rate = 'handled_in_time'
    returning id
)
select json_build_object(
    'district', $1, 'centre', $2, 'event', (select id from new_event), 'warning', (select id from new_warning),
    'plan', (select id from new_plan), 'order', (select id from new_order), 'assignment', (select id from new_assignment),
    'attachment', (select id from new_attachment), 'review', (select id from new_review),
    'improvement', (select id from new_improvement), 'report', (select id from new_report), 'risk_point', (select id from point),
    'approval', (select id from new_approval), 'appeal', (select id from new_appeal),
    'entry', (select id from new_entry where rate = 'closed_in_time'),
    'shift', (select min(id) from new_shift), 'other_shift', (select max(id) from new_shift),
    'hand_over', (select id from new_hand_over), 'absence', (select id from new_absence),
    'roster_import', (select id from new_import), 'notice', (select id from new_notice),
    'explanation', (select id from new_explanation), 'hand_off', (select id from new_hand_off),
    'version', (select id from new_version), 'category', (select r.category from responsibility r limit 1), 'post', (select id from new_post),
    'draft', (select id from new_draft), 'group', (select id from new_group), 'room', (select id from new_room),
    'client', (select id from new_client), 'webhook', (select id from new_webhook), 'delivery', (select id from new_delivery))
