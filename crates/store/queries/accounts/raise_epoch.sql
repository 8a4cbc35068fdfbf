update person p
set session_epoch = p.session_epoch + 1
where p.id = $1
