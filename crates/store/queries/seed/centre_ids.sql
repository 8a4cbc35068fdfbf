select setval(pg_get_serial_sequence('centre', 'id'), (select max(id) from centre))
