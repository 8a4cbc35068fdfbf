-- $1 data/people.json; $2 the hash of the demo password, for those who may sign in; $3 now.
with doc as (
    select $1::jsonb as d
), one as (
    select c.id as centre, c.code, c.tier, r ->> 'role' as role, null::text as lane,
           replace(r ->> 'login', '{code}', lower(c.code)) || case when n > 1 then '-' || n else '' end as login
    from doc cross join lateral jsonb_array_elements(d -> 'rules') r
    join centre c on c.tier = r ->> 'tier'
    cross join lateral generate_series(1, (r ->> 'count')::integer) n
), owner as (
    select c.id as centre, c.code, c.tier, 'lane_owner' as role, l.code as lane,
           case when c.tier = 'district' then replace(replace(d -> 'lane_owners' ->> 'district', '{code}', lower(c.code)), '{board}', l.board)
                when l.code = d -> 'lane_owner_account' ->> 'lane' then d -> 'lane_owner_account' ->> 'login'
                else replace(d -> 'lane_owners' ->> 'city', '{lane}', l.code) end as login
    from doc cross join lane l
    join centre c on c.tier in ('city', 'district')
), holder as (
    select * from one union all select * from owner
), named as (
    select distinct on (login) login, code, tier,
           (d -> 'surnames' ->> floor(demo.dice('surname' || login) * jsonb_array_length(d -> 'surnames'))::integer)
           || (d -> 'given' ->> floor(demo.dice('given' || login) * jsonb_array_length(d -> 'given'))::integer)
           || (d ->> 'mark') as name,
           (tier = 'city' and d -> 'accounts' -> 'city' ? login)
           or (tier = 'district' and role <> 'lane_owner')
           or (tier = 'township' and d -> 'accounts' -> 'townships' ? code) as may_sign_in
    from holder cross join doc
    order by login
), made as (
    -- No subscriber's number in 023 begins with 0000: these can never ring.
    insert into person (login, name, password_hash, phone)
    select login, name, case when may_sign_in then $2 end, '023-0000-' || lpad((row_number() over (order by login))::text, 4, '0')
    from named order by login
    returning id, login
)
insert into post (district, centre, path, person, role, title_zh, title_en, lane, valid_from)
select c.district, c.id, c.path, m.id, h.role,
       (d -> 'titles' -> h.role ->> 'zh') || coalesce(' · ' || l.name_zh, ''), (d -> 'titles' -> h.role ->> 'en') || coalesce(', ' || l.name_en, ''),
       h.lane, $3::timestamptz - interval '400 days'
from holder h
join made m on m.login = h.login
join centre c on c.id = h.centre
left join lane l on l.code = h.lane
cross join doc
order by c.id, h.role, h.login, h.lane
