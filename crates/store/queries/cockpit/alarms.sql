-- Open warnings that have a place, as the map's live source: the worst of each place, a thousand at most.
select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object(
    'type', 'Feature', 'id', f.id, 'geometry', st_asgeojson(f.place, 6)::json,
    'properties', json_build_object('id', f.id, 'level', f.level, 'title', f.title_zh, 'title_en', f.title_en, 'stale', f.stale)
) order by f.level, f.raised_at), '[]'::json))::text
from (
    select w.id, w.level, w.title_zh, w.title_en, w.raised_at, w.stale, coalesce(p.place, v.place) as place
    from warning w
    join datastream s on s.id = w.datastream
    join device v on v.id = s.device
    left join risk_point p on p.id = w.risk_point
    where w.cleared_at is null
        and ($1::bigint is null or w.district = $1)
        and ($2::text is null or w.path <@ $2::ltree)
    order by w.level desc, w.raised_at desc
    limit 1000
) f
