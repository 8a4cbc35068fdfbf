-- Lets more centres see a case: those that do not see it already, by it being shared or by lying in their scope.
update event e
set shared_with = e.shared_with || array(
    select distinct p.path
    from unnest($2::ltree[]) p (path)
    where not (e.shared_with @> array[p.path]) and not (p.path @> e.path))
where e.id = $1
