-- Lets one more centre see an order.
update orders set shared_with = shared_with || $2::ltree where id = $1 and not ($2::ltree = any(shared_with))
