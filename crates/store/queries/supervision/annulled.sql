-- Nothing when the same card was annulled before.
insert into annulment (district, path, issuer_path, assignment, card, reason, person, at)
select a.district, a.path, a.issuer_path, a.id, a.supervision, $2, $3, $4
from assignment a
where a.id = $1
on conflict on constraint annulment_card_key do nothing
returning id
