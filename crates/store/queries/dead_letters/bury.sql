insert into dead_letter (at, gateway, topic, message_id, payload, reason)
select $1, l.gateway, l.topic, l.message_id, l.payload, l.reason
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[]) as l (gateway, topic, message_id, payload, reason)
