-- A review of each graver case that is closed, and what was promised; what still runs keeps its review open. $1 phrases; $2 now.
with finding as (
    select text, row_number() over () - 1 as seq, count(*) over () as n from jsonb_array_elements_text($1::jsonb -> 'findings') as f (text)
), promise as (
    select text, row_number() over () - 1 as seq, count(*) over () as n from jsonb_array_elements_text($1::jsonb -> 'improvements') as f (text)
), due as (
    select e.*, demo.dice('review' || e.number) as luck, e.closed_at > $2::timestamptz - interval '9 days' as open
    from event e
    where e.state = 'closed' and e.source = 'warning' and e.level >= 3
), opened as (
    insert into review (district, centre, path, event, rule, state, findings, opened_at, concluded_at, concluded_by)
    select d.district, d.centre, d.path, d.id, 'grave', case when d.open then 'open' else 'concluded' end, case when d.open then '' else f.text end,
           d.closed_at + interval '2 seconds', case when not d.open then d.closed_at + make_interval(hours => 20 + floor(70 * d.luck)::integer) end,
           case when not d.open then (select person from post where post.centre = d.district and role = 'district_director' order by id limit 1) end
    from due d join finding f on f.seq = floor(d.luck * f.n)
    order by d.closed_at
    returning id, district, centre, path, event, state, opened_at, concluded_at
)
insert into improvement (district, centre, path, review, action, owner_name, due_on, done_at, promised_at, late)
select o.district, o.centre, o.path, o.id, p.text, x.name,
       x.due_on,
       case when x.luck < 0.9 and o.concluded_at + make_interval(days => 6 + k * 8) < $2::timestamptz then o.concluded_at + make_interval(days => 6 + k * 8) end,
       o.concluded_at,
       x.luck >= 0.9 and x.due_on < ($2::timestamptz at time zone 'Asia/Shanghai')::date
from opened o
join event e on e.id = o.event
cross join generate_series(0, 1) k
cross join lateral (
    select demo.dice('improve' || e.number || k) as luck,
           ((o.concluded_at + make_interval(days => 12 + k * 9)) at time zone 'Asia/Shanghai')::date as due_on,
           coalesce((select person.name from post join person on person.id = post.person
                     where post.centre = o.district and role = 'district_director' order by post.id limit 1), '') as name
) x
join promise p on p.seq = floor(demo.dice('promise' || e.number || k) * p.n)
where o.state = 'concluded' and (k = 0 or demo.dice('second' || e.number) < 0.5)
order by o.id, k
