-- Cases that may be the same as one of category $1 at the place of $2 (a case), at $8 and $9 (degrees) or else at $3 (a centre),
-- reported at $4 and said in the words $5; closed ones not before $6.
with place as (
    select coalesce(
        (select e.place from event e where e.id = $2),
        st_setsrid(st_makepoint($8, $9), 4326),
        (select c.label from centre c where c.id = $3)) as at_place
), near as (
    select n.id, n.reported_at, n.distance_m, n.same_category, n.ordinality
    from place p
    cross join responsibility r
    cross join lateral events_near(
        p.at_place, r.near_m, $4::timestamptz - make_interval(hours => r.near_h), $4::timestamptz + make_interval(hours => r.near_h),
        $6::timestamptz, r.class, r.category, $5, $2, $7) with ordinality n
    where r.category = $1
)
select
    e.id, e.number, e.title_zh, e.title_en, e.category_zh, e.category_en, e.level, e.state, e.source, e.centre_tag,
    e.district_zh, e.district_en, e.reported_at, e.due_at, e.step_started_at, e.step_due_at, e.stopped_at, e.closed_at,
    n.distance_m, n.same_category
from near n
join event_row e on e.id = n.id and e.reported_at = n.reported_at
order by n.ordinality
