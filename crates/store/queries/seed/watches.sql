-- What the machine must remember of the open warnings, so that the next reading goes on from there.
insert into watch (rule, datastream, district, path, state, last_at)
select w.rule, w.datastream, w.district, w.path,
       jsonb_build_object(
           'levels', (select jsonb_agg(jsonb_build_object(
               'level', b -> 'level', 'since', null,
               'on', array_position(array['blue', 'yellow', 'orange', 'red'], b ->> 'level') <= w.level))
               from jsonb_array_elements(r.bands) b),
           'last_at', w.value_at, 'last_value', w.value, 'raised_at', w.raised_at,
           'worst', (array['blue', 'yellow', 'orange', 'red'])[w.worst]),
       w.value_at
from warning w
join rule r on r.id = w.rule
where w.cleared_at is null
