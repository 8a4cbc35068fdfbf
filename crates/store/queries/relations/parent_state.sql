select event_parent_state($1)
