select r.orders, r.event, r.name_zh, r.name_en, r.centre, r.closed_at from room r where r.id = $1
