select
    s.step_group, s.seq, s.action_zh, s.action_en, s.recipient, s.post_zh, s.post_en, s.deadline_min, s.photo
from plan_step s
where s.plan = $1
order by s.step_group, s.seq
