-- Begins to answer a key, unless somebody did before. What was begun before $4 and never ended is begun anew: its server died.
insert into api_answer as a (client, key, fingerprint, begun_at)
values ($1, $2, $3, $5)
on conflict on constraint api_answer_pkey do update
set begun_at = excluded.begun_at
where a.status is null and a.begun_at < $4 and a.fingerprint = excluded.fingerprint
returning true
