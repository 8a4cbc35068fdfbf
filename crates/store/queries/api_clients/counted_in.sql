-- Counts a request in, if it is within both quotas ($2 a minute, $3 a day). One row a client: all servers agree.
insert into api_use as u (client, minute_at, minute_n, day_at, day_n, let_in, used_at)
values ($1, date_trunc('minute', $4::timestamptz, 'UTC'), 1, date_trunc('day', $4::timestamptz, 'UTC'), 1, true, $4)
on conflict on constraint api_use_pkey do update
set let_in = (u.minute_at < excluded.minute_at or u.minute_n < $2) and (u.day_at < excluded.day_at or u.day_n < $3),
    minute_n = case when u.minute_at < excluded.minute_at then 0 else u.minute_n end
        + ((u.minute_at < excluded.minute_at or u.minute_n < $2) and (u.day_at < excluded.day_at or u.day_n < $3))::integer,
    day_n = case when u.day_at < excluded.day_at then 0 else u.day_n end
        + ((u.minute_at < excluded.minute_at or u.minute_n < $2) and (u.day_at < excluded.day_at or u.day_n < $3))::integer,
    minute_at = greatest(u.minute_at, excluded.minute_at),
    day_at = greatest(u.day_at, excluded.day_at),
    used_at = excluded.used_at
returning let_in, minute_n, day_n, minute_at, day_at
