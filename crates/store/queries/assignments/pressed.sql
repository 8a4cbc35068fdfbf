update assignment a
set lamp = n.lamp, supervision = n.supervision
from unnest($1::bigint[], $2::text[], $3::text[]) n (id, lamp, supervision)
where a.id = n.id
