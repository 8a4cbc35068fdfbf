-- Lists by lane and by what waits for a centre.

-- The category of the case that an order is for, so that a list of orders need not look for cases in every year.
alter table orders add column category text constraint orders_category_fkey references responsibility (category);
update orders o set category = e.category from event e where e.id = o.event;

-- Runs as the owner: whoever passes an order down may not see the case itself.
create function categorise_order() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if new.event is not null then
        select e.category into new.category from event e where e.id = new.event;
    elsif new.parent_assignment is not null then
        select o.category into new.category from assignment a join orders o on o.id = a.orders where a.id = new.parent_assignment;
    end if;
    return new;
end $$;
revoke execute on function categorise_order() from public;
create trigger categorise_order before insert on orders for each row execute function categorise_order();

-- Each category's latest, in the city and in a district. What is open has an index of its own: else a plan may look through
-- all that a category ever had for the little of it that is open.
create index event_open_category on event (category, reported_at desc, id desc)
    where state not in ('closed', 'rejected', 'merged', 'void');
create index event_category_latest on event (category, reported_at desc, id desc);
create index event_category_listed on event (district, category, reported_at desc, id desc);
create index event_open_centre on event (centre, reported_at desc, id desc)
    where state not in ('closed', 'rejected', 'merged', 'void');
create index orders_category_latest on orders (category, issued_at desc, id desc);
create index orders_category_listed on orders (district, category, issued_at desc, id desc);
create index responsibility_lane on responsibility (lane);
