insert into centre (id, district, code, path, parent, tier, kind, name_zh, name_en, short_zh, short_en, placed, label)
overriding system value
values (1, 1, '500000', '500000', null, 'city', 'city', '重庆市', 'Chongqing', '重庆', 'Chongqing', 'bench',
        st_setsrid(st_makepoint(106.5, 29.5), 4326));
insert into centre (id, district, code, path, parent, tier, kind, name_zh, name_en, short_zh, short_en, placed, label)
overriding system value
select 1 + n, 1 + n, (500100 + n)::text, ('500000.' || (500100 + n))::ltree, 1, 'district', 'district',
       case n when 6 then '沙坪坝区' else '第' || n || '区' end, 'District ' || n, n::text, n::text, 'bench',
       st_setsrid(st_makepoint(106.5 + n * 0.01, 29.5), 4326)
from generate_series(1, 39) n;
insert into responsibility (category, class, class_zh, class_en, name_zh, name_en, tier, post_zh, post_en, accept_min, handle_min,
                            working_time, grade)
select 'c' || n, 'event', '类', 'class', '类别' || n, 'category ' || n, 'district', '岗', 'post', 10, 60, false, 'I'
from generate_series(1, 80) n;
