insert into responsibility (
    category, class, class_zh, class_en, name_zh, name_en, tier, post_zh, post_en, accept_min, register_min, dispatch_min, handle_min,
    verify_min, close_min, working_time, grade)
values ($1, 'event', '突发事件', 'emergency', $1, $1, $2, '值班长', 'duty officer', 15, 10, 20, 120, 30, 40, $3, 'I')
