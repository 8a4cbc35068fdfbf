-- After a correction whoever still owes something must read it again; with a new deadline its clock runs to that.
update assignment a
set read_at = null,
    state = case a.state when 'read' then 'delivered' else a.state end,
    due_at = coalesce($2, a.due_at),
    lamp = case when $2 is null then a.lamp else 'green' end
where a.orders = $1 and a.state in ('issued', 'delivered', 'read', 'accepted', 'doing')
returning a.path::text
