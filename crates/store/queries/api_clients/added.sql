-- A client, with the post under which it acts. A token that is there already adds nothing.
with acting as (
    select a.person, a.post
    from add_other_system($1, $2, $8) a
    where not exists (select from api_client k where k.token_hash = $6)
)
insert into api_client (
    district, centre, path, name, person, post, scopes, per_minute, per_day, token_hash, token_start, made_at, made_by, expires_at)
select c.district, c.id, c.path, $1, a.person, a.post, $3, $4, $5, $6, $7, $8, $9, $10
from acting a
join centre c on c.id = $2
on conflict on constraint api_client_token_key do nothing
returning id
