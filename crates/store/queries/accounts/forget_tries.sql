delete from sign_in_try t
where t.at < $1
