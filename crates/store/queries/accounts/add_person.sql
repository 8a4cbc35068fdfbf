insert into person (login, name, password_hash)
values ($1, $2, $3)
returning id
