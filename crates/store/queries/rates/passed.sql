-- Adds to what a case went through.
update event
set dispatches = dispatches + $2, returns = returns + $3, hand_backs = hand_backs + $4, reworks = reworks + $5
where id = $1
returning dispatches, returns, hand_backs, reworks
