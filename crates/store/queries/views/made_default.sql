insert into view_default (person, list, view)
values ($1, $2, $3)
on conflict on constraint view_default_pkey do update set view = excluded.view
