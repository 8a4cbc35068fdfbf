update warning
set state = 'acknowledged', acknowledged_at = $2, acknowledged_by = $3
where id = $1 and state = 'raised'
returning event
