insert into responsibility (
    category, class, class_zh, class_en, name_zh, name_en, tier, post_zh, post_en, accept_min, register_min, dispatch_min,
    handle_min, verify_min, close_min, working_time, grade)
select category, class, class_zh, class_en, name, name_en, tier, post, post_en, accept_min, register_min, dispatch_min,
       handle_min, verify_min, close_min, working_time, grade
from jsonb_to_recordset($1::jsonb) as r (
    category text, class text, class_zh text, class_en text, name text, name_en text, tier text, post text, post_en text,
    accept_min integer, register_min integer, dispatch_min integer, handle_min integer, verify_min integer, close_min integer,
    working_time boolean, grade text)
