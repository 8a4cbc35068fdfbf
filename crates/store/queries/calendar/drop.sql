delete from work_day
where day = $1
