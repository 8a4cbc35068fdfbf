-- Gateways lie in a place and hold secrets: behind the wall like everything else, although people are granted nothing of them.
call guard('gateway', 'path <@ (select scope())');
