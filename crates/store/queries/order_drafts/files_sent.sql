-- What lay with the draft goes with the order.
update attachment a
set orders = $2
where a.order_draft = $1
