select is_on_the_way($1)
