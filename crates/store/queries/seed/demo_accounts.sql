-- $1 the people's password, $2 the gateways'.
insert into demo_account (login, kind, password)
select login, 'person', $1 from person where password_hash is not null
union all
select login, 'gateway', $2 from gateway
