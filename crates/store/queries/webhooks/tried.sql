-- What became of a try.
with noted as (
    insert into webhook_try (delivery, n, at, status, took_ms, error)
    select d.id, d.tries + 1, $2, $3, $4, $5
    from webhook_delivery d
    where d.id = $1
)
update webhook_delivery
set tries = tries + 1,
    round_tries = round_tries + 1,
    state = $6,
    next_at = coalesce($7, next_at),
    ended_at = case when $6 = 'waiting' then null else $2 end
where id = $1
