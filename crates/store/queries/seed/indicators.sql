-- The point a sign is read at is set once there are points.
insert into indicator (code, seq, name_zh, name_en, definition_zh, definition_en, source_zh, source_en, unit, decimals, board, front,
                       tiers, quantity, risk_kind, aggregation, direction, bands, stale_after_s, illustrative)
select i ->> 'code', seq, i ->> 'name', i ->> 'name_en', i ->> 'definition', i ->> 'definition_en', i ->> 'source', i ->> 'source_en',
       i ->> 'unit', (i ->> 'decimals')::smallint, i ->> 'board', (i ->> 'front')::smallint,
       array(select jsonb_array_elements_text(i -> 'tiers')), i ->> 'quantity', i ->> 'risk_kind', i ->> 'aggregation',
       i ->> 'direction', i -> 'bands', (i ->> 'stale_after_s')::integer, (i ->> 'illustrative')::boolean
from jsonb_array_elements($1::jsonb) with ordinality as x (i, seq)
