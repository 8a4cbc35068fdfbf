-- A finished database is known by its comment.
do $$
begin
    execute format('comment on database %I is %L', current_database(), 'kept');
end $$;
