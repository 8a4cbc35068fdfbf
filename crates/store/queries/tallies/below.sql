-- Centres directly below one, worst first: open warnings by level and late cases.
select c.tag, st_x(p.label) as longitude, st_y(p.label) as latitude, n.blue, n.yellow, n.orange, n.red, n.late
from centre p
join centre_tag c on c.id = p.id
cross join lateral (
    select
        coalesce(sum(t.n) filter (where t.topic = 'warning' and t.level = 1), 0)::bigint as blue,
        coalesce(sum(t.n) filter (where t.topic = 'warning' and t.level = 2), 0)::bigint as yellow,
        coalesce(sum(t.n) filter (where t.topic = 'warning' and t.level = 3), 0)::bigint as orange,
        coalesce(sum(t.n) filter (where t.topic = 'warning' and t.level = 4), 0)::bigint as red,
        coalesce(sum(t.n) filter (where t.topic = 'event'), 0)::bigint as late
    from (
        select y.topic, y.level, y.n
        from tally y
        where y.centre = p.id and y.day = '-infinity'
            and ((y.topic = 'warning' and y.state = 'open') or (y.topic = 'event' and y.state = 'late'))
        union all
        select d.topic, d.level, d.n
        from tally_delta d
        where d.path <@ p.path and d.day = '-infinity'
            and ((d.topic = 'warning' and d.state = 'open') or (d.topic = 'event' and d.state = 'late'))
    ) t
) n
where p.parent = $1
order by n.red desc, n.orange desc, n.yellow desc, n.blue desc, n.late desc, p.code
