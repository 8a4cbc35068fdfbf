call partitions_ahead($1, 1)
