-- Requests that wait for the centre above: of districts for the city, of townships for their district. $1 phrases; $2 now.
with wish as (
    select w.kind, w.minutes, w.text, row_number() over () - 1 as seq, count(*) over () as n
    from jsonb_to_recordset($1::jsonb -> 'requests') as w (kind text, minutes integer, text text)
), handled as (
    select e.id, c.id as centre, c.district, c.path, above.id as decider, c.tier,
           row_number() over (partition by c.tier order by e.reported_at desc, e.id) - 1 as seq
    from event e
    join centre c on c.id = e.centre
    join centre above on above.id = c.parent
    where e.state = 'handling' and c.tier in ('district', 'township')
)
insert into approval (district, centre, path, event, kind, state, minutes, reason, asked_by, asked_at, decider)
select h.district, h.centre, h.path, h.id, w.kind, 'asked', w.minutes, w.text, asker.person,
       $2::timestamptz - make_interval(mins => 4 + floor(50 * demo.dice('asked' || h.id))::integer), h.decider
from handled h
join wish w on w.seq = h.seq % w.n
join lateral (
    select p.person from post p
    where p.centre = h.centre and p.role in ('district_duty', 'township_director') order by p.id limit 1
) asker on true
where h.seq < case h.tier when 'district' then 6 else 40 end
order by h.id
