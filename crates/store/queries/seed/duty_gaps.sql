-- Two gaps to look at: nobody is on duty at a township now, and nobody takes the next shift of a district. $1 now.
delete from duty d
using centre c
where c.id = d.centre
  and ((c.code = '500106018' and d.from_at <= $1 and d.to_at > $1)
       or (c.code = '500110' and d.from_at > $1 and d.from_at <= $1::timestamptz + interval '12 hours'))
