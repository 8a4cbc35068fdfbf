-- A part given to somebody else; a signature on screen as what must come back.

alter table assignment
    add column instead_of bigint constraint assignment_instead_of_fkey references assignment (id);
comment on column assignment.instead_of is 'The part of the same order that was sent back, or done in part, and given anew as this one.';
create index assignment_instead_of on assignment (instead_of) where instead_of is not null;

alter table orders add column receipt_signature boolean not null default false;
alter table attachment add column signature boolean not null default false;
