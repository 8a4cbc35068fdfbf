insert into room_visit (room, person, centre, at) values ($1, $2, $3, $4) on conflict do nothing
