-- `alter role` takes no parameters, so the name and the password travel as settings.
do $$
begin
    execute format(
        'alter role %I with login password %L',
        current_setting('cityhelm.role_name'),
        current_setting('cityhelm.role_password')
    );
end
$$
