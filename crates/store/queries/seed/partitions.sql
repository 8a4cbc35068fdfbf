-- Room for the history. $1 today.
call partitions_ahead($1::date, 7)
