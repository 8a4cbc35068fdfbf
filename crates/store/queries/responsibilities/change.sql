-- A version that was proposed: its category, its name, its number and its state.
select c.category, r.name_zh, r.name_en, c.version, c.state
from responsibility_change c
join responsibility r on r.category = c.category
where c.id = $1
