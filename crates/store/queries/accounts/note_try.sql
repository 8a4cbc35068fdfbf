insert into sign_in_try (at, login, address, succeeded)
values ($1, $2, $3, $4)
