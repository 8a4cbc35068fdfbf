-- The versions of a centre's rules ($1 its path), latest first; for the city what it began with too.
select r.id, r.version, r.valid_from, r.note, coalesce(h.name, '') as who, r.made_at
from supervision_rules r
left join person h on h.id = r.made_by
where r.path = $1::ltree or (nlevel($1::ltree) = 1 and r.centre is null)
order by r.valid_from desc, r.version desc
limit 50
