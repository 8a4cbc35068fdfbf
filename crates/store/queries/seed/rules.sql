-- $2: those of one point (true) or those of a kind (false).
insert into rule (code, quantity, risk_kind, risk_point, direction, bands, for_raise_s, for_clear_s, stale_after_s, category, title_zh, title_en)
select r.code, r.quantity, r.kind, p.id, r.direction,
       (select jsonb_agg(jsonb_build_object('level', b ->> 0, 'raise', b -> 1, 'clear', b -> 2)) from jsonb_array_elements(r.bands) b),
       r.for_raise_s, r.for_clear_s, r.stale_after_s, r.category, r.title, r.title_en
from jsonb_to_recordset($1::jsonb) as r (
    code text, quantity text, kind text, risk_point text, direction text, bands jsonb, for_raise_s integer, for_clear_s integer,
    stale_after_s integer, category text, title text, title_en text)
left join risk_point p on p.code = r.risk_point
where (r.risk_point is not null) = $2
order by r.code
