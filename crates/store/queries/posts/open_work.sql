-- What is open of a post: parts held under it, explanations it owes, shifts to come.
select
    (select count(*) from assignment a where a.holder_post = $1 and a.state not in ('approved', 'recalled')) as parts,
    (select count(*) from explanation e where e.post = $1 and e.state in ('asked', 'returned')) as explanations,
    (select count(*) from duty d where d.post = $1 and d.to_at > $2) as shifts
