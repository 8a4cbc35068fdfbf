-- Of a thousand cases those whose pairs are not what the product would keep.
select count(*)
from event e
where e.id % greatest((select max(m.id) from event m) / 1000, 1) = 0
    and not (e.pairs @> pair_codes(event_text(e)) and e.pairs <@ pair_codes(event_text(e)))
