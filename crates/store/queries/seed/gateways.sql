-- One gateway a district: $1 the hash of their password.
insert into gateway (login, password_hash, path)
select 'gw-' || lower(code), $1, path from centre where tier = 'district' order by code
