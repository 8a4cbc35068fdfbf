-- What of what must come back has come: words, a photo, a number, a file and a signature, on the assignment itself or on any part that was
-- passed down from it. What need not come counts as come.
with below as (
    select a.id
    from assignment mine
    join assignment a on a.root = mine.root and (a.id = mine.id or starts_with(a.outline, mine.outline || '.'))
    where mine.id = $1
)
select
    not o.receipt_text or exists (select from progress p join below b on b.id = p.assignment where p.note <> '') as words,
    not mine.photo or exists (
        select from attachment f join below b on b.id = f.assignment where f.media_type like 'image/%' and not f.signature) as photo,
    o.receipt_unit = '' or exists (
        select from progress p join below b on b.id = p.assignment where p.number is not null) as number,
    not o.receipt_file or exists (select from attachment f join below b on b.id = f.assignment where not f.signature) as file,
    not o.receipt_signature or exists (
        select from attachment f join below b on b.id = f.assignment where f.signature) as signature
from assignment mine
join orders o on o.id = mine.orders
where mine.id = $1
