-- A proposal; $1 category.
insert into responsibility_change (
    category, version, state, tier, post_zh, post_en, lane, accept_min, register_min, dispatch_min, handle_min, verify_min, close_min,
    working_time, note, proposed_by, proposed_at)
select $1, coalesce((select max(c.version) from responsibility_change c where c.category = $1), 1) + 1, 'proposed', $2, $3, $4, $5,
       $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
returning id, version
