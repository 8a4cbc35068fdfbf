-- A roster that was sent, held until the transaction ends.
select i.id, t.tag, i.lines, h.name, i.sent_at, i.applied_at
from roster_import i
join centre_tag t on t.id = i.centre
join person h on h.id = i.sent_by
where i.id = $1
for update of i
