-- Whoever asks next waits until the transaction ends.
select r.state
from review r
where r.id = $1
for update
