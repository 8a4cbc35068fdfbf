-- A second claim waits here for the first to end, and then inserts nothing.
insert into request_key (noun, centre, key, row_id)
values ($1, $2, $3, 0)
on conflict on constraint request_key_pkey do nothing
