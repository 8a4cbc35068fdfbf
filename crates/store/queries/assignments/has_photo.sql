-- A photo on the assignment itself, or on any part that was passed down from it.
select exists (
    select
    from assignment mine
    join assignment a on a.root = mine.root and (a.id = mine.id or starts_with(a.outline, mine.outline || '.'))
    join attachment f on f.assignment = a.id
    where mine.id = $1
)
