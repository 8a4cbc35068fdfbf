update api_client
set revoked_at = $2
where id = $1 and revoked_at is null
