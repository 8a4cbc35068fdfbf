insert into plan_step (
    plan, seq, step_group, action_zh, action_en, recipient, recipient_centre, post_zh, post_en, deadline_min, photo)
values ($1, $2, 1, $3, $3, $4, (select c.id from centre c where c.code = $5), '值班长', 'duty officer', $6, $7)
