-- One board, lane and KPI, which districts and townships report on.
with b as (
    insert into board (code, seq, tier, name_zh, name_en)
    values ('access-board', 1, 'city', '板块', 'board'), ('access-township', 1, 'township', '镇街板块', 'township board')
), l as (
    insert into lane (code, board, township_board, seq, name_zh, name_en)
    values ('access-lane', 'access-board', 'access-township', 1, '跑道', 'lane')
), s as (
    insert into sublane (code, lane, seq, name_zh, name_en) values ('access-sublane', 'access-lane', 1, '子跑道', 'sublane')
)
insert into kpi (code, sublane, seq, name_zh, name_en, definition_zh, definition_en, unit, decimals, aim, cumulative, period,
                 tiers, illustrative, source)
values ('access-kpi', 'access-sublane', 1, '指标', 'KPI', '口径', 'definition', '%', 1, 'higher', false, 'month',
        '{city,district,township}', true, 'test')
