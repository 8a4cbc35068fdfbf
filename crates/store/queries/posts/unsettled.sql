-- Posts whose holder today is another than they say: a holding began or ended. One index look-up a post, however long its history.
select p.id
from post p
left join lateral (
    select h.person, h.to_at
    from holding h
    where h.post = p.id and h.from_at <= $1
    order by h.from_at desc
    limit 1
) h on true
where (p.valid_to is null or p.valid_to > $1)
    and p.person is distinct from case when h.to_at is null or h.to_at > $1 then h.person end
order by p.id
limit 100
