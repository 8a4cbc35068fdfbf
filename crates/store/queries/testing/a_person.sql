insert into person (login, name, password_hash)
values ($1, $1, $2)
on conflict on constraint person_login_key do update set name = excluded.name
returning id
