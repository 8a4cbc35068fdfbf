select e.id
from event_row e
where e.words @> bigrams($1) and not exists (
    select from regexp_split_to_table(lower($1), '\s+') word
    where strpos(lower(concat_ws(' ', e.number, e.title_zh, e.title_en, e.description, e.category_zh, e.category_en,
        e.centre_tag -> 'name' ->> 'zh', e.centre_tag -> 'name' ->> 'en', e.district_zh, e.district_en)), word) = 0)
order by e.reported_at desc, e.id desc
limit 51
