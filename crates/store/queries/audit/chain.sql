-- A stretch of one chain, with what each row's hash must cover.
select a.seq, a.before_hash, a.hash, audit_text(a) as text
from audit a
where a.district = $1 and a.seq > $2
order by a.seq
limit $3
