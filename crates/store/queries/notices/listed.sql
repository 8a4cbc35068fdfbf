-- What a centre was told and what was told about it, latest first.
select n.id, n.kind, n.state, t.tag as told_tag, a.tag as about_tag, n.from_at, n.raised_at, n.acknowledged_at, h.name, n.over_at
from notice n
join centre_tag t on t.id = n.centre
join centre_tag a on a.id = n.about
left join person h on h.id = n.acknowledged_by
where (n.centre = $1 or n.about = $1) and ($2 or n.state <> 'over')
  and ($3::timestamptz is null or (n.raised_at, n.id) < ($3, $4))
order by n.raised_at desc, n.id desc
limit $5
