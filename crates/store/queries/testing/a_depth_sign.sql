-- The deepest water in underpasses, as a sign of every tier.
insert into indicator (
    code, seq, name_zh, name_en, definition_zh, definition_en, source_zh, source_en, unit, decimals, front, tiers, quantity,
    risk_kind, aggregation, direction, bands, stale_after_s, illustrative)
values ('underpass_depth', 1, '下穿道积水最深', 'Deepest underpass water', '最大读数', 'Largest reading', '水位计', 'Gauges', 'cm', 0, 1,
    '{city,district,township}', 'water_depth', 'underpass', 'max', 'above',
    '[{"level": "yellow", "raise": 15, "clear": 10}, {"level": "red", "raise": 30, "clear": 20}]', 1800, true)
