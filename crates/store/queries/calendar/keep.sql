insert into work_day (day, works, name_zh, name_en, provisional)
values ($1, $2, $3, $4, $5)
on conflict on constraint work_day_pkey do update
set works = excluded.works, name_zh = excluded.name_zh, name_en = excluded.name_en, provisional = excluded.provisional
