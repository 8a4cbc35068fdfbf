select n.id, n.kind, n.state, t.tag as told_tag, a.tag as about_tag, n.from_at, n.raised_at, n.acknowledged_at, h.name, n.over_at
from notice n
join centre_tag t on t.id = n.centre
join centre_tag a on a.id = n.about
left join person h on h.id = n.acknowledged_by
where n.id = $1
