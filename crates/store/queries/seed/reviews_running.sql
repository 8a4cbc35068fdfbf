-- A review whose improvements still run is not concluded.
update review r
set state = 'open', concluded_at = null, concluded_by = null, findings = ''
where r.state = 'concluded' and exists (select from improvement i where i.review = r.id and i.done_at is null)
