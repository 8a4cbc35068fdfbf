-- What recipients reported. $1 phrases.
with said as (
    select kind, text, row_number() over (partition by kind order by place) - 1 as seq, count(*) over (partition by kind) as n
    from (values ('doing'), ('done')) as k (kind)
    cross join lateral jsonb_array_elements_text($1::jsonb -> kind) with ordinality as t (text, place)
)
insert into progress (district, path, assignment, at, person, percent, note)
select a.district, a.path, a.id, coalesce(a.done_at, a.accepted_at + interval '4 minutes'), p.person, a.percent, s.text
from assignment a
join orders o on o.id = a.orders
join lateral (
    select person from post where post.centre = a.centre and role in ('township_staff', 'district_duty', 'city_duty') order by id limit 1
) p on true
join said s on s.kind = case when a.done_at is null then 'doing' else 'done' end
    and s.seq = floor(demo.dice('said' || o.number || a.outline) * s.n)
where a.percent > 0
order by a.id
