-- Which of these seats may stay: the session is kept, and person, epoch, post and its holding are good.
select s.nth
from unnest($1::bigint[], $2::text[], $3::bigint[], $4::integer[], $5::bigint[]) as s (nth, session, person, epoch, post)
where exists (
        select from tower_sessions.session k where k.id = s.session and k.expiry_date > $6
    )
  and exists (
        select
        from person p
        join holding h on h.person = p.id and h.from_at <= $6 and (h.to_at is null or h.to_at > $6)
        join post o on o.id = h.post
        where p.id = s.person and p.session_epoch = s.epoch and p.disabled_at is null
          and o.id = s.post and o.valid_from <= $6 and (o.valid_to is null or o.valid_to > $6)
    )
