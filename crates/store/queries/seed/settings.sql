-- Compiling the seed's long statements costs more than it saves.
select set_config('jit', 'off', true), set_config('timezone', 'UTC', true), set_config('work_mem', '64MB', true)
