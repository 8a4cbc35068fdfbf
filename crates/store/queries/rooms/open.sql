select r.id from room r
where r.closed_at is null and r.name_zh = $3 and (($1::bigint is not null and r.orders = $1) or ($2::bigint is not null and r.event = $2))
