-- Lanes that have an owner at a district in a scope.
select l.code, l.name_zh, l.name_en
from lane l
where exists (
    select from post p
    join centre c on c.id = p.centre
    where p.role = 'lane_owner' and p.lane = l.code and c.tier = 'district' and c.path <@ $1::ltree
        and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2))
order by l.code
