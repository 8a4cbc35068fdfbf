-- A lane of its own board, and a category that belongs to it.
with board as (
    insert into board (code, seq, tier, name_zh, name_en)
    values ('b-' || $2, 1, 'city', '板块', 'board')
    on conflict on constraint board_pkey do nothing
), lane as (
    insert into lane (code, board, seq, name_zh, name_en)
    values ($2, 'b-' || $2, 1, $2, $2)
    on conflict on constraint lane_pkey do nothing
)
update responsibility
set lane = $2
where category = $1
