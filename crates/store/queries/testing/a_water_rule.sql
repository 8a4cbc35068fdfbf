-- Water in underpasses: what it is measured in, who must take it, and when it is a danger.
with quantity as (
    insert into quantity (code, name_zh, name_en, unit, decimals, min_value, max_value)
    values ('water_depth', '积水深度', 'water depth', 'cm', 0, 0, 500)
), kind as (
    insert into risk_kind (code, name_zh, name_en)
    values ('underpass', '下穿道', 'underpass')
), responsible as (
    insert into responsibility (
        category, class, class_zh, class_en, name_zh, name_en, tier, post_zh, post_en, accept_min, register_min, dispatch_min,
        handle_min, verify_min, close_min, working_time, grade)
    values ('road_flooding', 'emergency', '突发事件', 'emergency', '道路积水', 'flooded road', 'district', '值班长', 'duty officer',
        15, 10, 20, 120, 30, 40, false, 'I')
)
insert into rule (
    code, quantity, risk_kind, direction, bands, for_raise_s, for_clear_s, stale_after_s, category, title_zh, title_en)
values ('underpass_depth', 'water_depth', 'underpass', 'above',
    '[{"level": "blue", "raise": 10, "clear": 7}, {"level": "yellow", "raise": 15, "clear": 10},
      {"level": "orange", "raise": 25, "clear": 18}, {"level": "red", "raise": 30, "clear": 20}]',
    $1, $2, 900, 'road_flooding', '{point}积水 {value} cm', '{point}: water {value} cm deep')
