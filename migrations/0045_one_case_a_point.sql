-- A second series that warns at a risk point finds the case that the first one opened there.
create index event_open_risk_point on event (risk_point, category)
    where risk_point is not null and state not in ('closed', 'rejected', 'merged', 'void');
