update kpi_report
set state = $2, reason = case $2 when 'returned' then $3 else reason end
where id = $1
