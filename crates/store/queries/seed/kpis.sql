insert into kpi (code, sublane, seq, name_zh, name_en, definition_zh, definition_en, unit, decimals, aim, cumulative, period, tiers,
                 illustrative, source)
select k ->> 'code', s ->> 'code', seq, k ->> 'name', k ->> 'name_en', k ->> 'definition', k ->> 'definition_en', k ->> 'unit',
       (k ->> 'decimals')::smallint, k ->> 'aim', (k ->> 'cumulative')::boolean, k ->> 'period',
       array(select jsonb_array_elements_text(k -> 'tiers')), (k ->> 'illustrative')::boolean, k ->> 'source'
from jsonb_array_elements($1::jsonb) with ordinality as x (s, place)
cross join lateral jsonb_array_elements(s -> 'kpis') with ordinality as y (k, seq)
order by place, seq
