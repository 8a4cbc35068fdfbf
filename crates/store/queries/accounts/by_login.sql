-- Whom a login names, with the post to begin as: the one of the highest centre.
select
    p.id, p.name, p.password_hash, p.session_epoch, p.disabled_at is not null as disabled,
    (
        select o.id
        from holding h
        join post o on o.id = h.post
        where h.person = p.id and h.from_at <= $2 and (h.to_at is null or h.to_at > $2)
            and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2)
        order by nlevel(o.path), o.id
        limit 1
    ) as post
from person p
where p.login = $1
