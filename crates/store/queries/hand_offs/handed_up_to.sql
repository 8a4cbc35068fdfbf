select handed_up_to($1)
