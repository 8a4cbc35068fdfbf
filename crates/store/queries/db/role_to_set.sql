select
    set_config('cityhelm.role_name', $1, true),
    set_config('cityhelm.role_password', $2, true)
