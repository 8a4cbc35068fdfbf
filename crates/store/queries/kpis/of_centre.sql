-- KPIs of a centre under their boards, lanes and sub-lanes in their fixed order, all, of a lane, or one; also lanes that have none at
-- this tier. Reads what stands now and never the history.
select
    b.code as board, b.name_zh as board_zh, b.name_en as board_en, l.code as lane, l.name_zh as lane_zh, l.name_en as lane_en,
    s.code as sublane, s.name_zh as sublane_zh, s.name_en as sublane_en,
    k.id, k.code, k.name_zh, k.name_en, k.definition_zh, k.definition_en, k.unit, k.decimals, k.aim, k.cumulative, k.period as rhythm,
    k.illustrative, t.target, n.period, n.value, n.previous, coalesce(n.waiting, 0) > 0 as waiting
from lane l
join board b on b.code = case when $2 in ('city', 'district') then l.board else l.township_board end
left join sublane s on s.lane = l.code
left join kpi k on k.sublane = s.code and $2 = any(k.tiers)
left join kpi_target t on t.centre = $1 and t.kpi = k.id and t.year = $3
left join kpi_now n on n.centre = $1 and n.kpi = k.id
where ($4::text is null or l.code = $4)
    and ($5::text is null or k.code = $5)
order by b.seq, l.seq, l.code, s.seq, s.code, k.seq, k.id
