select took_part_at($1)
