-- A KPI in a lane of its own board, which runs at the township too.
with board as (
    insert into board (code, seq, tier, name_zh, name_en)
    values ('b-' || $2, 1, 'city', '板块', 'board'), ('t-' || $2, 1, 'township', '镇街板块', 'township board')
    on conflict on constraint board_pkey do nothing
), lane as (
    insert into lane (code, board, township_board, seq, name_zh, name_en)
    values ($2, 'b-' || $2, 't-' || $2, 1, $2, $2)
    on conflict on constraint lane_pkey do nothing
), sublane as (
    insert into sublane (code, lane, seq, name_zh, name_en)
    values ($2 || '-1', $2, 1, $2, $2)
    on conflict on constraint sublane_pkey do nothing
)
insert into kpi (
    code, sublane, seq, name_zh, name_en, definition_zh, definition_en, unit, decimals, aim, cumulative, period, tiers,
    illustrative, source)
values ($1, $2 || '-1', 1, $1, $1, '口径', 'definition', '%', 1, $3, $4, $5, '{city,district,township}', true, 'test')
