update notice n
set state = 'acknowledged', acknowledged_at = $2, acknowledged_by = $3
where n.id = $1 and n.state = 'open'
