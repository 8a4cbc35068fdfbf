-- Opens the review of a case, by a rule ($3) or by somebody ($4); once.
insert into review (district, centre, path, event, state, opened_at, rule, opened_by)
select e.district, e.centre, e.path, e.id, 'open', $2, $3, $4
from event e
where e.id = $1
on conflict on constraint review_event_key do nothing
returning id
