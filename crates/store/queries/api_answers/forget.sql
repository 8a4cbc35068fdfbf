delete from api_answer
where begun_at < $1
